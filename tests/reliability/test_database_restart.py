"""PostgreSQL is restarted while people write; the application recovers by itself, and nothing is lost."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.database import start_database
from bot.embedded_postgres import EmbeddedPostgres
from bot.settings import Settings
from tests.application import Application
from tests.fakes.telegram import FakeTelegram
from tests.reliability.listener import Listener
from tests.reliability.people import SCRIPT, Crowd, Person
from tests.reliability.running import health, records_of, running, server_of, wait_until
from tests.reliability.understanding import MEANINGS, StubRasa

pytestmark = pytest.mark.timeout(600)

LETTERS = [text.capitalize() for text in MEANINGS]


@pytest.fixture
def server(folder: Path) -> Iterator[EmbeddedPostgres]:
    """A database server that is not the application's own."""
    database = start_database(Settings(data_dir=folder))
    yield EmbeddedPostgres(folder / "postgres")
    database.close()


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    with FakeTelegram() as fake:
        yield fake


@pytest.fixture
def application(
    server: EmbeddedPostgres, stub_rasa: StubRasa, telegram: FakeTelegram
) -> Iterator[Application]:
    found = server.running()
    assert found is not None
    settings = {
        "LOTSE_DATABASE_URL": f"postgresql://postgres@/lotse?host={found.socket_folder}",
        "LOTSE_NLU_URL": stub_rasa.address,
        "LOTSE_TELEGRAM_TOKEN": telegram.token,
        "LOTSE_TELEGRAM_API_URL": telegram.address,
    }
    with running("web,worker,nlu,telegram", **settings) as application:
        yield application


def restarted(server: EmbeddedPostgres) -> None:
    server.stop()
    time.sleep(0.5)
    server.start()


def killed(server: EmbeddedPostgres) -> None:
    found = server.running()
    assert found is not None
    found.process.kill()
    found.process.wait(30)
    server.start()


def is_well(application: Application) -> bool:
    found = health(application)
    queue = found.get("queue")
    return found.get("database") == "ok" and isinstance(queue, dict) and not queue["unanswered"]


@pytest.mark.parametrize("end", [restarted, killed])
def test_nothing_is_lost_or_said_twice_and_everything_goes_on(
    application: Application,
    server: EmbeddedPostgres,
    telegram: FakeTelegram,
    end: Callable[[EmbeddedPostgres], None],
) -> None:
    crowd = Crowd([Person([application.address]) for _ in range(4)])
    with crowd, Crowd([Person([application.address])]) as undisturbed:
        with Listener(crowd.people[0]) as listener:
            crowd.start(SCRIPT)
            for number, letter in enumerate(LETTERS):
                telegram.say(1, letter)
                if number in (1, 3):
                    wait_until(lambda: all(p.exchanges for p in crowd.people), "everybody has written")
                    end(server)
                time.sleep(0.3)
            crowd.finish()
            wait_until(lambda: is_well(application), "everything is answered")
            last = len(crowd.people[0].said())
            wait_until(lambda: listener.numbers[-1:] == [last], "the open page shows the last message")
        calm = undisturbed.people[0]
        calm.follow(max(crowd.people, key=lambda person: len(person.exchanges)))
        expected = calm.said()
        for person in crowd.people:
            talk = person.said()
            assert talk == expected[: len(talk)]
    assert listener.numbers == list(range(1, last + 1))
    for letter in LETTERS:
        telegram.say(2, letter)
    wait_until(lambda: len(telegram.sent(2)) > len(LETTERS), "Telegram goes on")
    wait_until(lambda: texts(telegram, 1) == texts(telegram, 2), "both were told the same, once")
    assert records_of(application).faults() == []


def texts(telegram: FakeTelegram, chat: int) -> list[str]:
    return [message.text for message in telegram.sent(chat)]


def test_the_applications_own_server_is_started_again_when_it_dies() -> None:
    with running() as application, Crowd([Person([application.address])]) as crowd:
        person = crowd.people[0]
        person.send(("button", "menu"))
        server = server_of(application).running()
        assert server is not None
        server.process.kill()
        person.send(("button", "topics"))
        assert [exchange.abouts for exchange in person.exchanges] == [["menu"], ["menu"]]
        assert health(application)["database"] == "ok"
