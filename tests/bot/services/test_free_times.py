"""Free times equal the weekly rule on the wall clock, whatever the clocks do, and never what is taken."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content.services_file import (
    WEEKDAYS,
    Block,
    CounsellorPlan,
    Desk,
    Offer,
    Office,
    PublicHolidays,
    ServicesFile,
    Span,
)
from bot.services.free_times import Busy, free_times, offered_days, reached_at, shown_at

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


def plan_of(
    offer: Offer,
    blocks: Sequence[Block],
    *,
    absences: Sequence[Span] = (),
    closed_days: Sequence[Span] = (),
    holidays: str = "NW",
) -> ServicesFile:
    """One counsellor who works these hours every day of the week."""
    weekly = {weekday: tuple(blocks) for weekday in WEEKDAYS}
    counsellor = CounsellorPlan("one", "Beratung 1", ("de",), ("talk",), {"here": weekly}, tuple(absences))
    return ServicesFile(
        {"talk": offer},
        {"here": Office("here", "Platz 1")},
        {"one": counsellor},
        Desk(weekly),
        PublicHolidays("DE", holidays),
        tuple(closed_days),
    )


def offer_of(
    minutes: int = 45, *, before: int = 0, after: int = 15, notice: int = 0, horizon: int = 28
) -> Offer:
    return Offer(
        id="talk",
        minutes=minutes,
        notice_hours=notice,
        horizon_days=horizon,
        open_limit=1,
        offices=("here",),
        buffer_before=before,
        buffer_after=after,
    )


def block(opens: str, closes: str) -> Block:
    return Block(time.fromisoformat(opens), time.fromisoformat(closes))


def free_on(
    plan: ServicesFile,
    day: date,
    *,
    busy: Busy | None = None,
    now: datetime | None = None,
    tz: ZoneInfo = BERLIN,
) -> list[tuple[datetime, datetime]]:
    moment = now or datetime.combine(day - 2 * DAY, time(12), UTC)
    taken = {} if busy is None else {"one": busy}
    offer = plan.services["talk"]
    found = free_times(plan, offer, plan.counsellors.values(), taken, day=day, now=moment, tz=tz)
    assert all(free.day == day for free in found)
    return [(free.starts_at, free.ends_at) for free in found]


def clocks(times: Sequence[tuple[datetime, datetime]], tz: ZoneInfo = BERLIN) -> list[str]:
    return [f"{start.astimezone(tz):%H:%M}" for start, _ in times]


def test_talks_follow_each_other_on_a_grid_of_talk_and_buffers() -> None:
    plan = plan_of(offer_of(45, after=15), [block("09:00", "12:30"), block("13:30", "16:00")])

    assert clocks(free_on(plan, date(2026, 11, 20))) == ["09:00", "10:00", "11:00", "13:30", "14:30"]


def test_the_grid_is_rounded_up_to_a_quarter_of_an_hour() -> None:
    plan = plan_of(offer_of(40, before=5, after=10), [block("09:00", "12:00")])

    assert clocks(free_on(plan, date(2026, 11, 20))) == ["09:00", "10:00", "11:00"]


def test_a_talk_may_end_exactly_with_its_block_and_not_a_minute_later() -> None:
    day = date(2026, 11, 20)

    assert clocks(free_on(plan_of(offer_of(60), [block("09:00", "10:00")]), day)) == ["09:00"]
    assert clocks(free_on(plan_of(offer_of(60), [block("09:00", "09:59")]), day)) == []


def test_a_time_that_the_clocks_jump_over_is_not_offered() -> None:
    plan = plan_of(offer_of(45), [block("00:00", "06:00")])

    assert clocks(free_on(plan, SPRING)) == ["00:00", "01:00", "03:00", "04:00", "05:00"]


def test_a_time_that_happens_twice_is_offered_once_the_first_time() -> None:
    times = free_on(plan_of(offer_of(45), [block("00:00", "06:00")]), AUTUMN)

    assert clocks(times) == ["00:00", "01:00", "02:00", "03:00", "04:00", "05:00"]
    assert times[2][0] == datetime(2026, 10, 25, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize("day", [SPRING, AUTUMN])
def test_a_talk_lasts_its_real_minutes_while_the_clocks_change(day: date) -> None:
    times = free_on(plan_of(offer_of(90), [block("00:00", "06:00")]), day)

    assert {end - start for start, end in times} == {timedelta(minutes=90)}


def test_a_talk_does_not_run_past_a_block_that_the_change_made_shorter() -> None:
    plan = plan_of(offer_of(90, after=0), [block("01:30", "03:30")])

    assert clocks(free_on(plan, date(2026, 3, 28))) == ["01:30"]
    assert clocks(free_on(plan, SPRING)) == []


@pytest.mark.parametrize("minute", [0, 1, 30, 59])
def test_a_block_that_ends_in_the_jump_ends_with_it(minute: int) -> None:
    assert reached_at(SPRING, time(2, minute), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)


def every_day(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


def test_on_every_day_of_two_years_the_times_are_the_weekly_rule() -> None:
    rule = ["00:15", "01:15", "02:15", "03:15", "09:00", "10:00", "13:30", "14:30"]
    hours = [block("00:15", "04:15"), block("09:00", "11:00"), block("13:30", "15:30")]
    absence = Span(date(2026, 7, 6), date(2026, 7, 17))
    plan = plan_of(offer_of(45), hours, absences=[absence])
    jumped = {date(2026, 3, 29), date(2027, 3, 28)}
    holidays = {
        *(
            date(2026, month, day)
            for month, day in ((1, 1), (4, 3), (4, 6), (5, 1), (5, 14), (5, 25), (6, 4))
        ),
        *(date(2026, month, day) for month, day in ((10, 3), (11, 1), (12, 25), (12, 26))),
        *(
            date(2027, month, day)
            for month, day in ((1, 1), (3, 26), (3, 29), (5, 1), (5, 6), (5, 17), (5, 27))
        ),
        *(date(2027, month, day) for month, day in ((10, 3), (11, 1), (12, 25), (12, 26))),
    }

    for day in every_day(date(2026, 1, 1), date(2027, 12, 31)):
        expected = [clock for clock in rule if not (day in jumped and clock == "02:15")]
        if day in holidays or day in absence:
            expected = []
        times = free_on(plan, day)
        assert clocks(times) == expected, day
        assert {start.astimezone(BERLIN).date() for start, _ in times} <= {day}


@pytest.mark.parametrize("zone", ["America/St_Johns", "Asia/Tehran", "Australia/Lord_Howe", "Pacific/Apia"])
def test_other_zones_follow_the_rule_too(zone: str) -> None:
    tz = ZoneInfo(zone)
    plan = plan_of(offer_of(45), [block("09:00", "12:00")])

    for day in every_day(date(2026, 2, 1), date(2026, 11, 30)):
        if not plan.closed(day):
            assert clocks(free_on(plan, day, tz=tz), tz) == ["09:00", "10:00", "11:00"], day


def test_a_closed_day_has_no_times() -> None:
    day = date(2026, 11, 20)
    plan = plan_of(offer_of(), [block("09:00", "12:00")], closed_days=[Span(day, day)])

    assert free_on(plan, day) == []
    assert free_on(plan, day + DAY) != []


def test_the_notice_is_counted_in_real_hours() -> None:
    plan = plan_of(offer_of(notice=24), [block("09:00", "12:00")])
    now = datetime(2026, 10, 24, 10, 0, tzinfo=BERLIN)  # 24 real hours before 09:00 of a day with 25

    assert clocks(free_on(plan, AUTUMN, now=now)) == ["09:00", "10:00", "11:00"]
    assert clocks(free_on(plan, AUTUMN, now=now + MINUTE)) == ["10:00", "11:00"]


def test_days_are_offered_from_the_end_of_the_notice_to_the_horizon() -> None:
    now = datetime(2026, 11, 20, 22, 30, tzinfo=UTC)  # 23:30 at the offices
    plan = plan_of(offer_of(notice=1, horizon=3), [block("00:00", "12:00")])
    days = list(offered_days(plan.services["talk"], now=now, tz=BERLIN))

    assert days == [date(2026, 11, number) for number in (21, 22, 23)]
    assert free_on(plan, date(2026, 11, 23), now=now) != []
    assert free_on(plan, date(2026, 11, 24), now=now) == []


def test_taken_time_blocks_with_the_buffers_of_the_new_talk() -> None:
    plan = plan_of(offer_of(30, before=15, after=15), [block("09:00", "13:00")])
    day = date(2026, 11, 20)
    taken = Busy(
        [(datetime(2026, 11, 20, 10, 30, tzinfo=BERLIN), datetime(2026, 11, 20, 10, 45, tzinfo=BERLIN))]
    )

    assert clocks(free_on(plan, day)) == ["09:00", "10:00", "11:00", "12:00"]
    assert clocks(free_on(plan, day, busy=taken)) == ["09:00", "11:00", "12:00"]


ZONES = ("Europe/Berlin", "America/St_Johns", "Asia/Tehran", "Australia/Lord_Howe")
CHANGE_DAYS = (
    SPRING,
    AUTUMN,
    date(2026, 3, 8),
    date(2026, 11, 1),
    date(2026, 4, 5),
    date(2026, 10, 4),
    date(2021, 3, 22),
    date(2021, 9, 21),
    date(2021, 9, 22),
)

clock_times = st.builds(time, st.integers(0, 23), st.sampled_from((0, 10, 15, 30, 45, 59)))


@st.composite
def days_blocks(draw: st.DrawFn) -> list[Block]:
    ends = sorted(draw(st.sets(clock_times, min_size=2, max_size=6)))
    return [Block(opens, closes) for opens, closes in zip(ends[::2], ends[1::2], strict=False)]


@st.composite
def taken_ranges(draw: st.DrawFn) -> list[tuple[int, int]]:
    begins = draw(st.lists(st.integers(-120, 26 * 60), max_size=5))
    return [(begin, begin + draw(st.integers(1, 180))) for begin in begins]


def slow_model(
    offer: Offer,
    blocks: Sequence[Block],
    taken: Sequence[tuple[datetime, datetime]],
    *,
    day: date,
    now: datetime,
    tz: ZoneInfo,
) -> list[tuple[datetime, datetime]]:
    """Walks over every minute with a clock in hand; asks only what a clock shows, never when it shows something."""
    first = datetime.combine(day, time(), UTC) - 15 * timedelta(hours=1)
    minutes = [first + number * MINUTE for number in range(60 * 60)]
    shown = [moment.astimezone(tz).replace(tzinfo=None) for moment in minutes]
    step = offer.buffer_before + offer.minutes + offer.buffer_after
    while step % 15:
        step += 1
    offered = []
    for hours in blocks:
        wall, closes = datetime.combine(day, hours.opens), datetime.combine(day, hours.closes)
        closes_at = next(moment for moment, clock in zip(minutes, shown, strict=True) if clock >= closes)
        while wall < closes:
            starts_at = next((m for m, clock in zip(minutes, shown, strict=True) if clock == wall), None)
            wall += step * MINUTE
            if starts_at is None or starts_at < now + timedelta(hours=offer.notice_hours):
                continue
            ends_at = starts_at + offer.minutes * MINUTE
            minute, clash = starts_at - offer.buffer_before * MINUTE, False
            while minute < ends_at + offer.buffer_after * MINUTE:
                clash = clash or any(begin <= minute < end for begin, end in taken)
                minute += MINUTE
            if ends_at <= closes_at and not clash:
                offered.append((starts_at, ends_at))
    return sorted(offered)


@settings(max_examples=150, deadline=None)
@given(
    zone=st.sampled_from(ZONES),
    day=st.one_of(st.sampled_from(CHANGE_DAYS), st.dates(date(2026, 1, 1), date(2027, 12, 31))),
    blocks=days_blocks(),
    minutes=st.integers(5, 150),
    before=st.integers(0, 40),
    after=st.integers(0, 40),
    notice=st.integers(0, 30),
    ago=st.integers(0, 40 * 60),
    taken=taken_ranges(),
)
def test_free_times_are_those_of_a_plain_slow_model(
    zone: str,
    day: date,
    blocks: list[Block],
    minutes: int,
    before: int,
    after: int,
    notice: int,
    ago: int,
    taken: list[tuple[int, int]],
) -> None:
    tz = ZoneInfo(zone)
    offer = offer_of(minutes, before=before, after=after, notice=notice)
    plan = plan_of(offer, blocks)
    midnight = datetime.combine(day, time(), UTC)
    now = midnight + 12 * timedelta(hours=1) - ago * MINUTE
    ranges = [(midnight + begin * MINUTE, midnight + end * MINUTE) for begin, end in taken]

    times = free_on(plan, day, busy=Busy(ranges), now=now, tz=tz)

    expected = slow_model(offer, blocks, ranges, day=day, now=now, tz=tz)
    assert times == ([] if plan.closed(day) else expected)


@given(taken=taken_ranges(), begin=st.integers(-200, 1600), length=st.integers(1, 100))
def test_taken_time_overlaps_when_any_of_its_minutes_does(
    taken: list[tuple[int, int]], begin: int, length: int
) -> None:
    zero = datetime(2026, 11, 20, tzinfo=UTC)
    busy = Busy([(zero + first * MINUTE, zero + last * MINUTE) for first, last in taken])
    minutes = set(range(begin, begin + length))

    overlaps = busy.overlaps(zero + begin * MINUTE, zero + (begin + length) * MINUTE)

    assert overlaps == any(minutes & set(range(first, last)) for first, last in taken)


def test_a_clock_shows_a_jumped_time_never() -> None:
    assert shown_at(SPRING, time(2, 30), BERLIN) is None
    assert shown_at(SPRING, time(3, 0), BERLIN) == datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
