"""Telegram's HTML: text and entities out of markup, with the server's strictness and its clean-up of characters."""

import html
import re
from dataclasses import dataclass

from aiogram.types import MessageEntity

from tests.fakes.telegram.errors import bad_request

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
}
NAMED = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"'}
ATTRIBUTE = re.compile(r"""\s+([a-zA-Z-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
DIRECTION_MARKS = "\u200e\u200f"
ZERO_WIDTH_NON_JOINER = "\u200c"


@dataclass(frozen=True)
class Span:
    """An entity over characters `start` to `end`."""

    kind: str
    start: int
    end: int
    url: str | None = None


def parse_html(source: str) -> tuple[str, list[Span]]:
    """Text and spans of markup. Raises a 400 where Telegram's server would."""
    text: list[str] = []
    spans: list[Span] = []
    open_tags: list[tuple[str, int, str | None]] = []
    position = 0
    while position < len(source):
        character = source[position]
        if character == "&":
            entity = re.compile(r"&(?:lt|gt|amp|quot|#\d{1,7}|#x[0-9a-fA-F]{1,6});").match(source, position)
            if entity:
                text.append(NAMED.get(entity[0]) or html.unescape(entity[0]))
                position = entity.end()
                continue
        if character != "<":
            text.append(character)
            position += 1
            continue
        offset = len(source[:position].encode())
        end = source.find(">", position)
        if end < 0:
            raise _unparsable(f"Unclosed start tag at byte offset {offset}")
        inside = source[position + 1 : end]
        position = end + 1
        if inside.startswith("/"):
            if not open_tags:
                raise _unparsable(f"Unexpected end tag at byte offset {offset}")
            name, start, url = open_tags.pop()
            found = inside[1:].strip().lower()
            if found not in ("", name):
                raise _unparsable(
                    f'Unmatched end tag at byte offset {offset}, expected "</{name}>", found "</{found}>"'
                )
            if start < len(text) and not (name == "a" and not url):
                spans.append(Span(TAGS[name], start, len(text), url))
            continue
        name = re.split(r"\s", inside, maxsplit=1)[0].lower()
        if name not in TAGS:
            raise _unparsable(f'Unsupported start tag "{name}" at byte offset {offset}')
        attributes = inside[len(name) :]
        found_attributes = ATTRIBUTE.findall(attributes)
        if ATTRIBUTE.sub("", attributes).strip():
            raise _unparsable(f'Unexpected characters in tag "{name}" at byte offset {offset}')
        href = next(
            (html.unescape(value.strip("\"'")) for key, value in found_attributes if key == "href"), None
        )
        open_tags.append((name, len(text), href if name == "a" else None))
    if open_tags:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{open_tags[-1][0]}"')
    return "".join(text), spans


def clean(text: str, spans: list[Span]) -> tuple[str, list[Span]]:
    """What Telegram stores of a text: no control characters or directional overrides, no blanks at the ends."""
    kept: list[str] = []
    moved = [0] * (len(text) + 1)
    for index, character in enumerate(text):
        moved[index] = len(kept)
        if character == "\r" or "\u2028" <= character <= "\u202e":
            continue
        if character in DIRECTION_MARKS and kept and kept[-1] in DIRECTION_MARKS:
            kept[-1] = ZERO_WIDTH_NON_JOINER
        kept.append(" " if character < " " and character != "\n" else character)
    moved[len(text)] = len(kept)
    cleaned = "".join(kept)
    left = len(cleaned) - len(cleaned.lstrip())
    stripped = cleaned.strip()
    fitted = []
    for span in spans:
        start = max(0, moved[span.start] - left)
        end = min(len(stripped), moved[span.end] - left)
        if end > start:
            fitted.append(Span(span.kind, start, end, span.url))
    return stripped, fitted


def as_entities(text: str, spans: list[Span]) -> list[MessageEntity] | None:
    """Spans as Telegram sends them: offsets in UTF-16 units."""
    entities = [
        MessageEntity(
            type=span.kind,
            offset=utf16_length(text[: span.start]),
            length=utf16_length(text[span.start : span.end]),
            url=span.url,
        )
        for span in sorted(spans, key=lambda span: (span.start, -span.end))
    ]
    return entities or None


def found_in_plain_text(text: str) -> list[Span]:
    """Commands in what a person typed."""
    return [
        Span("bot_command", match.start(), match.end())
        for match in re.finditer(r"(?<!\S)/[a-zA-Z0-9_]{1,32}(?:@\w+)?", text)
    ]


def utf16_length(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _unparsable(problem: str) -> Exception:
    return bad_request(f"can't parse entities: {problem}")
