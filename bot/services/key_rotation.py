"""Rotation of encryption keys while the application runs: nothing is unreadable at any moment.

The new key is put first in the key file, which every running process notices before its next use of a key. Then
everything is encrypted anew. The old keys go only when no transaction that began before is left and nothing needs them.
"""

import logging
import time
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from sqlalchemy import Column, LargeBinary, select, text, tuple_, type_coerce, update

from bot import encryption
from bot.database import Database
from bot.encryption import Keyring
from bot.errors import DatabaseProblem
from bot.keys import as_stored, encrypted_columns

ROWS_AT_ONCE = 500
WAIT_SECONDS = 120
SETTLE_SECONDS = 0.5
"""For values encrypted an instant before their transaction began."""

log = logging.getLogger(__name__)


def rotate(database: Database, key_file: Path) -> int:
    """Make a new key, encrypt everything with it, and forget the old keys; how many values were encrypted anew.

    May be broken off at any moment and run again. Raises KeyFileProblem, DatabaseProblem.
    """
    keyring = Keyring.read(key_file).with_new_key()
    keyring.write(key_file)
    encryption.install_file(key_file)
    _wait_for_older_transactions(database)
    count = sum(_encrypt_anew(database, column, keyring) for column in encrypted_columns())
    keyring.newest_only().write(key_file)
    encryption.install_file(key_file)
    log.info("keys rotated: %d values encrypted anew", count)
    return count


def _wait_for_older_transactions(database: Database) -> None:
    """Until no transaction runs that may still write with the old key."""
    time.sleep(SETTLE_SECONDS)
    with database.session() as session:
        began = session.scalar(text("SELECT clock_timestamp()"))
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        with database.session() as session:
            older = session.scalar(
                text(
                    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    " AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND xact_start <= :began"
                ),
                {"began": began},
            )
        if not older:
            return
        time.sleep(0.2)
    raise DatabaseProblem("a transaction does not end; the new key is in use, run the rotation again later")


def _encrypt_anew(database: Database, column: "Column[object]", keyring: Keyring) -> int:
    """Every value of the column, some rows at a time in the order of the primary key."""
    key = tuple(column.table.primary_key.columns)
    stored = as_stored(column)
    newest, any_key = Fernet(keyring.encrypt_keys[0]), MultiFernet([Fernet(k) for k in keyring.encrypt_keys])
    after: tuple[object, ...] | None = None
    count = 0
    while True:
        query = (
            select(*key, stored.label("stored")).where(column.is_not(None)).order_by(*key).limit(ROWS_AT_ONCE)
        )
        if after is not None:
            query = query.where(tuple_(*key) > after)
        with database.session() as session:
            rows = session.execute(query.with_for_update()).all()
            for *identity, value in rows:
                if not _is_newest(newest, value):
                    same = [part == found for part, found in zip(key, identity, strict=True)]
                    new = type_coerce(any_key.rotate(value), LargeBinary)
                    session.execute(update(column.table).where(*same).values({column: new}))
                    count += 1
        if not rows:
            return count
        after = tuple(rows[-1][:-1])


def _is_newest(newest: Fernet, value: bytes) -> bool:
    try:
        newest.decrypt(value)
    except InvalidToken:
        return False
    return True
