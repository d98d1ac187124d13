"""Changes reach open pages at once, without a word of what changed, as long as the session lasts."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.console import events
from bot.runtime import Runtime
from bot.services import handover
from tests.bot.console.conftest import Cast
from tests.factories import make_conversation, say


@pytest.fixture(autouse=True)
def quick_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "CHECK_SECONDS", 0.2)


def received(lines: Iterator[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Name and data of each event."""
    name = ""
    for line in lines:
        if line.startswith("event:"):
            name = line.removeprefix("event:").strip()
        elif line.startswith("data:"):
            yield name, json.loads(line.removeprefix("data:"))


@pytest.mark.parametrize("what", ["message", "owner"])
def test_a_change_is_told_without_words(cast: Cast, console_runtime: Runtime, what: str) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session)
    with cast["analyst"].client.stream("GET", "/staff/events") as stream:
        told = received(stream.iter_lines())
        assert next(told)[0] == "ready"
        with console_runtime.database.session() as session:
            row = session.merge(row)
            if what == "message":
                say(session, row, "Ich heiße Amina")
            else:
                handover.hand_over(session, row, reason="asked", now=datetime.now(UTC))

        assert next(told) == ("change", {})


def test_many_changes_at_once_are_told_as_few(cast: Cast, console_runtime: Runtime) -> None:
    browser = cast["counsellor"]
    token = browser.csrf()
    with browser.client.stream("GET", "/staff/events") as stream:
        told = received(stream.iter_lines())
        assert next(told)[0] == "ready"
        for number in range(50):
            with console_runtime.database.session() as session:
                say(session, make_conversation(session), f"Nachricht {number}")
        browser.post("/staff/logout", csrf=token)

        assert 1 <= len(list(told)) < 10


def test_the_stream_ends_with_the_session(cast: Cast) -> None:
    browser = cast["counsellor"]
    token = browser.csrf()
    with browser.client.stream("GET", "/staff/events") as stream:
        told = received(stream.iter_lines())
        assert next(told)[0] == "ready"
        browser.post("/staff/logout", csrf=token)

        assert list(told) == []


def test_a_page_that_asks_by_itself_without_a_session_is_told_so(cast: Cast) -> None:
    assert cast["outsider"].get("/staff/conversations", lotse_live="visible").status_code == 401
