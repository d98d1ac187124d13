"""The things a message is about, whatever its language: the words of `concepts.txt` files found in a text. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from nlu.normalise import words

SHORTEST_STEM = 3
SHORTEST_INSIDE = 4
"""A stem of so many letters is also found inside a longer word: German writes compounds as one word."""
SHORTEST_COMPOUND = 9
LONGEST_FORM = 24
PLAIN = re.compile(r"(?:([a-z])(?!\1\1))+|(?:([абвгджзиклмнопрстуфхцчшщ])(?!\2\2))+")
REMEMBERED_WORDS = 50_000
OPEN = "*"
"""At the end of a word: with any ending."""

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ARABIC_PREFIXES = (
    "وبال",
    "ولل",
    "وال",
    "بال",
    "كال",
    "فال",
    "عال",
    "هال",
    "لل",
    "ال",
    "وب",
    "ول",
    "و",
    "ب",
    "ل",
    "ف",
)
"""Article, conjunction and prepositions that are written together with the word after them."""

Forms = Mapping[str, Sequence[str]]
"""Concept -> its forms: a word, `stem*`, or several of them one after the other."""


def read_forms(body: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Line number, concept and forms of every line `concept: form, stem*, two words` of a concepts.txt."""
    for number, line in enumerate(body.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            concept, _, forms = line.partition(":")
            yield number, concept.strip(), tuple(form.strip() for form in forms.split(",") if form.strip())


def _parts(form: str) -> list[str]:
    """The normalised words of a form, an open end still marked."""
    parts: list[str] = []
    for piece in form.split():
        plain = piece.rstrip(OPEN)
        # what is normalised already: most forms, and normalising takes long
        spelled = [plain] if PLAIN.fullmatch(plain) else words(piece)
        if spelled and piece.endswith(OPEN):
            spelled[-1] += OPEN
        parts += spelled
    return parts


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith(OPEN) else word == part


class Lexicon:
    """Finds concepts in normalised words."""

    def __init__(self, forms: Iterable[tuple[str, str]] = ()) -> None:
        """`forms` are pairs of concept and form, of all languages."""
        self._words: dict[str, tuple[str, ...]] = {}
        self._stems: dict[str, tuple[str, ...]] = {}
        self._phrases: dict[str, list[tuple[list[str], str]]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        for concept, form in forms:
            parts = _parts(form)
            if len(parts) == 1:
                index = self._stems if parts[0].endswith(OPEN) else self._words
                word = parts[0].rstrip(OPEN)
                if concept not in index.get(word, ()):
                    index[word] = (*index.get(word, ()), concept)
            elif parts:
                self._phrases.setdefault(parts[0], []).append((parts[1:], concept))

    def state(self) -> list[Any]:
        """What has to be stored, for JSON."""
        return [self._words, self._stems, self._phrases]

    @classmethod
    def from_state(cls, state: list[Any]) -> Lexicon:
        """The lexicon that `state` described."""
        lexicon = cls()
        lexicon._words, lexicon._stems, lexicon._phrases = state
        return lexicon

    def find(self, text: Sequence[str]) -> list[str]:
        """The concepts of normalised words, in their order; a concept named twice is there twice."""
        found: list[str] = []
        for place, word in enumerate(text):
            found += self._phrases_at(text, place)
            found += self.of_word(word)
        return found

    def of_word(self, word: str) -> tuple[str, ...]:
        """The concepts of one normalised word: as it is written, without Arabic prefixes, or as a compound."""
        known = self._known.get(word)
        if known is None:
            known = self._of_word(word)
            if len(self._known) < REMEMBERED_WORDS:
                self._known[word] = known
        return known

    def _of_word(self, word: str) -> tuple[str, ...]:
        if found := self._lookup(word):
            return found
        if _ARABIC.search(word):
            for prefix in _ARABIC_PREFIXES:
                rest = word[len(prefix) :] if word.startswith(prefix) else ""
                if len(rest) >= SHORTEST_STEM + (len(prefix) == 1) and (found := self._lookup(rest)):
                    return found
        elif len(word) >= SHORTEST_COMPOUND:
            return self._inside(word)
        return ()

    def _lookup(self, word: str) -> tuple[str, ...]:
        """Concepts of the word and of its longest stem."""
        exact = self._words.get(word, ())
        for length in range(min(len(word), LONGEST_FORM), SHORTEST_STEM - 1, -1):
            if stem := self._stems.get(word[:length]):
                return tuple(dict.fromkeys([*exact, *stem])) if exact else tuple(stem)
        return tuple(exact)

    def _inside(self, word: str) -> tuple[str, ...]:
        found: list[str] = []
        start = 1
        while start <= len(word) - SHORTEST_INSIDE:
            for length in range(len(word) - start, SHORTEST_INSIDE - 1, -1):
                piece = word[start : start + length]
                if stem := self._stems.get(piece) or (start + length == len(word) and self._words.get(piece)):
                    found += stem
                    start += length - 1
                    break
            start += 1
        return tuple(dict.fromkeys(found))

    def _phrases_at(self, text: Sequence[str], place: int) -> Iterator[str]:
        if place + 1 >= len(text):
            return
        word = text[place]
        keys = [word] + [word[:length] + OPEN for length in range(min(len(word), LONGEST_FORM), 1, -1)]
        for key in keys:
            for rest, concept in self._phrases.get(key, ()):
                following = text[place + 1 : place + 1 + len(rest)]
                if len(following) == len(rest) and all(map(_fits, rest, following)):
                    yield concept
