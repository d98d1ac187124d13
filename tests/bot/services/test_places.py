"""Which contact points are near: by distance, by district in any script, by topic."""

import dataclasses
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.catalogue import Catalogue, District, PlaceFacts
from bot.services import places
from bot.services.districts import district_named
from dialogues.flows.places import Wish

CENTRE = {"latitude": 51.514, "longitude": 7.466}


def place(name: str, **given: object) -> PlaceFacts:
    facts = PlaceFacts(
        id=name, name=name, category="office", street="Weg 1", postcode="44135", city="Dortmund",
        district="Innenstadt", latitude=51.5, longitude=7.5, phone="", website="", languages=(), topics=(),
        source="https://example.org", as_of=date(2026, 11, 20),
    )  # fmt: skip
    return dataclasses.replace(facts, **given)  # type: ignore[arg-type]


def names(found: Sequence[places.Place]) -> list[str]:
    return [one.id for one in found]


def test_a_metre_is_a_metre() -> None:
    assert places.distance_m(51.5, 7.4, 51.5, 7.4) == 0
    assert places.distance_m(51.0, 7.0, 52.0, 7.0) == pytest.approx(111_195, abs=5)


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_the_way_there_is_as_long_as_the_way_back(a: float, b: float, c: float, d: float) -> None:
    assert places.distance_m(a, b, c, d) == places.distance_m(c, d, a, b) <= 20_015_087


def test_the_nearest_come_first_and_few_of_unknown_distance_after_them() -> None:
    known = [place("far", latitude=51.6), place("near", latitude=51.515, longitude=7.466)]
    unknown = [place(f"unknown-{number}", latitude=None, longitude=None) for number in range(9)]
    found = places.near([*unknown, *known], **CENTRE)
    assert names(found)[:2] == ["near", "far"]
    assert len(found) == 2 + places.FEWER
    assert [one.distance is None for one in found] == [False, False, *[True] * places.FEWER]


def test_those_of_the_district_come_first() -> None:
    given = [place("centre"), place("north", district="Nordstadt"), place("nowhere", district="")]
    assert names(places.near(given, district="Nordstadt")) == ["north", "centre", "nowhere"]


def test_a_place_without_an_address_is_shown_for_its_topic_only() -> None:
    given = [place("phone-only", street="", topics=("wbs",), district=""), place("house", topics=("wbs",))]
    assert names(places.near(given)) == ["house"]
    assert names(places.near(given, topic="wbs")) == ["house", "phone-only"]
    assert places.near(given, topic="wbs")[1].address == ""
    assert names(places.near(given, topic="other")) == []


def test_the_map_searches_for_an_address_and_shows_a_point_where_there_is_none() -> None:
    assert "query=Weg+1%2C+44135+Dortmund" in places.map_address(place("house"))
    assert "mlat=51.5&mlon=7.5#map=17/51.5/7.5" in places.map_address(place("hall", street="Rathaus"))
    assert places.map_address(place("nowhere", street="", latitude=None, longitude=None)) == ""


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Nordstadt", "nordstadt"),
        ("nordstadt!", "nordstadt"),
        ("ich wohne in der nordstat", "nordstadt"),
        ("Nordstatd", "nordstadt"),
        ("нордштадт", "nordstadt"),
        ("живу в нордштадте", "nordstadt"),
        ("у Нордштадті", "nordstadt"),
        ("نوردشتات", "nordstadt"),
        ("أنا في نوردشتات", "nordstadt"),
        ("نورداشتات", "nordstadt"),
        ("Borsigplatz", "nordstadt"),
        ("hoerde", "hoerde"),
        ("HÖRDE", "hoerde"),
        ("Horde", "hoerde"),
        ("Хёрде", "hoerde"),
        ("هورده", "hoerde"),
        ("Lütgendortmund", "luetgendortmund"),
        ("lutgendortmund", "luetgendortmund"),
        ("Люттгендортмунд", "luetgendortmund"),
        ("dorstfelt", "dorstfeld"),
        ("şehir merkezi", "innenstadt"),
        ("centre-ville", "innenstadt"),
        ("centrul orașului", "innenstadt"),
        ("مرکز شهر", "innenstadt"),
        ("вокзал", "innenstadt"),
        ("гарата", "innenstadt"),
        ("Atlantis", None),
        ("Termin absagen", None),
        ("ich möchte abbrechen", None),
        ("ich brauche einen arzt", None),
        ("weiter", None),
        ("أريد موعد", None),
        ("школа", None),
        ("", None),
        ("🙂", None),
        ("nordstadt " * 20, None),
    ],
)
def test_a_district_is_known_in_any_script_and_with_typos(
    said: str, meant: str | None, content_files: dict[str, str]
) -> None:
    found = district_named(said, Catalogue(content_files).districts)
    assert (found.id if found else None) == meant


@given(st.text(max_size=300))
def test_any_text_names_a_district_or_none(text: str) -> None:
    known = (District("nordstadt", "Nordstadt", ("Innenstadt-Nord",)),)
    assert district_named(text, known) in (None, *known)


@given(st.text(max_size=60))
def test_any_button_means_some_wish(argument: str) -> None:
    assert 0 <= Wish.of(argument).page < 1000


def test_every_button_fits_into_64_bytes(content_files: dict[str, str]) -> None:
    catalogue = Catalogue(content_files)
    for topic in catalogue.topics_with_places:
        for where in ("51.514,7.466", *(district.id for district in catalogue.districts)):
            assert len(Wish(topic, where, 14).payload.encode("ascii")) <= 64
