"""Days and times as people read them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.local_time import day_bounds, format_day, format_moment, format_time, local_day

LANGUAGES = ("de", "en", "ar", "uk", "ru", "tr", "ro", "bg", "fa", "fr")
FRIDAY = date(2026, 11, 20)
HALF_PAST_TWO = datetime(2026, 11, 20, 13, 30, tzinfo=UTC)


def test_a_german_day_has_its_weekday() -> None:
    assert format_day(FRIDAY, "de") == "Freitag, 20. November 2026"


def test_an_english_day_comes_before_its_month() -> None:
    assert format_day(FRIDAY, "en", style="long") == "20 November 2026"


def test_an_arabic_day_has_western_digits() -> None:
    assert format_day(FRIDAY, "ar") == "الجمعة، 20 نوفمبر 2026"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_shows_ascii_digits_only(language: str) -> None:
    text = format_moment(HALF_PAST_TWO, language)

    assert {sign for sign in text if sign.isdigit()} <= set("0123456789")
    assert "2026" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_times_are_local_on_the_24_hour_clock(language: str) -> None:
    assert format_time(HALF_PAST_TWO, language) == "14:30"


def test_a_moment_is_day_and_time() -> None:
    assert format_moment(HALF_PAST_TWO, "de") == "Freitag, 20. November 2026, 14:30"


def test_a_late_evening_in_utc_is_the_next_local_day() -> None:
    assert local_day(datetime(2026, 11, 20, 23, 30, tzinfo=UTC)) == date(2026, 11, 21)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 29), 23), (date(2026, 10, 25), 25), (FRIDAY, 24)])
def test_a_local_day_is_as_long_as_the_clocks_say(day: date, hours: int) -> None:
    start, end = day_bounds(day)

    assert end - start == timedelta(hours=hours)


def test_the_hour_that_happens_twice_is_shown_twice() -> None:
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)

    assert format_time(first, "de") == format_time(first + timedelta(hours=1), "de") == "02:30"


def test_an_unknown_language_reads_english() -> None:
    assert format_day(FRIDAY, "xx") == "Friday, 20 November 2026"
