"""services.yml: read into values, refused with the line and the reason, complete for every enabled language."""

from datetime import date, time, timedelta
from pathlib import Path

import pytest
import yaml
from fluent.syntax import ast
from fluent.syntax import parse as parse_fluent

from bot.content.services_file import Block, ServicesProblem, Span, parse

CONTENT = Path(__file__).parents[3] / "content"

SMALL = """\
services:
  talk:
    minutes: 45
    buffer_after: 15
    notice_hours: 24
    horizon_days: 28
    open_limit: 1
    offices: [here]
offices:
  here: {address: "Platz 1, Dortmund", phone: "0231 50-11150"}
counsellors:
  one:
    name: Beratung 1
    languages: [de, uk]
    services: [talk]
    weekly:
      here:
        mon: ["09:00-12:30", "13:30-16:00"]
    absences: ["2026-12-24..2027-01-02", "2026-11-23"]
desk:
  weekly: {mon: ["09:00-12:00"]}
closed_days: ["2026-12-31"]
holidays: {country: DE, state: NW}
"""


def test_a_file_becomes_values() -> None:
    file = parse(SMALL)

    offer, plan = file.services["talk"], file.counsellors["one"]
    assert (offer.id, offer.talk, offer.buffer_before, offer.offices) == (
        "talk",
        timedelta(minutes=45),
        0,
        ("here",),
    )
    assert plan.weekly["here"]["mon"] == (Block(time(9), time(12, 30)), Block(time(13, 30), time(16)))
    assert plan.absences[0] == Span(date(2026, 12, 24), date(2027, 1, 2))
    assert file.offices["here"].phone == "0231 50-11150"


def test_an_absence_has_both_its_ends() -> None:
    plan = parse(SMALL).counsellors["one"]
    days = [date(2026, 12, 23) + timedelta(days=number) for number in range(12)]

    assert [day for day in days if plan.absent(day)] == days[1:11]


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 12, 31), True),
        (date(2026, 6, 4), True),  # Corpus Christi, a holiday here and not everywhere
        (date(2027, 1, 6), False),  # Epiphany, a holiday elsewhere
        (date(2026, 11, 20), False),
    ],
)
def test_closed_days_and_holidays_of_the_state_are_closed(day: date, closed: bool) -> None:
    assert parse(SMALL).closed(day) is closed


@pytest.mark.parametrize(
    ("written", "instead", "line", "reason"),
    [
        ("minutes: 45", "minutes: long", 3, "integer"),
        ("    minutes: 45\n", "", 2, "required"),
        ("minutes: 45", "minuets: 45", 2, "required"),
        ("open_limit: 1", "open_limit: 1\n    seats: 3", 8, "keyword"),
        ("offices: [here]", "offices: [there]", 8, "no office there"),
        ("languages: [de, uk]", "languages: []", 14, "at least 1"),
        ("services: [talk]", "services: [talk, walk]", 15, "no service walk"),
        ("      here:\n        mon", "      there:\n        mon", 17, "no office there"),
        ("        mon: [", "        mon: []\n        # [", 15, "works in no office where talk is offered"),
        ('"13:30-16:00"', '"16:00-13:30"', 18, "closes before it opens"),
        ('"13:30-16:00"', '"13.30-16.00"', 18, "not a block of hours"),
        ('"13:30-16:00"', '"12:00-16:00"', 16, "blocks on mon overlap"),
        ("        mon", "        montag", 18, "'mon'"),
        ('"2026-11-23"', '"23.11.2026"', 19, "not a day"),
        ('"2026-11-23"', '"2026-11-31"', 19, "day"),
        ('{mon: ["09:00-12:00"]}', "{mon: []}", 21, "never open"),
        ("state: NW", "state: XX", 23, "no such country or state"),
        ("name: Beratung 1", "name: Beratung 1\n    name: Beratung 2", 14, "written twice"),
        ("offices: [here]", "offices: [here", 9, "expected"),
        ("languages: [de, uk]", "languages: &spoken [de, uk]\n    more: *spoken", 1, "not supported"),
        ("talk:", "Talk Show:", 2, "pattern"),
    ],
)
def test_a_mistake_is_refused_with_its_line(written: str, instead: str, line: int, reason: str) -> None:
    assert written in SMALL

    with pytest.raises(ServicesProblem) as problem:
        parse(SMALL.replace(written, instead, 1))

    assert problem.value.line == line
    assert reason in problem.value.reason


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words", "a: [", "\x00", "services: 1"])
def test_what_is_no_services_file_is_refused(text: str) -> None:
    with pytest.raises(ServicesProblem):
        parse(text)


def test_every_service_can_be_held_in_every_enabled_language() -> None:
    languages = yaml.safe_load((CONTENT / "languages.yml").read_text())
    file = parse((CONTENT / "services.yml").read_text())
    enabled = {code for code, language in languages.items() if language["enabled"]}

    for service in file.services:
        spoken = {language for plan in file.counsellors_for(service) for language in plan.languages}
        assert spoken >= enabled
        assert spoken <= set(languages)


def test_every_service_and_office_has_its_german_words() -> None:
    file = parse((CONTENT / "services.yml").read_text())
    needed = {f"service-{id}-{part}" for id in file.services for part in ("name", "about", "bring")}
    needed |= {f"office-{id}-{part}" for id in file.offices for part in ("name", "directions")}
    resource = parse_fluent((CONTENT / "de" / "services.ftl").read_text())
    words = {
        entry.id.name: entry.value.elements[0].value
        for entry in resource.body
        if isinstance(entry, ast.Message)
    }

    assert set(words) == needed
    assert max(len(text) for name, text in words.items() if name.endswith("-name")) <= 40


def test_topics_lead_only_to_services_that_exist() -> None:
    topics = yaml.safe_load((CONTENT / "topics.yml").read_text())
    file = parse((CONTENT / "services.yml").read_text())

    assert {topic["service"] for topic in topics.values() if "service" in topic} <= set(file.services)
