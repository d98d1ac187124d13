"""The embedded database survives what happens to it, and one application uses it at a time."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from bot.database import Database, shared_database, start_database
from bot.embedded_postgres import EmbeddedPostgres
from bot.errors import AlreadyRunning, DatabaseProblem
from bot.folder_lock import FolderLock
from bot.settings import Settings


@contextmanager
def running(settings: Settings) -> Iterator[Database]:
    database = start_database(settings)
    try:
        yield database
    finally:
        database.close()


def remember(database: Database, word: str) -> None:
    with database.session() as session:
        session.execute(text("CREATE TABLE IF NOT EXISTS remembered (word text)"))
        session.execute(text("INSERT INTO remembered VALUES (:word)"), {"word": word})


def remembered(database: Database) -> list[str]:
    with database.session() as session:
        return list(session.scalars(text("SELECT word FROM remembered ORDER BY word")))


def lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def postmaster(settings: Settings) -> psutil.Process:
    server = EmbeddedPostgres(settings.data_dir / "postgres").running()
    assert server is not None
    return server.process


@pytest.mark.parametrize("name", ["plain", "two words, and 'quotes' \"$HOME\"", "l" * 120])
def test_it_runs_in_any_folder_and_keeps_what_it_was_told(folder: Path, name: str) -> None:
    settings = Settings(data_dir=folder / name)
    with running(settings) as database:
        remember(database, "a")
    with running(settings) as database:
        assert remembered(database) == ["a"]


def test_it_waits_for_the_disk_before_it_says_done(folder: Path) -> None:
    with running(Settings(data_dir=folder)) as database, database.session() as session:
        shown = [
            session.scalar(text(f"SHOW {name}"))
            for name in ("fsync", "synchronous_commit", "full_page_writes")
        ]
    assert shown == ["on", "on", "on"]


def test_it_listens_on_no_network_address(folder: Path) -> None:
    with running(Settings(data_dir=folder)) as database, database.session() as session:
        assert session.scalar(text("SHOW listen_addresses")) == ""


def test_closing_stops_the_server(folder: Path) -> None:
    settings = Settings(data_dir=folder)
    with running(settings):
        process = postmaster(settings)
    assert not lives(process)


def test_what_was_committed_is_there_after_the_server_was_killed(folder: Path) -> None:
    settings = Settings(data_dir=folder)
    with running(settings) as database:
        remember(database, "a")
        postmaster(settings).kill()
        database.engine.dispose()
        with running(settings) as again:
            assert remembered(again) == ["a"]


def test_open_sessions_go_on_after_a_restart_of_the_server(folder: Path) -> None:
    settings = Settings(data_dir=folder)
    with running(settings) as database:
        remember(database, "a")
        server = EmbeddedPostgres(folder / "postgres")
        server.stop()
        with pytest.raises(OperationalError):
            remembered(database)
        server.start()
        assert remembered(database) == ["a"]


def test_a_server_left_by_a_killed_application_is_used_again(folder: Path) -> None:
    settings = Settings(data_dir=folder)
    code = (
        "import sys, time, pathlib; from bot.database import start_database; from bot.settings import Settings;"
        "from bot.folder_lock import FolderLock;"
        "folder = pathlib.Path(sys.argv[1]); lock = FolderLock(folder); lock.acquire();"
        "start_database(Settings(data_dir=folder)); print('ready', flush=True); time.sleep(60)"
    )
    application = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE)
    assert application.stdout is not None
    with application.stdout:
        assert application.stdout.readline() == b"ready\n"
        with pytest.raises(AlreadyRunning, match=str(application.pid)):
            FolderLock(folder).acquire()
        left = postmaster(settings)
        application.send_signal(signal.SIGKILL)
        application.wait()
    lock = FolderLock(folder)
    lock.acquire()
    with running(settings):
        assert postmaster(settings).pid == left.pid
    lock.release()
    assert not lives(left)


def test_a_pid_file_that_names_another_program_does_not_stop_the_start(folder: Path) -> None:
    settings = Settings(data_dir=folder)
    with running(settings) as database:
        remember(database, "a")
        stale = (folder / "postgres" / "postmaster.pid").read_text().splitlines()
    sleeper = subprocess.Popen(["sleep", "60"])
    try:
        stale[0] = str(sleeper.pid)
        (folder / "postgres" / "postmaster.pid").write_text("\n".join(stale) + "\n")
        with running(settings) as database:
            assert remembered(database) == ["a"]
    finally:
        sleeper.kill()
        sleeper.wait()


def test_a_half_made_database_is_made_again(folder: Path) -> None:
    (folder / "postgres.new").mkdir()
    (folder / "postgres.new" / "PG_VERSION").write_text("18\n")
    with running(Settings(data_dir=folder)) as database:
        remember(database, "a")


def test_the_lock_is_free_again_after_release(folder: Path) -> None:
    for _ in range(2):
        lock = FolderLock(folder)
        lock.acquire()
        with pytest.raises(AlreadyRunning):
            FolderLock(folder).acquire()
        lock.release()


def test_a_command_uses_the_running_applications_server_and_leaves_it_running(folder: Path) -> None:
    settings = Settings(data_dir=folder)
    lock = FolderLock(folder)
    lock.acquire()
    with running(settings) as database:
        remember(database, "a")
        with shared_database(settings) as shared:
            assert remembered(shared) == ["a"]
        assert lives(postmaster(settings))
    lock.release()


def test_a_command_alone_starts_the_server_and_stops_it(folder: Path) -> None:
    settings = Settings(data_dir=folder)
    with shared_database(settings) as database:
        remember(database, "a")
        process = postmaster(settings)
    assert not lives(process)
    lock = FolderLock(folder)
    lock.acquire()
    lock.release()


def test_an_external_database_that_cannot_be_reached_is_said_without_its_password() -> None:
    settings = Settings(database_url="postgresql://lotse:secret@127.0.0.1:1/lotse")
    start = time.monotonic()
    with pytest.raises(DatabaseProblem) as problem:
        start_database(settings)
    assert "LOTSE_DATABASE_URL" in str(problem.value)
    assert "secret" not in str(problem.value)
    assert time.monotonic() - start < 15


def test_an_external_database_is_used_and_not_stopped(folder: Path, migrated_database: Database) -> None:
    external = Settings(data_dir=folder, database_url=migrated_database.url)
    with running(external) as database, database.session() as session:
        assert session.scalar(text("SELECT 1")) == 1
    with migrated_database.session() as session:
        assert session.scalar(text("SELECT 1")) == 1
