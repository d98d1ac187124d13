"""Who owned a conversation when, and what staff wrote for each other."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity
from sqlalchemy.orm import Mapped, mapped_column

from bot.encryption import Encrypted
from bot.models.base import Base


class HandoverEventRow(Base):
    """One change of owner; appended, never changed. `reason` is a word such as `asked`, `not-understood`, `safety`."""

    __tablename__ = "handover_events"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    at: Mapped[datetime]
    from_owner: Mapped[str]
    to_owner: Mapped[str]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    reason: Mapped[str]


class NoteRow(Base):
    """What staff write for each other; never sent to the person."""

    __tablename__ = "notes"

    id: Mapped[int] = mapped_column(BigInteger, Identity(), primary_key=True)
    conversation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    member_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    at: Mapped[datetime]
    body: Mapped[Any] = mapped_column(Encrypted)
