"""When staff answer: the desk's weekly hours by the wall clock, without closed days and public holidays."""

from datetime import datetime, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.content.services_file import WEEKDAYS, ServicesFile
from bot.local_time import local_day
from bot.services.free_times import reached_at


def desk_opens_at(plan: ServicesFile, now: datetime, tz: ZoneInfo) -> datetime | None:
    """When staff are back, an aware UTC instant, or None while the desk is open."""
    today = local_day(now, tz)
    for days in count():
        day = today + timedelta(days=days)
        blocks = () if plan.closed(day) else plan.desk.weekly.get(WEEKDAYS[day.weekday()], ())
        for block in sorted(blocks, key=lambda block: block.opens):
            opens_at, closes_at = reached_at(day, block.opens, tz), reached_at(day, block.closes, tz)
            if now < opens_at < closes_at:
                return opens_at
            if opens_at <= now < closes_at:
                return None
    raise AssertionError("unreachable: a desk has weekly hours, and closed days end")
