"""Messages that did not arrive and messages that could not be handled, for staff to see and to act on."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from bot.errors import Conflict
from bot.live import announce
from bot.models import ConversationRow, InboxRow, OutboxRow
from bot.services import audit

UNDELIVERED = ("failed", "uncertain")
DISMISSED = "dismissed"
"""State of a message staff gave up on; it stays in the transcript, marked as not delivered."""
ATTENDED = ":attended"
"""Follows the problem of an inbound message that staff have dealt with."""

MOST_SHOWN = 200


@dataclass(frozen=True)
class Undelivered:
    """An outgoing message that failed or may not have arrived. `problem` is a word or two for operators."""

    outbox_id: int
    conversation: uuid.UUID
    number: int
    state: str
    since: datetime
    problem: str
    reachable: bool


@dataclass(frozen=True)
class Unhandled:
    """Inbound messages of one conversation (or none, when not even that could be read) with one problem."""

    conversation: uuid.UUID | None
    channel: str
    problem: str
    count: int
    first_at: datetime
    last_at: datetime


def undelivered(session: Session) -> Sequence[Undelivered]:
    """What did not go out and nobody has dealt with, newest first."""
    query = (
        select(OutboxRow, ConversationRow.reachable)
        .join(ConversationRow, ConversationRow.id == OutboxRow.conversation_id)
        .where(OutboxRow.state.in_(UNDELIVERED), ConversationRow.erased_at.is_(None))
        .order_by(OutboxRow.id.desc())
        .limit(MOST_SHOWN)
    )
    return [
        Undelivered(
            outbox_id=row.id,
            conversation=row.conversation_id,
            number=row.number,
            state=row.state,
            since=row.claimed_at or row.next_try_at,
            problem=row.problem or "",
            reachable=reachable,
        )
        for row, reachable in session.execute(query)
    ]


def unhandled(session: Session) -> Sequence[Unhandled]:
    """What came in, could not be handled, and nobody has dealt with, newest first."""
    last_at = func.max(InboxRow.received_at)
    query = (
        select(
            InboxRow.conversation_id,
            InboxRow.channel,
            InboxRow.problem,
            func.count(),
            func.min(InboxRow.received_at),
            last_at,
        )
        .where(_unattended())
        .group_by(InboxRow.conversation_id, InboxRow.channel, InboxRow.problem)
        .order_by(last_at.desc())
        .limit(MOST_SHOWN)
    )
    return [
        Unhandled(conversation, channel, problem or "", count, first, last)
        for conversation, channel, problem, count, first, last in session.execute(query)
    ]


def count_problems(session: Session) -> int:
    """How many messages, out and in, wait for somebody to deal with them."""
    out = session.scalar(select(func.count()).select_from(OutboxRow).where(OutboxRow.state.in_(UNDELIVERED)))
    inbound = session.scalar(select(func.count()).select_from(InboxRow).where(_unattended()))
    return (out or 0) + (inbound or 0)


def send_again(session: Session, outbox_id: int, *, member_id: int, now: datetime) -> uuid.UUID:
    """Queue an undelivered message once more and return its conversation.

    Raises Conflict when somebody did so already.
    """
    row = _claim(session, outbox_id)
    row.state, row.attempts, row.problem = "queued", 0, None
    row.next_try_at, row.claimed_at = now, None
    session.flush()
    announce(session, "outbox", channel=row.channel)
    _note(session, "sent-again", row, member_id, now)
    return row.conversation_id


def dismiss(session: Session, outbox_id: int, *, member_id: int, now: datetime) -> uuid.UUID:
    """Give an undelivered message up; returns its conversation. Raises Conflict when somebody was faster."""
    row = _claim(session, outbox_id)
    row.state = DISMISSED
    session.flush()
    _note(session, "dismissed", row, member_id, now)
    return row.conversation_id


def attend(
    session: Session,
    *,
    conversation: uuid.UUID | None,
    channel: str,
    problem: str,
    member_id: int,
    now: datetime,
) -> int:
    """Mark unhandled inbound messages of one kind as dealt with and return how many there were."""
    marked = session.scalars(
        update(InboxRow)
        .where(
            _unattended(),
            InboxRow.conversation_id.is_not_distinct_from(conversation),
            InboxRow.channel == channel,
            InboxRow.problem == problem,
        )
        .values(problem=InboxRow.problem + ATTENDED)
        .returning(InboxRow.id)
    ).all()
    detail = {"channel": channel, "count": len(marked)}
    audit.record(session, "attended", member_id=member_id, conversation=conversation, detail=detail, now=now)
    return len(marked)


def _unattended() -> ColumnElement[bool]:
    return InboxRow.problem.is_not(None) & InboxRow.problem.not_like("%" + ATTENDED)


def _claim(session: Session, outbox_id: int) -> OutboxRow:
    row = session.get(OutboxRow, outbox_id, with_for_update=True, populate_existing=True)
    if row is None or row.state not in UNDELIVERED:
        raise Conflict("this message has been dealt with")
    return row


def _note(session: Session, action: str, row: OutboxRow, member_id: int, now: datetime) -> None:
    audit.record(
        session,
        action,
        member_id=member_id,
        conversation=row.conversation_id,
        detail={"number": row.number},
        now=now,
    )
    announce(session, "conversation", conversation=str(row.conversation_id))
