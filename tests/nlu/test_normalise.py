"""What people type in many ways becomes one spelling."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.components.skeleton import skeleton
from nlu.normalise import normalise, visible, words

TEXT = st.text(max_size=60)


@settings(deadline=None)
@given(TEXT)
def test_normalising_again_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(TEXT)
def test_case_does_not_matter_to_words(text: str) -> None:
    folded = unicodedata.normalize("NFKC", text).casefold()
    assert words(folded) == words(text)


@settings(deadline=None)
@given(
    TEXT, st.sampled_from(["\u200b", "\u200f", "\u2067", "\u2069", "\ufeff", "\u00ad"]), st.integers(0, 60)
)
def test_invisible_characters_do_not_matter(text: str, invisible: str, place: int) -> None:
    assert visible(text[:place] + invisible + text[place:]) == visible(text)


@settings(deadline=None)
@given(TEXT)
def test_words_are_letters_and_digits_only(text: str) -> None:
    assert all(word and not any(character.isspace() for character in word) for word in words(text))


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("HALLOOOO", "hallo"),
        ("Straße", "STRASSE"),
        ("Ｔｅｒｍｉｎ", "Termin"),
        ("Müll", "Mull"),
        ("İstanbul ırmak", "istanbul irmak"),
        ("أريدُ مَوعِداً", "اريد موعدا"),
        ("شكراااااا", "شكرا"),
        ("الـعـربـيـة", "العربيه"),
        ("٢٣ مارس", "23 مارس"),
        ("۲۳", "23"),
        ("خانه‌ای", "خانهای"),
        ("їжа", "ЇЖА"),
        ("п'ять", "пʼять"),
        ("мiсто", "місто"),
        ("ґанок", "ганок"),
    ],
)
def test_different_spellings_become_the_same_words(typed: str, same: str) -> None:
    assert words(typed) == words(same)


def test_ukrainian_letters_keep_what_distinguishes_them() -> None:
    assert words("йод їжак") == ["йод", "їжак"]


@pytest.mark.parametrize(
    ("one", "other"), [("termin", "термін"), ("termin", "تيرمين"), ("shukran", "شكران"), ("7abibi", "حبيبي")]
)
def test_a_word_keeps_its_consonants_in_another_alphabet(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


def test_a_persian_verb_is_one_word_however_it_is_written() -> None:
    assert words("نمی خواهم") == words("نمی\u200cخواهم") == words("نمیخواهم")
