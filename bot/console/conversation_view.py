"""A conversation as staff read it: messages, notes and changes of owner in the order they happened."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from bot.channels.contract import Outgoing
from bot.errors import NotFound
from bot.models import (
    ConversationRow,
    HandoverEventRow,
    InboxRow,
    MessageRow,
    NoteRow,
    OutboxRow,
    StaffRow,
)
from bot.services.delivery import DISMISSED, UNDELIVERED

NEWEST_SHOWN = 200


@dataclass(frozen=True)
class Delivery:
    """How far a message got: `queued`, `sending`, `failed`, `uncertain` or `dismissed`."""

    outbox_id: int
    state: str
    problem: str


@dataclass(frozen=True)
class Said:
    """A message of the transcript; `delivery` is None when it arrived or is read on the page."""

    at: datetime
    message: Outgoing
    delivery: Delivery | None
    kind: str = "message"


@dataclass(frozen=True)
class Note:
    """What a member of staff wrote for colleagues."""

    at: datetime
    id: int
    author: str | None
    text: str
    kind: str = "note"


@dataclass(frozen=True)
class OwnerChange:
    """Who the conversation went to."""

    at: datetime
    id: int
    to_owner: str
    member: str | None
    reason: str
    kind: str = "event"


TimelineItem = Said | Note | OwnerChange


@dataclass(frozen=True)
class Timeline:
    """What happened, oldest first; `shortened` when older messages are left out."""

    items: Sequence[TimelineItem]
    shortened: bool


def find(session: Session, conversation_id: uuid.UUID) -> ConversationRow:
    """A conversation staff may read. Raises NotFound for any other.

    Staff read what was handed to them: it waits, they have it or had it, it raised an alarm, or a message of it got
    stuck. What a person only told the assistant stays between the two.
    """
    row = session.get(ConversationRow, conversation_id)
    if row is None or row.erased_at is not None or not _may_be_read(session, row):
        raise NotFound("no such conversation")
    return row


def timeline(session: Session, row: ConversationRow, *, everything: bool = False) -> Timeline:
    """Messages, notes and changes of owner; the newest NEWEST_SHOWN messages unless `everything`."""
    query = select(MessageRow).where(MessageRow.conversation_id == row.id).order_by(MessageRow.number.desc())
    newest = session.scalars(query if everything else query.limit(NEWEST_SHOWN + 1)).all()
    shortened = not everything and len(newest) > NEWEST_SHOWN
    shown = newest[:NEWEST_SHOWN] if shortened else newest
    messages = list(reversed(shown))
    since = messages[0].at if shortened else None
    items: list[TimelineItem] = [
        *_said(session, row, messages),
        *_notes(session, row, since),
        *_owner_changes(session, row, since),
    ]
    order = {"event": 0, "message": 1, "note": 2}
    items.sort(key=lambda item: (item.at, order[item.kind]))
    return Timeline(items, shortened)


def holder(session: Session, row: ConversationRow) -> str | None:
    """Shown name of who has the conversation."""
    if row.owner != "staff":
        return None
    member = session.get(StaffRow, row.member_id) if row.member_id is not None else None
    return member.shown_name if member is not None else None


def _may_be_read(session: Session, row: ConversationRow) -> bool:
    if row.owner != "assistant" or row.alarm_at is not None:
        return True
    handed_over = exists().where(HandoverEventRow.conversation_id == row.id)
    stuck = or_(
        exists().where(OutboxRow.conversation_id == row.id, OutboxRow.state.in_((*UNDELIVERED, DISMISSED))),
        exists().where(InboxRow.conversation_id == row.id, InboxRow.problem.is_not(None)),
    )
    return bool(session.scalar(select(or_(handed_over, stuck))))


def _said(session: Session, row: ConversationRow, messages: Sequence[MessageRow]) -> list[Said]:
    outbox = session.scalars(
        select(OutboxRow).where(OutboxRow.conversation_id == row.id, OutboxRow.state != "sent")
    )
    deliveries = {
        waiting.number: Delivery(waiting.id, waiting.state, waiting.problem or "") for waiting in outbox
    }
    return [
        Said(
            message.at,
            Outgoing.from_body(message.number, message.sender, message.at, message.body),  # type: ignore[arg-type]
            deliveries.get(message.number),
        )
        for message in messages
    ]


def _notes(session: Session, row: ConversationRow, since: datetime | None) -> list[Note]:
    query = (
        select(NoteRow, StaffRow.shown_name)
        .outerjoin(StaffRow, StaffRow.id == NoteRow.member_id)
        .where(NoteRow.conversation_id == row.id)
    )
    if since is not None:
        query = query.where(NoteRow.at >= since)
    return [Note(note.at, note.id, author, str(note.body)) for note, author in session.execute(query)]


def _owner_changes(session: Session, row: ConversationRow, since: datetime | None) -> list[OwnerChange]:
    query = (
        select(HandoverEventRow, StaffRow.shown_name)
        .outerjoin(StaffRow, StaffRow.id == HandoverEventRow.member_id)
        .where(HandoverEventRow.conversation_id == row.id)
    )
    if since is not None:
        query = query.where(HandoverEventRow.at >= since)
    return [
        OwnerChange(event.at, event.id, event.to_owner, member, event.reason)
        for event, member in session.execute(query)
    ]
