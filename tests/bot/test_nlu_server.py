"""The real Rasa as a child: found by operators' commands, and new models are taken up."""

import time
from collections.abc import Callable
from pathlib import Path

from bot.content.catalogue import Catalogue
from bot.live import Event
from bot.model_folder import Lessons
from bot.nlu_server import (
    NEW_MODEL,
    NoServer,
    OtherServer,
    OwnServer,
    newest_model,
    read_address,
    shared_nlu_server,
)
from bot.settings import Settings
from nlu.rasa_process import State


def eventually(condition: Callable[[], bool], seconds: float = 30) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.1)
    return False


def test_a_trained_server_understands(rasa: OwnServer) -> None:
    assert rasa.client.parse("Wo melde ich meine Wohnung an?").intents


def test_an_operators_command_uses_the_running_server(rasa: OwnServer, content_files: dict[str, str]) -> None:
    settings = Settings(data_dir=rasa.folder.parent)
    assert eventually(lambda: read_address(rasa.folder) is not None)
    shared = shared_nlu_server(settings, lambda: Lessons.of(Catalogue(content_files)))
    shared.start()
    try:
        assert isinstance(shared, OtherServer)
        assert shared.state is State.OK
        assert shared.client.parse("Hallo").intents
    finally:
        shared.stop()


def test_the_address_is_for_its_owner_only(rasa: OwnServer) -> None:
    file = rasa.folder / "address"
    assert eventually(file.exists)
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_new_model_is_taken_up_while_texts_are_understood(rasa: OwnServer) -> None:
    newest = newest_model(rasa.folder)
    assert newest is not None
    other = newest.with_name("copied-for-a-test.tar.gz")
    other.write_bytes(newest.read_bytes())
    try:
        rasa.heard(Event(NEW_MODEL))
        assert eventually(lambda: rasa.client.status().endswith(other.name), 60)
        assert rasa.client.parse("Hallo").intents
    finally:
        other.unlink()
        newest.touch()
        rasa.heard(Event(NEW_MODEL))
        assert eventually(lambda: rasa.client.status().endswith(newest.name), 60)


def test_a_server_that_is_not_there_is_down(folder: Path) -> None:
    server = OtherServer(lambda: ("http://127.0.0.1:1", None))
    server.start()
    assert server.state is State.DOWN
    server.stop()
    assert NoServer().state is State.DOWN


def test_an_address_left_by_a_killed_application_is_not_used(folder: Path) -> None:
    (folder / "nlu").mkdir()
    (folder / "nlu" / "address").write_text('{"url": "http://127.0.0.1:1", "token": "x"}')
    assert isinstance(shared_nlu_server(Settings(data_dir=folder), lambda: Lessons({})), OwnServer)
