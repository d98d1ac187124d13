"""Concepts are found in what people type: as words, stems and phrases, in any language, and nowhere else."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.concepts import Lexicon, read_forms
from nlu.normalise import words

LEXICON = Lexicon(
    [
        ("deposit", "kaution*"), ("deposit", "залог*"), ("deposit", "تأمين"), ("rent", "miet*"), ("rent", "kira"),
        ("at-home", "zu haus*"), ("card", "страхов* карт*"), ("city", "مدينة"), ("paper", "kağıd*"), ("dog", "hund"),
        ("hundred", "hundert"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "concepts"),
    [
        ("Wann kriege ich meine KAUTION zurück?", ["deposit"]),
        ("Kautionen", ["deposit"]),
        ("de залогът е голям", ["deposit"]),
        ("ich bin zuhause", []),
        ("ich bin zu Hause", ["at-home"]),
        ("Потерял страховую карточку", ["card"]),
        ("страхова без карти", []),
        ("في المدينة", ["city"]),
        ("وبالمدينة", ["city"]),
        ("والمدينة", ["city"]),
        ("KAGIDIM yok", ["paper"]),
        ("hundert", ["hundred"]),
        ("hunde", []),
        ("Wohnungskaution", ["deposit"]),
        ("Untermietvertrag", ["rent"]),
        ("Miete und Kaution, Miete!", ["rent", "deposit", "rent"]),
        ("", []),
    ],
)
def test_a_text_becomes_its_concepts(text: str, concepts: list[str]) -> None:
    assert LEXICON.find(words(text)) == concepts


def test_two_concepts_may_share_a_word() -> None:
    lexicon = Lexicon([("bench", "bank*"), ("bank", "bank")])
    assert lexicon.of_word("bank") == ("bank", "bench")
    assert lexicon.of_word("banken") == ("bench",)


def test_the_longest_stem_wins() -> None:
    lexicon = Lexicon([("to-rent", "miet*"), ("tenant", "mieter*")])
    assert lexicon.of_word("mieterin") == ("tenant",)


def test_a_stored_lexicon_finds_the_same() -> None:
    again = Lexicon.from_state(json.loads(json.dumps(LEXICON.state())))
    text = words("Miete, Kaution, zu Hause, страховая карта, المدينة")
    assert again.find(text) == LEXICON.find(text) != []


def test_lines_are_read_with_their_numbers() -> None:
    body = "# comment\n\ndeposit: Kaution*, zu hinterlegendes Geld ,\nempty:\n"
    assert list(read_forms(body)) == [
        (3, "deposit", ("Kaution*", "zu hinterlegendes Geld")),
        (4, "empty", ()),
    ]


@given(st.lists(st.text(max_size=30), max_size=30))
def test_any_text_has_concepts_we_know_or_none(texts: list[str]) -> None:
    assert {"deposit", "rent"} >= set(Lexicon([("deposit", "kaution*"), ("rent", "rent* it")]).find(texts))
