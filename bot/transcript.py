"""The transcript: every message of a conversation, numbered, as it was worded."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.channels.contract import About, Attachment, Button, File, Outgoing, Sender
from bot.encryption import seal
from bot.live import announce
from bot.models import ConversationRow, MessageRow, OutboxRow
from bot.wording import Worded, Wording

PUSHED_CHANNELS = frozenset({"telegram"})
"""Channels whose people cannot fetch: messages to them are queued in the outbox."""
STORE = text(
    "INSERT INTO messages (conversation_id, number, at, sender, member_id, inbox_id, body)"
    " VALUES (:conversation, :number, :at, :sender, :member, :inbox, :body)"
)
"""Written at once and not with the session's other changes: this is what every turn does most."""


def messages(session: Session, conversation: uuid.UUID, after: int = 0) -> list[Outgoing]:
    """All messages of the conversation after that number, in order."""
    rows = session.scalars(
        select(MessageRow)
        .where(MessageRow.conversation_id == conversation, MessageRow.number > after)
        .order_by(MessageRow.number)
    )
    return [outgoing(row) for row in rows]


def replies(session: Session, conversation: uuid.UUID, inbox_id: int) -> list[Outgoing]:
    """The assistant's messages that answered one inbound message."""
    rows = session.scalars(
        select(MessageRow)
        .where(
            MessageRow.conversation_id == conversation,
            MessageRow.inbox_id == inbox_id,
            MessageRow.sender != "person",
        )
        .order_by(MessageRow.number)
    )
    return [outgoing(row) for row in rows]


def outgoing(row: MessageRow) -> Outgoing:
    """The message of a row."""
    return Outgoing.from_body(row.number, row.sender, row.at, row.body)  # type: ignore[arg-type]


def append_worded(
    session: Session, row: ConversationRow, worded: Worded, *, now: datetime, inbox_id: int | None = None
) -> Outgoing:
    """Append a message of the assistant as it was worded."""
    return append(
        session,
        row,
        sender="assistant",
        text=worded.text,
        html=worded.html,
        language=worded.language,
        direction=worded.direction,
        buttons=worded.buttons,
        about=worded.about,
        file=worded.file,
        replaces=row.asked_number if worded.replace else None,
        inbox_id=inbox_id,
        now=now,
    )


def append_phrase(
    session: Session,
    row: ConversationRow,
    wording: Wording,
    key: str,
    *,
    about: tuple[str, str | None],
    buttons: Sequence[tuple[str, str]] = (),
    inbox_id: int | None = None,
    now: datetime,
    **values: Any,
) -> Outgoing:
    """Append a system message: a phrase in the person's language, with buttons of (phrase key, payload)."""
    return append(
        session,
        row,
        sender="system",
        text=wording.phrase(key, row.language, **values),
        language=row.language,
        direction=wording.direction(row.language),
        buttons=tuple((Button(wording.phrase(label, row.language), payload),) for label, payload in buttons),
        about=About(*about),
        inbox_id=inbox_id,
        now=now,
    )


def append(
    session: Session,
    row: ConversationRow,
    *,
    sender: Sender,
    text: str,
    now: datetime,
    language: str | None = None,
    direction: str | None = None,
    html: str | None = None,
    buttons: tuple[tuple[Button, ...], ...] = (),
    about: About | None = None,
    author: str | None = None,
    member: int | None = None,
    inbox_id: int | None = None,
    attachment: Attachment | None = None,
    file: File | None = None,
    payload: str | None = None,
    replaces: int | None = None,
) -> Outgoing:
    """Number the message, store it, queue it for a channel that is pushed to, and tell every process.

    The caller has locked `row`. `direction` follows the language when not given (`auto` by the first strong letter).
    """
    row.last_number += 1
    row.last_at = now
    message = Outgoing(
        number=row.last_number,
        sender=sender,
        text=text,
        html=html,
        language=language or row.language,
        direction="rtl" if (direction or _direction(text)) == "rtl" else "ltr",
        at=now,
        buttons=buttons,
        about=about,
        author=author,
        attachment=attachment,
        file=file,
        payload=payload,
        replaces=replaces,
    )
    if buttons and sender != "person":
        row.asked_number = message.number
        row.asked_labels = {
            button.payload: button.label for shown in buttons for button in shown if button.payload
        }
    body = message.body()
    session.connection().execute(
        STORE,
        {
            "conversation": row.id,
            "number": message.number,
            "at": now,
            "sender": sender,
            "member": member,
            "inbox": inbox_id,
            "body": seal(body),
        },
    )
    if row.channel in PUSHED_CHANNELS and sender != "person":
        session.add(
            OutboxRow(
                conversation_id=row.id,
                number=message.number,
                channel=row.channel,
                address=row.address,
                body={**body, "sender": sender},
                next_try_at=now,
            )
        )
        announce(session, "outbox", channel=row.channel)
    announce(session, "message", conversation=str(row.id), number=message.number)
    return message


def _direction(text: str) -> str:
    """Direction of the first letter that has one."""
    for character in text:
        if "\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc":
            return "rtl"
        if character.isalpha():
            return "ltr"
    return "ltr"
