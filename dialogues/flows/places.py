"""Contact points near here, or for a topic: by shared location, the name of a district, or in the whole city."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dialogues.answers import plain
from dialogues.flows import menu
from dialogues.services import Place, Services
from dialogues.turn import Ask, Button, Done, NotMine, Reply, Say, Step, Text, Turn

EVERYWHERE = "-"
PAGE = 5
FEW = 3
"""So many places are shown at once, without asking where the person is."""
MOST_TOPICS = 3
LIKELY = 0.1
"""From here on a topic that was understood besides is what the places are looked for."""
POINT = re.compile(r"(-?\d{1,2}\.\d{1,9})[, ]\s*(-?\d{1,3}\.\d{1,9})")


@dataclass(frozen=True)
class Wish:
    """Places for what, and near where: a district's id, or a point `latitude,longitude`, or the whole city."""

    topic: str = ""
    where: str = EVERYWHERE
    page: int = 0

    @property
    def payload(self) -> str:
        """The button that shows it, at most 64 bytes."""
        return f"places:{self.topic}/{self.where}/{self.page}"

    @classmethod
    def of(cls, argument: str) -> "Wish":
        """What a button asks for; only the topic when the rest is missing or not ours."""
        topic, _, rest = argument.partition("/")
        where, _, page = rest.partition("/")
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < 4 else 0
        return cls(topic, where, number)


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """List at once when it is known where or there are few, else ask for it."""
    if given.get("latitude") is not None:
        return _list(Wish(where=_point(given["latitude"], given["longitude"])), services)
    wish = Wish.of(given.get("wish") or f"{_meant_topic(turn, services)}/")
    topic = services.topic(wish.topic) if wish.topic else None
    wish = replace(wish, topic=topic.id if topic and topic.places else "")
    if wish.where:
        return _list(wish, services)
    if turn.kind == "text" and (named := _where(turn.text, services)):
        return _list(replace(wish, where=named), services)
    if wish.topic and len(services.places(topic=wish.topic)) <= FEW:
        return _list(replace(wish, where=EVERYWHERE), services)
    share = Button(Text("chat-location"), locate=True)
    return (
        Say(Text("places-share"), ("places", "ask-location"), ((share,),)),
        *ask_location(turn, {"topic": wish.topic}, services),
    )


def ask_location(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Where is the person?"""
    buttons = [
        Button(Text("plain", {"text": known.name}), f"pick:{known.id}") for known in services.districts()
    ]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    everywhere = (Button(Text("button-whole-city"), f"pick:{EVERYWHERE}"),)
    where = Say(Text("places-where"), ("places", "ask-location"), (*rows, everywhere))
    return (Ask("location", where, keep),)


def take_location(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """A shared location, a district's button or name in any language, or the whole city."""
    wish = Wish(keep.get("topic") or "")
    if turn.kind == "location" and turn.latitude is not None and turn.longitude is not None:
        return _list(replace(wish, where=_point(turn.latitude, turn.longitude)), services)
    if turn.pick == EVERYWHERE or turn.intent == "do/skip":
        return _list(wish, services)
    if turn.pick in {known.id for known in services.districts()}:
        return _list(replace(wish, where=str(turn.pick)), services)
    if turn.kind == "text" and (named := _where(turn.text, services)):
        return _list(replace(wish, where=named), services)
    return (NotMine((Say(Text("places-unknown"), ("problem", "unknown-district")),)),)


def _meant_topic(turn: Turn, services: Services) -> str:
    """ "A doctor near me": the topic that was understood besides, if there are places for it."""
    understood = turn.understanding if turn.kind == "text" else None
    for intent in understood.intents if understood else ():
        kind, _, name = intent.name.partition("/")
        topic = services.topic(name) if kind == "faq" and intent.confidence >= LIKELY else None
        if topic is not None and topic.places:
            return topic.id
    return ""


def _where(text: str, services: Services) -> str | None:
    """The point or the district that was typed."""
    if found := POINT.fullmatch(plain(text)):
        return _point(float(found[1]), float(found[2]))
    return services.district_named(text)


def _point(latitude: float, longitude: float) -> str:
    """About a hundred metres are near enough."""
    return f"{latitude:.3f},{longitude:.3f}"


def _list(wish: Wish, services: Services) -> Reply:
    places = _found(wish, services)
    shown = places[wish.page * PAGE : (wish.page + 1) * PAGE]
    if not shown:
        return (Say(Text("places-none"), ("places", "list"), (menu.PERSON_ROW, menu.MENU_ROW)), Done())
    entries = tuple(Text("rich:places-entry", _values(place, wish.topic)) for place in shown)
    rows = [menu.MENU_ROW]
    if len(places) > (wish.page + 1) * PAGE:
        more = Button(Text("button-places-more"), replace(wish, page=wish.page + 1).payload)
        rows = [(more,), menu.MENU_ROW]
    return (Say(Text("rich:places-list", {"places": entries}), ("places", "list"), tuple(rows)), Done())


def _found(wish: Wish, services: Services) -> Sequence[Place]:
    point = POINT.fullmatch(wish.where)
    if point is None:
        return services.places(topic=wish.topic, district=wish.where)
    return services.places(topic=wish.topic, latitude=float(point[1]), longitude=float(point[2]))


def _values(place: Place, topic: str) -> dict[str, Any]:
    topics = () if topic else place.topics[:MOST_TOPICS]
    values: dict[str, Any] = {
        "name": Text("strong", {"text": place.name}),
        "address": place.address,
        "distance": "",
        "phone": place.phone,
        "website": _link(place.website),
        "topics": "",
        "languages": "",
        "map": Text("rich:places-map", {"url": place.map}) if place.map else "",
        "source": Text("rich:answer-source", {"source": _link(place.source), "date": _date(place)}),
    }
    if place.distance is not None:
        values["distance"] = Text(
            "places-distance", {"distance": Text("distance", {"metres": place.distance})}
        )
    if topics:
        titles = Text("row", {"items": tuple(Text(f"topic-title:{one}") for one in topics)})
        values["topics"] = Text("places-topics", {"topics": titles})
    if place.languages:
        names = Text("list", {"items": tuple(Text(f"language-name:{code}") for code in place.languages)})
        values["languages"] = Text("places-languages", {"languages": names})
    return values


def _link(url: str) -> Text | str:
    return Text("link", {"url": url}) if url else ""


def _date(place: Place) -> Text | str:
    return Text("date", {"day": place.as_of.isoformat()}) if place.as_of else "–"


STEPS: Mapping[str, Step] = {"location": Step(ask_location, take_location)}
