"""The key file at start: made once, never silently replaced."""

import logging
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import ColumnElement, LargeBinary, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.schema import Column

from bot import encryption
from bot.encryption import Encrypted, Keyring
from bot.errors import KeyFileProblem
from bot.models import Base

log = logging.getLogger(__name__)


def load_keys(session: Session, path: Path) -> Keyring:
    """Put the keys of the file in force; without a file make one, unless there is data that older keys encrypted.

    Raises KeyFileProblem when the file is missing, malformed, or opens nothing that is stored.
    """
    if not path.exists():
        if any(True for _ in _samples(session)):
            raise KeyFileProblem(
                f"{path} is missing, and the database holds data encrypted with it; restore the file"
            )
        Keyring.generate().write(path)
        log.info("new encryption keys in %s; keep a copy of this file in a safe place", path)
    keyring = encryption.install_file(path)
    for stored in _samples(session):
        keyring.check_opens(stored, path)
    return keyring


def encrypted_columns() -> Iterator["Column[object]"]:
    """Every encrypted column of every table."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Encrypted):
                yield column


def as_stored(column: "Column[object]") -> ColumnElement[bytes]:
    """The column's encrypted bytes as they are."""
    return type_coerce(column, LargeBinary)


def _samples(session: Session) -> Iterator[bytes]:
    """One stored value of each encrypted column that has any."""
    for column in encrypted_columns():
        stored = session.scalar(select(as_stored(column)).where(column.is_not(None)).limit(1))
        if stored is not None:
            yield bytes(stored)
