"""Understanding goes away and comes back while people write: buttons work all the time, and nobody is lied to."""

import statistics
from collections.abc import Iterator

import pytest

from tests.application import Application
from tests.reliability.people import Crowd, Person, Step
from tests.reliability.running import health, records_of, running, wait_until
from tests.reliability.understanding import StubRasa

pytestmark = pytest.mark.timeout(300)

QUESTION: Step = ("text", "Wo melde ich meine neue Adresse an")
ANSWER = "answer/register-address"
BUTTONS: tuple[Step, ...] = (("button", "menu"), ("button", "topics"), ("button", "topic:kita-place"))


@pytest.fixture(scope="module")
def stub_rasa() -> Iterator[StubRasa]:
    with StubRasa() as stub:
        yield stub


@pytest.fixture(scope="module")
def application(stub_rasa: StubRasa) -> Iterator[Application]:
    with running("web,worker,nlu", LOTSE_NLU_URL=stub_rasa.address) as application:
        yield application


@pytest.fixture
def crowd(application: Application) -> Iterator[Crowd]:
    """Others who press buttons all the time."""
    with Crowd([Person([application.address]) for _ in range(3)]) as crowd:
        crowd.start(BUTTONS)
        yield crowd


@pytest.fixture
def person(application: Application) -> Iterator[Person]:
    with Person([application.address]) as person:
        yield person


def test_gone_and_back_under_load(
    application: Application, stub_rasa: StubRasa, crowd: Crowd, person: Person
) -> None:
    assert ANSWER in person.send(QUESTION).abouts
    for _ in range(3):
        stub_rasa.stop()
        assert person.send(QUESTION).abouts[0] == "fallback"
        pressed = [len(one.exchanges) for one in crowd.people]
        wait_until(
            lambda before=pressed: all(  # type: ignore[misc]
                len(one.exchanges) > n + 2 for one, n in zip(crowd.people, before, strict=True)
            ),
            "buttons went on working",
        )
        assert person.send(("button", "menu")).abouts == ["menu"]
        stub_rasa.start()
        assert ANSWER in person.send(QUESTION).abouts
    crowd.finish()
    assert all("fallback" not in exchange.abouts for one in crowd.people for exchange in one.exchanges)
    assert records_of(application).faults() == []


def test_the_health_page_says_so_and_stays_ready(application: Application, stub_rasa: StubRasa) -> None:
    wait_until(lambda: health(application)["nlu"] == "ok", "understanding is there")
    stub_rasa.stop()
    wait_until(lambda: health(application)["nlu"] == "down", "the health page says it is gone")
    assert health(application)["database"] == "ok"
    stub_rasa.start()
    wait_until(lambda: health(application)["nlu"] == "ok", "the health page says it is back")


def test_slow_answers_keep_nobody_else_waiting(
    application: Application, stub_rasa: StubRasa, person: Person
) -> None:
    slow = "das hier dauert sehr lange"
    stub_rasa.slow_texts[slow] = 5.0
    with Crowd([Person([application.address]) for _ in range(12)]) as waiting:
        asked = stub_rasa.asked
        waiting.start((("text", slow),))
        wait_until(lambda: stub_rasa.asked >= asked + len(waiting.people), "all wait for understanding")
        meanwhile = [person.send(step) for step in (*BUTTONS, QUESTION) * 3]
        waiting.finish()
    assert statistics.median(exchange.seconds for exchange in meanwhile) < 1
    delayed = [exchange for one in waiting.people for exchange in one.exchanges]
    assert min(exchange.seconds for exchange in delayed) > 2.5
    assert all(exchange.abouts[0] == "fallback" for exchange in delayed)
    assert ANSWER in meanwhile[-1].abouts
