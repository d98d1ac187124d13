"""One spelling for what people type in many ways. Pure; used by the application and by Rasa's components."""

from __future__ import annotations

import re
import unicodedata

_PERSIAN_VERB = re.compile(r"\b(ن?مي) (?=[\u0621-\u064a])")
"""The beginning of a verb: written with a space, with a zero-width one (which is gone by then), or with none."""
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[^\W_]+(?:['’ʼ`´][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’ʼ`´]")
_ELONGATED = re.compile(r"([^\W\d_])\1{2,}")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ARABIC_MARKS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
_LATIN_MARKS = re.compile(r"([a-z])[\u0300-\u036f]+")
_LETTERS = str.maketrans(
    {
        # Arabic: the forms of alef, yeh, kaf and heh that people and keyboards mix up
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و",
        "ک": "ك", "ڪ": "ك", "گ": "ك", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه",
        # Cyrillic and Latin letters that many keyboards do not have
        "ґ": "г", "ё": "е", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe",
    }
)  # fmt: skip


def visible(text: str) -> str:
    """The text without what nobody sees: bidi marks, zero-width and control characters; single spaces."""
    kept = (
        " " if character.isspace() else character
        for character in text
        if character.isspace() or unicodedata.category(character) not in ("Cf", "Cc", "Cs", "Co", "Cn")
    )
    return _SPACE.sub(" ", "".join(kept)).strip()


def normalise(text: str) -> str:
    """Fold width, case, diacritics, Arabic letter variants, digits and elongation. Idempotent."""
    text = unicodedata.normalize("NFKC", visible(text)).casefold()
    text = _ARABIC_MARKS.sub("", text).translate(_LETTERS)
    text = _LATIN_MARKS.sub(r"\1", unicodedata.normalize("NFD", text))
    text = unicodedata.normalize("NFKC", text).translate(_LETTERS)
    text = "".join(_digit(character) for character in text)
    return visible(_ELONGATED.sub(r"\1", text))


def words(text: str) -> list[str]:
    """The words of the text, normalised, without punctuation and apostrophes."""
    joined = _PERSIAN_VERB.sub(r"\1", normalise(text))
    return [_one_alphabet(_APOSTROPHE.sub("", word)) for word in _WORD.findall(joined)]


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _one_alphabet(word: str) -> str:
    """A Latin i inside a Cyrillic word is the Ukrainian letter of the same look."""
    return word.replace("i", "і") if _CYRILLIC.search(word) else word
