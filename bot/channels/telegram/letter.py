"""A worded message as Telegram shows it: lines of text with few tags, in parts below the limit."""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from bot.channels.contract import Outgoing

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
TAGS = {
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "u": "u",
    "s": "s",
    "del": "s",
    "code": "code",
    "pre": "pre",
}
LINKS = ("https://", "http://", "tg://")
RIGHT_TO_LEFT_MARK = "\u200f"
ISOLATES = {"ltr": "\u2066", "rtl": "\u2067", None: "\u2068"}
END_ISOLATE = "\u2069"


@dataclass(frozen=True)
class Piece:
    """Some text within one line and the Telegram tags around it, outermost first."""

    text: str
    tags: tuple[str, ...] = ()

    def html(self) -> str:
        """Telegram's markup."""
        opened = "".join(f"<{tag}>" for tag in self.tags)
        closed = "".join(f"</{tag.split()[0]}>" for tag in reversed(self.tags))
        return f"{opened}{html.escape(self.text, quote=False)}{closed}"


Line = tuple[Piece, ...]
Paragraph = list[Line]


def parts(message: Outgoing, limit: int = TEXT_LIMIT) -> list[str]:
    """Telegram HTML of the message, each part at most `limit` characters without its tags, cut between paragraphs."""
    paragraphs = (_from_html(message.html) if message.html else []) or _from_text(message.text)
    if message.sender == "staff" and message.author:
        paragraphs.insert(0, [(Piece(f"\u2068{message.author}{END_ISOLATE}", ("b",)),)])
    if message.direction == "rtl":
        paragraphs = [[_marked(line) for line in paragraph] for paragraph in paragraphs]
    return list(_parts(paragraphs, limit))


def _parts(paragraphs: list[Paragraph], limit: int) -> Iterator[str]:
    written, length = "", 0
    for paragraph in paragraphs:
        chunks = list(_chunks(paragraph, limit))
        whole = sum(len(gap) + _length(line) for gap, line in chunks)
        if written and length + whole > limit:
            yield written
            written, length = "", 0
        for gap, line in chunks:
            if written and length + len(gap) + _length(line) > limit:
                yield written
                written, length = "", 0
            if written:
                written, length = written + gap, length + len(gap)
            written += "".join(piece.html() for piece in line)
            length += _length(line)
    if written:
        yield written


def _chunks(paragraph: Paragraph, limit: int) -> Iterator[tuple[str, Line]]:
    """Lines with what stands before each; a line over the limit is cut, between words where it can be."""
    for number, line in enumerate(paragraph):
        gap = "\n" if number else "\n\n"
        while _length(line) > limit:
            head, line = _cut(line, limit)
            yield gap, head
            gap = "\n"
        yield gap, line


def _cut(line: Line, limit: int) -> tuple[Line, Line]:
    text = "".join(piece.text for piece in line)
    space = text.rfind(" ", limit // 2, limit)
    at = space + 1 if space > 0 else limit
    head: list[Piece] = []
    tail: list[Piece] = []
    position = 0
    for piece in line:
        split = max(0, min(len(piece.text), at - position))
        if split:
            head.append(Piece(piece.text[:split], piece.tags))
        if split < len(piece.text):
            tail.append(Piece(piece.text[split:], piece.tags))
        position += len(piece.text)
    return tuple(head), tuple(tail)


def _length(line: Line) -> int:
    return sum(len(piece.text) for piece in line)


def _marked(line: Line) -> Line:
    """A line of a right-to-left message that begins otherwise, marked so that it still runs from the right."""
    first = next((piece.text[0] for piece in line if piece.text), "")
    if not first or first == RIGHT_TO_LEFT_MARK or unicodedata.bidirectional(first) in ("R", "AL"):
        return line
    return (Piece(RIGHT_TO_LEFT_MARK), *line)


def _from_text(text: str) -> list[Paragraph]:
    blocks = re.split(r"\n[ \t]*\n\s*", text.strip())
    return [[(Piece(line.strip()),) for line in block.split("\n")] for block in blocks if block.strip()]


def _from_html(source: str) -> list[Paragraph]:
    reader = _Reader()
    reader.feed(source)
    reader.close()
    return reader.finished()


class _Reader(HTMLParser):
    """Reads the HTML of answers: paragraphs, lists and line breaks become lines; a list stays with what it follows."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._paragraphs: list[Paragraph] = []
        self._line: list[Piece] = []
        self._open: list[tuple[str, str | None]] = []
        self._counts: list[int | None] = []
        self._new_paragraph = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Blocks end lines, inline tags are remembered."""
        given = dict(attrs)
        match tag:
            case "p" if not self._counts:
                self._end_line()
                self._new_paragraph = True
            case "ul" | "ol":
                self._end_line()
                self._counts.append(0 if tag == "ol" else None)
            case "li":
                self._end_line()
                self._add(self._bullet())
            case "br":
                self._end_line()
            case "bdi":
                self._add(ISOLATES.get(given.get("dir"), ISOLATES[None]))
            case "a":
                href = given.get("href") or ""
                linked = href.startswith(LINKS)
                self._open.append((tag, f'a href="{html.escape(href)}"' if linked else None))
            case _ if tag in TAGS:
                self._open.append((tag, TAGS[tag]))

    def handle_endtag(self, tag: str) -> None:
        """The innermost open tag of that name is closed."""
        match tag:
            case "p":
                self._end_line()
                self._new_paragraph = not self._counts
            case "ul" | "ol":
                self._end_line()
                if self._counts:
                    self._counts.pop()
                self._new_paragraph = not self._counts
            case "li":
                self._end_line()
            case "bdi":
                self._add(END_ISOLATE)
            case _:
                for index in range(len(self._open) - 1, -1, -1):
                    if self._open[index][0] == tag:
                        del self._open[index]
                        break

    def handle_data(self, data: str) -> None:
        """Text; blanks and line ends of the source are one blank."""
        text = re.sub(r"[ \t\r\n]+", " ", data)
        self._add(text if self._line else text.lstrip(" "))

    def finished(self) -> list[Paragraph]:
        """The paragraphs read."""
        self._end_line()
        return self._paragraphs

    def _bullet(self) -> str:
        if not self._counts or self._counts[-1] is None:
            return "• "
        self._counts[-1] += 1
        return f"{self._counts[-1]}. "

    def _add(self, text: str) -> None:
        tags = tuple(tag for _, tag in self._open if tag)
        if self._line and self._line[-1].tags == tags:
            self._line[-1] = Piece(self._line[-1].text + text, tags)
        elif text:
            self._line.append(Piece(text, tags))

    def _end_line(self) -> None:
        line = tuple(self._line)
        self._line = []
        if not "".join(piece.text for piece in line).strip():
            return
        if self._new_paragraph and not self._counts:
            self._paragraphs.append([])
        if not self._paragraphs:
            self._paragraphs.append([])
        self._paragraphs[-1].append(line)
        self._new_paragraph = False
