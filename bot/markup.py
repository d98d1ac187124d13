"""The Markdown of answers as plain text and as HTML, with Latin fragments isolated in right-to-left text."""

import html as html_escapes
import re
from collections.abc import Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_INSIDE = r"[A-Za-z0-9À-ɏ .,:;/&+@'’–\-§%€]"
LTR_FRAGMENT = re.compile(
    rf"[A-Za-z0-9À-ɏ+](?:{_INSIDE}|\({_INSIDE}*\))*(?:[A-Za-z0-9À-ɏ€%]|\({_INSIDE}*\))|[A-Za-z0-9À-ɏ]"
)
"""Latin words, numbers and addresses with what stands between them; brackets only in pairs."""
PHONE = re.compile(r"(?<![\w/])(?:(?:\+49|0)[ \d/()-]{5,}\d|11[02]|116 ?\d{3}|115)(?![\w/])")
TOPIC_LINK = "topic:"
_markdown = MarkdownIt("commonmark", {"html": False}).disable(
    ["heading", "lheading", "code", "fence", "image"]
)


def isolate(text: str) -> str:
    """Text with Latin words, numbers and addresses kept in their own order inside right-to-left text."""
    return LTR_FRAGMENT.sub(lambda found: f"\u2066{found[0]}\u2069", text)


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
