"""The record of what staff read and changed; it holds no message texts and no names of people."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import AuditRow, StaffRow

TRANSCRIPT_READ = "transcript-read"

LONGEST_OPENING = timedelta(hours=8)
PAGE = 100


@dataclass(frozen=True)
class Entry:
    """One line of the record. `member` is the shown name, or None when the account no longer exists."""

    id: int
    at: datetime
    member: str | None
    action: str
    conversation: uuid.UUID | None
    detail: Mapping[str, Any]


def record(
    session: Session,
    action: str,
    *,
    member_id: int | None,
    now: datetime,
    conversation: uuid.UUID | None = None,
    detail: Mapping[str, Any] | None = None,
) -> int:
    """Append one line and return its number. `detail` must hold codes and numbers only."""
    row = AuditRow(
        at=now, staff_id=member_id, action=action, conversation_id=conversation, detail=dict(detail or {})
    )
    session.add(row)
    session.flush()
    return row.id


def open_transcript(
    session: Session,
    conversation: uuid.UUID,
    *,
    member_id: int,
    opening: int | None,
    now: datetime,
) -> int:
    """Record that a member reads a transcript, once per opening; return the number of the opening.

    `opening` is the number a page got when it was opened. It is believed for LONGEST_OPENING, and only when it is
    this member's for this conversation; anything else is a new opening.
    """
    if opening is not None:
        known = session.scalar(
            select(AuditRow.id).where(
                AuditRow.id == opening,
                AuditRow.staff_id == member_id,
                AuditRow.conversation_id == conversation,
                AuditRow.action == TRANSCRIPT_READ,
                AuditRow.at > now - LONGEST_OPENING,
            )
        )
        if known is not None:
            return known
    return record(session, TRANSCRIPT_READ, member_id=member_id, conversation=conversation, now=now)


def entries(
    session: Session, *, before: int | None = None, member_id: int | None = None, action: str | None = None
) -> Sequence[Entry]:
    """Lines of the record, newest first, at most PAGE of them; `before` continues below that number."""
    query = (
        select(AuditRow, StaffRow.shown_name)
        .outerjoin(StaffRow, StaffRow.id == AuditRow.staff_id)
        .order_by(AuditRow.id.desc())
        .limit(PAGE)
    )
    if before is not None:
        query = query.where(AuditRow.id < before)
    if member_id is not None:
        query = query.where(AuditRow.staff_id == member_id)
    if action is not None:
        query = query.where(AuditRow.action == action)
    return [
        Entry(row.id, row.at, name, row.action, row.conversation_id, row.detail)
        for row, name in session.execute(query)
    ]


def actions(session: Session) -> Sequence[str]:
    """The kinds of action that occur, for filtering."""
    return session.scalars(select(AuditRow.action).distinct().order_by(AuditRow.action)).all()
