"""What every test may use: a real PostgreSQL, an empty database, keys, a clock that stands still."""

import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts
from sqlalchemy import text

from bot import encryption
from bot.database import Database, start_database
from bot.embedded_postgres import OPTIONS
from bot.encryption import Keyring
from bot.live import Live
from bot.migrations import migrate
from bot.services.retention import ensure_partitions
from bot.settings import Settings

KEPT_TABLES = ("alembic_version", "procrastinate_version")


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


@pytest.fixture
def live(database: Database) -> Iterator[Live]:
    """Events of the test's database."""
    listening = Live(database.dsn)
    listening.start()
    assert listening.wait_until_listening(5)
    yield listening
    listening.stop()
