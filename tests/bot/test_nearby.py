"""Places near here, as people ask for them: where they are, what for, page after page, on every channel."""

import re
import uuid
from dataclasses import replace
from html import unescape

import pytest

from bot.channels.contract import Inbound
from bot.channels.telegram.keyboard import keyboard_of
from bot.channels.telegram.letter import parts
from bot.channels.terminal import Terminal
from bot.inbox import Inbox
from bot.runtime import Runtime
from bot.services.places import FEWER
from nlu.rasa_client import Parse
from nlu.understanding import RankedIntent
from tests.talk import Person

ASKED = ["places/ask-location", "places/ask-location"]
CENTRE = (51.514, 7.466)


def share(person: Person, latitude: float, longitude: float) -> None:
    """Send a location."""
    inbound = Inbound(str(uuid.uuid4()), "location", latitude=latitude, longitude=longitude)
    received = person.inbox.receive("web", str(person.conversation), inbound)
    person.inbox.work(person.conversation)
    person.last = person.inbox.replies(received.inbox_id)


def shown(person: Person) -> list[str]:
    """The names of the places in the last replies."""
    found = [re.findall(r"<strong>(.*?)</strong>", message.html or "") for message in person.last]
    return [unescape(re.sub("</?bdi.*?>", "", name)) for names in found for name in names]


@pytest.fixture
def topics(runtime: Runtime) -> dict[str, int]:
    """How many places there are for each topic."""
    counted: dict[str, int] = {}
    for place in runtime.content.current.places:
        for topic in place.topics:
            counted[topic] = counted.get(topic, 0) + 1
    return counted


class Understood:
    """Understands every text as the same intents."""

    def __init__(self, *intents: tuple[str, float]) -> None:
        self._parse = Parse(tuple(RankedIntent(*intent) for intent in intents), {"de": 0.99}, 1.0)
        self.client = self

    def parse(self, text: str) -> Parse:
        """The same, whatever it is."""
        return self._parse


def understanding(runtime: Runtime, *intents: tuple[str, float]) -> Runtime:
    return replace(runtime, nlu=Understood(*intents))  # type: ignore[arg-type]


def test_a_shared_location_lists_the_nearest_with_their_distance(runtime: Runtime) -> None:
    person = Person(runtime)
    share(person, *CENTRE)
    assert person.abouts() == ["places/list"]
    far = [int(metres) for metres in re.findall(r"Ungefähr (\d+) Meter", person.text())]
    assert len(far) == 5
    assert far == sorted(far)


def test_more_shows_the_next_ones_until_there_are_none(runtime: Runtime) -> None:
    person = Person(runtime)
    share(person, *CENTRE)
    seen = shown(person)
    while more := [payload for payload in person.payloads() if payload.startswith("places:")]:
        person.press(more[0])
        seen += shown(person)
    known = [place for place in runtime.content.current.places if place.latitude is not None]
    assert len(seen) <= len(known) + FEWER
    assert {place.name for place in known} <= set(seen)


def test_more_works_after_something_else_was_asked(runtime: Runtime) -> None:
    person = Person(runtime)
    share(person, *CENTRE)
    first, more = shown(person), next(p for p in person.payloads() if p.startswith("places:"))
    person.press("do:questionnaire")
    person.press(more)
    assert person.abouts()[0] == "places/list"
    assert not set(shown(person)) & set(first)


@pytest.mark.parametrize(
    ("language", "said"), [("de", "ich bin in hoerde"), ("ru", "Хёрде"), ("ar", "هورده"), ("uk", "Хьорде")]
)
def test_a_district_may_be_typed_in_any_script(runtime: Runtime, language: str, said: str) -> None:
    person = Person(runtime, language=language)
    person.press("do:places-nearby")
    assert person.abouts() == ASKED
    person.say(said)
    assert person.abouts() == ["places/list"]
    here = {place.name for place in runtime.content.current.places if place.district == "Hörde"}
    assert here & set(shown(person))


def test_typed_coordinates_are_a_location(runtime: Runtime) -> None:
    person = Person(runtime)
    person.press("do:places-nearby")
    person.say("51.514, 7.466")
    assert "Ungefähr" in person.text()


def test_an_unknown_district_is_said_to_be_unknown_and_asked_again(runtime: Runtime) -> None:
    person = Person(runtime)
    person.press("do:places-nearby")
    person.say("Atlantis")
    assert person.abouts() == ["problem/unknown-district", "places/ask-location"]


def test_an_answer_leads_to_the_places_of_its_topic(runtime: Runtime, topics: dict[str, int]) -> None:
    few = next(topic for topic, count in topics.items() if count <= 3)
    person = Person(runtime)
    person.press(f"topic:{few}")
    person.tap(f"places:{few}")
    assert person.abouts() == ["places/list"]
    assert len(shown(person)) == topics[few]


def test_many_places_of_a_topic_are_listed_by_where_the_person_is(
    runtime: Runtime, topics: dict[str, int]
) -> None:
    many = max(topics, key=lambda topic: topics[topic])
    person = Person(runtime)
    person.press(f"places:{many}")
    assert person.abouts() == ASKED
    share(person, *CENTRE)
    wanted = {place.name for place in runtime.content.current.places if many in place.topics}
    assert set(shown(person)) <= wanted


def test_an_answer_without_places_has_no_button_for_them(runtime: Runtime, topics: dict[str, int]) -> None:
    without = next((topic for topic in runtime.content.current.topics if topic not in topics), None)
    if without is None:
        pytest.skip("there are places for every topic")
    person = Person(runtime)
    person.press(f"topic:{without}")
    assert not [payload for payload in person.payloads() if payload.startswith("places:")]


def test_what_for_and_where_may_be_said_at_once(runtime: Runtime, topics: dict[str, int]) -> None:
    many = max(topics, key=lambda topic: topics[topic])
    person = Person(understanding(runtime, ("do/places-nearby", 0.86), (f"faq/{many}", 0.13)))
    person.say("Beratung in der Nordstadt")
    assert person.abouts() == ["places/list"]
    wanted = {place.name for place in runtime.content.current.places if many in place.topics}
    assert set(shown(person)) <= wanted


def test_an_entry_shows_what_is_known_and_where_it_comes_from(runtime: Runtime) -> None:
    person = Person(runtime)
    person.press("places:discrimination/-/0")
    place = next(p for p in runtime.content.current.places if "discrimination" in p.topics and p.languages)
    (list_of,) = person.last
    while place.name not in list_of.text:
        person.press(next(p for p in person.payloads() if p.startswith("places:")))
        (list_of,) = person.last
    assert f"{place.street}, {place.postcode} {place.city}" in list_of.text
    assert place.phone in list_of.text
    assert "Sprachen: Deutsch" in list_of.text
    assert "Stand: " in list_of.text
    assert list_of.html is not None
    assert "https://www.openstreetmap.org/search?query=" in list_of.html
    assert "tel:" in list_of.html
    assert "src=" not in list_of.html


@pytest.mark.parametrize(
    "payload",
    [
        "places:no-such",
        "places:/nowhere/0",
        "places:/-/999",
        "places:/999,999/0",
        "places:///",
        "places:wbs/x/y/z",
    ],
)
def test_a_forged_button_is_answered(runtime: Runtime, payload: str) -> None:
    person = Person(runtime)
    person.press(payload)
    assert person.abouts()[-1].startswith("places/")


def test_telegram_asks_for_the_location_with_its_own_button(runtime: Runtime) -> None:
    person = Person(runtime)
    person.press("do:places-nearby")
    asked, districts = person.last
    keyboard = keyboard_of(asked.buttons)
    assert keyboard is not None
    assert keyboard.to_dict()["keyboard"][0][0]["request_location"] is True
    below = keyboard_of(districts.buttons)
    assert below is not None
    assert all("callback_data" in button for row in below.to_dict()["inline_keyboard"] for button in row)


def test_telegram_shows_a_list_in_one_message_with_links(runtime: Runtime) -> None:
    person = Person(runtime, language="ar")
    share(person, *CENTRE)
    (written,) = parts(person.last[0])
    assert 'href="https://www.openstreetmap.org/' in written


def test_the_terminal_writes_addresses_out_and_has_no_button_for_the_location(runtime: Runtime) -> None:
    written: list[str] = []
    asking = understanding(runtime, ("do/places-nearby", 0.99))
    Terminal(asking, Inbox(asking), written.append).talk(["Orte in der Nähe", "51.514, 7.466"], "de")
    assert any("https://www.openstreetmap.org/" in line for line in written)
    assert any("] Nordstadt" in line for line in written)
    assert not any(runtime.content.wording.phrase("chat-location", "de") in line for line in written)
