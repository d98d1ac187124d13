"""Contact points near here: by shared location or the name of a district."""

from collections.abc import Mapping, Sequence
from typing import Any

from dialogues import answers
from dialogues.flows import menu
from dialogues.services import Place, Services
from dialogues.turn import Ask, Button, Done, NotMine, Reply, Say, Step, Text, Turn

EVERYWHERE = "-"


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """List at once when the location is known, else ask for it."""
    if given.get("latitude") is not None:
        return _list(services.places(latitude=given["latitude"], longitude=given["longitude"]))
    return ask_location(turn, given, services)


def ask_location(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Where is the person?"""
    names = services.districts()
    buttons = [Button(Text("plain", {"text": name}), f"pick:{place}") for place, name in enumerate(names)]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    everywhere = (Button(Text("button-whole-city"), f"pick:{EVERYWHERE}"),)
    return (Ask("location", Say(Text("places-where"), ("places", "ask-location"), (*rows, everywhere))),)


def take_location(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """A shared location, a district's button or name, or the whole city."""
    if turn.kind == "location":
        return _list(services.places(latitude=turn.latitude, longitude=turn.longitude))
    names = services.districts()
    if turn.pick == EVERYWHERE or turn.intent == "do/skip":
        return _list(services.places())
    if turn.pick and turn.pick.isdecimal() and int(turn.pick) < len(names):
        return _list(services.places(district=names[int(turn.pick)]))
    named = [
        name for name in names if turn.kind == "text" and answers.plain(turn.text) == answers.plain(name)
    ]
    if named:
        return _list(services.places(district=named[0]))
    return (NotMine((Say(Text("places-unknown"), ("problem", "unknown-district")),)),)


def _list(places: Sequence[Place]) -> Reply:
    if not places:
        return (Say(Text("places-none"), ("places", "list"), (menu.PERSON_ROW, menu.MENU_ROW)), Done())
    entries = tuple(Text("places-entry", _values(place)) for place in places)
    return (Say(Text("places-list", {"places": entries}), ("places", "list"), (menu.MENU_ROW,)), Done())


def _values(place: Place) -> dict[str, Any]:
    return {
        "name": place.name,
        "address": place.address,
        "phone": place.phone,
        "website": place.website,
        "distance": place.distance if place.distance is not None else -1,
    }


STEPS: Mapping[str, Step] = {"location": Step(ask_location, take_location)}
