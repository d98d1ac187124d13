"""The Markdown of answers as plain text and as HTML, with Latin fragments isolated in right-to-left text."""

import html as html_escapes
import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import bidirectional

from markdown_it import MarkdownIt
from markdown_it.token import Token

_LETTER = r"A-Za-z0-9ªµºÀ-ÖØ-öø-ʸͰ-ԯḀ-ỿ"
_INSIDE = rf"[{_LETTER} .,:;/&+@'’–\-§%€]"
LTR_FRAGMENT = re.compile(
    rf"\+?[{_LETTER}](?:(?:{_INSIDE}|\({_INSIDE}*\))*(?:[{_LETTER}€%]|\({_INSIDE}*\)))?"
)
"""Latin, Greek and Cyrillic words, numbers and addresses with what stands between them; brackets only in pairs."""
ISOLATES = re.compile("([\u2066-\u2069])")
ISOLATE_LTR, ISOLATE_RTL, ISOLATE_FIRST, END_ISOLATE = "\u2066", "\u2067", "\u2068", "\u2069"
PHONE = re.compile(r"(?<![\w/])(?:(?:\+49|0)[ \d/()-]{5,}\d|11[02]|116 ?\d{3}|115)(?![\w/])")
TOPIC_LINK = "topic:"
LINK = re.compile(r'<a href="(https?://[^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_markdown = MarkdownIt("commonmark", {"html": False}).disable(
    ["heading", "lheading", "code", "fence", "image"]
)


def isolate(text: str) -> str:
    """Text with Latin words, numbers and addresses kept in their own order inside right-to-left text.

    What is isolated already stays as it is.
    """
    parts = ISOLATES.split(text)
    if len(parts) == 1:
        return _isolated(text)
    around: list[bool] = []
    """Of every isolate that is open: whether it runs from right to left."""
    for place, part in enumerate(parts):
        if part in (ISOLATE_LTR, ISOLATE_RTL, ISOLATE_FIRST):
            around.append(part == ISOLATE_RTL or (part == ISOLATE_FIRST and _begins_rtl(parts[place + 1 :])))
        elif part == END_ISOLATE:
            if around:
                around.pop()
        elif not around or around[-1]:
            parts[place] = _isolated(part)
    return "".join(parts)


def _isolated(text: str) -> str:
    return LTR_FRAGMENT.sub(lambda found: f"{ISOLATE_LTR}{found[0]}{END_ISOLATE}", text)


def _begins_rtl(parts: list[str]) -> bool:
    """Whether the first letter of an isolate, inner ones left out, is one that runs from right to left."""
    depth = 0
    for part in parts:
        if part == END_ISOLATE:
            if depth == 0:
                return False
            depth -= 1
        elif ISOLATES.fullmatch(part):
            depth += 1
        elif depth == 0:
            for character in part:
                if (direction := bidirectional(character)) in ("L", "R", "AL"):
                    return direction != "L"
    return False


def literal(text: str) -> str:
    """Text that stands for itself inside Markdown."""
    return PUNCTUATION.sub(r"\\\1", text)


@lru_cache(maxsize=2000)
def plain(body: str, title: str = "", footer: str = "", *, rtl: bool = False) -> str:
    """Plain text: paragraphs, `• ` lists, no markup; link addresses are left to the HTML."""
    parts = [title] if title else []
    parts.append(_plain_blocks(body))
    if footer:
        parts.append(_plain_blocks(footer))
    text = "\n\n".join(parts)
    return isolate(text) if rtl else text


def _plain_blocks(body: str) -> str:
    lines: list[str] = []
    depth, after = 0, ""
    for token in _markdown.parse(body):
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
            after = "\n"
        elif token.type == "inline":
            words = "".join(_plain_inline(token.children or []))
            prefix = "• " if depth else ""
            lines.append(("\n" if lines and not depth else after if not depth else "") + prefix + words)
            after = ""
    return "\n".join(lines)


def _plain_inline(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "text":
            yield token.content
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"


@lru_cache(maxsize=2000)
def html(body: str, title: str = "", footer: str = "", *, rtl: bool = False) -> str:
    """HTML of `p ul ol li strong em a br bdi small` only; every text is escaped, telephone numbers can be tapped."""
    head = f"<p><strong>{_words(title, rtl)}</strong></p>\n" if title else ""
    tail = f"<p><small>{''.join(_inline_of(footer, rtl))}</small></p>\n" if footer else ""
    return head + "".join(_blocks(_markdown.parse(body), rtl)) + tail


def links(source: str) -> list[tuple[str, str]]:
    """What is linked to in HTML made here, as pairs of words and web address, each pair once."""
    found = [(_words_of(words), html_escapes.unescape(address)) for address, words in LINK.findall(source)]
    return list(dict.fromkeys(found))


def _words_of(source: str) -> str:
    return html_escapes.unescape(re.sub(r"<[^>]*>", "", source))


def _blocks(tokens: list[Token], rtl: bool) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield from _inline(token.children or [], rtl)
        elif token.hidden:
            continue
        elif token.tag in ("p", "ul", "ol", "li"):
            yield f"</{token.tag}>" if token.nesting < 0 else f"<{token.tag}>"
            if token.nesting < 0 or token.tag in ("ul", "ol"):
                yield "\n"


def _inline_of(text: str, rtl: bool) -> Iterator[str]:
    for token in _markdown.parse(text):
        if token.type == "inline":
            yield from _inline(token.children or [], rtl)


def _inline(tokens: list[Token], rtl: bool) -> Iterator[str]:
    closing: list[str] = []
    for token in tokens:
        match token.type:
            case "text":
                yield _words(token.content, rtl, phones=not closing)
            case "softbreak" | "hardbreak":
                yield "<br>\n"
            case "strong_open" | "strong_close" | "em_open" | "em_close":
                yield f"<{'/' if token.nesting < 0 else ''}{token.tag}>"
            case "link_open":
                address = str(token.attrGet("href") or "")
                linked = address.startswith(("https://", "http://"))
                closing.append("</a>" if linked else "")
                if linked:
                    yield f'<a href="{html_escapes.escape(address)}" rel="noopener noreferrer" target="_blank">'
            case "link_close":
                yield closing.pop()


def _words(text: str, rtl: bool, *, phones: bool = True) -> str:
    """Escaped text; numbers one can call are links, and Latin fragments are isolated in right-to-left text."""
    out, end = [], 0
    for found in PHONE.finditer(text) if phones else ():
        out.append(_fragment(text[end : found.start()], rtl))
        number = re.sub(r"[^\d+]", "", found[0])
        out.append(f'<a href="tel:{number}"><bdi dir="ltr">{html_escapes.escape(found[0])}</bdi></a>')
        end = found.end()
    out.append(_fragment(text[end:], rtl))
    return "".join(out)


def _fragment(text: str, rtl: bool) -> str:
    if not rtl:
        return html_escapes.escape(text, quote=False)
    out, end = [], 0
    for found in LTR_FRAGMENT.finditer(text):
        out.append(html_escapes.escape(text[end : found.start()], quote=False))
        out.append(f'<bdi dir="ltr">{html_escapes.escape(found[0], quote=False)}</bdi>')
        end = found.end()
    out.append(html_escapes.escape(text[end:], quote=False))
    return "".join(out)
