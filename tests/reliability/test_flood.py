"""One person sends far too much; what was taken is answered in order, and nobody else notices."""

import asyncio
import socket
import statistics
import threading
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import psutil
import pytest

from tests.application import Application
from tests.reliability.people import Crowd, Person, Step
from tests.reliability.running import records_of, running

pytestmark = pytest.mark.timeout(600)

WAVES, WAVE = 20, 50
"""A thousand messages, a wave every second."""
MEGABYTE = 1_000_000
TALK: tuple[Step, ...] = (("button", "menu"), ("button", "topics"), ("button", "topic:kita-place"))


@pytest.fixture(scope="module")
def application() -> Iterator[Application]:
    with running() as application:
        yield application


@pytest.fixture
def person(application: Application) -> Iterator[Person]:
    with Person([application.address]) as person:
        yield person


@dataclass(frozen=True)
class Flood:
    """What became of a thousand messages of one person, and how long another one's turns took meanwhile."""

    answers: list[httpx.Response]
    seconds: float
    flooder: uuid.UUID
    calm: list[float]
    meanwhile: list[float]

    @property
    def taken(self) -> list[httpx.Response]:
        return [answer for answer in self.answers if answer.status_code == 200]

    @property
    def refused(self) -> list[httpx.Response]:
        return [answer for answer in self.answers if answer.status_code != 200]


@pytest.fixture(scope="module")
def flood(application: Application) -> Flood:
    over = threading.Event()
    meanwhile: list[float] = []
    with Person([application.address]) as flooder, Person([application.address]) as other:
        calm = [other.send(TALK[n % 3]).seconds for n in range(30)]

        def go_on() -> None:
            while not over.is_set():
                meanwhile.append(other.send(TALK[len(meanwhile) % 3]).seconds)

        thread = threading.Thread(target=go_on, daemon=True)
        thread.start()
        begun = time.monotonic()
        answers = asyncio.run(_send_all(application.address, flooder.headers))
        seconds = time.monotonic() - begun
        over.set()
        thread.join()
    return Flood(answers, seconds, uuid.UUID(flooder.conversation), calm, meanwhile)


async def _send_all(address: str, headers: dict[str, str]) -> list[httpx.Response]:
    """Wave after wave, no message a second time."""
    async with httpx.AsyncClient(base_url=address, headers=headers, trust_env=False, timeout=120) as http:

        async def send() -> httpx.Response:
            return await http.post("/api/chat/messages", json={"id": str(uuid.uuid4()), "button": "menu"})

        answers: list[httpx.Response] = []
        for _ in range(WAVES):
            second = asyncio.create_task(asyncio.sleep(1))
            answers += await asyncio.gather(*(send() for _ in range(WAVE)))
            await second
        return answers


def test_too_many_messages_are_refused_in_words_and_with_a_time_to_wait(flood: Flood) -> None:
    assert flood.refused
    assert {answer.status_code for answer in flood.refused} == {429}
    for answer in flood.refused:
        assert int(answer.headers["Retry-After"]) >= 1
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["type"] == "/problems/too-many-messages"


def test_what_was_taken_is_answered_in_order_and_what_was_refused_is_not_stored(
    application: Application, flood: Flood
) -> None:
    assert flood.taken
    records = records_of(application)
    assert records.faults(flood.flooder) == []
    replies = records.replies(flood.flooder)
    welcome, *menus = replies
    assert welcome
    assert len(menus) == len(flood.taken)
    assert all(menu == menus[0] and len(menu) == 1 for menu in menus)


def test_somebody_elses_turns_stay_fast(flood: Flood) -> None:
    assert len(flood.meanwhile) >= 20, f"too few turns in {flood.seconds:.1f} s to say anything"
    before, during = p95(flood.calm), p95(flood.meanwhile)
    # on a machine that is busy with other things a turn alone may take longer than half a second
    assert during < max(0.5, 3 * before), f"p95 {during:.3f} s, and {before:.3f} s without the flood"


def p95(seconds: list[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1]


@pytest.mark.parametrize("says_its_length", [True, False])
def test_a_huge_body_is_refused_before_it_is_read(
    application: Application, person: Person, says_its_length: bool
) -> None:
    assert application.process is not None
    process = psutil.Process(application.process.pid)
    send_huge(application.port, person.headers, says_its_length)
    before = process.memory_info().rss
    statuses = [send_huge(application.port, person.headers, says_its_length) for _ in range(10)]
    assert statuses == [413] * 10
    assert process.memory_info().rss - before < 20 * MEGABYTE
    assert person.send(("button", "menu")).abouts == ["menu"]


def send_huge(port: int, headers: dict[str, str], says_its_length: bool) -> int:
    """Send 20 MB, or as much of it as the server takes, and return the status it answers with."""
    length = f"Content-Length: {20 * MEGABYTE}" if says_its_length else "Transfer-Encoding: chunked"
    lines = ["POST /api/chat/messages HTTP/1.1", "Host: 127.0.0.1", length, "Content-Type: application/json"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    part = b"a" * MEGABYTE
    if not says_its_length:
        part = f"{len(part):x}\r\n".encode() + part + b"\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        try:
            for _ in range(20):
                connection.sendall(part)
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            answer = connection.recv(4096)
        except ConnectionResetError:
            return 0
    return int(answer.split(b" ", 2)[1])


def test_thirty_two_talks_at_once_are_all_answered_rightly(application: Application) -> None:
    script = TALK * 3
    with Crowd([Person([application.address]) for _ in range(32)]) as crowd:
        crowd.begin(lambda person: person.talk(script))
        crowd.finish()
        talks = [person.said() for person in crowd.people]
        conversations = [uuid.UUID(person.conversation) for person in crowd.people]
    assert all(talk == talks[0] for talk in talks)
    assert len([sender for sender, _ in talks[0] if sender == "person"]) == len(script)
    records = records_of(application)
    assert [fault for one in conversations for fault in records.faults(one)] == []
