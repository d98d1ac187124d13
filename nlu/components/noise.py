"""The slips people make while typing, added to copies of the examples: typos, and their language in Latin letters.

Lost capitals, diacritics and Arabic letter variants need no copies: the normaliser folds them.
"""

from __future__ import annotations

import re
from random import Random
from typing import Dict, List, Sequence

_CYRILLIC: Dict[str, Sequence[str]] = {
    "а": "a", "б": "b", "в": "vw", "г": "gh", "д": "d", "е": "e", "ж": ("zh", "j", "z", "g"), "з": "z", "и": "iy",
    "й": ("y", "i", "j"), "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": ("h", "kh", "x"), "ц": ("c", "ts"), "ч": ("ch", "4"), "ш": ("sh", "6", "w"),
    "щ": ("sht", "shch", "sch", "6t"), "ъ": ("a", "y", "u", ""), "ы": ("y", "i"), "ь": ("", "'"), "э": "e",
    "ю": ("yu", "ju", "iu"), "я": ("ya", "ja", "ia", "q"), "є": ("ye", "ie", "je"), "і": "i", "ї": ("yi", "i", "ji"),
}  # fmt: skip
_ARABIC: Dict[str, Sequence[str]] = {
    "ا": "a", "ب": "b", "ت": "t", "ث": ("th", "t", "s"), "ج": ("j", "g"), "ح": ("h", "7"), "خ": ("kh", "5", "7'"),
    "د": "d", "ذ": ("z", "d", "th"), "ر": "r", "ز": "z", "س": "s", "ش": ("sh", "ch", "$"), "ص": ("s", "9"),
    "ض": ("d", "z"), "ط": ("t", "6"), "ظ": ("z", "d"), "ع": ("a", "3", ""), "غ": ("gh", "8", "g"), "ف": "f",
    "ق": ("q", "k", "2", "9", "gh"), "ك": "k", "ل": "l", "م": "m", "ن": "n",
    "ه": ("h", "a", "eh"), "و": ("w", "o", "u", "v"),
    "ي": ("i", "y", "ee"), "ء": ("2", "a", ""), "پ": "p", "چ": ("ch", "4"), "ژ": ("zh", "j"), "گ": "g", "ڤ": "v",
}  # fmt: skip
_NON_LATIN = re.compile(r"[\u0400-\u04ff\u0600-\u06ff]")
_VOWELS = ("a", "e", "i", "o", "")
LATIN_TYPING = 0.35
TYPOS = 0.12
"""The share of words that get a typo."""


def noisy(words: Sequence[str], random: Random) -> List[str]:
    """A copy of normalised words as a hurried person might have typed them."""
    if random.random() < LATIN_TYPING and any(map(_NON_LATIN.search, words)):
        habit = Random(random.random())  # noqa: S311 - not for secrets
        words = [latin(word, habit) for word in words]
    return [_typo(word, random) if random.random() < TYPOS and len(word) > 3 else word for word in words]


def latin(word: str, random: Random) -> str:
    """A Cyrillic or Arabic word in Latin letters, with one person's habits."""
    spelled: List[str] = []
    for place, letter in enumerate(word):
        if letter in _CYRILLIC:
            spelled.append(random.choice(_CYRILLIC[letter]))
        elif letter in _ARABIC:
            if (
                spelled
                and place
                and word[place - 1] in _ARABIC
                and word[place - 1] not in "اوي"
                and letter not in "اوي"
            ):
                spelled.append(random.choice(_VOWELS))
            spelled.append(random.choice(_ARABIC[letter]))
        else:
            spelled.append(letter)
    return "".join(spelled).replace("'", "")


def _typo(word: str, random: Random) -> str:
    place = random.randrange(1, len(word) - 1)
    kind = random.randrange(3)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + word[place] + word[place:]
