"""Examples added to and taken from the published content, one at a time."""

import hashlib
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.content.catalogue import example_lines
from bot.content.masking import MARK, without_marks
from bot.errors import LotseError
from bot.live import announce
from bot.models import ContentFileRow
from nlu.normalise import visible, words

LONGEST = 300
FEWEST_LETTERS = 2
LOCK = 7_206_303
"""Advisory lock: one example is written at a time, so that two editors cannot write the same one."""


TRAINED_ON = ("/examples/", "concepts")
TRAINED_ON_FILES = ("intents.yml", "languages.yml")
"""What models are made of: paths with one of these parts, and these files."""


class ExampleRefused(LotseError):
    """The sentence cannot be an example. `code` says why; `intent` is where it stands already."""

    def __init__(self, code: str, intent: str = "") -> None:
        super().__init__(f"{code} {intent}".strip())
        self.code, self.intent = code, intent


def state(session: Session) -> str:
    """A name for exactly what models are made of right now."""
    digest = hashlib.sha256()
    files = select(ContentFileRow.path, ContentFileRow.sha256).order_by(ContentFileRow.path)
    for path, sha256 in session.execute(files):
        if path in TRAINED_ON_FILES or any(part in path for part in TRAINED_ON):
            digest.update(f"{path}\x1f{sha256}\n".encode())
    return digest.hexdigest()[:16]


def path_of(language: str, intent: str) -> str:
    """The content file with the examples of an intent."""
    return f"{language}/examples/{intent}.txt"


def as_example(sentence: str) -> str:
    """A sentence as it would be written into the file: one line, without marks of what was taken out."""
    return without_marks(visible(sentence)).lstrip("# ")


def add(session: Session, language: str, intent: str, sentence: str, *, now: datetime) -> str:
    """Publish one more example and return it as it was written.

    Raises ExampleRefused: `empty`, `too-long`, `duplicate` (of the same or another intent of the language).
    """
    example = as_example(sentence)
    if sum(map(len, words(example))) < FEWEST_LETTERS or all(word.isdigit() for word in words(example)):
        raise ExampleRefused("empty")
    if len(example) > LONGEST or MARK.search(example):
        raise ExampleRefused("too-long")
    session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    if known := _known(session, language, example):
        raise ExampleRefused("duplicate", known)
    path = path_of(language, intent)
    _change(session, path, lambda body: f"{body.rstrip()}\n{example}\n".lstrip("\n"), now)
    return example


def remove(session: Session, language: str, intent: str, example: str, *, now: datetime) -> None:
    """Take an example out of the published content; nothing happens when it is not there any more."""
    session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})

    def without(body: str) -> str:
        return "".join(line for line in body.splitlines(keepends=True) if line.strip() != example)

    _change(session, path_of(language, intent), without, now)


def _known(session: Session, language: str, example: str) -> str:
    """The intent that has this example already, but for case and spaces; or nothing."""
    prefix = f"{language}/examples/"
    files = select(ContentFileRow.path, ContentFileRow.body).where(ContentFileRow.path.startswith(prefix))
    for path, body in session.execute(files):
        if _folded(example) in {_folded(line) for line in example_lines(body)}:
            return str(path).removeprefix(prefix).removesuffix(".txt")
    return ""


def _folded(line: str) -> str:
    return " ".join(line.casefold().split())


def _change(session: Session, path: str, change: Callable[[str], str], now: datetime) -> None:
    before = session.scalar(select(ContentFileRow.body).where(ContentFileRow.path == path).with_for_update())
    body = change(before or "")
    if body == (before or ""):
        return
    row = {"body": body, "sha256": hashlib.sha256(body.encode()).hexdigest(), "changed_at": now}
    statement = insert(ContentFileRow).values(path=path, **row)
    session.execute(statement.on_conflict_do_update(index_elements=["path"], set_=row))
    announce(session, "content")
