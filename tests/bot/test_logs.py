"""What people write, and tokens, never reach a log."""

import asyncio
import logging
import sys
import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot import logs
from bot.database import Database

SAID = "Ich heiße Amina, 0231 5011150"
TOKEN = "12345:secret-token"


@pytest.fixture(autouse=True)
def logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    level, hooks = root.level, (sys.excepthook, threading.excepthook)
    levels = {name: logging.getLogger(name).level for name in logs.QUIET}
    yield
    for handler in list(root.handlers):
        if isinstance(handler, logs.StandardError):
            root.removeHandler(handler)
    sys.excepthook, threading.excepthook = hooks
    root.setLevel(level)
    logging.captureWarnings(False)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.fixture
def set_up(capsys: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    logs.set_up("info", secrets=[TOKEN])
    return capsys


def test_an_exception_is_logged_by_type_and_place_without_its_text(
    set_up: pytest.CaptureFixture[str],
) -> None:
    try:
        try:
            int(SAID)
        except ValueError as error:
            raise KeyError(SAID) from error
    except KeyError:
        logging.getLogger("bot.x").exception("a turn failed")
    said = set_up.readouterr().err
    assert "a turn failed: KeyError at " in said
    assert "test_logs.py" in said
    assert "<- ValueError" in said
    assert "Amina" not in said


def test_an_uncaught_exception_in_a_thread_is_logged_without_its_text(
    set_up: pytest.CaptureFixture[str],
) -> None:
    def fail() -> None:
        raise RuntimeError(SAID)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    said = set_up.readouterr().err
    assert "RuntimeError" in said
    assert "Amina" not in said


def test_an_uncaught_exception_in_a_task_is_logged_without_its_text(
    set_up: pytest.CaptureFixture[str],
) -> None:
    async def fail() -> None:
        raise RuntimeError(SAID)

    async def main() -> None:
        logs.watch_loop(asyncio.get_running_loop())
        task = asyncio.ensure_future(fail())
        await asyncio.sleep(0)
        del task

    asyncio.run(main())
    said = set_up.readouterr().err
    assert "RuntimeError" in said
    assert "Amina" not in said


def test_an_event_is_one_line_whatever_it_holds(set_up: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("bot.x").warning("first\nsecond\r\u2028third \x1b[31m")
    assert len(set_up.readouterr().err.splitlines()) == 1


def test_a_token_is_blotted_out_wherever_it_appears(set_up: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("telegram.ext").error("POST https://api.telegram.org/bot%s/getMe failed", TOKEN)
    said = set_up.readouterr().err
    assert "secret-token" not in said
    assert "***" in said


def test_requests_of_libraries_are_not_logged(set_up: pytest.CaptureFixture[str]) -> None:
    for name in ("httpx", "uvicorn.access", "telegram", "httpcore"):
        logging.getLogger(name).info("GET /staff/setup/abc?x=%s", SAID)
    assert set_up.readouterr().err == ""


def test_a_database_error_does_not_show_what_was_to_be_stored(
    database: Database, set_up: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DBAPIError) as caught, database.session() as session:
        session.execute(text("SELECT CAST(:said AS integer)"), {"said": SAID})
    logging.getLogger("bot.x").error("a query failed", exc_info=caught.value)
    assert "Amina" not in set_up.readouterr().err


def test_a_line_that_cannot_be_made_is_reported_without_its_values(
    capsys: pytest.CaptureFixture[str],
) -> None:
    handler = logs.StandardError()
    handler.setFormatter(logs.OneLine())
    handler.emit(logging.LogRecord("bot.x", logging.ERROR, __file__, 1, "%d messages", (SAID,), None))
    said = capsys.readouterr().err
    assert "test_logs.py" in said
    assert "Amina" not in said
