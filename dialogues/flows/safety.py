"""Danger: the numbers to call first, then the offer of a person. Nothing is asked, nothing blocks it."""

from collections.abc import Mapping
from typing import Any

from dialogues.flows import menu
from dialogues.services import Services
from dialogues.turn import Button, Done, Reply, Say, Step, Text, Turn

STEPS: Mapping[str, Step] = {}


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """The safety text, and the offer. An open question stays open and can be asked again with a button."""
    if given["id"] not in services.dangers():
        return (menu.page(services), Done())
    services.raise_alarm()
    return (
        Say(Text(f"safety:{given['id']}"), ("safety", given["id"]), language=_language(turn, services)),
        Say(
            Text("safety-offer"),
            ("handover", "offered"),
            (
                (Button(Text("button-human-now"), "human:safety"),),
                (Button(Text("button-go-on"), "do:repeat"), menu.MENU_ROW[0]),
            ),
            language=_language(turn, services),
        ),
        Done(quiet=True),
    )


def _language(turn: Turn, services: Services) -> str | None:
    """The language the person wrote in, when it is sure and enabled: no tap comes before help."""
    written = turn.understanding.language if turn.understanding else None
    return written if written in services.languages() else None
