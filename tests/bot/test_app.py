"""The application starts, stops, and comes back whatever happened to it."""

import shutil
import signal
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import psutil
import pytest

from bot.embedded_postgres import EmbeddedPostgres
from tests.application import Application


@contextmanager
def running(folder: Path) -> Iterator[Application]:
    application = Application(folder / "data")
    try:
        application.start()
        yield application
    finally:
        application.kill()
        EmbeddedPostgres(application.folder / "postgres").stop()


@pytest.fixture
def application(folder: Path) -> Iterator[Application]:
    """One that a test may stop and kill."""
    with running(folder) as application:
        yield application


@pytest.fixture(scope="module")
def standing() -> Iterator[Application]:
    """One that goes on running."""
    folder = Path(tempfile.mkdtemp(prefix="lotse-test-"))
    with running(folder) as application:
        yield application
    shutil.rmtree(folder, ignore_errors=True)


def opened(application: Application) -> tuple[str, dict[str, str]]:
    answer = httpx.post(
        application.address + "/api/chat/conversations", json={"language": "de", "place": "web"}, timeout=20
    )
    assert answer.status_code == 201, answer.text
    return answer.json()["conversation"], {"Authorization": f"Bearer {answer.json()['token']}"}


def say(application: Application, token: dict[str, str], text: str) -> httpx.Response:
    body = {"id": str(uuid.uuid4()), "text": text}
    return httpx.post(application.address + "/api/chat/messages", json=body, headers=token, timeout=20)


def test_chat_and_console_answer_and_the_first_administrators_link_is_printed_once_made(
    standing: Application,
) -> None:
    assert httpx.get(standing.address + "/").status_code == 200
    assert httpx.get(standing.address + "/staff").status_code in (200, 302, 303)
    (link,) = [line.split()[-1] for line in standing.output.splitlines() if "/staff/setup/" in line]
    assert httpx.get(link).status_code == 200


def test_a_second_one_on_the_same_folder_says_so_in_one_line_and_ends_with_1(
    standing: Application,
) -> None:
    second = standing.run("serve")
    assert second.returncode == 1
    assert len(second.stderr.splitlines()) == 1
    assert "already runs" in second.stderr


def test_a_taken_port_is_said_in_one_line(standing: Application, folder: Path) -> None:
    other = Application(folder / "other", port=standing.port)
    refused = other.run("serve")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
    assert "LOTSE_PORT" in refused.stderr


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_and_the_database_with_it(application: Application, number: int) -> None:
    _, token = opened(application)
    with httpx.stream("GET", application.address + "/api/chat/events", headers=token, timeout=20):
        started = time.monotonic()
        assert application.stop(number) == 0
    assert time.monotonic() - started < 15
    assert EmbeddedPostgres(application.folder / "postgres").running() is None
    assert "Traceback" not in application.output


def test_after_a_power_cut_it_starts_again_and_knows_everything(application: Application) -> None:
    _, token = opened(application)
    assert say(application, token, "Hallo").status_code == 200
    before = httpx.get(application.address + "/api/chat/messages", headers=token).json()["messages"]
    server = EmbeddedPostgres(application.folder / "postgres").running()
    assert server is not None
    application.kill()
    server.process.kill()
    application.start()
    assert httpx.get(application.address + "/api/chat/messages", headers=token).json()["messages"] == before


def test_a_database_that_was_killed_is_started_again_and_nothing_accepted_is_lost(
    application: Application,
) -> None:
    _, token = opened(application)
    accepted = say(application, token, "Hallo").json()["messages"]
    server = EmbeddedPostgres(application.folder / "postgres").running()
    assert server is not None
    server.process.kill()
    server.process.wait(10)
    deadline = time.monotonic() + 60
    while httpx.get(application.address + "/health/ready", timeout=20).status_code != 200:
        assert time.monotonic() < deadline, application.output
        time.sleep(0.1)
    kept = httpx.get(application.address + "/api/chat/messages", headers=token, timeout=20).json()["messages"]
    assert accepted[-1] in kept
    assert say(application, token, "Hallo").status_code == 200


def test_the_page_answers_within_five_seconds_of_a_second_start(application: Application) -> None:
    application.stop()
    started = time.monotonic()
    application.start()
    seconds = time.monotonic() - started
    assert application.process is not None
    worked = sum(psutil.Process(application.process.pid).cpu_times()[:2])
    # on a machine that is busy with other things, what counts is the work it had to do
    assert min(seconds, worked) < 5


def test_it_stays_under_200_megabytes(standing: Application) -> None:
    _, token = opened(standing)
    for number in range(20):
        say(standing, token, f"Frage {number}")
    assert standing.process is not None
    # pages shared with other processes are counted once, as in docs/speed.md
    assert psutil.Process(standing.process.pid).memory_full_info().pss < 200_000_000


def test_operators_commands_work_beside_it(standing: Application) -> None:
    conversation, token = opened(standing)
    added = standing.run(
        "staff", "add", "amal", "--role", "counsellor", "--password-stdin", input="long enough\n"
    )
    assert (added.returncode, added.stderr) == (0, "")
    copy = standing.folder / "copy.json"
    assert standing.run("export-person", conversation, str(copy)).returncode == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    assert standing.run("keys", "rotate").returncode == 0
    assert say(standing, token, "Hallo").status_code == 200
    assert standing.run("erase", conversation).returncode == 0
    assert say(standing, token, "Hallo").status_code in (401, 410)
    again = standing.run("erase", conversation)
    assert (again.returncode, again.stderr) == (1, f"lotse: there is no conversation {conversation}\n")
