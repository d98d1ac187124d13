"""The dialogues, by name. A name and its step names are stored with conversations: a promise."""

from collections.abc import Mapping
from typing import Any, Protocol, cast

from dialogues.flows import (
    answer,
    appointments,
    book,
    consent,
    fallback,
    handover,
    language,
    menu,
    my_data,
    places,
    questionnaire,
    safety,
    small_talk,
    welcome,
)
from dialogues.services import Services
from dialogues.turn import Reply, Step, Turn


class Flow(Protocol):
    """What a dialogue's module has: how it starts, and its steps by name."""

    STEPS: Mapping[str, Step]

    def start(self, turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
        """Begin, with what is given."""


FLOWS: Mapping[str, Flow] = {
    name: cast(Flow, module)
    for name, module in {
        "answer": answer,
        "appointments": appointments,
        "book": book,
        "consent": consent,
        "fallback": fallback,
        "handover": handover,
        "language": language,
        "menu": menu,
        "my_data": my_data,
        "places": places,
        "questionnaire": questionnaire,
        "safety": safety,
        "small_talk": small_talk,
        "welcome": welcome,
    }.items()
}
