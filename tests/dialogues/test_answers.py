"""Numbers, days and yes or no are read as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogues import answers


@pytest.mark.parametrize(
    ("written", "language", "meant"),
    [
        ("15.03.2024", "de", date(2024, 3, 15)),
        ("15/3/24", "en", date(2024, 3, 15)),
        ("2024-03-15", "en", date(2024, 3, 15)),
        ("03.2024", "de", date(2024, 3, 1)),
        ("03.24", "de", date(2024, 3, 1)),
        ("2024", "de", date(2024, 1, 1)),
        ("٠٣/٢٠٢٤", "ar", date(2024, 3, 1)),
        ("۱۵.۰۳.۲۰۲۴", "ar", date(2024, 3, 15)),
        ("März 2024", "de", date(2024, 3, 1)),
        ("15. märz 2024", "de", date(2024, 3, 15)),
        ("آذار 2024", "ar", date(2024, 3, 1)),
        ("مارس 2024", "ar", date(2024, 3, 1)),
        ("березень 2024", "uk", date(2024, 3, 1)),
        ("15 березня 2024", "uk", date(2024, 3, 15)),
        ("March 15, 2024", "en", date(2024, 3, 15)),
    ],
)
def test_a_day_is_read_as_it_is_written(written: str, language: str, meant: date) -> None:
    assert answers.day(written, language) == meant


@pytest.mark.parametrize(
    "written", ["31.02.2024", "13.2024", "morgen", "", "1.2.3.4", "99999", "März", "x" * 500]
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert answers.day(written, "de") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("3", 3), (" 12 ", 12), ("٣", 3), ("۱۲", 12), ("\u206612\u2069", 12), ("-1", -1)],
)
def test_a_number_is_read_in_any_digits(written: str, meant: int) -> None:
    assert answers.number(written) == meant


@pytest.mark.parametrize("written", ["", "drei", "3 4", "3,5", "1e3", "½"])
def test_what_is_no_whole_number_is_none(written: str) -> None:
    assert answers.number(written) is None


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    answers.number(text)
    for language in ("de", "ar", "uk"):
        answers.day(text, language)
