"""From what a dialogue wants to say to the words a person reads: text, HTML, buttons, direction."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from babel.lists import format_list
from fluent.runtime import FluentBundle, FluentResource

from bot import local_time, markup, worded_values
from bot.channels.contract import About, Button, File
from bot.content.catalogue import Catalogue, TopicFacts
from dialogues import turn as said
from dialogues.turn import Text

BLOCK_OPEN, BLOCK_CLOSE, NOTHING = "\ue000", "\ue001", "\ue002"
NEEDLESS_ISOLATE = re.compile("\u2068([^\u2068\u2069\u0590-\u08ff\ufb1d-\ufefc]*)\u2069")
"""In left-to-right text: an isolate around nothing that runs from right to left."""
RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")
RICH = "rich"
MARKDOWN = frozenset({"link", "strong"})
TITLES = {"topic-title": "topics/", "safety-title": "safety/"}
STAFF_WORDS = "console.ftl"
LONGEST_BUTTON = 60
FORM_KEYS = frozenset({"question", "hint", "why", "choice", "part", "constraint", "warning"})


@dataclass(frozen=True)
class Worded:
    """A message in words, without its place in a transcript."""

    text: str
    html: str | None
    language: str
    direction: Literal["ltr", "rtl"]
    buttons: tuple[tuple[Button, ...], ...] = ()
    about: About | None = None
    file: File | None = None
    replace: bool = False


class Wording:
    """The words of one catalogue. Falls back along each language's chain and never fails for a missing phrase."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._bundles: dict[str, FluentBundle] = {}

    def say(self, say: said.Say, language: str, today: date) -> Worded:
        """A message of the assistant in `language`, or in the language the message asks for."""
        language = self._known(say.language or language)
        text, html, spoken = self._body(say.text, language, today)
        return Worded(
            text=text,
            html=html,
            language=spoken,
            direction=self.catalogue.language(spoken).direction,
            buttons=tuple(
                tuple(Button(self.label(b.label, language), b.payload, b.url, b.locate) for b in row)
                for row in say.buttons
            ),
            about=About(*say.about) if say.about else None,
            file=File(say.file.name, say.file.media_type, say.file.content) if say.file else None,
            replace=say.replace,
        )

    def label(self, text: Text, language: str) -> str:
        """A button's label: one line, without isolates around a value that is all of it."""
        language = self._known(language)
        label = " ".join(self._text(text, language).split())
        if len(label) > LONGEST_BUTTON:
            label = markup.ISOLATES.sub("", label)[: LONGEST_BUTTON - 1].rstrip() + "…"
        return self._isolated(label, language) if RTL_LETTER.search(label) else label

    def text(self, text: Text, language: str) -> str:
        """Words for a key: a phrase, or a text of the content."""
        language = self._known(language)
        return self._isolated(self._text(text, language), language)

    def _text(self, text: Text, language: str) -> str:
        kind, colon, name = text.key.partition(":")
        if not colon:
            return self._built_in(text, language) or self._phrase(text.key, language, text.values)
        if kind == RICH:
            return self._phrase(name, language, text.values, rich=True)
        if kind == "language":
            return self.catalogue.language(name).name
        if kind == "language-name":
            return worded_values.language_name(name, language)
        if kind in TITLES:
            found = self.catalogue.document(TITLES[kind] + name, language)
            return found[0].title if found else name
        if kind in FORM_KEYS:
            return self._form_text(kind, name, language)
        return self._body(text, language, date.min)[0]

    def payload_label(self, payload: str, language: str) -> str:
        """What pressing a button that is no longer on the screen meant, as far as its payload tells; else ""."""
        word, _, argument = payload.partition(":")
        if word == "topic" and argument in self.catalogue.topics:
            return self.text(Text(f"topic-title:{argument}"), language)
        if word == "places":
            return self.phrase("button-places", language)
        if word == "language" and argument in self.catalogue.languages:
            return self.catalogue.language(argument).name
        key = f"intent-{argument}" if word == "do" else f"button-{payload.replace(':', '-')}"
        worded = self.phrase(key, language)
        return worded if worded != key else "…"

    def phrase(self, key: str, language: str, /, **values: Any) -> str:
        """A phrase of `<language>/*.ftl`, or of the first of its fallbacks that has it; the key when none has."""
        language = self._known(language)
        worded = self._phrase(key, language, values)
        return self._isolated(worded, language) if worded != key else key

    def direction(self, language: str) -> Literal["ltr", "rtl"]:
        """Of the language, or of the common one when there is no such language any more."""
        return self.catalogue.language(self._known(language)).direction

    def _known(self, language: str) -> str:
        return language if language in self.catalogue.languages else self.catalogue.common_language

    def _isolated(self, text: str, language: str) -> str:
        """The text with everything isolated that runs the other way."""
        return markup.isolate(text) if self.catalogue.language(language).direction == "rtl" else text

    def _phrase(self, key: str, language: str, values: Mapping[str, Any], *, rich: bool = False) -> str:
        for code in dict.fromkeys(self.catalogue.chain(language)):
            bundle = self._bundle(code)
            if bundle.has_message(key):
                pattern = bundle.get_message(key).value
                if pattern is not None:
                    return self._filled(bundle, pattern, values, language, rich=rich)
        return key

    def has_phrase(self, key: str, language: str) -> bool:
        """Whether the language itself has the phrase."""
        return bool(self._bundle(language).has_message(key))

    def _filled(
        self, bundle: FluentBundle, pattern: Any, values: Mapping[str, Any], language: str, *, rich: bool
    ) -> str:
        blocks: list[str] = []
        formatted, _ = bundle.format_pattern(
            pattern, {name: self._value(value, language, blocks, rich=rich) for name, value in values.items()}
        )
        lines = [line for line in str(formatted).split("\n") if not _is_nothing(line)]
        text = "\n".join(lines).replace(NOTHING, "")
        for place, block in enumerate(blocks):
            marker = f"{BLOCK_OPEN}{place}{BLOCK_CLOSE}"
            text = text.replace(f"\u2068{marker}\u2069", block).replace(marker, block)
        if self.catalogue.language(language).direction == "rtl":
            return markup.ISOLATES.sub("", text) if rich else text
        while (without := NEEDLESS_ISOLATE.sub(r"\1", text)) != text:
            text = without
        return text

    def _value(self, value: Any, language: str, blocks: list[str], *, rich: bool) -> Any:
        worded = self._rich_value(value, language) if rich else self._worded_value(value, language)
        if worded == "":
            return NOTHING
        if isinstance(worded, str) and ("\n" in worded or "\u2068" in worded):
            blocks.append(worded)
            return f"{BLOCK_OPEN}{len(blocks) - 1}{BLOCK_CLOSE}"
        return worded

    def _rich_value(self, value: Any, language: str) -> Any:
        """A value inside Markdown: it stands for itself unless it is Markdown too; several are paragraphs."""
        if isinstance(value, tuple):
            return "\n\n".join(str(self._rich_value(one, language)) for one in value)
        if isinstance(value, Text) and (value.key in MARKDOWN or value.key.startswith(f"{RICH}:")):
            return self._text(value, language)
        worded = self._worded_value(value, language)
        return markup.literal(worded) if isinstance(worded, str) else worded

    def _worded_value(self, value: Any, language: str) -> Any:
        match value:
            case Text():
                return self._text(value, language)
            case tuple():
                return "\n".join(self._worded_value(one, language) for one in value)
            case datetime():
                return local_time.format_moment(value, language)
            case date():
                return local_time.format_day(value, language, style="full")
            case _:
                return value

    def _built_in(self, text: Text, language: str) -> str | None:
        """Values that are words already, or become words by the calendar of the language."""
        match text.key:
            case "plain":
                return str(text.values["text"])
            case "list":
                return self._list(text.values["items"], language)
            case "row":
                return " · ".join(str(self._worded_value(item, language)) for item in text.values["items"])
            case "link":
                return worded_values.link(**text.values)
            case "strong":
                return f"**{markup.literal(str(text.values['text']))}**"
            case "distance":
                return worded_values.distance(text.values["metres"], language)
            case "day":
                return local_time.format_day(text.values["day"], language, style="full")
            case "date":
                return local_time.format_day(date.fromisoformat(text.values["day"]), language, style="long")
            case "short":
                return local_time.format_moment(text.values["at"], language, style="medium")
            case "time":
                return local_time.format_time(text.values["at"], language)
        return None

    def _list(self, items: Sequence[Any], language: str) -> str:
        worded = [self._worded_value(item, language) for item in items]
        return format_list(worded, locale=local_time.locale_of(language))

    def _form_text(self, kind: str, name: str, language: str) -> str:
        """A text of the questionnaire; `name` is `<form>/<version>/<question or part>[/<choice>]`."""
        _, _, named, *choice = name.split("/")
        texts = self.catalogue.form_texts
        for code in self.catalogue.chain(language):
            match kind:
                case "question":
                    found = texts.label(named, code)
                case "hint":
                    found = texts.hint(named, code)
                case "why":
                    found = texts.why(named, code)
                case "constraint":
                    found = texts.constraint_message(named, code)
                case "warning":
                    found = texts.warning_message(named, code)
                case "part":
                    found = texts.part(named, code)
                case _:
                    found = texts.choice(named, choice[0], code)
            if found or kind == "hint":
                return found
        return ""

    def _body(self, text: Text, language: str, today: date) -> tuple[str, str | None, str]:
        """Text, HTML and language of a message's body."""
        kind, colon, name = text.key.partition(":")
        if kind == RICH:
            written = self._text(text, language)
            rtl = self.catalogue.language(language).direction == "rtl"
            return markup.plain(written, rtl=rtl), markup.html(written, rtl=rtl), language
        folder = {"topic": "topics/", "safety": "safety/", "consent": "consents/", "privacy": "privacy"}.get(
            kind
        )
        if not colon or folder is None:
            return self.text(text, language), None, language
        found = self.catalogue.document(folder + name, language)
        if found is None:
            return self.phrase("text-missing", language), None, language
        document, spoken = found
        topic = self.catalogue.topics.get(name) if kind == "topic" else None
        rtl = self.catalogue.language(spoken).direction == "rtl"
        footer = self._footer(topic, spoken, today) if topic else ""
        title = document.title if kind == "topic" else ""
        return (
            markup.plain(document.body, title, footer, rtl=rtl),
            markup.html(document.body, title, footer, rtl=rtl),
            spoken,
        )

    def _footer(self, topic: TopicFacts, language: str, today: date) -> str:
        """Source, date, and what may have changed since: Markdown lines."""
        day = local_time.format_day(topic.as_of, language, style="long")
        values = {"date": day, "office": topic.office}
        source = next((Text("link", {"title": title, "url": url}) for title, url in topic.sources), "")
        lines = [self._phrase("answer-source", language, {"source": source, "date": day}, rich=True)]
        if topic.valid_until and today > topic.valid_until:
            lines.append(self._phrase("answer-outdated", language, values, rich=True))
        elif topic.volatile:
            lines.append(self._phrase("answer-volatile", language, {"office": topic.office}, rich=True))
        return "\n".join(lines)

    def _bundle(self, language: str) -> FluentBundle:
        bundle = self._bundles.get(language)
        if bundle is None:
            bundle = FluentBundle([str(local_time.locale_of(language))])
            for path in sorted(self.catalogue.files):
                if (
                    path.startswith(f"{language}/")
                    and path.endswith(".ftl")
                    and path != f"{language}/{STAFF_WORDS}"
                ):
                    bundle.add_resource(FluentResource(self.catalogue.files[path]))
            self._bundles[language] = bundle
        return bundle


def _is_nothing(line: str) -> bool:
    return (
        NOTHING in line and not line.replace(NOTHING, "").replace("\u2068", "").replace("\u2069", "").strip()
    )
