"""What can be done here: the menu, the topics by group, help, and the privacy notice."""

from collections.abc import Mapping
from typing import Any

from dialogues.services import Services
from dialogues.turn import Button, Done, Reply, Rows, Say, Step, Text, Turn

STEPS: Mapping[str, Step] = {}
PRIVACY_ROW: Rows = ((Button(Text("button-privacy"), "privacy"),),)
MENU_ROW: tuple[Button, ...] = (Button(Text("button-menu"), "menu"),)
PERSON_ROW: tuple[Button, ...] = (Button(Text("button-human"), "do:human"),)


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """Show the page that was asked for."""
    if group := given.get("group"):
        return _group(group, services)
    match given.get("page"):
        case "topics":
            return (_topics(services),)
        case "help":
            return (Say(Text("help"), ("help", None), _rows(services)), Done())
        case "privacy":
            return (Say(Text("privacy:"), ("help", None), (MENU_ROW,)), Done())
        case _:
            return (page(services),)


def page(services: Services) -> Say:
    """The menu."""
    return Say(Text("menu"), ("menu", None), _rows(services))


def _rows(services: Services) -> Rows:
    running = services.response()
    resume = running is not None and not running.finished
    return (
        (Button(Text("button-topics"), "topics"),),
        (
            Button(
                Text("button-questionnaire-resume" if resume else "button-questionnaire"), "do:questionnaire"
            ),
        ),
        (Button(Text("button-book"), "do:book"), Button(Text("button-appointments"), "do:my-appointments")),
        (Button(Text("button-places"), "do:places-nearby"), PERSON_ROW[0]),
        (Button(Text("button-language"), "do:change-language"), Button(Text("button-my-data"), "my-data")),
    )


def _topics(services: Services) -> Say:
    groups = [Button(Text(f"group-{group}"), f"group:{group}") for group in services.topic_groups()]
    rows = tuple(tuple(groups[i : i + 2]) for i in range(0, len(groups), 2))
    return Say(Text("topics"), ("menu", None), (*rows, MENU_ROW))


def _group(group: str, services: Services) -> Reply:
    topics = services.topic_groups().get(group)
    if not topics:
        return (_topics(services),)
    rows = tuple((Button(Text(f"topic-title:{topic}"), f"topic:{topic}"),) for topic in topics)
    back = (Button(Text("button-topics"), "topics"), MENU_ROW[0])
    return (Say(Text("topics-group", {"group": Text(f"group-{group}")}), ("menu", None), (*rows, back)),)
