"""Which contact points are near, and which help with a topic."""

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from urllib.parse import urlencode

from bot.content.catalogue import PlaceFacts
from dialogues.services import Place

FEWER = 5
"""How many places of unknown coordinates follow those whose distance is known."""
EARTH_RADIUS_M = 6_371_000
MAP = "https://www.openstreetmap.org"


def near(
    places: Sequence[PlaceFacts],
    *,
    topic: str = "",
    district: str = "",
    latitude: float | None = None,
    longitude: float | None = None,
) -> list[Place]:
    """Places one can go to: the nearest first with a location, those of the district first with its name.

    With a location at most five follow whose coordinates are unknown; otherwise the order of the content stays. With a
    topic only places that help with it, those without an address last: they can be called or written to.
    """
    fitting = [place for place in places if not topic or topic in place.topics]
    if latitude is not None and longitude is not None:
        here = (latitude, longitude)
        found = [_place(place, here) for place in fitting if place.street or topic]
        known = sorted(
            (place for place in found if place.distance is not None), key=lambda place: place.distance or 0
        )
        return known + [place for place in found if place.distance is None][:FEWER]
    shown = [place for place in fitting if place.street or topic or place.district == (district or None)]
    shown.sort(key=lambda place: (bool(district) and place.district != district, not place.street))
    return [_place(place, None) for place in shown]


def distance_m(from_latitude: float, from_longitude: float, to_latitude: float, to_longitude: float) -> int:
    """Metres between two points of the globe, by the haversine formula."""
    up = sin(radians(to_latitude - from_latitude) / 2) ** 2
    along = sin(radians(to_longitude - from_longitude) / 2) ** 2
    chord = up + cos(radians(from_latitude)) * cos(radians(to_latitude)) * along
    return round(2 * EARTH_RADIUS_M * asin(min(1.0, sqrt(chord))))


def map_address(place: PlaceFacts) -> str:
    """The place on a map that is opened elsewhere: its address searched for, else its coordinates; "" without both."""
    if any(letter.isdigit() for letter in place.street) or (place.street and place.latitude is None):
        return f"{MAP}/search?{urlencode({'query': place.address.replace('–', '-')})}"
    if place.latitude is None or place.longitude is None:
        return ""
    point = urlencode({"mlat": place.latitude, "mlon": place.longitude})
    return f"{MAP}/?{point}#map=17/{place.latitude}/{place.longitude}"


def _place(place: PlaceFacts, here: tuple[float, float] | None) -> Place:
    distance = None
    if here is not None and place.latitude is not None and place.longitude is not None:
        distance = distance_m(*here, place.latitude, place.longitude)
    return Place(
        id=place.id,
        name=place.name,
        address=place.address if place.street else "",
        phone=place.phone,
        website=place.website,
        languages=place.languages,
        topics=place.topics,
        source=place.source,
        as_of=place.as_of,
        map=map_address(place),
        distance=distance,
    )
