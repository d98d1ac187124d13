"""Say who is speaking, which languages there are, and what can be done here."""

from collections.abc import Mapping
from typing import Any

from dialogues.flows import language, menu
from dialogues.services import Services
from dialogues.turn import Reply, Say, Step, Text, Turn

STEPS: Mapping[str, Step] = {}


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """Greet; people who come back get the menu at once."""
    if given.get("again"):
        return (Say(Text("welcome-back"), ("welcome", None)), menu.page(services))
    return (
        Say(Text("welcome"), ("welcome", None), language.buttons(services)),
        Say(Text("privacy-short"), ("welcome", None), menu.PRIVACY_ROW),
        menu.page(services),
    )
