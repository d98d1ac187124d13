"""Instants and days as people read them: local time, their language, Western digits, the 24-hour clock."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime

DayStyle = Literal["full", "long", "medium", "short"]

OFFICE_TIMEZONE = ZoneInfo("Europe/Berlin")

LOCALES = {"en": "en_GB"}
"""Locales other than the language's own: day before month, as offices here write it."""

WESTERN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def locale_of(language: str) -> Locale:
    """Babel's locale for a language code; English for a code it does not know."""
    try:
        return Locale.parse(LOCALES.get(language, language), sep="_")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(LOCALES["en"])


def local(moment: datetime, timezone: ZoneInfo = OFFICE_TIMEZONE) -> datetime:
    """An aware instant on the clock of the offices."""
    return moment.astimezone(timezone)


def local_day(moment: datetime, timezone: ZoneInfo = OFFICE_TIMEZONE) -> date:
    """The day an aware instant falls on at the offices."""
    return moment.astimezone(timezone).date()


def day_bounds(day: date, timezone: ZoneInfo = OFFICE_TIMEZONE) -> tuple[datetime, datetime]:
    """First instant of a local day and of the next one, in UTC: 23 or 25 hours apart when clocks change."""
    first = datetime.combine(day, time(), tzinfo=timezone)
    following = datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone)
    return first.astimezone(UTC), following.astimezone(UTC)


def format_day(day: date, language: str, *, style: DayStyle = "full") -> str:
    """A local day in words, with its weekday when `style` is full: "Freitag, 20. November 2026"."""
    return format_date(day, format=style, locale=locale_of(language)).translate(WESTERN_DIGITS)


def format_time(moment: datetime, language: str, timezone: ZoneInfo = OFFICE_TIMEZONE) -> str:
    """The local time of an aware instant: "09:30", in every language as offices print it."""
    text = format_datetime(moment.astimezone(timezone), "HH:mm", locale=locale_of(language))
    return text.translate(WESTERN_DIGITS)


def format_moment(
    moment: datetime, language: str, timezone: ZoneInfo = OFFICE_TIMEZONE, *, style: DayStyle = "full"
) -> str:
    """Local day and time of an aware instant: "Freitag, 20. November 2026, 09:30"."""
    comma = "،" if locale_of(language).text_direction == "rtl" else ","
    day = format_day(local_day(moment, timezone), language, style=style)
    return f"{day}{comma} {format_time(moment, language, timezone)}"
