"""The supervised Rasa, for real: killed, reloaded, stopped, orphaned."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil
import pytest

from nlu.rasa_client import NluUnavailable
from nlu.rasa_process import REPOSITORY, RasaProcess, State
from nlu.training import TrainedModel, train
from tests.nlu.conftest import ENVIRONMENT, SMALL


def wait_for(happened: object, seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if happened():  # type: ignore[operator]
            return True
        time.sleep(0.05)
    return False


def test_a_killed_server_comes_back_and_the_same_client_reaches_it(small_rasa: RasaProcess) -> None:
    assert small_rasa.wait_until_ok(60)
    client, killed = small_rasa.client, small_rasa.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    assert wait_for(lambda: small_rasa.state is not State.OK, 5)
    with pytest.raises(NluUnavailable):
        client.parse("hallo")
    assert small_rasa.wait_until_ok(60)
    assert small_rasa.pid != killed
    assert client.parse("ich suche eine wohnung").intents[0].name == "faq/find-flat"


def test_another_model_is_loaded_without_a_restart(small_rasa: RasaProcess, models: Path) -> None:
    assert small_rasa.wait_until_ok(60)
    before, old = small_rasa.pid, small_rasa.client.status()
    another = train(
        {**SMALL, "faq/kita-place": {"de": ["kita platz", "kindergarten platz gesucht"]}},
        environment=ENVIRONMENT,
        directory=models,
    )
    small_rasa.load(another.path)
    assert small_rasa.client.parse("kita platz").intents[0].name == "faq/kita-place"
    assert small_rasa.client.status() != old
    assert small_rasa.pid == before


def test_a_model_that_cannot_be_loaded_leaves_the_old_one(small_rasa: RasaProcess, tmp_path: Path) -> None:
    assert small_rasa.wait_until_ok(60)
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(b"this is no model")
    with pytest.raises(NluUnavailable):
        small_rasa.load(broken)
    assert small_rasa.client.parse("vielen dank").intents[0].name == "do/thanks"


def test_the_server_answers_only_with_the_secret(small_rasa: RasaProcess) -> None:
    assert small_rasa.wait_until_ok(60)
    answer = httpx.post(f"{small_rasa.client.url}/model/parse", json={"text": "hallo"})
    assert answer.status_code == 401


def test_the_server_listens_on_this_machine_only(small_rasa: RasaProcess) -> None:
    assert small_rasa.wait_until_ok(60)
    listening = [c.laddr.ip for c in psutil.Process(small_rasa.pid).net_connections() if c.status == "LISTEN"]
    assert listening == ["127.0.0.1"]


def test_the_secret_is_not_in_the_command_line(small_rasa: RasaProcess) -> None:
    assert small_rasa.wait_until_ok(60)
    secret = psutil.Process(small_rasa.pid).environ()["LOTSE_RASA_SECRET"]
    command = " ".join(psutil.Process(small_rasa.pid).cmdline())
    assert secret not in command
    assert str(small_rasa.client.token) not in command


def test_no_message_text_is_logged(small_rasa: RasaProcess) -> None:
    assert small_rasa.wait_until_ok(60)
    small_rasa.client.parse("mein geheimes wort ist Zwetschgendatschi")
    small_rasa.client.parse("/Zwetschgendatschi{")
    assert "Zwetschgendatschi" not in (small_rasa.directory / "rasa.log").read_text(errors="replace")


def test_a_stopped_server_is_gone(small_model: TrainedModel, tmp_path: Path) -> None:
    process = RasaProcess(environment=ENVIRONMENT, model=small_model.path, directory=tmp_path)
    process.start()
    assert wait_for(lambda: process.pid is not None, 5)
    child = psutil.Process(process.pid)
    process.stop()
    assert not child.is_running()
    assert process.state is State.DOWN
    process.stop()


def test_a_server_that_cannot_start_is_tried_again_and_again(
    small_model: TrainedModel, tmp_path: Path
) -> None:
    missing = tmp_path / "environment"
    process = RasaProcess(environment=missing, model=small_model.path, directory=tmp_path)
    process.start()
    assert wait_for(lambda: process.state is State.DOWN, 5)
    (missing / "bin").mkdir(parents=True)
    (missing / "bin" / "python").symlink_to(ENVIRONMENT / "bin" / "python")
    assert wait_for(lambda: process.pid is not None, 15)
    process.stop()


def test_the_server_dies_with_a_killed_parent(small_model: TrainedModel, tmp_path: Path) -> None:
    program = (
        "import sys, time; from pathlib import Path; from nlu.rasa_process import RasaProcess\n"
        "process = RasaProcess(environment=Path(sys.argv[1]), model=Path(sys.argv[2]), directory=Path(sys.argv[3]))\n"
        "process.start()\n"
        "while process.pid is None: time.sleep(0.05)\n"
        "print(process.pid, flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(ENVIRONMENT), str(small_model.path), str(tmp_path)],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        time.sleep(1)
        parent.kill()
    assert wait_for(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE, 5)
