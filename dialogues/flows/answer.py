"""Answer an orientation question with its approved text."""

from collections.abc import Mapping
from typing import Any

from dialogues.flows import menu
from dialogues.services import Services, Topic
from dialogues.turn import Button, Done, Reply, Rows, Say, Step, Text, Turn

STEPS: Mapping[str, Step] = {}


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """Give the answer, or take whether it helped."""
    topic = services.topic(given.get("topic") or "")
    if "helpful" in given:
        return _rated(topic, given["helpful"], services)
    if topic is None:
        return (Say(Text("topic-unknown"), ("problem", "unknown-topic")), menu.page(services), Done())
    return (Say(Text(f"topic:{topic.id}"), ("answer", topic.id), _rows(topic)), Done())


def _rows(topic: Topic) -> Rows:
    rows: list[tuple[Button, ...]] = [
        (Button(Text("button-helpful-yes"), "helpful:yes"), Button(Text("button-helpful-no"), "helpful:no"))
    ]
    if topic.places:
        rows.append((Button(Text("button-places-topic"), f"places:{topic.id}"),))
    rows += [(Button(Text(f"topic-title:{related}"), f"topic:{related}"),) for related in topic.related]
    last = [Button(Text("button-book"), f"book:{topic.service}")] if topic.service else []
    if topic.person:
        last += menu.PERSON_ROW
    return (*rows, (*last, menu.MENU_ROW[0]))


def _rated(topic: Topic | None, helpful: str, services: Services) -> Reply:
    if topic is None or helpful not in ("yes", "no"):
        return (menu.page(services), Done())
    services.rate_answer(topic.id, helpful=helpful == "yes")
    if helpful == "yes":
        return (Say(Text("helpful-thanks"), ("menu", None), (menu.MENU_ROW,)), Done())
    return (Say(Text("helpful-sorry"), ("handover", "offered"), (menu.PERSON_ROW, menu.MENU_ROW)), Done())
