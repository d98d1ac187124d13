"""Contact points and the parts of the city: what is missing, unknown, or lies elsewhere."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml
from babel.core import Locale, UnknownLocaleError

from bot.content.addresses import is_phone, is_url
from bot.content.catalogue import Catalogue
from nlu.normalise import words

PLACES, DISTRICTS = "places.csv", "districts.yml"
COLUMNS = (
    "id", "name", "category", "street", "postcode", "city", "district", "latitude", "longitude", "phone", "website",
    "languages", "topics", "source", "as_of",
)  # fmt: skip
BOX = ("south", "north", "west", "east")
LONGEST_ID = 20
"""Characters: a district's name in buttons."""
Found = tuple[str, int, str]


def problems(catalogue: Catalogue) -> Iterator[Found]:
    """(path, line, problem) for places.csv and districts.yml."""
    districts = list(_districts(catalogue.files.get(DISTRICTS)))
    yield from districts
    rows = csv.DictReader(io.StringIO(catalogue.files.get(PLACES, "")))
    missing = [column for column in COLUMNS if column not in (rows.fieldnames or ())]
    if missing:
        yield PLACES, 1, f"columns are missing: {', '.join(missing)}"
        return
    box = None if districts else catalogue.box
    names = set() if districts else {district.name for district in catalogue.districts}
    seen: set[str] = set()
    for row in rows:
        place = row["id"]
        if None in row.values() or None in row:
            yield PLACES, rows.line_num, f"{place}: {len(COLUMNS)} columns are expected"
            continue
        if place in seen or not place:
            yield PLACES, rows.line_num, f"{place}: the id is empty or stands twice"
        seen.add(place)
        found = (*_row(row, catalogue), *_point(row, box))
        if row["district"] and not districts and row["district"] not in names:
            found = (*found, f"district {row['district']} is not in {DISTRICTS}")
        yield from ((PLACES, rows.line_num, f"{place}: {problem}") for problem in found)


def _row(row: Mapping[str, str], catalogue: Catalogue) -> Iterator[str]:
    if not row["name"]:
        yield "the name is missing"
    if row["phone"] and not is_phone(row["phone"]):
        yield f"malformed telephone number {row['phone']}"
    if row["website"] and not is_url(row["website"]):
        yield f"malformed address {row['website']}"
    if not row["source"]:
        yield "the source is missing"
    elif not is_url(row["source"]):
        yield f"malformed address of the source: {row['source']}"
    if not _is_day(row["as_of"]):
        yield f"as_of is not a date such as 2026-11-20: {row['as_of']}"
    for topic in row["topics"].split():
        if topic not in catalogue.topics:
            yield f"topic {topic} does not exist"
    for code in row["languages"].split():
        if code not in catalogue.languages and not _is_language(code):
            yield f"{code} is not a language code"


def _point(row: Mapping[str, str], box: Mapping[str, float] | None) -> Iterator[str]:
    """What is wrong with the coordinates: both or none, numbers, and in the city."""
    written = row["latitude"], row["longitude"]
    if not any(written):
        return
    if not all(written):
        yield "latitude and longitude belong together"
        return
    try:
        latitude, longitude = map(float, written)
    except ValueError:
        yield f"a coordinate is no number: {row['latitude']}, {row['longitude']}"
        return
    if box and not (box["south"] <= latitude <= box["north"] and box["west"] <= longitude <= box["east"]):
        yield f"{row['latitude']}, {row['longitude']} is outside the box of {DISTRICTS}"


def _districts(text: str | None) -> Iterator[Found]:
    if text is None:
        yield DISTRICTS, 1, "the file is missing"
        return
    try:
        loaded = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        yield DISTRICTS, mark.line + 1 if mark else 1, "this is not YAML"
        return
    box = loaded.get("box") if isinstance(loaded, dict) else None
    if not isinstance(box, dict) or not all(isinstance(box.get(side), int | float) for side in BOX):
        yield DISTRICTS, 1, f"`box` needs the numbers {', '.join(BOX)}"
    districts = loaded.get("districts") if isinstance(loaded, dict) else None
    if not isinstance(districts, dict):
        yield DISTRICTS, 1, "`districts` is missing"
        return
    yield from _names(text, districts)


def _names(text: str, districts: Mapping[Any, Any]) -> Iterator[Found]:
    """Every name is said of one district only."""
    meant: dict[str, str] = {}
    for district, entry in districts.items():
        line = _line_of(text, str(district))
        if not str(district).isascii() or len(str(district)) > LONGEST_ID:
            yield DISTRICTS, line, f"{district}: at most {LONGEST_ID} plain letters are expected"
        if not isinstance(entry, dict) or not entry.get("name"):
            yield DISTRICTS, line, f"{district}: `name` is missing"
            continue
        for name in (entry["name"], *(entry.get("also") or ())):
            if meant.setdefault(" ".join(words(str(name))), str(district)) != str(district):
                yield DISTRICTS, line, f"{district}: {name} is said of another district too"


def _line_of(text: str, district: str) -> int:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip().startswith(f"{district}:"):
            return number
    return 1


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_language(code: str) -> bool:
    try:
        return Locale.parse(code).language == code
    except (UnknownLocaleError, ValueError):
        return False
