"""Which words of a person a rejected suggestion, or an answer that did not help, was given to."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.models import MessageRow

MESSAGES_BACK = 60
STEPS_BACK = 3
OFFERS = ("did-you-mean", "language")
"""Messages whose buttons stand between what a person wrote and its answer."""


@dataclass(frozen=True)
class Given:
    """A reply of the assistant: the words it was given to, when, and the payloads of its buttons."""

    text: str
    at: datetime
    payloads: tuple[str, ...]


def answer_given(session: Session, conversation: uuid.UUID, topic: str) -> Given | None:
    """The newest answer of the topic, or None when nobody wrote anything for it (it was chosen in a menu)."""
    rows = _newest(session, conversation)
    reply = next((row for row in rows if _about(row) == ("answer", topic)), None)
    return _given(rows, reply) if reply is not None else None


def suggestions_given(session: Session, conversation: uuid.UUID) -> Given | None:
    """The suggestions the person has before them, or None when something else was said since."""
    rows = _newest(session, conversation)
    newest = next((row for row in rows if row.sender == "assistant"), None)
    if newest is None:
        return None
    said_then = (row for row in rows if row.sender == "assistant" and row.inbox_id == newest.inbox_id)
    reply = next((row for row in said_then if _about(row)[0] == "did-you-mean"), None)
    return _given(rows, reply) if reply is not None else None


def _newest(session: Session, conversation: uuid.UUID) -> Sequence[MessageRow]:
    query = (
        select(MessageRow)
        .where(MessageRow.conversation_id == conversation)
        .order_by(MessageRow.number.desc())
        .limit(MESSAGES_BACK)
    )
    return session.scalars(query).all()


def _given(rows: Sequence[MessageRow], reply: MessageRow) -> Given | None:
    """What was written for a reply, back through the buttons that led there."""
    step: MessageRow | None = reply
    for _ in range(STEPS_BACK):
        if step is None:
            return None
        said = next((row for row in rows if row.sender == "person" and row.inbox_id == step.inbox_id), None)
        if said is None or step.inbox_id is None:
            return None
        pressed = said.body.get("payload")
        if pressed is None:
            return Given(str(said.body["text"]), reply.at, _payloads(reply)) if said.body["text"] else None
        step = next((row for row in rows if row.number < said.number and _offered(row, pressed)), None)
    return None


def _offered(row: MessageRow, payload: str) -> bool:
    return _about(row)[0] in OFFERS and payload in _payloads(row)


def _about(row: MessageRow) -> tuple[str, str | None]:
    about = row.body.get("about") or {}
    return about.get("kind", ""), about.get("id")


def _payloads(row: MessageRow) -> tuple[str, ...]:
    return tuple(
        button["payload"] for line in row.body.get("buttons", ()) for button in line if button.get("payload")
    )
