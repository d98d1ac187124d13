"""Choose or change the language."""

from collections.abc import Mapping
from typing import Any

from dialogues.flows import menu
from dialogues.services import Services
from dialogues.turn import Button, Done, Reply, Rows, Say, Step, Text, Turn

STEPS: Mapping[str, Step] = {}


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """Offer the languages, or say that the change is made."""
    if given.get("switched"):
        switched = Say(
            Text("language-switched", {"name": Text(f"language:{given['switched']}")}), ("language", None)
        )
        if given.get("first"):
            return (
                switched,
                Say(Text("privacy-short"), ("welcome", None), menu.PRIVACY_ROW),
                menu.page(services),
                Done(),
            )
        return (switched, Done())
    if given.get("chosen"):
        return (Say(Text("language-unknown"), ("language", None), buttons(services)), Done(quiet=True))
    return (Say(Text("language-which"), ("language", None), buttons(services)), Done(quiet=True))


def buttons(services: Services) -> Rows:
    """One button for each enabled language, in its own name, two a row."""
    codes = services.languages()
    row = [Button(Text(f"language:{code}"), f"language:{code}") for code in codes]
    return tuple(tuple(row[i : i + 2]) for i in range(0, len(row), 2))
