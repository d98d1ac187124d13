"""Whatever is sent: a clear typed problem or an answer, nothing else disturbed, nothing accepted lost."""

import asyncio
import json
import socket
import uuid
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.channels.web.limits import Limits, Rate
from bot.channels.web.problems import PROBLEMS
from bot.channels.web.routes import router
from bot.database import Database
from bot.inbox import Inbox

ANY_SETTINGS = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def slug(response):
    """The kind of problem answered."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    found = response.json()["type"].removeprefix("/problems/")
    assert PROBLEMS[found] == response.status_code
    return found


def raw(person, body, path="/api/chat/messages"):
    """Send bytes as they are."""
    return person.http.post(path, content=body, headers=person.headers)


def message(**part):
    """A message's JSON as it would be written by hand."""
    return json.dumps({"id": str(uuid.uuid4()), **part}).encode()


FORGED = (
    "a1:nothing",
    "a999:x",
    "topic:no-such-topic",
    "do:nothing",
    "consent:yes",
    "helpful:maybe",
    "../../etc",
    "language:xx",
)
WRONG_BODIES = (
    (b"", "not-json"),
    (b"{", "not-json"),
    (b"\xff\xfe", "not-json"),
    (b'{"id": "00000000-0000-4000-8000-000000000000", "text": "\\ud800"}', "not-json"),
    (b"[" * 5000, "not-json"),
    (b"null", "wrong-shape"),
    (b"[]", "wrong-shape"),
    (b'"text"', "wrong-shape"),
    (b"{}", "wrong-shape"),
    (message(), "wrong-shape"),
    (message(text="a", button="b"), "wrong-shape"),
    (message(text="a", more=1), "wrong-shape"),
    (message(text=7), "wrong-shape"),
    (message(text=None), "wrong-shape"),
    (message(button=""), "wrong-shape"),
    (message(button="x" * 65), "wrong-shape"),
    (message(button="\x00"), "wrong-shape"),
    (message(button="кнопка"), "wrong-shape"),
    (message(location={"latitude": 91, "longitude": 0}), "wrong-shape"),
    (message(location={"latitude": 0, "longitude": float("nan")}), "wrong-shape"),
    (message(location={"latitude": float("inf"), "longitude": 0}), "wrong-shape"),
    (message(location={"latitude": "51", "longitude": 7}), "wrong-shape"),
    (message(location={"latitude": 51}), "wrong-shape"),
    (message(location=[51, 7]), "wrong-shape"),
    (b'{"id": "7", "text": "a"}', "bad-id"),
    (b'{"id": 7, "text": "a"}', "bad-id"),
    (b'{"text": "a"}', "wrong-shape"),
)


def said(person):
    """What the person said last, as it was stored."""
    return [shown for shown in person.messages() if shown["from"] == "person"][-1]["text"]


def test_4000_characters_are_taken_and_4001_are_not(person):
    assert person.post(text="ф" * 4000).status_code == 200
    assert slug(person.post(text="ф" * 4001)) == "text-too-long"


def test_4000_emoji_are_4000_characters(person):
    assert person.post(text="🙂" * 4000).status_code == 200
    assert slug(raw(person, message(text="🙂" * 4001))) == "text-too-long"


def test_a_text_with_nothing_in_it_is_refused(person):
    for text in ("", " ", "\n\n", "\t", "\x00", "\u200b\u200f\ufeff", "\u2066\u2069", "\x07\x1b"):
        assert slug(person.post(text=text)) == "empty-message"


def test_a_single_sign_is_a_message(person):
    for text in ("😀", "❤️", "👨‍👩‍👧", "؟", "?", "…"):
        assert person.post(text=text).status_code == 200
        assert said(person) == text


def test_control_characters_are_left_out_and_lines_are_kept(person):
    assert person.post(text="eins\x00\x07\r\nzwei\x1b[31m\ttief\x85drei").status_code == 200
    assert said(person) == "eins\nzwei[31m tief\ndrei"


def test_markup_is_only_text(person):
    for text in ("<script>alert(1)</script>", "**fett** _kursiv_ [x](javascript:alert(1))", "مرحبا abc 123"):
        person.post(text=text)
        shown = [one for one in person.messages() if one["from"] == "person"][-1]
        assert (shown["text"], shown["html"]) == (text, None)


def test_a_body_of_the_wrong_shape_is_refused(person):
    for body, expected in WRONG_BODIES:
        assert slug(raw(person, body)) == expected, body


def test_a_problem_names_the_field_and_repeats_nothing_that_was_sent(person):
    response = raw(person, message(text="a", location={"latitude": "SECRET-7", "longitude": 7}))
    assert {"field": "location.latitude", "problem": "float_type"} in response.json()["fields"]
    assert "SECRET" not in response.text


def test_a_stale_or_forged_button_is_answered(person):
    for payload in FORGED:
        replies = person.press(payload)
        assert replies
        assert replies[-1]["buttons"]


def test_a_number_that_is_none_is_refused(person):
    for after in ("-1", "x", "1.5", "99999999999", "1e3", "", "٣"):
        for path in ("/api/chat/messages", "/api/chat/events"):
            response = person.http.get(path, params={"after": after}, headers=person.headers)
            assert slug(response) == "wrong-shape"


def test_a_body_of_20_mb_is_refused(person):
    body = message(text="x" * 20_000_000)
    assert slug(raw(person, body)) == "too-large"
    assert person.press("menu")


def test_a_body_that_does_not_say_its_length_is_refused_while_it_is_read(person):
    def parts():
        yield b'{"id": "00000000-0000-4000-8000-000000000000", "text": "'
        for _ in range(200):
            yield b"x" * 10_000

    assert slug(raw(person, parts())) == "too-large"
    assert slug(raw(person, parts(), "/api/chat/conversations")) == "too-large"


def test_a_length_that_is_a_lie_changes_nothing(live_server, person):
    head = (
        f"POST /api/chat/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {person.token}\r\n"
        "Content-Length: 99999999999999999999\r\n\r\n{"
    )
    with socket.create_connection(("127.0.0.1", live_server.port), timeout=10) as connection:
        connection.sendall(head.encode())
        answer = connection.recv(65536)
    assert answer.startswith((b"HTTP/1.1 413", b"HTTP/1.1 400"))
    assert person.press("menu")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=50),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=12,
)
nearly_messages = st.fixed_dictionaries(
    {},
    optional={
        "id": st.uuids().map(str) | json_values,
        "text": st.text(max_size=200) | json_values,
        "button": st.text(max_size=80) | st.sampled_from(["menu", "topics", "a1:x", "do:book"]) | json_values,
        "location": st.fixed_dictionaries(
            {"latitude": st.floats() | json_values, "longitude": st.floats() | json_values}
        )
        | json_values,
        "extra": json_values,
    },
)


@ANY_SETTINGS
@given(body=st.binary(max_size=200) | json_values.map(json.dumps) | nearly_messages.map(json.dumps))
def test_any_body_is_answered_or_refused_with_a_problem(person, body):
    content = body.encode("utf-8", "surrogatepass") if isinstance(body, str) else body
    response = raw(person, content)
    if response.status_code != 200:
        assert slug(response) not in ("not-available", "unknown-token")


@ANY_SETTINGS
@given(text=st.text(min_size=1, max_size=300))
def test_any_text_is_kept_as_written_but_for_controls(person, text):
    response = person.post(text=text.encode("utf-8", "replace").decode())
    if response.status_code == 200:
        kept = said(person)
        assert kept == kept.strip()
        assert not any(ord(sign) < 32 and sign != "\n" for sign in kept)
    else:
        assert slug(response) == "empty-message"


async def flood(server, person, count, at_once):
    """Send many messages as fast as possible; (id, response) of each."""
    gate = asyncio.Semaphore(at_once)
    limits = httpx.Limits(max_connections=at_once)
    async with httpx.AsyncClient(base_url=server.url, limits=limits, timeout=120, trust_env=False) as client:

        async def send(place):
            message_id = str(uuid.uuid4())
            body = {"id": message_id, "text": f"Nachricht {place}"}
            async with gate:
                return message_id, await client.post("/api/chat/messages", json=body, headers=person.headers)

        return await asyncio.gather(*(send(place) for place in range(count)))


async def test_a_thousand_messages_of_one_person_lose_nothing_and_disturb_nobody(live_server, new_person):
    loud, quiet = new_person(), new_person()
    flooding = asyncio.create_task(flood(live_server, loud, 1000, at_once=60))
    await asyncio.sleep(0.5)
    for _ in range(5):
        assert await asyncio.to_thread(quiet.press, "menu")
    results = await flooding
    accepted = [response for _, response in results if response.status_code == 200]
    refused = [response for _, response in results if response.status_code != 200]
    assert {slug(response) for response in refused} == {"too-many-messages"}
    assert all(int(response.headers["retry-after"]) >= 1 for response in refused)
    assert all(response.json()["messages"] for response in accepted)
    kept = [shown for shown in await asyncio.to_thread(loud.messages) if shown["from"] == "person"]
    assert len(kept) == len(accepted) > 0


@pytest.mark.parametrize("limits", [Limits(messages=Rate(burst=3, per_second=0.5))])
def test_who_writes_too_fast_is_told_when_to_go_on(person, limits):
    codes = [person.post(button="menu").status_code for _ in range(5)]
    assert codes == [200, 200, 200, 429, 429]
    assert person.post(button="menu").headers["retry-after"] in ("1", "2")


@pytest.mark.parametrize("limits", [Limits(conversations=Rate(burst=2, per_second=0.1))])
def test_who_opens_conversations_too_fast_is_told_when_to_go_on(http, limits):
    responses = [http.post("/api/chat/conversations", json={"language": "de"}) for _ in range(3)]
    assert [response.status_code for response in responses] == [201, 201, 429]
    assert slug(responses[2]) == "too-many-conversations"
    assert int(responses[2].headers["retry-after"]) >= 9


async def test_without_a_database_the_person_is_told_to_try_again(runtime, person):
    away = replace(runtime, database=Database("postgresql://nobody@127.0.0.1:1/nothing"))
    app = FastAPI()
    app.include_router(router(away, Inbox(away)))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://chat") as client:
        body = {"id": str(uuid.uuid4()), "text": "Hallo"}
        response = await client.post("/api/chat/messages", json=body, headers=person.headers)
    assert slug(response) == "not-available"
    assert response.headers["retry-after"] == "1"
