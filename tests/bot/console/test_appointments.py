"""Appointments of a day on the clock of the offices."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.orm import Session

from bot.local_time import day_bounds, local_day
from bot.models import AppointmentRow, CounsellorRow, StaffRow
from bot.runtime import Runtime
from tests.bot.console.conftest import Cast


def book(
    session: Session, starts_at: datetime, *, counsellor: str = "counsellor-1", status: str = "confirmed"
) -> None:
    """An appointment of 45 minutes."""
    row = session.scalar(select(CounsellorRow).where(CounsellorRow.key == counsellor))
    if row is None:
        row = CounsellorRow(key=counsellor)
        session.add(row)
        session.flush()
    ends_at = starts_at + timedelta(minutes=45)
    session.add(
        AppointmentRow(
            service="first-interview",
            office="friedensplatz",
            counsellor_id=row.id,
            language="ar",
            starts_at=starts_at,
            ends_at=ends_at,
            during=Range(starts_at, ends_at),
            status=status,
            created_at=starts_at,
        )
    )


def times(page: str) -> list[str]:
    """Start times shown."""
    return re.findall(r'class="when"><time [^>]*>([^<]+)<', page)


def test_today_is_the_local_day(cast: Cast, console_runtime: Runtime) -> None:
    first, following = day_bounds(local_day(datetime.now(UTC)))
    with console_runtime.database.session() as session:
        for at in (first - timedelta(hours=1), first, following - timedelta(minutes=45), following):
            book(session, at)

    page = cast["counsellor"].get("/staff/appointments").text

    assert times(page) == ["00:00", "23:15"]
    assert re.search(r'Termine</span>\s*<span class="count">2<', page)


@pytest.mark.parametrize(("day", "hour", "shown"), [("2026-03-29", 7, "09:00"), ("2026-10-25", 8, "09:00")])
def test_times_are_right_on_the_days_the_clock_changes(
    cast: Cast, console_runtime: Runtime, day: str, hour: int, shown: str
) -> None:
    with console_runtime.database.session() as session:
        book(session, datetime.fromisoformat(day).replace(hour=hour, tzinfo=UTC))

    assert times(cast["counsellor"].get(f"/staff/appointments?day={day}").text) == [shown]


def test_an_appointment_says_service_language_counsellor_and_office(
    cast: Cast, console_runtime: Runtime
) -> None:
    with console_runtime.database.session() as session:
        book(session, datetime(2026, 11, 20, 9, tzinfo=UTC))
    services = console_runtime.content.current.services

    page = cast["counsellor"].get("/staff/appointments?day=2026-11-20").text

    wording = console_runtime.content.wording
    for shown in (
        wording.phrase("service-first-interview-name", "de"),
        wording.phrase("office-friedensplatz-name", "de"),
        services.counsellors["counsellor-1"].name,
        "Arabisch",
        "Freitag, 20. November 2026",
    ):
        assert shown in page


def test_held_times_are_not_appointments_and_cancelled_ones_are_marked(
    cast: Cast, console_runtime: Runtime
) -> None:
    with console_runtime.database.session() as session:
        book(session, datetime(2026, 11, 20, 9, tzinfo=UTC), status="held")
        book(session, datetime(2026, 11, 20, 12, tzinfo=UTC), status="cancelled")

    page = cast["counsellor"].get("/staff/appointments?day=2026-11-20").text

    assert times(page) == ["13:00"]
    assert "abgesagt" in page


def test_my_own_appointments_are_marked(cast: Cast, console_runtime: Runtime) -> None:
    browser = cast["counsellor"]
    with console_runtime.database.session() as session:
        session.scalars(
            select(StaffRow).where(StaffRow.name == "counsellor")
        ).one().counsellor = "counsellor-2"
        book(session, datetime(2026, 11, 20, 9, tzinfo=UTC))
        book(session, datetime(2026, 11, 20, 10, tzinfo=UTC), counsellor="counsellor-2")

    page = browser.get("/staff/appointments?day=2026-11-20").text

    assert page.count("Ihr Termin") == 1


@pytest.mark.parametrize("day", ["", "tomorrow", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_a_day_that_is_none_shows_today(cast: Cast, day: str) -> None:
    answer = cast["counsellor"].get(f"/staff/appointments?day={day}")

    assert answer.status_code == 200
    assert "Termine heute" in answer.text


def test_a_day_without_appointments_says_what_would_appear(cast: Cast) -> None:
    assert "Gebuchte Termine erscheinen hier" in cast["counsellor"].get("/staff/appointments").text
