"""Keys can be rotated while the application works, and nothing becomes unreadable."""

import threading
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import LargeBinary, select, type_coerce

from bot import encryption
from bot.database import Database
from bot.encryption import Keyring
from bot.errors import KeyFileProblem
from bot.keys import load_keys
from bot.models import ConversationRow, MessageRow
from bot.services.key_rotation import rotate

NOW = datetime.now(UTC)


@pytest.fixture
def key_file(folder: Path, keyring: Keyring) -> Iterator[Path]:
    path = folder / "keys"
    Keyring.generate().write(path)
    encryption.install_file(path)
    yield path
    encryption.install(keyring)


def write(database: Database, number: int) -> None:
    with database.session() as session:
        conversation = ConversationRow(
            channel="web", address_hash=encryption.lookup_hash("web", str(number)), language="de", state={"n": number},
            created_at=NOW, last_at=NOW,
        )  # fmt: skip
        session.add(conversation)
        session.add(
            MessageRow(
                conversation_id=uuid.uuid4(), number=number, at=NOW, sender="person", body={"n": number}
            )
        )


def read(database: Database) -> list[int]:
    with database.session() as session:
        stored = [row["n"] for row in session.scalars(select(ConversationRow.state))]
        assert sorted(stored) == sorted(body["n"] for body in session.scalars(select(MessageRow.body)))
    return sorted(stored)


def test_everything_is_readable_with_the_new_key_alone(database: Database, key_file: Path) -> None:
    for number in range(5):
        write(database, number)
    old = Keyring.read(key_file)
    assert rotate(database, key_file) == 10
    new = Keyring.read(key_file)
    assert len(new.encrypt_keys) == 1
    assert new.encrypt_keys != old.encrypt_keys
    with database.session() as session:
        for stored in session.scalars(select(type_coerce(MessageRow.body, LargeBinary))):
            Fernet(new.encrypt_keys[0]).decrypt(stored)
    assert read(database) == list(range(5))


def test_people_are_found_again_after_a_rotation(database: Database, key_file: Path) -> None:
    before = encryption.lookup_hash("telegram", "1")
    rotate(database, key_file)
    assert encryption.lookup_hash("telegram", "1") == before


def test_what_is_written_during_a_rotation_is_readable_after_it(database: Database, key_file: Path) -> None:
    stop = threading.Event()
    written: list[int] = []

    def write_on() -> None:
        while not stop.is_set():
            write(database, len(written))
            written.append(len(written))

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        for _ in range(3):
            rotate(database, key_file)
    finally:
        stop.set()
        writer.join()
    assert len(written) > 0
    assert read(database) == written


def test_a_running_process_takes_up_a_changed_key_file(key_file: Path) -> None:
    changed = Keyring.read(key_file).with_new_key()
    changed.write(key_file)
    assert encryption.installed().encrypt_keys == changed.encrypt_keys


def test_the_key_file_is_made_once_and_for_its_owner_only(
    database: Database, folder: Path, keyring: Keyring
) -> None:
    path = folder / "new" / "keys"
    with database.session() as session:
        made = load_keys(session, path)
        assert load_keys(session, path).encrypt_keys == made.encrypt_keys
    assert path.stat().st_mode & 0o777 == 0o600
    encryption.install(keyring)


def test_a_lost_key_file_is_not_replaced_when_there_is_data(database: Database, key_file: Path) -> None:
    write(database, 1)
    key_file.unlink()
    with database.session() as session, pytest.raises(KeyFileProblem, match="restore"):
        load_keys(session, key_file)
    assert not key_file.exists()


def test_a_key_file_that_opens_nothing_is_refused(
    database: Database, key_file: Path, keyring: Keyring
) -> None:
    write(database, 1)
    Keyring.generate().write(key_file)
    with database.session() as session, pytest.raises(KeyFileProblem, match="no key in"):
        load_keys(session, key_file)
