"""The application starts, stops, and comes back whatever happened to it."""

import os
import signal
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from bot.embedded_postgres import EmbeddedPostgres
from tests.application import Application


@pytest.fixture
def application(folder: Path) -> Iterator[Application]:
    application = Application(folder / "data")
    application.start()
    yield application
    application.kill()
    EmbeddedPostgres(application.folder / "postgres").stop()


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
    application: Application,
) -> None:
    assert httpx.get(application.address + "/").status_code == 200
    assert httpx.get(application.address + "/staff").status_code in (200, 302, 303)
    (link,) = [line.split()[-1] for line in application.output.splitlines() if "/staff/setup/" in line]
    assert httpx.get(link).status_code == 200


def test_a_second_one_on_the_same_folder_says_so_in_one_line_and_ends_with_1(
    application: Application,
) -> None:
    second = application.run("serve")
    assert second.returncode == 1
    assert len(second.stderr.splitlines()) == 1
    assert "already runs" in second.stderr


def test_a_taken_port_is_said_in_one_line(application: Application, folder: Path) -> None:
    other = Application(folder / "other", port=application.port)
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


def test_the_page_answers_within_five_seconds_of_a_second_start(application: Application) -> None:
    application.stop()
    started = time.monotonic()
    application.start()
    busy = os.getloadavg()[0] / (os.cpu_count() or 1)
    assert time.monotonic() - started < 5 * max(1.0, busy)


def test_it_stays_under_200_megabytes(application: Application) -> None:
    _, token = opened(application)
    for number in range(20):
        say(application, token, f"Frage {number}")
    assert application.process is not None
    assert psutil.Process(application.process.pid).memory_info().rss < 200_000_000


def test_operators_commands_work_beside_it(application: Application) -> None:
    conversation, token = opened(application)
    added = application.run(
        "staff", "add", "amal", "--role", "counsellor", "--password-stdin", input="long enough\n"
    )
    assert (added.returncode, added.stderr) == (0, "")
    copy = application.folder / "copy.json"
    assert application.run("export-person", conversation, str(copy)).returncode == 0
    assert copy.stat().st_mode & 0o777 == 0o600
    assert application.run("keys", "rotate").returncode == 0
    assert say(application, token, "Hallo").status_code == 200
    assert application.run("erase", conversation).returncode == 0
    assert say(application, token, "Hallo").status_code in (401, 410)
    again = application.run("erase", conversation)
    assert (again.returncode, again.stderr) == (1, f"lotse: there is no conversation {conversation}\n")
