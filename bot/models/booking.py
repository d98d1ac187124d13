"""Counsellors and the appointments that take their time."""

import uuid
from datetime import datetime

from sqlalchemy import ForeignKey, Identity, Index, Integer, text
from sqlalchemy.dialects.postgresql import TSTZRANGE, ExcludeConstraint, Range
from sqlalchemy.orm import Mapped, mapped_column

from bot.models.base import Base


class CounsellorRow(Base):
    """A member of staff whose time is booked; `key` is its name in services.yml."""

    __tablename__ = "counsellors"

    id: Mapped[int] = mapped_column(Integer, Identity(), primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)


class AppointmentRow(Base):
    """A booked time. `during` is what it blocks, buffers included; `[starts_at, ends_at)` is the talk itself.

    `status` is `held`, `confirmed` or `cancelled`; cancelled rows stay as history. No two rows that are held or
    confirmed may overlap for the same counsellor.
    """

    __tablename__ = "appointments"
    __table_args__ = (
        ExcludeConstraint(
            (text("int4range(counsellor_id, counsellor_id, '[]')"), "="),
            ("during", "&&"),
            where=text("status IN ('held', 'confirmed')"),
            using="gist",
            name="ex_appointments_counsellor",
        ),
        Index("ix_appointments_day", "starts_at"),
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    conversation_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey("conversations.id", ondelete="SET NULL"), index=True
    )
    service: Mapped[str]
    office: Mapped[str]
    counsellor_id: Mapped[int] = mapped_column(ForeignKey("counsellors.id"))
    language: Mapped[str]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    during: Mapped[Range[datetime]] = mapped_column(TSTZRANGE)
    status: Mapped[str]
    held_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    cancelled_at: Mapped[datetime | None]
    cancelled_by: Mapped[str | None]
