"""A new model is trained, scored and put into use, or refused with the reason; with the real Rasa."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands.nlu import _why
from bot.content import examples, store
from bot.errors import Conflict
from bot.live import Event
from bot.model_folder import Lessons, ModelFolder
from bot.models import TrainingRow
from bot.nlu_group import LOADED, LOADING, ServerGroup
from bot.nlu_server import ENVIRONMENT, OwnServer
from bot.publisher import Publisher, Publishing
from bot.runtime import Runtime
from bot.services import trainings
from bot.services.trainings import Training
from nlu.rasa_client import NluUnavailable
from nlu.rasa_process import RasaProcess, State
from tests.nlu.conftest import SMALL

SENTENCES = [
    ("de", "faq/find-flat", "suche dringend eine kleine wohnung"),
    ("de", "faq/german-courses", "ich möchte deutsch lernen am abend"),
    ("de", "do/thanks", "vielen lieben dank"),
    ("en", "faq/find-flat", "i need an apartment to rent"),
    ("en", "faq/german-courses", "i want to learn some german"),
    ("en", "do/thanks", "thank you so much"),
]
NEW = "blumenkohl mit kartoffeln"


def example_files(spoken: Mapping[str, Mapping[str, Sequence[str]]]) -> dict[str, str]:
    return {
        f"{language}/examples/{intent}.txt": "\n".join(lines) + "\n"
        for intent, by_language in spoken.items()
        for language, lines in by_language.items()
    }


@dataclass
class House:
    """A small content, a folder for models, test sentences, and whoever puts models into use."""

    runtime: Runtime
    files: dict[str, str]

    @property
    def models(self) -> ModelFolder:
        return ModelFolder(self.runtime.settings.data_dir / "nlu")

    def publish(self, spoken: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        """Make these the examples."""
        with self.runtime.database.session() as session:
            store.publish(session, {**self.files, **example_files(spoken)}, datetime.now(UTC))
        self.runtime.content._outdated.set()

    def train(self, use: Callable[[Path], None] | None = None) -> Training:
        """What `lotse nlu train` does."""
        with self.runtime.database.session() as session:
            number = trainings.ask(session, kind="train", member_id=None, now=datetime.now(UTC), begin=True)
        return Publishing(self.runtime, use or self.runtime.nlu.use).carry_out(number)


@pytest.fixture(scope="module")
def models_of_the_module(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Models once trained are found again by the next test."""
    return tmp_path_factory.mktemp("publisher")


@pytest.fixture
def house(runtime: Runtime, content_files: dict[str, str], models_of_the_module: Path, folder: Path) -> House:
    told = folder / "sentences"
    told.mkdir()
    for code in ("de", "en"):
        lines = [
            json.dumps({"lang": code, "intent": intent, "text": text})
            for language, intent, text in SENTENCES
            if language == code
        ]
        (told / f"{code}.jsonl").write_text("\n".join(lines))
    settings = runtime.settings.model_copy(update={"data_dir": models_of_the_module, "test_sentences": told})
    files = {path: body for path, body in content_files.items() if "/examples/" not in path}
    found = House(replace(runtime, settings=settings), files)
    found.publish(SMALL)
    return found


@pytest.fixture
def served(house: House) -> Iterator[House]:
    """The same with a Rasa child that has the model of the small content."""
    server = OwnServer(
        house.runtime.settings, lambda: Lessons.of(house.runtime.content.whole()), retrain=False
    )
    house.models.train_first(Lessons.of(house.runtime.content.whole()))
    server.start()
    assert eventually(lambda: server.state is State.OK, 60)
    yield replace(house, runtime=replace(house.runtime, nlu=server))
    server.stop()


def eventually(condition: Callable[[], bool], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def with_new(intent: str = "faq/kita-place") -> dict[str, dict[str, list[str]]]:
    """The small examples and one more intent."""
    return {
        **{k: {**v} for k, v in SMALL.items()},
        intent: {"de": [NEW, f"{NEW} bitte", f"viel {NEW}", "blumenkohl"]},
    }


SPOILT = {
    **{k: {**v} for k, v in SMALL.items()},
    "faq/find-flat": SMALL["do/thanks"],
    "do/thanks": SMALL["faq/find-flat"],
}
"""Thanks and flats exchanged: what an import of the wrong file would do."""


def test_a_new_example_is_understood_when_the_training_says_so(served: House) -> None:
    served.publish(with_new())

    ended = served.train()

    assert (ended.state, ended.reason) == ("live", None)
    assert served.runtime.parser.parse(NEW).intents[0].name == "faq/kita-place"
    assert ended.scores is not None
    assert ended.scores["n"] == len(SENTENCES)
    assert ended.compared is not None
    assert json.loads(
        (served.models.live.with_name(f"{ended.model.removesuffix('.tar.gz')}.json")).read_text()
    )


def test_a_model_that_is_worse_is_refused_with_numbers_and_the_old_one_goes_on(served: House) -> None:
    served.train()
    before = served.models.live
    served.publish(SPOILT)

    ended = served.train()

    assert (ended.state, ended.reason) == ("refused", "worse-overall")
    assert ended.detail["after"] < ended.detail["before"] - 0.02
    assert served.models.live == before
    assert served.runtime.parser.parse("vielen dank").intents[0].name == "do/thanks"


def test_the_command_says_why_in_words(served: House) -> None:
    served.train()
    served.publish(SPOILT)
    told = _why(served.train())
    assert "the model in use stays: on all test sentences" in told
    assert "%" in told
    served.publish({})
    assert "two intents" in _why(served.train())


def test_a_refused_model_does_not_come_in_through_a_restart(served: House) -> None:
    served.train()
    before = served.models.live
    served.publish(SPOILT)
    served.train()
    assert not served.models.is_up_to_date(Lessons.of(served.runtime.content.whole()))

    again = OwnServer(
        served.runtime.settings, lambda: Lessons.of(served.runtime.content.whole()), retrain=False
    )
    again.start()
    try:
        assert eventually(lambda: again.state is State.OK, 60)
        assert again.client.status() == before.name
    finally:
        again.stop()


def test_a_training_that_fails_says_why_and_changes_nothing(served: House) -> None:
    before = served.models.live
    served.publish({})

    ended = served.train()

    assert (ended.state, ended.reason) == ("failed", "training-failed")
    assert "two intents" in ended.detail["text"]
    assert served.models.live == before


def test_a_model_that_no_server_loads_is_not_the_one_in_use(house: House) -> None:
    house.models.train_first(Lessons.of(house.runtime.content.whole()))
    before = house.models.live
    house.publish(with_new("faq/job-search"))

    def refuse(_model: Path) -> None:
        raise NluUnavailable("no server")

    ended = house.train(refuse)

    assert (ended.state, ended.reason) == ("failed", "not-loaded")
    assert house.models.live == before


def test_going_back_brings_the_model_before_and_lasts_through_a_restart(served: House) -> None:
    served.train()
    first = served.models.live
    served.publish(with_new())
    served.train()
    with served.runtime.database.session() as session:
        number = trainings.ask(
            session, kind="back", member_id=None, now=datetime.now(UTC), model=first.name, begin=True
        )

    ended = Publishing(served.runtime, served.runtime.nlu.use).carry_out(number)

    assert ended.state == "live"
    assert ended.scores is not None
    assert served.models.live == first
    assert served.runtime.parser.parse(NEW).intents[0].name != "faq/kita-place"
    assert served.models.is_up_to_date(Lessons.of(served.runtime.content.whole()))


@pytest.fixture
def publisher(served: House) -> Iterator[Publisher]:
    """The thread of the application that carries out what is asked for."""
    found = Publisher(served.runtime)
    yield found
    found.stop()


def test_what_is_asked_for_in_the_console_is_carried_out_in_the_background(
    served: House, publisher: Publisher
) -> None:
    publisher.start()
    assert eventually(lambda: rows(served) == [("first", "live")])
    assert eventually(lambda: newest(served).scores is not None)
    served.publish(with_new())
    with served.runtime.database.session() as session:
        trainings.ask(session, kind="train", member_id=None, now=datetime.now(UTC))

    assert eventually(lambda: rows(served) == [("first", "live"), ("train", "live")], 60)
    assert served.runtime.parser.parse(NEW).intents[0].name == "faq/kita-place"


def test_examples_that_changed_while_nothing_ran_are_trained_at_the_start(
    served: House, publisher: Publisher
) -> None:
    served.publish(with_new())

    publisher.start()

    assert eventually(lambda: rows(served) == [("first", "live"), ("train", "live")], 60)
    assert served.runtime.parser.parse(NEW).intents[0].name == "faq/kita-place"


def rows(house: House) -> list[tuple[str, str]]:
    with house.runtime.database.session() as session:
        query = select(TrainingRow.kind, TrainingRow.state).order_by(TrainingRow.id)
        return [(kind, state) for kind, state in session.execute(query)]


def newest(house: House) -> Training:
    with house.runtime.database.session() as session:
        return trainings.history(session)[0]


def test_only_one_model_is_made_at_a_time(runtime: Runtime) -> None:
    now = datetime.now(UTC)
    with runtime.database.session() as session:
        trainings.ask(session, kind="train", member_id=None, now=now)
    with runtime.database.session() as session, pytest.raises(Conflict):
        trainings.ask(session, kind="train", member_id=None, now=now)


def test_a_training_whose_process_is_gone_keeps_nobody_waiting(runtime: Runtime) -> None:
    now = datetime.now(UTC)
    with runtime.database.session() as session:
        broken = trainings.ask(
            session, kind="train", member_id=None, now=now - timedelta(minutes=2), begin=True
        )
    with runtime.database.session() as session:
        trainings.ask(session, kind="train", member_id=None, now=now)
        assert trainings.training(session, broken).reason == "broken-off"


def test_the_page_knows_exactly_when_examples_are_newer(house: House) -> None:
    with house.runtime.database.session() as session:
        before = examples.state(session)
        examples.add(session, "de", "do/thanks", "tausend dank euch", now=datetime.now(UTC))
        assert examples.state(session) != before
        examples.remove(session, "de", "do/thanks", "tausend dank euch", now=datetime.now(UTC))
        assert examples.state(session) == before


@pytest.fixture
def two_servers(house: House, tmp_path: Path) -> Iterator[tuple[House, list[RasaProcess]]]:
    """Two Rasa servers that somebody else runs."""
    house.models.train_first(Lessons.of(house.runtime.content.whole()))
    servers = [
        RasaProcess(environment=ENVIRONMENT, model=house.models.live, directory=tmp_path / name)
        for name in ("one", "two")
    ]
    for server in servers:
        server.start()
    for server in servers:
        assert server.wait_until_ok(60)
    group = ServerGroup([server.client.url or "" for server in servers], None)
    for client, server in zip(group.client.clients, servers, strict=True):
        client.token = server.client.token
        client.close()
    yield replace(house, runtime=replace(house.runtime, nlu=group)), servers
    group.client.close()
    for server in servers:
        server.stop()


def test_with_two_servers_nobody_is_refused_or_misread_while_models_change(
    two_servers: tuple[House, list[RasaProcess]],
) -> None:
    house, servers = two_servers
    house.publish(with_new())
    stop, wrong, asked = threading.Event(), [], [0]

    def ask() -> None:
        while not stop.is_set():
            try:
                first = house.runtime.parser.parse("ich suche eine wohnung").intents[0].name
            except NluUnavailable as error:
                first = str(error)
            asked[0] += 1
            if first != "faq/find-flat":
                wrong.append(first)

    people = [threading.Thread(target=ask) for _ in range(4)]
    for person in people:
        person.start()
    try:
        ended = house.train()
    finally:
        stop.set()
        for person in people:
            person.join()

    assert ended.state == "live"
    assert wrong == []
    assert asked[0] > 100
    assert [server.client.status() for server in servers] == [ended.model] * 2


def test_texts_keep_away_from_a_server_that_another_process_lets_load() -> None:
    group = ServerGroup(["http://127.0.0.1:1", "http://127.0.0.1:2"], None)
    group.heard(Event(LOADING, {"server": 0}))
    assert [client.turnstile.closed for client in group.client.clients] == [True, False]
    assert {group.client._order()[0] for _ in range(4)} == {group.client.clients[1]}
    group.heard(Event(LOADED, {"server": 0}))
    group.heard(Event(LOADING, {"server": 7}))
    assert not any(client.turnstile.closed for client in group.client.clients)


def test_a_server_that_is_down_is_skipped_and_gets_the_model_when_it_is_back(
    two_servers: tuple[House, list[RasaProcess]], tmp_path: Path
) -> None:
    house, servers = two_servers
    group = house.runtime.nlu
    assert isinstance(group, ServerGroup)
    servers[1].stop()
    for _ in range(4):
        assert house.runtime.parser.parse("ich suche eine wohnung").intents
    house.publish(with_new())
    ended = house.train()
    assert (ended.state, servers[0].client.status()) == ("live", ended.model)

    servers[1].start()
    assert servers[1].wait_until_ok(60)
    back = group.client.clients[1]
    back.url = servers[1].client.url
    group._live_model = lambda: house.models.live
    group._look()

    assert servers[1].client.status() == ended.model
