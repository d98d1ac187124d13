"""What was not understood, or answered without helping: kept for editors without anything that names a person."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.content import examples
from bot.content.catalogue import Catalogue
from bot.content.masking import without_marks
from bot.encryption import lookup_hash
from bot.errors import Conflict, NotFound
from bot.models import WorklistRow
from bot.services import audit
from nlu.normalise import words

KINDS = ("not-understood", "rejected", "not-helpful", "unavailable")
STATES = ("open", "taken", "dismissed")
LONGEST = 300
"""Characters that are kept: an example is a sentence, not a letter."""
PAGE = 50
MOST_GUESSES = 5


@dataclass(frozen=True)
class Entry:
    """One sentence of the list. `sentence` has marks such as `‹phone›`; `intents` are guesses, likeliest first."""

    id: uuid.UUID
    sentence: str
    language: str
    kind: str
    intents: tuple[str, ...]
    count: int
    first_on: date
    last_on: date
    state: str
    intent: str | None

    @property
    def example(self) -> str:
        """The sentence as it would become an example."""
        return without_marks(self.sentence)


@dataclass(frozen=True)
class Wish:
    """Which entries to show; None means all. `since` is the first day."""

    state: str = "open"
    language: str | None = None
    kind: str | None = None
    since: date | None = None


def record(
    session: Session,
    catalogue: Catalogue,
    text: str,
    *,
    language: str,
    kind: str,
    intents: Sequence[str],
    today: date,
) -> None:
    """Keep a sentence for editors, or count it when it is there already.

    Without rules for masking nothing is kept; neither is what has no words (a picture, a number).
    """
    if catalogue.masking is None:
        return
    sentence = catalogue.masking.masked(text)[:LONGEST].rstrip()
    said = words(without_marks(sentence))
    if sum(len(word) for word in said if not word.isdigit()) < examples.FEWEST_LETTERS:
        return
    guessed = [intent for intent in intents if intent in catalogue.intents][:MOST_GUESSES]
    statement = insert(WorklistRow).values(
        id=uuid.uuid4(),
        sentence_hash=lookup_hash("worklist", language, kind, " ".join(words(sentence))),
        sentence=sentence,
        language=language,
        kind=kind,
        intents=guessed,
        count=1,
        first_on=today,
        last_on=today,
        state="open",
    )
    again = {"count": WorklistRow.count + 1, "last_on": today, "intents": statement.excluded.intents}
    session.execute(statement.on_conflict_do_update(index_elements=["sentence_hash"], set_=again))


def entries(session: Session, wish: Wish, *, page: int = 1) -> Sequence[Entry]:
    """A page of entries, the most frequent first, then the newest; one more than PAGE when there is another page."""
    query = (
        select(WorklistRow)
        .where(*_wanted(wish))
        .order_by(WorklistRow.count.desc(), WorklistRow.last_on.desc(), WorklistRow.id)
        .offset((page - 1) * PAGE)
        .limit(PAGE + 1)
    )
    return [_entry(row) for row in session.scalars(query)]


def counts(session: Session, wish: Wish) -> Mapping[str, int]:
    """How many entries of each language the wish has, whatever language it names; most first."""
    number = func.count()
    query = (
        select(WorklistRow.language, number)
        .where(*_wanted(Wish(wish.state, None, wish.kind, wish.since)))
        .group_by(WorklistRow.language)
        .order_by(number.desc(), WorklistRow.language)
    )
    return dict(session.execute(query).all())


def count_open(session: Session) -> int:
    """How many sentences wait for an editor."""
    return session.scalar(select(func.count()).where(WorklistRow.state == "open")) or 0


def take(
    session: Session,
    entry: uuid.UUID,
    intent: str,
    *,
    catalogue: Catalogue,
    member_id: int,
    now: datetime,
    sentence: str | None = None,
) -> str:
    """Make the sentence (or what the editor made of it) an example of the intent; returns the example.

    Raises Conflict when somebody was faster, and ExampleRefused: `no-intent`, `no-language`, `empty`, `too-long`,
    `duplicate`.
    """
    row = _claim(session, entry, "open")
    if intent not in catalogue.intents:
        raise examples.ExampleRefused("no-intent")
    if row.language not in catalogue.enabled:
        raise examples.ExampleRefused("no-language")
    row.example = examples.add(session, row.language, intent, sentence or row.sentence, now=now)
    row.state, row.intent = "taken", intent
    _settled(session, row, "example-added", member_id, now)
    return str(row.example)


def dismiss(session: Session, entry: uuid.UUID, *, member_id: int, now: datetime) -> None:
    """Take a sentence off the list. Raises Conflict when somebody was faster."""
    row = _claim(session, entry, "open")
    row.state = "dismissed"
    _settled(session, row, "worklist-dismissed", member_id, now)


def undo(session: Session, entry: uuid.UUID, *, member_id: int, now: datetime) -> None:
    """Put a sentence back on the list; the example made of it is taken out again. Raises Conflict."""
    row = _claim(session, entry, "taken", "dismissed")
    if row.state == "taken" and row.intent and row.example:
        examples.remove(session, row.language, row.intent, str(row.example), now=now)
    action = "example-removed" if row.state == "taken" else "worklist-reopened"
    _settled(session, row, action, member_id, now)
    row.state, row.intent, row.example, row.settled_by, row.settled_at = "open", None, None, None, None


def _wanted(wish: Wish) -> list[ColumnElement[bool]]:
    wanted = [WorklistRow.state == wish.state]
    if wish.language is not None:
        wanted.append(WorklistRow.language == wish.language)
    if wish.kind is not None:
        wanted.append(WorklistRow.kind == wish.kind)
    if wish.since is not None:
        wanted.append(WorklistRow.last_on >= wish.since)
    return wanted


def _entry(row: WorklistRow) -> Entry:
    return Entry(
        id=row.id,
        sentence=str(row.sentence),
        language=row.language,
        kind=row.kind,
        intents=tuple(row.intents),
        count=row.count,
        first_on=row.first_on,
        last_on=row.last_on,
        state=row.state,
        intent=row.intent,
    )


def _claim(session: Session, entry: uuid.UUID, *states: str) -> WorklistRow:
    row = session.get(WorklistRow, entry, with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound("no such sentence")
    if row.state not in states:
        raise Conflict("somebody has dealt with this sentence")
    return row


def _settled(session: Session, row: WorklistRow, action: str, member_id: int, now: datetime) -> None:
    row.settled_by, row.settled_at = member_id, now
    detail: dict[str, Any] = {"language": row.language}
    if row.intent:
        detail["intent"] = row.intent
    audit.record(session, action, member_id=member_id, detail=detail, now=now)
