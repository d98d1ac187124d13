"""Erase a person: every trace of the conversation in every table, then the address itself.

Article 17 GDPR. The Telegram address is needed once more to say that everything is erased; it goes with that
message's delivery, or when delivery is given up.
"""

import uuid
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from bot.live import announce
from bot.models import (
    AppointmentRow,
    AuditRow,
    ConsentRow,
    ConversationRow,
    FeedbackRow,
    HandoverEventRow,
    InboxRow,
    MessageRow,
    NoteRow,
    OutboxRow,
    ResponseRow,
)
from bot.services import booking

BELONGING = (
    MessageRow,
    OutboxRow,
    InboxRow,
    NoteRow,
    ConsentRow,
    FeedbackRow,
    HandoverEventRow,
    ResponseRow,
)
"""Tables whose rows of a conversation are deleted with it; answers go with their response."""


def erase_contents(session: Session, row: ConversationRow, *, now: datetime) -> None:
    """Delete everything of the person; the conversation, locked by the caller, stays as an empty row.

    Appointments to come are cancelled so that their time is free again; past ones stay as bare times for the
    counsellors' statistics, with nothing that leads to the person.
    """
    for table in BELONGING:
        if table is not InboxRow:
            session.execute(delete(table).where(table.conversation_id == row.id))
    _empty_inbox(session, row.id, now)
    booking.cancel_all(session, row.id, by="erasure", now=now)
    session.execute(
        update(AppointmentRow).where(AppointmentRow.conversation_id == row.id).values(conversation_id=None)
    )
    session.execute(update(AuditRow).where(AuditRow.conversation_id == row.id).values(conversation_id=None))
    row.owner, row.member_id = "assistant", None
    row.waiting_since = row.waiting_reason = row.alarm_at = row.asked_number = row.asked_labels = None
    row.unread = 0
    row.created_at = now
    announce(session, "conversation", conversation=str(row.id))


def forget_after_delivery(session: Session, row: ConversationRow) -> None:
    """Make the last message the only thing left; the conversation itself goes once that is delivered."""
    pushed = session.execute(
        update(OutboxRow)
        .where(OutboxRow.conversation_id == row.id)
        .values(forget=True)
        .returning(OutboxRow.id)
    ).all()
    row.erased_at = row.last_at
    if pushed:
        row.address = row.address_hash = None


def erase(session: Session, conversation: uuid.UUID, *, now: datetime) -> bool:
    """Erase a conversation without a last word, as an operator does; False when there is none."""
    row = session.get(ConversationRow, conversation, with_for_update=True)
    if row is None:
        return False
    erase_contents(session, row, now=now)
    session.execute(delete(InboxRow).where(InboxRow.conversation_id == row.id))
    session.delete(row)
    return True


def forget_delivered(session: Session, conversation: uuid.UUID) -> None:
    """Delete the empty row of an erased conversation whose last message went out or was given up."""
    row = session.get(ConversationRow, conversation, with_for_update=True)
    if row is not None and row.erased_at is not None:
        session.execute(delete(MessageRow).where(MessageRow.conversation_id == conversation))
        session.delete(row)


def _empty_inbox(session: Session, conversation: uuid.UUID, now: datetime) -> None:
    """Inbox rows stay only as proof against a redelivery of the same message, without its content.

    They hold a keyed hash of the channel's message number, and go with the conversation's row.
    """
    for inbox_row in session.scalars(select(InboxRow).where(InboxRow.conversation_id == conversation)):
        inbox_row.body = {"external_id": "", "kind": "start"}
        inbox_row.answered_at = inbox_row.answered_at or now
        inbox_row.problem = None
