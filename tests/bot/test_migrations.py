"""The migrated schema is the one the models describe."""

import uuid
from datetime import UTC, datetime

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from bot.database import Database
from bot.migrations import migrate, newest_version, stored_version
from bot.migrations.schema import is_ours
from bot.migrations.upgrade import upgrade
from bot.models import Base, MessageRow


def test_models_and_migrated_schema_are_the_same(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": is_ours, "compare_server_default": True}
        )
        assert compare_metadata(context, Base.metadata) == []


def test_migrating_twice_changes_nothing(database: Database) -> None:
    upgrade(database)
    migrate(database)
    assert stored_version(database) == newest_version()


def test_two_appointments_of_a_counsellor_cannot_overlap_in_the_database(database: Database) -> None:
    with database.session() as session:
        definition = session.scalar(
            text(
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'ex_appointments_counsellor'"
            )
        )
    assert definition is not None
    assert "EXCLUDE USING gist" in definition


def test_a_message_lands_in_the_partition_of_its_month(database: Database) -> None:
    now = datetime.now(UTC)
    with database.session() as session:
        session.add(
            MessageRow(conversation_id=uuid.uuid4(), number=1, at=now, sender="person", body={"text": "x"})
        )
        session.flush()
        assert (
            session.scalar(text("SELECT tableoid::regclass::text FROM messages")) == f"messages_{now:%Y_%m}"
        )


def test_the_task_queue_is_there(database: Database) -> None:
    with database.session() as session:
        assert session.scalar(text("SELECT count(*) FROM procrastinate_jobs")) == 0
