"""Answers, safety texts, consents and the privacy notice: missing, too long, outdated, broken inside."""

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot import markup
from bot.content.catalogue import Catalogue, parse_document

LONGEST_BODY = 900
LONGEST_NOTICE = 1500
"""The privacy notice: not an answer, and the law says what must be in it."""
LONGEST_TITLE = 30
LONGEST_TELEGRAM = 4096
ROOM_FOR_FOOTER = 700
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]*)\)")
BARE_URL = re.compile(r"(?:https?://|www\.)[^\s)>\]]+")
PHONE_LIKE = re.compile(r"(?<![\d.,:/–-])(?:\+49|0)[\d ()/–-]{3,}\d")
PHONE = re.compile(r"(?:\+49 ?|0)\d[\d ()/-]{4,}\d")
DATE_LIKE = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
Found = tuple[str, int, str]


def problems(catalogue: Catalogue) -> Iterator[Found]:
    """(path, line, problem) for every document every enabled language should have."""
    names = [
        "privacy",
        *(f"consents/{purpose}" for purpose in catalogue.purposes),
        *(f"safety/{safety}" for safety in catalogue.safety),
        *(f"topics/{topic}" for topic in catalogue.topics),
    ]
    for code in catalogue.enabled:
        for name in names:
            yield from _document(catalogue, code, name)
        yield from _unknown(catalogue, code)


def _document(catalogue: Catalogue, code: str, name: str) -> Iterator[Found]:
    path = f"{code}/{name}.md"
    text = catalogue.files.get(path)
    if text is None:
        yield path, 1, "the text is missing"
        return
    try:
        document = parse_document(text)
    except ValueError as error:
        yield path, 1, str(error)
        return
    if not document.body:
        yield path, 1, "the text is empty"
    if len(document.title) > LONGEST_TITLE:
        yield path, 2, f"the title has {len(document.title)} characters, at most {LONGEST_TITLE} fit a button"
    longest = LONGEST_NOTICE if name == "privacy" else LONGEST_BODY
    if len(document.body) > longest:
        yield path, 1, f"the text has {len(document.body)} characters, at most {longest} are allowed"
    if len(markup.html(document.body, document.title)) + ROOM_FOR_FOOTER > LONGEST_TELEGRAM:
        yield (
            path,
            1,
            f"with its marks the text does not fit one Telegram message of {LONGEST_TELEGRAM} characters",
        )
    yield from _outdated(catalogue, code, name, document.master)
    head = text.split("\n---\n", 1)[0].count("\n") + 2
    for number, line in enumerate(text.splitlines()[head:], start=head + 1):
        yield from ((path, number, problem) for problem in _line(catalogue, line))


def _outdated(catalogue: Catalogue, code: str, name: str, master: str | None) -> Iterator[Found]:
    if code == catalogue.master_language:
        return
    path = f"{code}/{name}.md"
    source = catalogue.files.get(f"{catalogue.master_language}/{name}.md")
    if source is not None and master != hashlib.sha256(source.encode()).hexdigest()[:16]:
        yield path, 3, "the translation is older than its source (master is not the source's hash)"


def _line(catalogue: Catalogue, line: str) -> Iterator[str]:
    for target in LINK.findall(line):
        kind, colon, topic = target.partition(":")
        if colon and kind == "topic":
            if topic not in catalogue.topics:
                yield f"the link leads to topic {topic}, which does not exist"
        elif not _is_web_address(target):
            yield f"malformed address: {target}"
    for address in BARE_URL.findall(LINK.sub("", line)):
        if not _is_web_address(address if "://" in address else f"https://{address}"):
            yield f"malformed address: {address}"
    without_addresses = BARE_URL.sub("", LINK.sub("", line))
    for number in PHONE_LIKE.findall(without_addresses):
        if not PHONE.fullmatch(number.strip()):
            yield f"malformed telephone number: {number}"
    for day, month, _ in DATE_LIKE.findall(without_addresses):
        if not (1 <= int(day) <= 31 and 1 <= int(month) <= 12):
            yield f"malformed date: {day}.{month}."


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "") and "…" not in text


def _unknown(catalogue: Catalogue, code: str) -> Iterator[Found]:
    """Files that nothing leads to."""
    known = {"topics": catalogue.topics, "safety": catalogue.safety, "consents": catalogue.purposes}
    for path in catalogue.files:
        parts = path.split("/")
        if len(parts) == 3 and parts[0] == code and parts[1] in known:
            name = parts[2].removesuffix(".md")
            if name not in known[parts[1]]:
                yield path, 1, f"nothing leads to this text ({parts[1]}.yml does not name {name})"
