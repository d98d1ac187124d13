"""Runs the steps that are missing."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from bot.database import Database
from bot.migrations import LOCK


def upgrade(database: Database) -> None:
    """Run all missing steps in one transaction, while no other process does."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with database.engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:lock)"), {"lock": LOCK})
        connection.commit()
        try:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        finally:
            connection.rollback()
            connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": LOCK})
            connection.commit()
