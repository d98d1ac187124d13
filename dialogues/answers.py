"""Read a number, a day, yes or no, or a choice out of a turn. None means: it is not there."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from babel import Locale, localedata

from dialogues.turn import Turn

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
NUMBER = re.compile(r"\s*([+-]?\d{1,9})\s*")
DAY_FIRST = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})\s*[./\- ]\s*(\d{4}|\d{2})")
YEAR_FIRST = re.compile(r"(\d{4})\s*[./\- ]\s*(\d{1,2})(?:\s*[./\- ]\s*(\d{1,2}))?")
MONTH_ONLY = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{4}|\d{2})")
YEAR_ONLY = re.compile(r"(\d{4})")


def plain(text: str) -> str:
    """Text as it is compared: compatibility form, folded case, western digits, no invisible characters."""
    folded = INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold().strip(" \t\n.!?،؟")
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in folded)


def yes_no(turn: Turn) -> bool | None:
    """True, False, or None when the turn says neither."""
    if turn.pick in ("yes", "no"):
        return turn.pick == "yes"
    return {"do/affirm": True, "do/deny": False}.get(turn.intent or "")


def number(text: str) -> int | None:
    """A whole number in any digits."""
    found = NUMBER.fullmatch(plain(text))
    return int(found[1]) if found else None


def day(text: str, language: str) -> date | None:
    """A day written in digits or with a month's name; a month alone is its first day, a year alone its first."""
    written = plain(text)
    if found := DAY_FIRST.fullmatch(written):
        return _date(_year(found[3]), int(found[2]), int(found[1]))
    if found := YEAR_FIRST.fullmatch(written):
        return _date(int(found[1]), int(found[2]), int(found[3] or 1))
    if found := MONTH_ONLY.fullmatch(written):
        return _date(_year(found[2]), int(found[1]), 1)
    if found := YEAR_ONLY.fullmatch(written):
        return _date(int(found[1]), 1, 1)
    return _day_with_month_name(written, language)


def _day_with_month_name(written: str, language: str) -> date | None:
    words = re.findall(r"[^\W\d_]+", written)
    numbers = [int(digits) for digits in re.findall(r"\d{1,4}", written)]
    months = {month for word in words if (month := _month_names(language).get(word))}
    years = [n for n in numbers if n > 31]
    days = [n for n in numbers if n <= 31]
    if len(months) != 1 or len(years) != 1 or len(days) > 1:
        return None
    return _date(years[0], months.pop(), days[0] if days else 1)


@cache
def _month_names(language: str) -> Mapping[str, int]:
    """Names of the months in all regions of a language, folded."""
    names: dict[str, int] = {}
    for locale in _locales(language):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in locale.months[context][width].items():
                    for word in re.findall(r"[^\W\d_]+", plain(name)):
                        names.setdefault(word, month)
    return names


def _locales(language: str) -> Iterator[Locale]:
    for identifier in sorted(localedata.locale_identifiers()):
        if identifier == language or identifier.startswith(f"{language}_"):
            yield Locale.parse(identifier)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _date(year: int, month: int, day_of_month: int) -> date | None:
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def numbered(text: str, choices: Sequence[str]) -> str | None:
    """The choice whose place in the list, counted from one, was typed."""
    place = number(text)
    return choices[place - 1] if place is not None and 1 <= place <= len(choices) else None
