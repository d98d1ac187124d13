"""The consonants of a word, the same whatever alphabet it is typed in: Termin, термін and تيرمين become "trmn".

People write German words in their own letters and their own language in Latin ones; Arabic leaves most vowels
out. What is left of a word is coarse, so it is only used as n-grams next to the word itself.
"""

from __future__ import annotations

import re

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщьюяєіїъыэў",
        "a b v g d e s s i i k l m n o b r s t u f h ts s s s _ iu ia ie i i _ i e u".split(" "),  # noqa: SIM905
        strict=True,
    )
)
_ARABIC = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءپچژگڤ",
        "a b t t g h h d d r s s s s d t d a g f k k l m n h v i _ b s s g v".split(" "),  # noqa: SIM905
        strict=True,
    )
)
_TO_LATIN = str.maketrans(
    {letter: latin.replace("_", "") for letter, latin in {**_CYRILLIC, **_ARABIC}.items()}
)
# Digits that stand for Arabic letters in Latin-typed words (7abibi, 3arabi)
_CHAT_DIGITS = str.maketrans({"2": "", "3": "", "5": "h", "6": "t", "7": "h", "8": "g", "9": "s"})
_SAME_SOUND = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        ("tsch|sch|tch|sh|ch", "s"),
        ("kh|gh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("ck|c|q", "k"),
        ("x", "ks"),
        ("z|j", "s"),
        ("w", "v"),
        ("p", "b"),
    )
)
_LATIN = re.compile("[a-z]")
_VOWELS = re.compile("[aeiouyv]")
_DOUBLED = re.compile(r"(.)\1+")


def skeleton(word: str) -> str:
    """The consonants of a normalised word; empty when there are none."""
    word = word.translate(_TO_LATIN)
    if _LATIN.search(word):
        word = word.translate(_CHAT_DIGITS)
    for spelling, sound in _SAME_SOUND:
        word = spelling.sub(sound, word)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", word))
