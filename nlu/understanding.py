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


@dataclass(frozen=True)
class Thresholds:
    """How sure is sure enough. Tuned with `nlu/evaluation.py`; docs/understanding.md has the figures."""

    answer: float = 0.5
    ask: float = 0.2
    margin: float = 0.1
    """The first intent must be ahead of the second by this much to be answered without asking."""
    safety: float = 0.3
    """A safety intent this likely is raised whatever else is more likely."""
    refuse: float = 0.5
    """From here on other/out-of-scope in first place is believed."""


DEFAULT_THRESHOLDS = Thresholds()


def decide(
    ranking: tuple[RankedIntent, ...], thresholds: Thresholds
) -> tuple[tuple[RankedIntent, ...], Decision]:
    """Decide on a ranking (best first). A raised safety intent is moved to the first place."""
    if not ranking:
        return ranking, Decision.ADMIT
    safety = next((intent for intent in ranking if intent.kind == "safety"), None)
    if safety is not None and safety.confidence >= thresholds.safety:
        return (safety, *(intent for intent in ranking if intent is not safety)), Decision.ANSWER
    first = ranking[0]
    if first.kind == "other" and first.confidence >= thresholds.refuse:
        return ranking, Decision.ADMIT
    useful = [intent for intent in ranking if intent.kind in ("faq", "do")]
    if not useful or useful[0].confidence < thresholds.ask:
        return ranking, Decision.ADMIT
    second = ranking[1].confidence if len(ranking) > 1 else 0.0
    if (
        first is useful[0]
        and first.confidence >= thresholds.answer
        and first.confidence - second >= thresholds.margin
    ):
        return ranking, Decision.ANSWER
    return ranking, Decision.ASK
