"""Hand the conversation over to a person."""

from collections.abc import Mapping
from typing import Any

from dialogues.flows import consent, menu
from dialogues.services import Services
from dialogues.turn import Button, Done, Reply, Rows, Say, Step, Text, Turn

STEPS: Mapping[str, Step] = {}
URGENT = "safety"
REASONS = ("asked", "not-understood", URGENT)
BACK_ROWS: Rows = ((Button(Text("button-assistant"), "assistant"),),)


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """Queue the conversation and say honestly when somebody comes. Danger does not wait for consent."""
    if given.get("withdrawn"):
        return (Say(Text("handover-withdrawn"), ("handover", "left")), menu.page(services), Done())
    if given.get("still"):
        return (_waiting(services, "handover-still-waiting"), Done(quiet=True))
    reason = next((one for one in REASONS if one == given.get("reason")), REASONS[0])
    if reason != URGENT and (ask := consent.needed("handover", "handover", {"reason": reason}, services)):
        return ask
    services.hand_over(reason)
    return (_waiting(services, "handover-waiting"), Done(quiet=True))


def _waiting(services: Services, key: str) -> Say:
    opens_at = services.desk_opens_at()
    if opens_at is None:
        return Say(Text(key), ("handover", "waiting"), BACK_ROWS)
    return Say(Text("handover-closed-now", {"opens": opens_at}), ("handover", "closed-now"), BACK_ROWS)
