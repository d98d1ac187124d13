"""Noisy copies of examples look like what hurried people type, and never break."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from nlu.components.noise import latin, noisy
from nlu.normalise import words


@given(st.text(max_size=200), st.integers())
def test_a_copy_has_as_many_words_whatever_the_text(text: str, seed: int) -> None:
    spoken = words(text)
    assert len(noisy(spoken, Random(seed))) == len(spoken)


@given(st.integers())
def test_the_same_seed_makes_the_same_copy(seed: int) -> None:
    spoken = words("Мені потрібна довідка для школи моєї дитини")
    assert noisy(spoken, Random(seed)) == noisy(spoken, Random(seed))


def test_other_alphabets_are_typed_in_latin_letters() -> None:
    spellings = {latin(word, Random(seed)) for word in ("школа", "мدرسة", "مدرسة") for seed in range(20)}
    assert {"shkola", "6kola"} <= spellings
    assert any(spelled.startswith("m") and "d" in spelled and "r" in spelled for spelled in spellings)
    assert all(
        spelled.isascii()
        for seed in range(20)
        for spelled in (latin("школа", Random(seed)), latin("بيت", Random(seed)))
    )


def test_typos_happen_but_most_words_stay() -> None:
    spoken = words("wo bekomme ich einen termin für die anmeldung meiner wohnung") * 20
    copy = noisy(spoken, Random(1))
    changed = sum(one != other for one, other in zip(spoken, copy, strict=True))
    assert 0 < changed < len(spoken) / 4
