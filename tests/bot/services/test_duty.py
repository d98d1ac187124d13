"""When the desk opens again, on the wall clock of the offices."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.content.services_file import ServicesFile, parse
from bot.services.duty import desk_opens_at

BERLIN = ZoneInfo("Europe/Berlin")


def plan(weekly: str, closed_days: str = "[]") -> ServicesFile:
    return parse(
        f"""
services: {{talk: {{minutes: 30, notice_hours: 0, horizon_days: 7, open_limit: 1, offices: [here]}}}}
offices: {{here: {{address: Platz 1}}}}
counsellors:
  one: {{name: Eins, languages: [de], services: [talk], weekly: {{here: {{mon: ["09:00-12:00"]}}}}}}
desk: {{weekly: {weekly}}}
closed_days: {closed_days}
holidays: {{country: DE, state: NW}}
"""
    )


OFFICE_HOURS = plan(
    '{mon: ["08:30-12:30", "13:00-16:00"], tue: ["08:30-12:30"], thu: ["08:30-17:30"], fri: ["08:30-12:30"]}'
)
ALL_NIGHT = plan('{sat: ["00:30-05:00"], sun: ["00:30-05:00"]}')


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    "now", ["2026-11-23T08:30", "2026-11-23T12:29", "2026-11-23T13:00", "2026-11-23T15:59"]
)
def test_within_its_hours_the_desk_is_open(now: str) -> None:
    assert desk_opens_at(OFFICE_HOURS, at(now), BERLIN) is None


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        ("2026-11-23T08:29", "2026-11-23T08:30"),  # before opening
        ("2026-11-23T12:30", "2026-11-23T13:00"),  # at the start of the break
        ("2026-11-23T16:00", "2026-11-24T08:30"),  # closed for the day
        ("2026-11-24T13:00", "2026-11-26T08:30"),  # a day without hours comes next
        ("2026-11-27T20:00", "2026-11-30T08:30"),  # over the weekend
        ("2026-12-24T18:00", "2026-12-28T08:30"),  # over public holidays
        ("2026-04-02T18:00", "2026-04-07T08:30"),  # over Good Friday and Easter Monday
    ],
)
def test_outside_its_hours_the_desk_opens_with_its_next_block(now: str, opens: str) -> None:
    assert desk_opens_at(OFFICE_HOURS, at(now), BERLIN) == at(opens)


def test_a_closed_day_is_skipped() -> None:
    closed = plan('{mon: ["08:30-12:30"], tue: ["08:30-12:30"]}', '["2026-11-23", "2026-11-24..2026-12-02"]')

    assert desk_opens_at(closed, at("2026-11-23T09:00"), BERLIN) == at("2026-12-07T08:30")


@pytest.mark.parametrize(("day", "utc"), [("2026-03-29", "22:30"), ("2026-10-25", "23:30")])
def test_the_opening_keeps_its_wall_clock_after_the_clocks_changed(day: str, utc: str) -> None:
    """The night before is an hour shorter or longer; half past midnight still is half past midnight."""
    evening = at(f"{day}T00:00") - timedelta(hours=3)

    opens = desk_opens_at(ALL_NIGHT, evening, BERLIN)

    assert opens == at(f"{day}T00:30")


@pytest.mark.parametrize(("day", "hours"), [("2026-03-28", 4.5), ("2026-03-29", 3.5), ("2026-10-25", 5.5)])
def test_the_desk_is_open_as_long_as_the_clocks_make_it(day: str, hours: float) -> None:
    start = at(f"{day}T00:30").astimezone(UTC)
    minutes = (start + timedelta(minutes=number) for number in range(-30, 8 * 60))

    open_minutes = [minute for minute in minutes if desk_opens_at(ALL_NIGHT, minute, BERLIN) is None]

    assert open_minutes[0] == start
    assert len(open_minutes) == hours * 60


def test_a_block_within_the_jumped_hour_is_not_an_opening() -> None:
    night = plan('{sun: ["02:10-02:50"]}')

    assert desk_opens_at(night, at("2026-03-28T12:00"), BERLIN) == at("2026-04-05T02:10")
