"""Whole talks, written down in conversations/*.yml, run through the real inbox with the real understanding.

A talk is a list of steps. `person` types (one text, or one for each language), `press` presses a payload, `tap` presses
a shown button by the end of its payload, `tap_first` the first one shown, `later` lets days pass. `about` is what the
replies must be, in this order; `also` what must be among them; `not` what must not; `text` what must be written.
"""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.runtime import CONTENT_FOLDER, Runtime
from tests.talk import Person

FOLDER = Path(__file__).parent / "conversations"
LANGUAGES = [
    code
    for code, entry in yaml.safe_load((CONTENT_FOLDER / "languages.yml").read_text()).items()
    if entry["enabled"]
]
WORKDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def _talks() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yml")):
        for story in yaml.safe_load(path.read_text()):
            for language in story.get("languages", LANGUAGES):
                found.append(pytest.param(story, language, id=f"{path.stem}: {story['claim']} [{language}]"))
    return found


@pytest.mark.parametrize(("story", "language"), _talks())
def test_the_talk_goes_as_written(
    story: dict[str, Any], language: str, understanding_runtime: Runtime
) -> None:
    person = Person(understanding_runtime, language=language, at=story.get("at", WORKDAY))
    for number, step in enumerate(story["talk"], start=1):
        _act(person, step, language)
        _look(person, step, f"step {number} {step}: {person.abouts()} {person.text()[:300]}")


def _act(person: Person, step: dict[str, Any], language: str) -> None:
    if "later" in step:
        person.now += timedelta(days=step["later"])
    if "person" in step:
        said = step["person"]
        person.say(said[language] if isinstance(said, dict) else said)
    elif "press" in step:
        person.press(step["press"])
    elif "tap" in step:
        person.tap(step["tap"])
    elif step.get("tap_first"):
        person.tap_first()


def _look(person: Person, step: dict[str, Any], where: str) -> None:
    if "about" in step:
        expected = step["about"] if isinstance(step["about"], list) else [step["about"]]
        assert person.abouts() == expected, where
    for one in step.get("also", []):
        assert one in person.abouts(), where
    for one in step.get("not", []):
        assert one not in person.abouts(), where
    if "text" in step:
        assert step["text"] in person.text(), where
