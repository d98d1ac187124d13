"""Which contact points are near."""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt

from bot.content.catalogue import PlaceFacts
from dialogues.answers import plain
from dialogues.services import Place

MOST_SHOWN = 5
EARTH_RADIUS_M = 6_371_000


def near(
    places: Sequence[PlaceFacts],
    *,
    district: str = "",
    latitude: float | None = None,
    longitude: float | None = None,
) -> list[Place]:
    """At most five places: the nearest with a location, those of the district first with its name.

    A place without coordinates comes after those with; otherwise the order of the content stays.
    """
    found = [_place(place, latitude, longitude) for place in places if place.address]
    if latitude is not None:
        found.sort(key=lambda place: (place.distance is None, place.distance or 0))
    elif district:
        here = {place.id for place in places if plain(place.district) == plain(district)}
        found.sort(key=lambda place: place.id not in here)
    return found[:MOST_SHOWN]


def districts(places: Sequence[PlaceFacts]) -> list[str]:
    """Names of the districts places are known in, alphabetically."""
    return sorted({place.district for place in places if place.district})


def distance_m(from_latitude: float, from_longitude: float, to_latitude: float, to_longitude: float) -> int:
    """Metres between two points of the globe, by the haversine formula."""
    up = sin(radians(to_latitude - from_latitude) / 2) ** 2
    along = sin(radians(to_longitude - from_longitude) / 2) ** 2
    chord = up + cos(radians(from_latitude)) * cos(radians(to_latitude)) * along
    return round(2 * EARTH_RADIUS_M * asin(sqrt(chord)))


def _place(place: PlaceFacts, latitude: float | None, longitude: float | None) -> Place:
    known = None not in (latitude, longitude, place.latitude, place.longitude)
    return Place(
        id=place.id,
        name=place.name,
        address=place.address,
        phone=place.phone,
        website=place.website,
        languages=place.languages,
        distance=distance_m(latitude, longitude, place.latitude, place.longitude)  # type: ignore[arg-type]
        if known
        else None,
    )
