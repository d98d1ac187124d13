"""Which message on a person's screen was which number of the conversation."""

import uuid

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.encryption import lookup_hash
from bot.models import ConversationRow, MessageRow, OutboxRow

NAME = "telegram"


def vendor_id_of(session: Session, conversation: uuid.UUID, number: int) -> str | None:
    """Telegram's id of a message of the conversation, or None when it was not sent or is forgotten."""
    return session.scalar(
        select(OutboxRow.vendor_id).where(
            OutboxRow.conversation_id == conversation, OutboxRow.number == number, OutboxRow.channel == NAME
        )
    )


def editable_id_of(session: Session, address: str, *, replaces: int, number: int) -> int | None:
    """Telegram's id of message `replaces` when message `number` may take its place on the screen.

    None when it was never sent, or when something else than button presses came in between: the person would not
    see a change further up.
    """
    conversation = session.scalar(
        select(ConversationRow.id).where(
            ConversationRow.channel == NAME, ConversationRow.address_hash == lookup_hash(NAME, address)
        )
    )
    if conversation is None:
        return None
    between = session.scalars(
        select(MessageRow.body).where(
            MessageRow.conversation_id == conversation,
            MessageRow.number > replaces,
            MessageRow.number < number,
        )
    )
    if any(not body.get("payload") for body in between):
        return None
    vendor_id = vendor_id_of(session, conversation, replaces)
    return int(vendor_id) if vendor_id else None
