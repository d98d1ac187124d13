"""Conversations, messages and staff for tests, made the way the application makes them."""

import uuid
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot import transcript
from bot.channels.contract import Outgoing
from bot.encryption import lookup_hash
from bot.models import ConversationRow, OutboxRow, StaffRow
from bot.services import staff
from dialogues.conversation import Conversation

PASSWORD = "a harbour at night"


def make_member(session: Session, name: str, role: str = "counsellor", **more: Any) -> StaffRow:
    """An account; its password is PASSWORD."""
    more.setdefault("shown_name", name.capitalize())
    return staff.add(session, name=name, role=role, password=PASSWORD, now=datetime.now(UTC), **more)


def make_conversation(
    session: Session,
    *,
    language: str = "de",
    channel: str = "web",
    owner: str = "assistant",
    now: datetime | None = None,
    **columns: Any,
) -> ConversationRow:
    """A conversation as the inbox opens it; other columns as given."""
    now = now or datetime.now(UTC)
    conversation_id = uuid.uuid4()
    if owner == "waiting":
        columns.setdefault("waiting_since", now)
        columns.setdefault("waiting_reason", "asked")
    row = ConversationRow(
        id=conversation_id,
        channel=channel,
        place=columns.pop("place", "web" if channel == "web" else ""),
        address_hash=lookup_hash(channel, str(conversation_id)),
        address=columns.pop("address", str(conversation_id)),
        language=language,
        state=Conversation(language).as_json(),
        owner=owner,
        created_at=now,
        last_at=now,
        **columns,
    )
    session.add(row)
    session.flush()
    return row


def say(
    session: Session, row: ConversationRow, text: str, *, sender: str = "person", **more: Any
) -> Outgoing:
    """A message of the conversation."""
    more.setdefault("now", datetime.now(UTC))
    return transcript.append(session, row, sender=sender, text=text, **more)  # type: ignore[arg-type]


def undeliver(session: Session, row: ConversationRow, number: int, state: str = "failed") -> OutboxRow:
    """A queued message of the conversation that did not arrive."""
    session.flush()
    queued = session.query(OutboxRow).filter_by(conversation_id=row.id, number=number).one()
    queued.state, queued.attempts, queued.problem = state, 5, "forbidden"
    session.flush()
    return queued
