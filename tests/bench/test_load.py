"""The bench counts what happened, and asks both systems for the same."""

import asyncio
import itertools
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml

from bot.content.catalogue import Catalogue
from tests.bench.http_connection import HttpConnection, encode
from tests.bench.load import Load, put_under_load
from tests.bench.stock_rasa import project
from tests.bench.talks import TURNS, Talk, Turn, button_talks, text_talks


class Answers(BaseHTTPRequestHandler):
    """Does what the body's `do` says."""

    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        """`answer`, `silence` or `refuse`."""
        wanted = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["do"]
        body = b"[]" if wanted == "silence" else b"[1]"
        self.send_response(429 if wanted == "refuse" else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing is logged."""


@pytest.fixture
def port() -> Iterator[int]:
    """A small server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@dataclass
class Small:
    """The small server as a system under load."""

    port: int
    name: str = "small"
    opened: int = 0

    async def open(self, connection: HttpConnection, talk: Talk) -> str:
        """Counts only."""
        self.opened += 1
        return str(self.opened)

    def request(self, conversation: str, turn: Turn) -> bytes:
        """What the turn says is what the server does."""
        return encode("POST", "/", {"do": turn.lotse}, {})

    def answered(self, body: bytes) -> bool:
        """Whether there is anything in the list."""
        return body != b"[]"


def load_of(system: Small, *turns: str) -> Load:
    """A short load of talks with these turns."""
    talk = Talk("de", tuple(Turn("text", turn, turn) for turn in turns))
    return put_under_load(
        system, itertools.repeat(talk), conversations=3, seconds=0.3, processor_seconds=dict
    )


@pytest.fixture(autouse=True)
def short_warm_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests need no warm machine."""
    monkeypatch.setattr("tests.bench.load.WARM_UP_SECONDS", 0.05)


def test_answered_turns_are_counted_and_timed(port: int) -> None:
    load = load_of(Small(port), *["answer"] * TURNS)
    assert len(load.latencies) > 10
    assert load.turns_per_second == pytest.approx(len(load.latencies) / load.seconds)
    assert 0 < load.percentile(50) <= load.percentile(95) <= max(load.latencies) * 1000
    assert not load.failed
    assert load.unanswered == 0


def test_a_refused_turn_is_an_error_and_not_a_quick_turn(port: int) -> None:
    load = load_of(Small(port), "refuse")
    assert load.failed[429] > 0
    assert load.latencies == []


def test_a_person_without_an_answer_goes_away(port: int) -> None:
    load = load_of(Small(port), "answer", "silence", "refuse")
    assert load.unanswered > 0
    assert not load.failed


def test_a_server_that_is_not_there_is_an_error() -> None:
    assert asyncio.run(HttpConnection(1).ask(b"")) == (0, b"")


def test_talks_use_every_topic_and_every_language(content_files: dict[str, str]) -> None:
    catalogue = Catalogue(content_files)
    talks = list(itertools.islice(button_talks(catalogue), 40))
    pressed = {turn.lotse for talk in talks for turn in talk.turns}
    assert {f"topic:{topic}" for topic in catalogue.topics} < pressed
    assert {talk.language for talk in text_talks_of(catalogue)} == set(catalogue.enabled)


def text_talks_of(catalogue: Catalogue) -> list[Talk]:
    """The first talks with sentences."""
    return list(itertools.islice(text_talks(catalogue), 2 * len(catalogue.enabled)))


def test_stock_rasa_knows_every_intent_a_button_sends(content_files: dict[str, str]) -> None:
    catalogue = Catalogue(content_files)
    files = project(catalogue, catalogue.examples())
    known = set(yaml.safe_load(files["domain.yml"])["intents"])
    ruled = {rule["steps"][0]["intent"] for rule in yaml.safe_load(files["rules.yml"])["rules"]}
    sent = {turn.stock for talk in itertools.islice(button_talks(catalogue), 40) for turn in talk.turns}
    assert {name.removeprefix("/") for name in sent} <= known
    assert ruled == known == {intent.replace("/", ".") for intent in catalogue.intents}
