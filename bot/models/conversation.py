"""A conversation, its messages, and what is on its way in and out."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.encryption import Encrypted
from bot.models.base import Base


class ConversationRow(Base):
    """One ongoing talk with a person on one channel.

    `owner` is `assistant`, `waiting`, `staff` or `closed`; `member_id` is set exactly while it is `staff`.
    `last_number` is the number of the newest message, `asked_number` that of
    the last one with buttons and `asked_labels` their labels by payload. `state` is what the dialogues remember.
    """

    __tablename__ = "conversations"
    __table_args__ = (
        UniqueConstraint("channel", "address_hash"),
        Index("ix_conversations_owner", "owner", "waiting_since"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    channel: Mapped[str]
    place: Mapped[str] = mapped_column(default="")
    address_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    address: Mapped[Any | None] = mapped_column(Encrypted)
    language: Mapped[str]
    state: Mapped[Any] = mapped_column(Encrypted)
    owner: Mapped[str] = mapped_column(default="assistant")
    member_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    waiting_since: Mapped[datetime | None]
    waiting_reason: Mapped[str | None]
    alarm_at: Mapped[datetime | None]
    unread: Mapped[int] = mapped_column(default=0)
    last_number: Mapped[int] = mapped_column(default=0)
    asked_number: Mapped[int | None]
    asked_labels: Mapped[Any | None] = mapped_column(Encrypted)
    reachable: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
    last_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]


class MessageRow(Base):
    """One thing said, in or out. Partitioned by month of `at`.

    `sender` is `person`, `assistant`, `staff` or `system`. `body` is the worded message as the chat API shows it:
    text, html, language, direction, buttons, about, attachment.
    """

    __tablename__ = "messages"
    __table_args__ = {"postgresql_partition_by": "RANGE (at)"}

    conversation_id: Mapped[uuid.UUID] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(primary_key=True)
    sender: Mapped[str]
    member_id: Mapped[int | None]
    inbox_id: Mapped[int | None] = mapped_column(BigInteger)
    body: Mapped[Any] = mapped_column(Encrypted)


class InboxRow(Base):
    """One inbound message from arrival to answer; `(channel, external_hash)` makes a redelivery stop here.

    `body` is the stored Inbound. `answered_at` is set in the transaction that queues the replies.
    `problem` names why it could not be handled (`unparsable`, `failed`), for staff to see.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "external_hash"),
        Index("ix_inbox_unanswered", "conversation_id", "id", postgresql_where=text("answered_at IS NULL")),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    channel: Mapped[str]
    external_hash: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[Any] = mapped_column(Encrypted)
    received_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None]


class OutboxRow(Base):
    """One message on its way to a channel that has to be pushed to (Telegram).

    `state`: `queued` -> `sending` -> `sent`, or `failed` (given up, staff see it), or `uncertain` (it may have arrived:
    the connection or the process broke off after it was handed over; not sent again by itself, staff see it).
    `forget` rows and their conversation are deleted once delivered or given up.
    """

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_due", "channel", "next_try_at", postgresql_where=text("state IN ('queued', 'sending')")
        ),
    )

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    number: Mapped[int]
    channel: Mapped[str]
    address: Mapped[Any] = mapped_column(Encrypted)
    body: Mapped[Any] = mapped_column(Encrypted)
    state: Mapped[str] = mapped_column(default="queued")
    attempts: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    vendor_id: Mapped[str | None]
    problem: Mapped[str | None]
    forget: Mapped[bool] = mapped_column(default=False)


class ConsentRow(Base):
    """What a person agreed to: `text_hash` names the exact text in `language` they were shown."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    purpose: Mapped[str]
    language: Mapped[str]
    text_hash: Mapped[str]
    given_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class FeedbackRow(Base):
    """Whether an answer helped; carries nothing that names the person once the conversation is gone."""

    __tablename__ = "feedback"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    topic: Mapped[str]
    language: Mapped[str]
    helpful: Mapped[bool]
    at: Mapped[datetime]
