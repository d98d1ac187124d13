"""Free times: weekly rules by the wall clock become start times as instants. Pure: no database, no clock.

Start times of a block stand on a grid of the wall clock: from the block's opening, every (talk + buffers) minutes,
rounded up to a quarter of an hour. So the talks of one service follow each other without gaps that nobody can book, and
times are easy to say. A talk lasts real minutes and ends before the block does; only its buffers may reach beyond.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.content.services_file import WEEKDAYS, Block, CounsellorPlan, Offer, ServicesFile
from bot.local_time import local_day

QUARTER = 15
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)

Range = tuple[datetime, datetime]


@dataclass(frozen=True)
class FreeTime:
    """A talk that a counsellor could hold: aware UTC instants, and the local day it begins on."""

    counsellor: str
    office: str
    starts_at: datetime
    ends_at: datetime
    day: date


class Busy:
    """Half-open ranges of one counsellor's time that are taken, buffers included; they may overlap."""

    def __init__(self, ranges: Iterable[Range] = ()) -> None:
        self._begins: list[datetime] = []
        self._ends: list[datetime] = []
        for begin, end in sorted(ranges):
            if self._ends and begin <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._begins.append(begin)
                self._ends.append(end)

    def overlaps(self, begin: datetime, end: datetime) -> bool:
        """Whether any of `[begin, end)` is taken."""
        earlier = bisect_left(self._begins, end) - 1
        return earlier >= 0 and self._ends[earlier] > begin


NOTHING_TAKEN = Busy()


@lru_cache(maxsize=50_000)
def shown_at(day: date, clock: time, tz: ZoneInfo) -> datetime | None:
    """When the local clock shows that time, in UTC: the first time if it does so twice, None if it never does."""
    moment = datetime.combine(day, clock, tzinfo=tz).astimezone(UTC)
    exists = moment.astimezone(tz).replace(tzinfo=None) == datetime.combine(day, clock)
    return moment if exists else None


@lru_cache(maxsize=50_000)
def reached_at(day: date, clock: time, tz: ZoneInfo) -> datetime:
    """When the local clock first shows that time or, where it jumps over it, a later one; in UTC."""
    wall = datetime.combine(day, clock)
    while (moment := shown_at(wall.date(), wall.time(), tz)) is None:
        wall += MINUTE
    return moment


def blocked(offer: Offer, starts_at: datetime, ends_at: datetime) -> Range:
    """What a talk takes of the counsellor's time, buffers included."""
    return starts_at - offer.buffer_before * MINUTE, ends_at + offer.buffer_after * MINUTE


def offered_days(offer: Offer, *, now: datetime, tz: ZoneInfo) -> Iterator[date]:
    """The local days that can be booked now, soonest first."""
    last = local_day(now, tz) + offer.horizon_days * DAY
    day = local_day(_earliest(offer, now), tz)
    while day <= last:
        yield day
        day += DAY


def free_times(
    plan: ServicesFile,
    offer: Offer,
    counsellors: Iterable[CounsellorPlan],
    busy: Mapping[str, Busy],
    *,
    day: date,
    now: datetime,
    tz: ZoneInfo,
) -> list[FreeTime]:
    """What these counsellors could take on that local day, by start time and then as they are given.

    `busy` is their taken time by counsellor id. Nothing is offered on closed days and absences, before the notice is
    over or beyond the horizon.
    """
    if plan.closed(day) or day > local_day(now, tz) + offer.horizon_days * DAY:
        return []
    earliest = _earliest(offer, now)
    found = [
        free
        for counsellor in counsellors
        if not counsellor.absent(day)
        for free in _times_of(counsellor, offer, day, tz)
        if free.starts_at >= earliest
        and not busy.get(counsellor.id, NOTHING_TAKEN).overlaps(*blocked(offer, free.starts_at, free.ends_at))
    ]
    return sorted(found, key=lambda free: free.starts_at)


def _earliest(offer: Offer, now: datetime) -> datetime:
    return now.astimezone(UTC) + timedelta(hours=offer.notice_hours)


def _times_of(counsellor: CounsellorPlan, offer: Offer, day: date, tz: ZoneInfo) -> Iterator[FreeTime]:
    for office in offer.offices:
        for block in counsellor.weekly.get(office, {}).get(WEEKDAYS[day.weekday()], ()):
            for starts_at in _starts_in(block, offer, day, tz):
                yield FreeTime(counsellor.id, office, starts_at, starts_at + offer.talk, day)


def _starts_in(block: Block, offer: Offer, day: date, tz: ZoneInfo) -> Iterator[datetime]:
    needed = offer.buffer_before + offer.minutes + offer.buffer_after
    step = -(-needed // QUARTER) * QUARTER
    closes_at = reached_at(day, block.closes, tz)
    for minute in range(_minutes(block.opens), _minutes(block.closes), step):
        starts_at = shown_at(day, time(minute // 60, minute % 60), tz)
        if starts_at is not None and starts_at + offer.talk <= closes_at:
            yield starts_at


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
