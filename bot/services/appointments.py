"""Appointments as they stand: a person's own, and the day list of staff."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from bot.content.services_file import ServicesFile
from bot.local_time import day_bounds
from bot.models import AppointmentRow, CounsellorRow
from dialogues.services import Appointment


@dataclass(frozen=True)
class DayAppointment:
    """An appointment as staff see it. `counsellor` is the key, `counsellor_name` the shown name.

    `status` is `held`, `confirmed` or `cancelled`. Instants are aware UTC. No conversation: the person was erased.
    """

    id: str
    service: str
    office: str
    counsellor: str
    counsellor_name: str
    language: str
    conversation_id: uuid.UUID | None
    starts_at: datetime
    ends_at: datetime
    status: str


def appointments(
    session: Session, plan: ServicesFile, conversation_id: uuid.UUID, *, now: datetime
) -> list[Appointment]:
    """The person's confirmed appointments that are not over, soonest first."""
    rows = _with_counsellors(session, open_of(conversation_id, now), AppointmentRow.status == "confirmed")
    return [as_appointment(row, shown_name(plan, key)) for row, key in rows]


def of_day(session: Session, plan: ServicesFile, day: date, tz: ZoneInfo) -> list[DayAppointment]:
    """Everything that begins on that local day, cancelled ones included, by time and counsellor."""
    begins, ends = day_bounds(day, tz)
    rows = _with_counsellors(session, AppointmentRow.starts_at >= begins, AppointmentRow.starts_at < ends)
    return [
        DayAppointment(
            id=str(row.id),
            service=row.service,
            office=row.office,
            counsellor=key,
            counsellor_name=shown_name(plan, key),
            language=row.language,
            conversation_id=row.conversation_id,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            status=row.status,
        )
        for row, key in rows
    ]


def as_appointment(row: AppointmentRow, counsellor: str) -> Appointment:
    """The row as dialogues see it, with the counsellor's shown name."""
    return Appointment(str(row.id), row.service, row.office, counsellor, row.starts_at, row.ends_at)


def shown_name(plan: ServicesFile, counsellor: str) -> str:
    """What people see for a counsellor's key: the name, or the key of one who is no longer in the file."""
    known = plan.counsellors.get(counsellor)
    return counsellor if known is None else known.name


def taking_time(now: datetime) -> ColumnElement[bool]:
    """Rows that keep others from the counsellor's time: confirmed, or held and not yet expired."""
    held = and_(AppointmentRow.status == "held", AppointmentRow.held_until > now)
    return or_(AppointmentRow.status == "confirmed", held)


def expired(now: datetime) -> ColumnElement[bool]:
    """Held rows that nobody confirmed in time."""
    return and_(AppointmentRow.status == "held", AppointmentRow.held_until <= now)


def open_of(conversation_id: uuid.UUID, now: datetime) -> ColumnElement[bool]:
    """Rows of that person that take time and are not over."""
    mine = AppointmentRow.conversation_id == conversation_id
    return and_(mine, AppointmentRow.ends_at > now, taking_time(now))


def _with_counsellors(session: Session, *which: ColumnElement[bool]) -> Sequence[tuple[AppointmentRow, str]]:
    statement = (
        select(AppointmentRow, CounsellorRow.key)
        .join(CounsellorRow, CounsellorRow.id == AppointmentRow.counsellor_id)
        .where(*which)
        .order_by(AppointmentRow.starts_at, CounsellorRow.key, AppointmentRow.created_at)
    )
    return [(row, key) for row, key in session.execute(statement)]
