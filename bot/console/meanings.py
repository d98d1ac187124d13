"""Intents as editors read them: the title of what answers them, in the language of the console."""

from collections.abc import Mapping, Sequence

from bot.console.visit import Visit
from dialogues.turn import Text

OUTSIDE = "other/out-of-scope"
KINDS = ("faq", "do", "safety", "other")


def meaning(visit: Visit, intent: str) -> str:
    """What an intent is called."""
    kind, _, name = intent.partition("/")
    wording, language = visit.runtime.content.wording, visit.words.language
    if intent == OUTSIDE:
        return visit.words("meaning-outside")
    if kind in ("faq", "safety"):
        key = "topic-title" if kind == "faq" else "safety-title"
        return wording.text(Text(f"{key}:{name}"), language)
    worded = wording.phrase(f"intent-{name}", language)
    return name if worded == f"intent-{name}" else worded


def meanings(visit: Visit) -> Mapping[str, Sequence[tuple[str, str]]]:
    """Every intent with its name, by kind, in the order of the alphabet."""
    intents = visit.runtime.content.current.intents
    return {
        kind: sorted(
            ((intent, meaning(visit, intent)) for intent in intents if intent.startswith(f"{kind}/")),
            key=lambda found: found[1].casefold(),
        )
        for kind in KINDS
    }
