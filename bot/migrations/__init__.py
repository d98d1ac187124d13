"""The database schema, step by step (Alembic). Steps only go forward; the way back is a backup."""

import importlib
from functools import cache
from pathlib import Path

from sqlalchemy import text

from bot.database import Database

LOCK = 7_206_301
"""Advisory lock: one process migrates at a time."""


def migrate(database: Database) -> None:
    """Bring the schema to the newest version; one process at a time, harmless when it is there already."""
    if stored_version(database) == newest_version():
        return
    # loaded only when there is something to do: Alembic is large
    importlib.import_module("bot.migrations.upgrade").upgrade(database)


def stored_version(database: Database) -> str | None:
    """The version the database has, or None when it is empty."""
    with database.session() as session:
        if session.scalar(text("SELECT to_regclass('alembic_version')")) is None:
            return None
        version: str | None = session.scalar(text("SELECT version_num FROM alembic_version"))
        return version


@cache
def newest_version() -> str:
    """The version the code needs: file names of steps are their names, and they are numbered."""
    return max(step.stem for step in (Path(__file__).parent / "versions").glob("[0-9]*.py"))
