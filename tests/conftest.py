"""What every test may use: a real PostgreSQL, an empty database, keys, a clock that stands still."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_socket import socket_allow_hosts
from sqlalchemy import text

from bot import encryption
from bot.content import store
from bot.content.catalogue import Catalogue
from bot.content.store import ContentStore
from bot.database import Database, start_database
from bot.embedded_postgres import OPTIONS
from bot.encryption import Keyring
from bot.live import Live
from bot.migrations import migrate
from bot.model_folder import Lessons
from bot.nlu_server import NoServer, OwnServer, train_model
from bot.runtime import Runtime, utc_now
from bot.services.retention import ensure_partitions
from bot.settings import Settings
from nlu.rasa_process import State

KEPT_TABLES = ("alembic_version", "procrastinate_version", "content_files")
"""What every test finds as it was: the published content is made equal to the folder again, not thrown away."""

CONTENT = Path(__file__).parent.parent / "content"
RASA_MODELS = Path(__file__).parent.parent / ".cache" / "rasa"


CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright keeps an event loop in this thread, where other tests run their own."""
    items.sort(key=lambda item: "chromium" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The installed Chromium or Chrome, without a window; one for all tests."""
    path = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chromium-browser"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def only_this_machine() -> None:
    """No test reaches another machine."""
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def keyring() -> Keyring:
    """Keys in force for all tests."""
    keys = Keyring.generate()
    encryption.install(keys)
    return keys


@pytest.fixture
def folder() -> Iterator[Path]:
    """An empty folder with a short path that any system user may pass through."""
    path = Path(tempfile.mkdtemp(prefix="lotse-test-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def settings() -> Iterator[Settings]:
    """Settings with a data folder of the test session's own."""
    path = Path(tempfile.mkdtemp(prefix="lotse-test-"))
    yield Settings(data_dir=path)
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="session")
def migrated_database(settings: Settings, keyring: Keyring) -> Iterator[Database]:
    """One server for all tests, migrated once; what it stores need not survive a power cut."""
    database = start_database(settings, {**OPTIONS, "fsync": "off", "full_page_writes": "off"})
    migrate(database)
    with database.session() as session:
        ensure_partitions(session, datetime.now(UTC))
    yield database
    database.close()


@pytest.fixture
def database(migrated_database: Database, keyring: Keyring) -> Database:
    """An empty migrated database."""
    encryption.install(keyring)
    with migrated_database.session() as session:
        tables = session.scalars(
            text(
                "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
                " AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
            )
        ).all()
        session.execute(text("SET LOCAL session_replication_role = replica"))
        for table in tables:
            if table not in KEPT_TABLES:
                session.execute(text(f"DELETE FROM {table}"))
    return migrated_database


@pytest.fixture(scope="session")
def content_files() -> dict[str, str]:
    """The real content tree."""
    return store.read_folder(CONTENT)


@pytest.fixture
def live(database: Database) -> Iterator[Live]:
    """Events of the test's database."""
    listening = Live(database.dsn)
    listening.start()
    assert listening.wait_until_listening(5)
    yield listening
    listening.stop()


@pytest.fixture
def content(database: Database, content_files: dict[str, str]) -> ContentStore:
    """The real content, published."""
    with database.session() as session:
        store.publish(session, content_files, datetime.now(UTC))
    return ContentStore(database)


@pytest.fixture
def runtime(settings: Settings, database: Database, live: Live, content: ContentStore) -> Runtime:
    """Everything a door needs, with nobody to understand free text."""
    live.add_listener(content.heard)
    return Runtime(settings, database, live, content, NoServer(), utc_now)


@pytest.fixture(scope="session")
def rasa(content_files: dict[str, str]) -> Iterator[OwnServer]:
    """The real Rasa, trained once on the real content; the model is kept for the next run of the tests."""
    lessons = Lessons.of(Catalogue(content_files))
    server = OwnServer(Settings(data_dir=RASA_MODELS), lambda: lessons)
    train_model(server.folder, lessons)
    server.start()
    deadline = time.monotonic() + 120
    while server.state is not State.OK and time.monotonic() < deadline:
        time.sleep(0.2)
    assert server.state is State.OK, f"Rasa did not start; see {server.folder / 'rasa.log'}"
    yield server
    server.stop()


@pytest.fixture
def understanding_runtime(runtime: Runtime, rasa: OwnServer) -> Runtime:
    """Everything a door needs, with the real Rasa."""
    return replace(runtime, nlu=rasa)
