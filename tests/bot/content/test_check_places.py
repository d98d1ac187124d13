"""The content check finds what is wrong with contact points and parts of the city, with the line."""

from collections.abc import Callable

import pytest

from bot.content import check_places
from bot.content.catalogue import Catalogue

HEAD = "id,name,category,street,postcode,city,district,latitude,longitude,phone,website,languages,topics,source,as_of"
GOOD = "x,Haus,office,Weg 1,44135,Dortmund,Innenstadt,51.5,7.5,0231 50-0,https://example.org,de uk,wbs,https://example.org,2026-11-20"


def found(content_files: dict[str, str], places: str, districts: str | None = None) -> list[str]:
    files = {**content_files, "places.csv": places}
    if districts is not None:
        files["districts.yml"] = districts
    problems = check_places.problems(Catalogue(files))
    return [f"{path}:{line}: {problem}" for path, line, problem in problems]


def test_the_content_is_clean(content_files: dict[str, str]) -> None:
    assert found(content_files, content_files["places.csv"]) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Haus,", ",", "the name is missing"),
        ("0231 50-0", "anrufen", "malformed telephone number anrufen"),
        ("https://example.org,de", "example.org,de", "malformed address example.org"),
        ("wbs,https://example.org", "wbs,", "the source is missing"),
        ("wbs,https://example.org", "wbs,siehe oben", "malformed address of the source"),
        ("2026-11-20", "", "as_of is not a date"),
        ("2026-11-20", "gestern", "as_of is not a date"),
        ("wbs", "no-such", "topic no-such does not exist"),
        ("de uk", "de xx", "xx is not a language code"),
        ("Innenstadt", "Atlantis", "district Atlantis is not in districts.yml"),
        ("51.5,7.5", "7.5,51.5", "is outside the box"),
        ("51.5,7.5", "51.5,", "belong together"),
        ("51.5,7.5", "51.5,sieben", "a coordinate is no number"),
    ],
)
def test_what_is_wrong_with_a_place_is_found(
    content_files: dict[str, str], old: str, new: str, expected: str
) -> None:
    assert old in GOOD
    (problem,) = found(
        content_files, f"{HEAD}\n{GOOD.replace('x,', 'good,', 1)}\n{GOOD.replace(old, new, 1)}\n"
    )
    assert problem.startswith("places.csv:3: x: ")
    assert expected in problem


def test_the_same_id_twice_is_found(content_files: dict[str, str]) -> None:
    (problem,) = found(content_files, f"{HEAD}\n{GOOD}\n{GOOD}\n")
    assert "stands twice" in problem


def test_missing_columns_are_named(content_files: dict[str, str]) -> None:
    (problem,) = found(content_files, "id,name\nx,Haus\n")
    assert problem.startswith("places.csv:1: columns are missing: category, street")


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (
            lambda text: text.replace("south: 51.41", "south: hier"),
            "districts.yml:1: `box` needs the numbers",
        ),
        (
            lambda text: text.replace("[Brechten,", "[Wambel, Brechten,"),
            "Wambel is said of another district too",
        ),
        (lambda text: text.replace("  mengede:", "  mëngede:"), "plain letters are expected"),
        (lambda text: text.replace("name: Mengede", "nane: Mengede"), "mengede: `name` is missing"),
        (lambda text: text.replace("districts:", "districts"), "districts.yml:"),
    ],
)
def test_what_is_wrong_with_a_district_is_found(
    content_files: dict[str, str], damage: Callable[[str], str], expected: str
) -> None:
    broken = damage(content_files["districts.yml"])
    assert broken != content_files["districts.yml"]
    assert any(expected in problem for problem in found(content_files, f"{HEAD}\n", broken))
