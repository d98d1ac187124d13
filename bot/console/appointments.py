"""Appointments of a day, on the clock of the offices."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.responses import Response

from bot.console.rendering import render
from bot.console.visit import Visit
from bot.local_time import day_bounds, local_day
from bot.models import AppointmentRow, CounsellorRow

PAGE = "/staff/appointments"

FIRST_DAY, LAST_DAY = date(2000, 1, 2), date(2999, 12, 30)


@dataclass(frozen=True)
class Line:
    """One appointment: `service`, `office` and `counsellor` are ids of services.yml."""

    id: uuid.UUID
    starts_at: datetime
    ends_at: datetime
    service: str
    office: str
    counsellor: str
    language: str
    status: str


def show(visit: Visit) -> Response:
    """The appointments of today or another day, of everybody or one counsellor."""
    zone = visit.runtime.settings.zone
    today = local_day(visit.now, zone)
    day = _day(visit.query.get("day")) or today
    with visit.runtime.database.session() as session:
        lines = of_day(session, day_bounds(day, zone))
    counsellors = sorted({line.counsellor for line in lines})
    wished = visit.query.get("counsellor") or None
    return render(
        visit,
        "appointments/day.html",
        place=PAGE,
        day=day,
        today=today,
        previous_day=day - timedelta(days=1),
        next_day=day + timedelta(days=1),
        lines=[line for line in lines if wished in (None, line.counsellor)],
        counsellors=counsellors,
        counsellor=wished or "",
        service_name=lambda service: visit.phrase(f"service-{service}-name"),
        office_name=lambda office: visit.phrase(f"office-{office}-name"),
        counsellor_name=lambda key: visit.counsellors().get(key, key),
    )


def of_day(session: Session, bounds: tuple[datetime, datetime]) -> Sequence[Line]:
    """Appointments that start within bounds, earliest first."""
    query = (
        select(AppointmentRow, CounsellorRow.key)
        .join(CounsellorRow, CounsellorRow.id == AppointmentRow.counsellor_id)
        .where(
            AppointmentRow.starts_at >= bounds[0],
            AppointmentRow.starts_at < bounds[1],
            AppointmentRow.status.in_(("confirmed", "cancelled")),
        )
        .order_by(AppointmentRow.starts_at, CounsellorRow.key, AppointmentRow.created_at)
    )
    return [
        Line(
            id=row.id,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            service=row.service,
            office=row.office,
            counsellor=key,
            language=row.language,
            status=row.status,
        )
        for row, key in session.execute(query)
    ]


def _day(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        return None
    return day if day and FIRST_DAY <= day <= LAST_DAY else None
