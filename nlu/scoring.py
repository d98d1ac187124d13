"""Is a new model good enough to replace the one in use? Both are scored on the same sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nlu.evaluation import Sentence
from nlu.training import Ranking
from nlu.understanding import decide

WORST_OVERALL = 2
WORST_LANGUAGE = 5
"""Points (percent of the sentences) a new model may be worse: on all sentences, and on those of one language."""

FIRST = 3

Guesses = Mapping[str, Sequence[str]]
"""What a model made of test sentences: the key of each, and the intents it put first."""


@dataclass(frozen=True)
class Score:
    """How many sentences there were, and for how many the right intent came first; also by language."""

    n: int
    right: int
    by_language: Mapping[str, tuple[int, int]]

    @property
    def share(self) -> float | None:
        """The share understood rightly."""
        return self.right / self.n if self.n else None

    def as_json(self) -> dict[str, Any]:
        """The stored form: shares from 0 to 1."""
        return {
            "n": self.n,
            "right": self.right,
            "by_language": {code: list(found) for code, found in self.by_language.items()},
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Score:
        """The value stored by `as_json`."""
        by_language = {code: (found[0], found[1]) for code, found in stored["by_language"].items()}
        return cls(stored["n"], stored["right"], by_language)


@dataclass(frozen=True)
class Worse:
    """Why a model is refused: on all sentences, or on those of `language`, it is right too much more rarely."""

    language: str | None
    before: float
    after: float


def key_of(sentence: Sentence) -> str:
    """A short name for a test sentence and what it means."""
    told = "\x1f".join((sentence.language, sentence.intent, sentence.text))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def guesses(sentences: Iterable[Sentence], rankings: Iterable[Ranking]) -> dict[str, tuple[str, ...]]:
    """The intents that come first for each sentence, a danger before all others as in a talk."""
    return {
        key_of(sentence): tuple(intent.name for intent in decide(tuple(ranking))[0][:FIRST])
        for sentence, ranking in zip(sentences, rankings, strict=True)
    }


def score(sentences: Iterable[Sentence], guessed: Guesses) -> Score:
    """The score on those sentences that were guessed at."""
    by_language: dict[str, tuple[int, int]] = {}
    for sentence in sentences:
        found = guessed.get(key_of(sentence))
        if found is not None:
            n, right = by_language.get(sentence.language, (0, 0))
            by_language[sentence.language] = (n + 1, right + (list(found[:1]) == [sentence.intent]))
    totals = by_language.values()
    return Score(sum(n for n, _ in totals), sum(right for _, right in totals), by_language)


def worse(candidate: Score, live: Score) -> Worse | None:
    """Why the candidate may not replace the live model, or None. Both were scored on the same sentences."""
    if found := _worse(None, (candidate.n, candidate.right), (live.n, live.right), WORST_OVERALL):
        return found
    for code, before in live.by_language.items():
        after = candidate.by_language.get(code, (before[0], 0))
        if found := _worse(code, after, before, WORST_LANGUAGE):
            return found
    return None


def _worse(language: str | None, after: tuple[int, int], before: tuple[int, int], most: int) -> Worse | None:
    n = before[0]
    if not n or (before[1] - after[1]) * 100 <= most * n:
        return None
    return Worse(language, before[1] / n, after[1] / n)
