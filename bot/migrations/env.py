"""Alembic's entry point: runs with the connection `migrate` hands in, for developers with their settings."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection

from bot.database import shared_database
from bot.encryption import Encrypted
from bot.migrations.schema import is_ours
from bot.models import Base
from bot.settings import load_settings


def render(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """Encrypted columns are bytes to the database; steps must not depend on our code."""
    return "sa.LargeBinary()" if kind == "type" and isinstance(thing, Encrypted) else False


def run(connection: Connection) -> None:
    """Run the steps in one transaction."""
    context.configure(
        connection=connection, target_metadata=Base.metadata, include_object=is_ours, render_item=render
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with shared_database(load_settings()) as database, database.engine.connect() as own:
        run(own)
        own.commit()
