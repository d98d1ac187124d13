"""Responses to the questionnaire."""

import uuid
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Identity
from sqlalchemy.orm import Mapped, mapped_column

from bot.encryption import Encrypted
from bot.models.base import Base


class ResponseRow(Base):
    """One person's answers to one version of a questionnaire. `way` is `alone`, `together` or `interview`."""

    __tablename__ = "responses"

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="CASCADE"), index=True
    )
    questionnaire: Mapped[str]
    version: Mapped[str]
    language: Mapped[str]
    way: Mapped[str] = mapped_column(default="alone")
    started_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]


class ResponseAnswerRow(Base):
    """One answer, in XLSForm's notation (codes, ISO dates, digits); `""` is a skipped question."""

    __tablename__ = "response_answers"

    response_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey("responses.id", ondelete="CASCADE"), primary_key=True
    )
    question: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(Encrypted)
    position: Mapped[int] = mapped_column(BigInteger, Identity())
    at: Mapped[datetime]
