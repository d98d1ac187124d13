"""How well we understand, per language, on sentences nobody trained on; and which thresholds fit best."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nlu.normalise import words
from nlu.understanding import (
    DEFAULT_THRESHOLDS,
    Decision,
    RankedIntent,
    Thresholds,
    Understanding,
    decide,
)

OUT_OF_SCOPE = "other/out-of-scope"
FALSE_ALARMS = 0.01
NEEDLESS_WORRIES = 0.03
"""Fewer than these shares of sentences that are not about safety may raise an alarm, or be asked about."""


@dataclass(frozen=True)
class Sentence:
    """A test sentence: what a person said, in which language, and what it means."""

    language: str
    intent: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """A test sentence and what was understood."""

    sentence: Sentence
    understanding: Understanding

    @property
    def outside(self) -> bool:
        """Should it be refused?"""
        return self.sentence.intent == OUT_OF_SCOPE

    @property
    def dangerous(self) -> bool:
        """Is it about safety?"""
        return self.sentence.intent.startswith("safety/")

    @property
    def alarmed(self) -> bool:
        """Was a safety answer raised?"""
        understood = self.understanding
        return understood.decision is Decision.ANSWER and (understood.intent or "").startswith("safety/")

    @property
    def noticed(self) -> bool:
        """Was a safety answer raised, or danger asked about?"""
        return self.alarmed or self.understanding.possible_danger is not None

    def right_within(self, first: int) -> bool:
        """Is the right intent among the first ones?"""
        return self.sentence.intent in [intent.name for intent in self.understanding.intents[:first]]


def read_sentences(path: Path) -> list[Sentence]:
    """Read JSON lines `{"lang","intent","text"}`. Raises ValueError with file and line."""
    sentences = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                entry = json.loads(line)
                sentences.append(Sentence(str(entry["lang"]), str(entry["intent"]), str(entry["text"])))
            except (ValueError, KeyError, TypeError) as error:
                message = f'{path}:{number}: not a line {{"lang","intent","text"}} ({type(error).__name__})'
                raise ValueError(message) from None
    return sentences


def unseen(
    sentences: Iterable[Sentence], examples: Mapping[str, Mapping[str, Sequence[str]]]
) -> list[Sentence]:
    """The sentences that are not, but for spelling, examples the model was trained on."""
    seen = {
        " ".join(words(example))
        for by_language in examples.values()
        for spoken in by_language.values()
        for example in spoken
    }
    return [sentence for sentence in sentences if " ".join(words(sentence.text)) not in seen]


def understand_all(
    sentences: Iterable[Sentence], understand: Callable[[Sentence], Understanding]
) -> list[Outcome]:
    """Understand every sentence."""
    return [Outcome(sentence, understand(sentence)) for sentence in sentences]


def evaluate(
    sentences: Iterable[Sentence], understand: Callable[[Sentence], Understanding]
) -> dict[str, Any]:
    """Understand every sentence and score it; see `scores`."""
    return scores(understand_all(sentences, understand))


def scores(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Shares from 0 to 1; None where there was nothing to score.

    `wrong_confident`: answered without asking, and wrongly. `refused`: of the sentences outside, those not
    answered. `wrongly_refused`: of the others, those not understood.
    """
    languages = sorted({outcome.sentence.language for outcome in outcomes})
    intents = sorted({outcome.sentence.intent for outcome in outcomes})
    inside = [outcome for outcome in outcomes if not outcome.outside]
    return {
        "overall": _accuracy(outcomes),
        "by_language": {
            code: _accuracy([o for o in outcomes if o.sentence.language == code])
            | {
                "safety": _safety([o for o in outcomes if o.sentence.language == code]),
                "out_of_scope": _refusals([o for o in outcomes if o.sentence.language == code]),
            }
            for code in languages
        },
        "by_intent": {
            name: _accuracy([o for o in outcomes if o.sentence.intent == name]) for name in intents
        },
        "safety": _safety(outcomes),
        "out_of_scope": _refusals(outcomes),
        "decisions": {
            "answered": _share(o.understanding.decision is Decision.ANSWER for o in inside),
            "asked": _share(o.understanding.decision is Decision.ASK for o in inside),
            "wrong_confident": _share(_wrong_confident(o) for o in outcomes),
        },
    }


def _accuracy(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    return {
        "n": len(outcomes),
        "top1": _share(outcome.right_within(1) for outcome in outcomes),
        "top3": _share(outcome.right_within(3) for outcome in outcomes),
        "language": _share(o.understanding.likely_language == o.sentence.language for o in outcomes),
    }


def _safety(outcomes: Sequence[Outcome]) -> dict[str, float | None]:
    return {
        "recall": _share(outcome.alarmed for outcome in outcomes if outcome.dangerous),
        "recall_with_question": _share(outcome.noticed for outcome in outcomes if outcome.dangerous),
        "precision": _share(outcome.dangerous for outcome in outcomes if outcome.alarmed),
        "false_alarms": _share(outcome.alarmed for outcome in outcomes if not outcome.dangerous),
    }


def _refusals(outcomes: Sequence[Outcome]) -> dict[str, float | None]:
    return {
        "refused": _share(o.understanding.decision is not Decision.ANSWER for o in outcomes if o.outside),
        "wrongly_refused": _share(
            o.understanding.decision is Decision.ADMIT for o in outcomes if not o.outside
        ),
    }


def _wrong_confident(outcome: Outcome) -> bool:
    return outcome.understanding.decision is Decision.ANSWER and not outcome.right_within(1)


def _share(cases: Iterable[bool]) -> float | None:
    found = list(cases)
    return round(sum(found) / len(found), 4) if found else None


Ranked = tuple[Sentence, tuple[RankedIntent, ...]]
"""A sentence and its ranking, before any decision."""


def tune(ranked: Sequence[Ranked], start: Thresholds = DEFAULT_THRESHOLDS) -> Thresholds:
    """The thresholds that serve people best on these sentences.

    Safety first: the lowest threshold that keeps false alarms, and needless worries, rare. Then the rest.
    """
    harmless = [ranking for sentence, ranking in ranked if not sentence.intent.startswith("safety/")]
    best = replace(
        start, safety=_lowest_safety(harmless, FALSE_ALARMS), worry=_lowest_safety(harmless, NEEDLESS_WORRIES)
    )
    for name in ("answer", "ask", "answer"):
        candidates = [replace(best, **{name: step / 50}) for step in range(1, 46)]
        best = max(candidates, key=lambda thresholds: worth(decided(ranked, thresholds)))
    return best


def decided(ranked: Iterable[Ranked], thresholds: Thresholds) -> list[Outcome]:
    """What these thresholds make of the rankings."""
    return [Outcome(sentence, Understanding(*decide(ranking, thresholds))) for sentence, ranking in ranked]


def worth(outcomes: Iterable[Outcome]) -> float:
    """What the decisions are worth to people: a wrong answer costs more than a question, a question a little."""
    return sum(_worth(outcome) for outcome in outcomes)


def _worth(outcome: Outcome) -> float:
    decision, understood = outcome.understanding.decision, outcome.understanding
    if decision is Decision.ANSWER:
        return 1.0 if outcome.right_within(1) else -1.5
    if decision is Decision.ASK:
        return 0.6 if outcome.sentence.intent in understood.suggestions else -0.3
    return 1.0 if outcome.outside else 0.0


def _lowest_safety(harmless: Sequence[tuple[RankedIntent, ...]], allowed: float) -> float:
    """The lowest threshold (in steps of 1 %) that fewer than the allowed share of harmless sentences reach."""
    dangers = [
        sum(intent.confidence for intent in ranking if intent.kind == "safety") for ranking in harmless
    ]
    for step in range(5, 95):
        if sum(danger >= step / 100 for danger in dangers) < allowed * len(dangers):
            return step / 100
    return 0.95
