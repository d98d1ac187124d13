"""What was understood: frozen values, and the thresholds that decide what to do with them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SUGGESTIONS = 3


class Decision(StrEnum):
    """What to do with an understanding."""

    ANSWER = "answer"
    ASK = "ask"
    ADMIT = "admit"


@dataclass(frozen=True)
class RankedIntent:
    """An intent and how sure we are of it, from 0 to 1."""

    name: str
    confidence: float

    @property
    def kind(self) -> str:
        """The part before the slash: faq, do, safety or other."""
        return self.name.partition("/")[0]


@dataclass(frozen=True)
class Understanding:
    """What one message means. `intents` are best first; none when NLU is down or there was no text."""

    intents: tuple[RankedIntent, ...] = ()
    decision: Decision = Decision.ADMIT
    language: str | None = None
    language_confidence: float = 0.0
    foreign_language: str | None = None
    likely_language: str | None = None
    """The language it most likely is, also when that is not clear enough to change anything."""

    @classmethod
    def nothing(
        cls,
        *,
        language: str | None = None,
        language_confidence: float = 0.0,
        foreign_language: str | None = None,
    ) -> Understanding:
        """Nothing understood; the language may be known all the same."""
        return cls((), Decision.ADMIT, language, language_confidence, foreign_language)

    @property
    def intent(self) -> str | None:
        """The name of the first intent."""
        return self.intents[0].name if self.intents else None

    @property
    def suggestions(self) -> tuple[str, ...]:
        """Up to three names for "did you mean". Safety is raised, never suggested; other/ has no answer."""
        offered = [intent.name for intent in self.intents if intent.kind in ("faq", "do")]
        return tuple(offered[:SUGGESTIONS])

    @property
    def possible_danger(self) -> str | None:
        """When asking: a safety intent that is likely enough to be asked about along with the suggestions."""
        if self.decision is not Decision.ASK:
            return None
        return next((intent.name for intent in self.intents[:SUGGESTIONS] if intent.kind == "safety"), None)


@dataclass(frozen=True)
class Thresholds:
    """How sure is sure enough. Tuned with `nlu/evaluation.py`; docs/understanding.md has the figures."""

    answer: float = 0.84
    ask: float = 0.16
    safety: float = 0.26
    """All safety intents together: from here on the likeliest of them is raised, whatever else is likely."""
    worry: float = 0.08
    """All safety intents together: from here on nothing is answered without asking."""


DEFAULT_THRESHOLDS = Thresholds()


def decide(
    ranking: tuple[RankedIntent, ...], thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> tuple[tuple[RankedIntent, ...], Decision]:
    """Decide on a ranking (best first). A raised safety intent is moved to the first place."""
    if not ranking:
        return ranking, Decision.ADMIT
    dangers = [intent for intent in ranking if intent.kind == "safety"]
    danger = sum(intent.confidence for intent in dangers)
    if dangers and danger >= thresholds.safety:
        return (dangers[0], *(intent for intent in ranking if intent is not dangers[0])), Decision.ANSWER
    if dangers and danger >= thresholds.worry:
        return ranking, Decision.ASK
    first = ranking[0]
    if first.kind not in ("faq", "do") or first.confidence < thresholds.ask:
        return ranking, Decision.ADMIT
    return ranking, Decision.ANSWER if first.confidence >= thresholds.answer else Decision.ASK
