"""A text in, an Understanding out, with Rasa, without it, and with a Rasa that misbehaves."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu import rasa_client
from nlu.rasa_client import NluUnavailable, Parse, RasaClient
from nlu.rasa_process import RasaProcess
from nlu.understand import understand
from nlu.understanding import Decision, RankedIntent, Understanding
from tests.nlu.conftest import SMALL

TWO = {"de": "latin", "en": "latin"}
Answer = Callable[[BaseHTTPRequestHandler], None]


class Listener:
    """A parser that remembers what it was asked."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    def parse(self, text: str) -> Parse:
        self.heard.append(text)
        return Parse((RankedIntent("faq/find-flat", 0.9),), {"de": 0.9, "en": 0.1}, 1.0)


def heard(text: str) -> list[str]:
    listener = Listener()
    understand(text, languages=TWO, prior="de", client=listener)
    return listener.heard


@pytest.fixture
def server() -> Iterator[Callable[[Answer], RasaClient]]:
    """Start a server that answers every request the given way; returns a client of it."""
    started: list[ThreadingHTTPServer] = []
    clients: list[RasaClient] = []

    def start(answer: Answer) -> RasaClient:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                answer(self)

            def log_message(self, *args: object) -> None:
                pass

        listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        listening.daemon_threads = True
        started.append(listening)
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        clients.append(RasaClient(f"http://127.0.0.1:{listening.server_address[1]}", "secret"))
        return clients[-1]

    yield start
    for client in clients:
        client.close()
    for listening in started:
        listening.shutdown()
        listening.server_close()


def reply(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.parametrize(
    "text", ["", "  ", "🙂🙂", "❤️", "x", "?", "123", "+49 231 123", "https://example.org/wohnung"]
)
def test_a_text_without_words_is_admitted_without_asking_rasa(text: str) -> None:
    listener = Listener()
    understanding = understand(text, languages=TWO, prior="de", client=listener)
    assert understanding == Understanding.nothing()
    assert listener.heard == []


@settings(deadline=None)
@given(st.text(max_size=80), st.sampled_from([None, "de", "en", "ar"]))
def test_no_text_is_an_error(text: str, prior: str | None) -> None:
    languages = {"de": "latin", "en": "latin", "ar": "arabic"}
    for client in (Listener(), RasaClient(None)):
        assert understand(text, languages=languages, prior=prior, client=client).language in (
            None,
            *languages,
        )


def test_invisible_characters_never_reach_the_model() -> None:
    assert heard("\u2067woh\u200bnung\u2069 \ufeff") == ["wohnung"]


def test_a_person_cannot_name_an_intent_outright(small_rasa: RasaProcess) -> None:
    assert small_rasa.wait_until_ok(60)
    ranking = small_rasa.client.parse(' //safety/violence{"sure": 1}').intents
    assert len(ranking) >= len(SMALL)
    assert ranking[0].confidence < 1


def test_of_a_very_long_text_only_the_ends_are_read() -> None:
    (sent,) = heard("wohnung " + "bla " * 5000 + "dringend")
    assert len(sent) < 700
    assert sent.startswith("wohnung")
    assert sent.endswith("dringend")


def test_rasa_down_is_not_understood_and_the_language_is_still_guessed() -> None:
    understanding = understand(
        "Ich möchte bitte meine neue Wohnung anmelden", languages=TWO, prior=None, client=RasaClient(None)
    )
    assert understanding.intents == ()
    assert understanding.decision is Decision.ADMIT
    assert understanding.language == "de"


def test_nobody_listening_fails_fast() -> None:
    client = RasaClient("http://127.0.0.1:9")
    started = time.monotonic()
    with pytest.raises(NluUnavailable):
        client.parse("hallo")
    assert time.monotonic() - started < 1
    client.close()


@pytest.mark.parametrize(
    "answer",
    [
        lambda handler: reply(handler, b"{}", 500),
        lambda handler: reply(handler, b"{}", 401),
        lambda handler: reply(handler, b"not json"),
        lambda handler: reply(handler, b"[]"),
        lambda handler: reply(handler, b"null"),
        lambda handler: reply(handler, b"{}"),
        lambda handler: reply(handler, b'{"intent_ranking": [{"name": "a"}]}'),
        lambda handler: reply(handler, b'{"intent_ranking": [], "languages": 3}'),
        lambda handler: handler.connection.close(),
    ],
    ids=["error", "denied", "garbage", "list", "null", "empty", "half", "languages", "hung-up"],
)
def test_a_misbehaving_server_is_not_understood(
    server: Callable[[Answer], RasaClient], answer: Answer
) -> None:
    understanding = understand("hallo du", languages=TWO, prior="de", client=server(answer))
    assert understanding.intents == ()


def test_a_slow_server_is_given_up(
    server: Callable[[Answer], RasaClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rasa_client, "TIMEOUT", rasa_client.httpx.Timeout(0.2, connect=0.2))
    client = server(lambda handler: time.sleep(2))
    with pytest.raises(NluUnavailable):
        client.parse("hallo")


def test_the_token_is_sent_in_the_header_and_never_in_the_address(
    server: Callable[[Answer], RasaClient],
) -> None:
    seen: list[tuple[str, str | None]] = []

    def answer(handler: BaseHTTPRequestHandler) -> None:
        seen.append((handler.path, handler.headers["Authorization"]))
        reply(handler, json.dumps({"intent_ranking": []}).encode())

    server(answer).parse("hallo")
    assert seen == [("/model/parse", "Bearer secret")]


def test_the_error_does_not_carry_the_text(server: Callable[[Answer], RasaClient]) -> None:
    client = server(lambda handler: reply(handler, b"boom", 500))
    with pytest.raises(NluUnavailable) as caught:
        client.parse("mein geheimnis")
    assert "geheimnis" not in str(caught.value)


def test_the_real_rasa_understands(small_rasa: RasaProcess) -> None:
    assert small_rasa.wait_until_ok(60)
    understanding = understand(
        "ich suche dringend eine Wohnung!", languages=TWO, prior=None, client=small_rasa.client
    )
    assert understanding.intent == "faq/find-flat"
    assert understanding.language == "de"


def test_the_real_rasa_raises_danger_first(small_rasa: RasaProcess) -> None:
    assert small_rasa.wait_until_ok(60)
    understanding = understand("my husband beats me", languages=TWO, prior="en", client=small_rasa.client)
    assert understanding.intent == "safety/violence"
    assert understanding.decision is Decision.ANSWER
