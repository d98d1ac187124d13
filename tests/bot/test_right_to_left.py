"""In right-to-left texts everything that runs from left to right is isolated, and once: all texts, on every channel."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from unicodedata import bidirectional

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import markup
from bot.channels.contract import Outgoing
from bot.channels.telegram import letter
from bot.content import check_phrases
from bot.content.catalogue import Catalogue
from bot.services import places
from bot.wording import Worded, Wording
from dialogues.flows.places import _values
from dialogues.turn import Button, Say, Text
from tests.fakes.telegram.entities import parse_html

RTL = ("ar", "fa")
LATE = date(2040, 1, 1)
"""After the last day of every answer: with the longest words below it."""
RICH = re.compile(r"answer-|places-(?:list|entry|map)")
"""Phrases with Markdown in them: seen in answers and lists of places."""
VALUES = ("Bürgerdienste (Olpe 1), 0231 50-0", "مركز MigraDo 24.11.2026", 3, 21)


def wrong(text: str) -> Iterator[str]:
    """What is not isolated in one right-to-left paragraph, and what is isolated twice."""
    around = [True]
    for place, character in enumerate(text):
        here = text[max(0, place - 20) : place + 20]
        if character in "\u2066\u2067\u2068":
            if len(around) > 1 and not around[-1]:
                yield f"isolated twice: {here!r}"
            inner = character == "\u2067" or (character == "\u2068" and _first_is_rtl(text[place + 1 :]))
            around.append(inner)
        elif character == "\u2069":
            if len(around) == 1:
                yield f"an isolate ends that never began: {here!r}"
            else:
                around.pop()
        elif bidirectional(character) in ("L", "EN") and around[-1]:
            yield f"not isolated: {here!r}"
    if len(around) > 1:
        yield f"an isolate never ends: {text!r}"


def _first_is_rtl(text: str) -> bool:
    depth = 0
    for character in text:
        if character in "\u2066\u2067\u2068":
            depth += 1
        elif character == "\u2069":
            depth -= 1
            if depth < 0:
                return False
        elif not depth and bidirectional(character) in ("L", "R", "AL"):
            return bidirectional(character) != "L"
    return False


class Shown(HTMLParser):
    """HTML as the paragraphs a browser shows, a `bdi` being an isolate."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.paragraphs = [""]
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "bdi":
            assert dict(attrs).get("dir") == "ltr"
            self.paragraphs[-1] += "\u2066"
        elif tag in ("p", "li", "br", "ul", "ol"):
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "bdi":
            self.paragraphs[-1] += "\u2069"

    def handle_data(self, data: str) -> None:
        self.paragraphs[-1] += data


def on_all_channels(worded: Worded) -> list[str]:
    """The paragraphs a person sees on the web page, in Telegram, in the terminal and at the staff's desk."""
    assert worded.direction == "rtl"
    message = Outgoing(
        number=1, sender="assistant", text=worded.text, html=worded.html, language=worded.language,
        direction=worded.direction, at=datetime.now(UTC),
    )  # fmt: skip
    web = Shown(worded.html).paragraphs if worded.html else worded.text.split("\n")
    telegram = [line for part in letter.parts(message) for line in parse_html(part)[0].split("\n")]
    labels = [button.label for row in worded.buttons for button in row]
    return [*web, *telegram, *worded.text.split("\n"), *(label for label in labels if has_rtl(label))]


def has_rtl(text: str) -> bool:
    return any(bidirectional(character) in ("R", "AL") for character in text)


def problems(worded: Worded) -> list[str]:
    return [problem for paragraph in on_all_channels(worded) for problem in wrong(paragraph)]


@pytest.fixture(scope="module")
def catalogue(content_files: dict[str, str]) -> Catalogue:
    return Catalogue(content_files)


@pytest.fixture(scope="module")
def wording(catalogue: Catalogue) -> Wording:
    return Wording(catalogue)


@pytest.mark.parametrize("language", RTL)
def test_answers_and_notices(wording: Wording, catalogue: Catalogue, language: str) -> None:
    keys = [
        "privacy:",
        *(f"topic:{topic}" for topic in catalogue.topics),
        *(f"safety:{danger}" for danger in catalogue.safety),
        *(f"consent:{purpose}" for purpose in catalogue.purposes),
    ]
    found = {}
    for key in keys:
        said = wording.say(Say(Text(key)), language, LATE)
        assert said.language == language, f"{key} is missing in {language}"
        if there := problems(said):
            found[key] = there
    assert found == {}


@pytest.mark.parametrize("language", RTL)
@pytest.mark.parametrize("value", VALUES)
def test_phrases_with_whatever_stands_in_them(
    wording: Wording, catalogue: Catalogue, language: str, value: object
) -> None:
    found = {}
    for path in sorted(catalogue.files):
        if not (path.startswith(f"{language}/") and path.endswith(".ftl")):
            continue
        phrases, _ = check_phrases._phrases(catalogue.files[path])
        for key, phrase in phrases.items():
            if RICH.match(key):
                continue
            text = Text(key, dict.fromkeys(phrase.variables, value))
            said = wording.say(Say(text, buttons=((Button(text, "x"),),)), language, LATE)
            if there := problems(said):
                found[f"{path}: {key}"] = there
    assert found == {}


@pytest.mark.parametrize("language", RTL)
def test_names_as_buttons_and_inside_phrases(wording: Wording, catalogue: Catalogue, language: str) -> None:
    names = [
        *(Text(f"topic-title:{topic}") for topic in catalogue.topics),
        *(Text(f"safety-title:{danger}") for danger in catalogue.safety),
        *(Text(f"language:{code}") for code in catalogue.languages),
        *(Text(f"language-name:{code}") for code in catalogue.languages),
        Text("date", {"day": "2026-11-20"}),
        Text("short", {"at": datetime(2026, 11, 24, 9, tzinfo=UTC)}),
    ]
    found = {}
    for name in names:
        inside = Text("topics-group", {"group": name})
        said = wording.say(Say(inside, buttons=((Button(name, "x"),),)), language, LATE)
        if there := problems(said):
            found[name.key] = there
    assert found == {}


@pytest.mark.parametrize("language", RTL)
def test_the_questionnaire(wording: Wording, catalogue: Catalogue, language: str) -> None:
    form, found = catalogue.form, {}
    for question in form.questions:
        name = f"{form.id}/{form.version}/{question.name}"
        keys = [f"question:{name}", f"hint:{name}", f"why:{name}", f"constraint:{name}", f"warning:{name}"]
        keys += [f"choice:{name}/{choice}" for choice in question.choices]
        for key in keys:
            said = wording.say(Say(Text(key), buttons=((Button(Text(key), "x"),),)), language, LATE)
            if there := problems(said):
                found[key] = there
    assert found == {}


@pytest.mark.parametrize("language", RTL)
def test_lists_of_places(wording: Wording, catalogue: Catalogue, language: str) -> None:
    near = places.near(catalogue.places, latitude=51.514, longitude=7.466)
    everywhere = [*near, *places.near(catalogue.places)]
    entries = tuple(Text("rich:places-entry", _values(place, "")) for place in everywhere)
    said = wording.say(Say(Text("rich:places-list", {"places": entries})), language, LATE)
    assert problems(said) == []


@given(st.text(alphabet="ab1 ٣مر.,()-+:\u2066\u2067\u2068\u2069", max_size=60))
def test_isolating_again_changes_nothing(text: str) -> None:
    once = markup.isolate(text)
    assert markup.isolate(once) == once
    assert markup.ISOLATES.sub("", once) == markup.ISOLATES.sub("", text)


@given(st.text(alphabet="abZä1 ٣مر.,()-+:/@п", max_size=60))
def test_every_letter_that_runs_the_other_way_is_isolated(text: str) -> None:
    assert list(wrong(markup.isolate(text))) == []


def test_a_long_row_of_signs_is_quick() -> None:
    assert markup.isolate("+" * 4000) == "+" * 4000
    assert markup.isolate("a" + "(" * 4000).startswith("\u2066a\u2069")
