"""A new model comes into use while people write: what it learnt is understood, and nobody notices the change."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from bot.content import examples
from bot.database import shared_database
from bot.nlu_server import OwnServer
from bot.services import trainings
from bot.settings import Settings
from tests.application import Application
from tests.reliability.people import Crowd, Person, Step
from tests.reliability.running import health, records_of, running, wait_until

pytestmark = pytest.mark.timeout(600)

QUESTION: Step = ("text", "Wo melde ich meine neue Adresse an")
LEARNT = ("Zwetschgendatschi mit Sahne", "Krautwickel mit Speck")
PROMISED = 20
"""Seconds after the training was said to be done."""


@pytest.fixture(scope="module")
def application(rasa: OwnServer) -> Iterator[Application]:
    with running("web,worker,nlu", models=rasa.folder / "models") as application:
        wait_until(lambda: health(application)["nlu"] == "ok", "understanding is there")
        yield application


def learn(application: Application, words: str) -> None:
    """Make the words examples of a topic."""
    with shared_database(Settings(data_dir=application.folder)) as database, database.session() as session:
        for said in (words, f"{words} bitte", f"wo gibt es {words}", words.split()[0]):
            examples.add(session, "de", "faq/kita-place", said, now=datetime.now(UTC))


def train_by_command(application: Application) -> None:
    """What an operator does."""
    done = application.run("nlu", "train")
    assert done.returncode == 0, done.stderr
    assert "in use after" in done.stdout


def train_by_button(application: Application) -> None:
    """What the button of the console does."""
    with shared_database(Settings(data_dir=application.folder)) as database:
        with database.session() as session:
            number = trainings.ask(session, kind="train", member_id=None, now=datetime.now(UTC))

        def ended() -> bool:
            with database.session() as session:
                return trainings.training(session, number).finished_at is not None

        wait_until(ended, "the training has ended")
        with database.session() as session:
            assert trainings.training(session, number).state == "live"


def understands(person: Person, words: str) -> bool:
    """Whether the words are answered, or asked back about, with what was learnt."""
    exchange = person.send(("text", words))
    offered = [b.get("payload") for m in exchange.replies for row in m["buttons"] for b in row]
    return "answer/kita-place" in exchange.abouts or (
        exchange.abouts[:1] == ["did-you-mean"] and "topic:kita-place" in offered
    )


@pytest.mark.parametrize(("words", "train"), [(LEARNT[0], train_by_command), (LEARNT[1], train_by_button)])
def test_what_was_learnt_is_understood_and_nobody_noticed(
    application: Application, words: str, train: Callable[[Application], None]
) -> None:
    with (
        Person([application.address]) as person,
        Crowd([Person([application.address]) for _ in range(4)]) as crowd,
    ):
        person.send(("button", "menu"))
        assert not understands(person, words)
        crowd.start((QUESTION,))
        begun = time.monotonic()
        learn(application, words)
        train(application)
        trained = time.monotonic()
        wait_until(lambda: understands(person, words), "what was learnt is understood")
        understood = time.monotonic()
        print(
            f"{train.__name__}: {trained - begun:.1f} s to the end, {understood - begun:.1f} s to understanding"
        )
        assert understood - trained < PROMISED
        crowd.finish()
    said = [exchange for one in crowd.people for exchange in one.exchanges]
    assert len(said) > 50
    assert [exchange.abouts for exchange in said if "answer/register-address" not in exchange.abouts] == []
    assert records_of(application).faults() == []
