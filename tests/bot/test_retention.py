"""Everything has its time, and goes when it is over."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from bot.database import Database
from bot.models import (
    AuditRow,
    Base,
    ConversationRow,
    InboxRow,
    LoginThrottleRow,
    MessageRow,
    OutboxRow,
    StaffRow,
    StaffSessionRow,
)
from bot.services.retention import ensure_partitions, keep_retention

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


def conversation(session: Session, *, last: datetime) -> ConversationRow:
    row = ConversationRow(
        id=uuid.uuid4(), channel="web", address_hash=uuid.uuid4().bytes, language="de", state={},
        created_at=last, last_at=last,
    )  # fmt: skip
    session.add(row)
    session.flush()
    session.add(MessageRow(conversation_id=row.id, number=1, at=last, sender="person", body={"text": "x"}))
    session.flush()
    return row


def inbox(row: ConversationRow, *, received: datetime, answered: datetime | None) -> InboxRow:
    return InboxRow(
        conversation_id=row.id, channel="web", external_hash=uuid.uuid4().bytes, body={}, received_at=received,
        answered_at=answered,
    )  # fmt: skip


def outbox(row: ConversationRow, *, state: str, at: datetime) -> OutboxRow:
    return OutboxRow(
        conversation_id=row.id, number=1, channel="telegram", address="1", body={}, state=state, next_try_at=at,
        sent_at=at if state == "sent" else None,
    )  # fmt: skip


def count(session: Session, table: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def partitions(session: Session) -> set[str]:
    return set(
        session.scalars(
            text("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'messages'::regclass")
        )
    )


@pytest.fixture
def session(database: Database):
    """A session whose changes are undone, those of the partitions too."""
    with database.engine.connect() as connection, connection.begin() as transaction:
        yield Session(connection, expire_on_commit=False)
        transaction.rollback()


@pytest.mark.parametrize(("days", "kept"), [(179, 1), (181, 0)])
def test_a_conversation_goes_with_its_messages_180_days_after_the_last_one(
    session: Session, days: int, kept: int
) -> None:
    conversation(session, last=NOW - timedelta(days=days))
    keep_retention(session, NOW)
    assert count(session, ConversationRow) == kept
    assert count(session, MessageRow) == kept


def test_old_messages_of_a_lively_conversation_go(session: Session) -> None:
    row = conversation(session, last=NOW)
    session.add(
        MessageRow(
            conversation_id=row.id,
            number=2,
            at=NOW - timedelta(days=181),
            sender="person",
            body={"text": "x"},
        )
    )
    keep_retention(session, NOW)
    assert session.scalars(select(MessageRow.number)).all() == [1]


@pytest.mark.parametrize(("days", "kept"), [(29, 1), (31, 0)])
def test_an_answered_inbound_message_goes_after_30_days(session: Session, days: int, kept: int) -> None:
    then = NOW - timedelta(days=days)
    session.add(inbox(conversation(session, last=NOW), received=then, answered=then))
    keep_retention(session, NOW)
    assert count(session, InboxRow) == kept


def test_an_unanswered_message_is_never_thrown_away_while_its_conversation_lives(session: Session) -> None:
    session.add(inbox(conversation(session, last=NOW), received=NOW - timedelta(days=100), answered=None))
    keep_retention(session, NOW)
    assert count(session, InboxRow) == 1


@pytest.mark.parametrize(
    ("state", "days", "kept"), [("sent", 6, 1), ("sent", 8, 0), ("failed", 8, 1), ("queued", 8, 1)]
)
def test_a_sent_message_leaves_the_outbox_after_7_days_and_no_other_does(
    session: Session, state: str, days: int, kept: int
) -> None:
    session.add(outbox(conversation(session, last=NOW), state=state, at=NOW - timedelta(days=days)))
    keep_retention(session, NOW)
    assert count(session, OutboxRow) == kept


def test_staff_sessions_throttles_and_old_audit_lines_go(session: Session) -> None:
    member = StaffRow(
        name="a", shown_name="A", password_hash="", role="counsellor", created_at=NOW - timedelta(days=900)
    )
    session.add(member)
    session.flush()
    old = NOW - timedelta(days=2)
    session.add(
        StaffSessionRow(token_hash=b"o", staff_id=member.id, csrf_token="", created_at=old, seen_at=old)
    )
    session.add(
        StaffSessionRow(token_hash=b"n", staff_id=member.id, csrf_token="", created_at=NOW, seen_at=NOW)
    )
    session.add(LoginThrottleRow(key_hash=b"o", failures=1, changed_at=old))
    session.add(LoginThrottleRow(key_hash=b"n", failures=1, changed_at=NOW))
    session.add(AuditRow(at=NOW - timedelta(days=731), action="x", detail={}))
    session.add(AuditRow(at=NOW - timedelta(days=729), action="x", detail={}))
    keep_retention(session, NOW)
    assert [count(session, table) for table in (StaffSessionRow, LoginThrottleRow, AuditRow)] == [1, 1, 1]


def test_running_it_twice_changes_nothing_more(session: Session) -> None:
    conversation(session, last=NOW)
    for _ in range(2):
        keep_retention(session, NOW)
    assert count(session, ConversationRow) == 1


def test_the_coming_months_have_partitions_and_the_oldest_are_dropped(session: Session) -> None:
    ensure_partitions(session, NOW)
    keep_retention(session, datetime(2027, 6, 15, tzinfo=UTC))
    there = partitions(session)
    assert {"messages_2027_05", "messages_2027_06", "messages_2027_07", "messages_2027_08"} <= there
    assert "messages_2026_11" not in there
    assert "messages_default" in there


def test_messages_that_came_before_their_partition_move_into_it(session: Session) -> None:
    later = datetime(2031, 3, 31, 23, 59, 59, tzinfo=UTC)
    conversation(session, last=later)
    assert session.scalar(text("SELECT tableoid::regclass::text FROM messages")) == "messages_default"
    ensure_partitions(session, later)
    assert session.scalar(text("SELECT tableoid::regclass::text FROM messages")) == "messages_2031_03"
