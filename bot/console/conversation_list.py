"""Which conversations wait, are open or closed: the lists, and who may see what of them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, and_, func, or_, select, tuple_
from sqlalchemy.orm import Session

from bot.models import ConversationRow, MessageRow, StaffRow

ListName = Literal["waiting", "mine", "staff", "closed"]
LISTS: tuple[ListName, ...] = ("waiting", "mine", "staff", "closed")

LONGEST_LIST = 100
LONGEST_PREVIEW = 120


@dataclass(frozen=True)
class Preview:
    """The newest message in one line."""

    sender: str
    text: str
    language: str
    direction: str


@dataclass(frozen=True)
class Entry:
    """One line of a list. `holder` is who has it; `preview` is None for who may not read transcripts."""

    id: uuid.UUID
    language: str
    channel: str
    place: str
    owner: str
    holder: str | None
    waiting_since: datetime | None
    reason: str | None
    alarm_at: datetime | None
    unread: int
    last_at: datetime
    reachable: bool
    preview: Preview | None


def conversations(
    session: Session,
    which: ListName,
    *,
    member_id: int,
    with_preview: bool,
    language: str | None = None,
    before: datetime | None = None,
) -> Sequence[Entry]:
    """A list, alarms first, then who has waited longest; closed ones newest first, `before` a time."""
    query = (
        select(ConversationRow, StaffRow.shown_name)
        .outerjoin(StaffRow, StaffRow.id == ConversationRow.member_id)
        .where(ConversationRow.erased_at.is_(None), _belongs(which, member_id))
        .limit(LONGEST_LIST)
    )
    if language:
        query = query.where(ConversationRow.language == language)
    if which == "closed":
        query = query.order_by(ConversationRow.last_at.desc())
        if before is not None:
            query = query.where(ConversationRow.last_at < before)
    else:
        waited_since = func.coalesce(ConversationRow.waiting_since, ConversationRow.last_at)
        query = query.order_by(ConversationRow.alarm_at.asc().nulls_last(), waited_since, ConversationRow.id)
    rows = session.execute(query).all()
    previews = _previews(session, [row for row, _ in rows]) if with_preview else {}
    return [
        Entry(
            id=row.id,
            language=row.language,
            channel=row.channel,
            place=row.place,
            owner=row.owner,
            holder=holder,
            waiting_since=row.waiting_since,
            reason=row.waiting_reason,
            alarm_at=row.alarm_at,
            unread=row.unread,
            last_at=row.last_at,
            reachable=row.reachable,
            preview=previews.get(row.id),
        )
        for row, holder in rows
    ]


def languages(session: Session, which: ListName, *, member_id: int) -> Sequence[str]:
    """Languages that occur in a list, for filtering."""
    return session.scalars(
        select(ConversationRow.language)
        .where(ConversationRow.erased_at.is_(None), _belongs(which, member_id))
        .distinct()
        .order_by(ConversationRow.language)
    ).all()


def _belongs(which: ListName, member_id: int) -> ColumnElement[bool]:
    owner, alarm = ConversationRow.owner, ConversationRow.alarm_at.is_not(None)
    match which:
        case "waiting":
            return or_(owner == "waiting", and_(owner == "assistant", alarm))
        case "mine":
            return and_(owner == "staff", ConversationRow.member_id == member_id)
        case "staff":
            return owner == "staff"
        case "closed":
            return owner == "closed"


def _previews(session: Session, rows: Sequence[ConversationRow]) -> dict[uuid.UUID, Preview]:
    newest = tuple_(MessageRow.conversation_id, MessageRow.number).in_(
        [(row.id, row.last_number) for row in rows]
    )
    return {
        message.conversation_id: _preview(message)
        for message in session.scalars(select(MessageRow).where(newest))
    }


def _preview(message: MessageRow) -> Preview:
    text = " ".join(str(message.body.get("text", "")).split())
    if len(text) > LONGEST_PREVIEW:
        text = text[: LONGEST_PREVIEW - 1] + "…"
    return Preview(message.sender, text, message.body["language"], message.body["direction"])
