"""What is remembered between turns is a stored format."""

import json
from pathlib import Path

import pytest

from dialogues.conversation import Conversation, Frame
from dialogues.flows import FLOWS

STORED = sorted((Path(__file__).parent / "stored").glob("*.json"))


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_every_released_stored_form_loads(path: Path) -> None:
    loaded = Conversation.from_json(json.loads(path.read_text()))
    assert loaded.stack[-1] == Frame("book", "time", {"service": "first-interview", "day": "2026-11-24"})
    assert (loaded.language, loaded.topic, loaded.ask_number) == ("ar", "kita-place", 12)


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_every_stored_dialogue_and_step_still_exists(path: Path) -> None:
    for frame in Conversation.from_json(json.loads(path.read_text())).stack:
        assert frame.step in FLOWS[frame.flow].STEPS


def test_what_is_stored_comes_back_as_it_was() -> None:
    before = Conversation("uk", (Frame("questionnaire", "summary", {"questions": ["origin"]}),), ask_number=3)
    assert Conversation.from_json(json.loads(json.dumps(before.as_json()))) == before


def test_a_field_that_an_older_release_did_not_store_has_its_default() -> None:
    assert Conversation.from_json({"version": 1, "language": "de"}) == Conversation("de")
