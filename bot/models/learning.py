"""Models being made from the examples, and what people said that no model understood."""

import uuid
from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Identity, Integer, LargeBinary, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from bot.encryption import Encrypted
from bot.models.base import Base


class TrainingRow(Base):
    """One model put into use, or the attempt.

    `kind` is `train`, `back` (an older model again) or `first` (found in use). `state` goes `waiting` -> `training` ->
    `scoring` -> `loading` -> `live`, or ends as `refused` or `failed` with a `reason` and its `detail` (codes and
    numbers). `under_way` is true until it has ended, then null: the unique key lets one run at a time. `content` names
    the exact examples it was made from. `scores` are the model's, `compared` those of the model in use before, on the
    same sentences. `asked_by` is null for an operator's command.
    """

    __tablename__ = "trainings"
    __table_args__ = (UniqueConstraint("under_way"),)

    id: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    kind: Mapped[str]
    state: Mapped[str]
    under_way: Mapped[bool | None]
    asked_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    asked_at: Mapped[datetime]
    began_at: Mapped[datetime | None]
    seen_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    model: Mapped[str | None]
    content: Mapped[str | None]
    reason: Mapped[str | None]
    detail: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)
    scores: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    compared: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))


class WorklistRow(Base):
    """Something said that was not understood, or whose answer did not help; without anything that names a person.

    There is no conversation, no channel and no time of day: nothing leads back to who said it. `sentence_hash` is a
    keyed hash that makes the same thing said again count here. `kind` is `not-understood`, `unavailable` (nobody was
    there to understand it), `rejected` ("did you mean" and it was none of these) or `not-helpful`. `intents` are what
    it was taken for. `state` is `open`, `taken` (an example of `intent` now, as `example` in `language`) or
    `dismissed`.
    """

    __tablename__ = "worklist"
    __table_args__ = (UniqueConstraint("sentence_hash"),)

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    sentence_hash: Mapped[bytes] = mapped_column(LargeBinary)
    sentence: Mapped[Any] = mapped_column(Encrypted)
    language: Mapped[str]
    kind: Mapped[str]
    intents: Mapped[list[Any]] = mapped_column(JSONB, default=list)
    count: Mapped[int] = mapped_column(default=1)
    first_on: Mapped[date]
    last_on: Mapped[date] = mapped_column(index=True)
    state: Mapped[str] = mapped_column(default="open")
    intent: Mapped[str | None]
    example: Mapped[Any | None] = mapped_column(Encrypted)
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id", ondelete="SET NULL"))
    settled_at: Mapped[datetime | None]
