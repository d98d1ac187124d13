"""Ask for consent to one purpose, when it is needed, and go on where it was needed."""

from collections.abc import Mapping
from typing import Any

from dialogues import answers
from dialogues.flows import menu
from dialogues.services import Services
from dialogues.turn import Ask, Button, Done, Go, NotMine, Reply, Say, Step, Text, Turn


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """`given`: the purpose, and the dialogue that continues with what it was given."""
    return ask_consent(turn, given, services)


def needed(purpose: str, flow: str, given: Mapping[str, Any], services: Services) -> Reply | None:
    """The way through the question, or None when the person agreed before."""
    if services.has_consent(purpose):
        return None
    return (Go("consent", {"purpose": purpose, "then": flow, "given": dict(given)}),)


def ask_consent(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Show the text and ask."""
    rows = (
        (Button(Text("button-consent-yes"), "consent:yes"),),
        (Button(Text("button-consent-no"), "consent:no"),),
    )
    return (Ask("consent", Say(Text(f"consent:{keep['purpose']}"), ("consent", None), rows), keep),)


def take_consent(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Store a yes and go on; a no ends this, and other ways stay open."""
    said = {"consent:yes": True, "consent:no": False}.get(turn.payload, answers.yes_no(turn))
    if said is None:
        return (NotMine((Say(Text("consent-unclear"), ("problem", "not-yes-or-no")),)),)
    if said:
        services.give_consent(keep["purpose"])
        return (Go(keep["then"], keep["given"]),)
    return (Say(Text(f"consent-no-{keep['purpose']}"), ("consent", None), (menu.MENU_ROW,)), Done())


STEPS: Mapping[str, Step] = {"consent": Step(ask_consent, take_consent)}
