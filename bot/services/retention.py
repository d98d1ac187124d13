"""How long each kind of data is kept, and the deleting of what is older."""

import logging
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import CursorResult, Delete, and_, delete, or_, select, text
from sqlalchemy.orm import Session

from bot.models import (
    AuditRow,
    ConversationRow,
    InboxRow,
    LoginThrottleRow,
    MessageRow,
    OutboxRow,
    SetupLinkRow,
    StaffSessionRow,
    TrainingRow,
    WorklistRow,
)
from bot.services import erasure

CONVERSATION = timedelta(days=180)
ANSWERED_INBOX = timedelta(days=30)
SENT_OUTBOX = timedelta(days=7)
STAFF_SESSION = timedelta(hours=12)
LOGIN_THROTTLE = timedelta(days=1)
SETUP_LINK = timedelta(days=7)
AUDIT = timedelta(days=730)
WORKLIST = timedelta(days=90)
MONTHS_AHEAD = 2
PARTITION_LOCK = 7_206_302

log = logging.getLogger(__name__)


def keep_retention(session: Session, now: datetime, *, worklist: timedelta = WORKLIST) -> None:
    """Make coming partitions and delete everything past its time. Harmless when run twice.

    `worklist` is how long a sentence is kept for editors after it was said last.
    """
    ensure_partitions(session, now)
    drop_old_partitions(session, now)
    conversations = delete_idle_conversations(session, now)
    rows = sum(_deleted(session, statement) for statement in _expired(now, worklist))
    log.info("retention: %d conversations and %d other rows deleted", conversations, rows)


def ensure_partitions(session: Session, now: datetime) -> None:
    """Partitions of `messages` for the month before, this month and the next two.

    Messages that had to go to the default partition meanwhile are moved.
    """
    session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": PARTITION_LOCK})
    there = set(_partitions(session))
    for start, end in _months(now):
        name = f"messages_{start:%Y_%m}"
        if name in there:
            continue
        bounds = f"at >= '{start.isoformat()}' AND at < '{end.isoformat()}'"
        session.execute(text(f"CREATE TABLE {name} (LIKE messages INCLUDING ALL)"))
        session.execute(
            text(
                f"WITH moved AS (DELETE FROM messages_default WHERE {bounds} RETURNING *)"  # noqa: S608 - our dates
                f" INSERT INTO {name} SELECT * FROM moved"
            )
        )
        session.execute(
            text(
                f"ALTER TABLE messages ATTACH PARTITION {name}"
                f" FOR VALUES FROM ('{start.isoformat()}') TO ('{end.isoformat()}')"
            )
        )


def drop_old_partitions(session: Session, now: datetime) -> None:
    """Drop the months of `messages` that ended before the retention of conversations."""
    for name in _partitions(session):
        match = re.fullmatch(r"messages_(\d{4})_(\d\d)", name)
        if match and _next_month(datetime(int(match[1]), int(match[2]), 1, tzinfo=UTC)) <= now - CONVERSATION:
            session.execute(text("SET LOCAL lock_timeout = '5s'"))
            session.execute(text(f"DROP TABLE {name}"))
            log.info("retention: %s dropped", name)


def delete_idle_conversations(session: Session, now: datetime) -> int:
    """Erase conversations 180 days after their last message, with everything that belongs to them; how many."""
    idle = select(ConversationRow.id).where(ConversationRow.last_at < now - CONVERSATION)
    conversations = list(session.scalars(idle.with_for_update(skip_locked=True)))
    for conversation in conversations:
        erasure.erase(session, conversation, now=now)
        session.flush()
        session.expunge_all()
    return len(conversations)


def _expired(now: datetime, worklist: timedelta) -> Iterator[Delete]:
    yield delete(MessageRow).where(MessageRow.at < now - CONVERSATION)
    yield delete(InboxRow).where(
        or_(
            InboxRow.answered_at < now - ANSWERED_INBOX,
            and_(InboxRow.problem.is_not(None), InboxRow.received_at < now - CONVERSATION),
        )
    )
    yield delete(OutboxRow).where(
        or_(
            and_(OutboxRow.state == "sent", OutboxRow.sent_at < now - SENT_OUTBOX),
            OutboxRow.next_try_at < now - CONVERSATION,
        )
    )
    yield delete(StaffSessionRow).where(StaffSessionRow.seen_at < now - STAFF_SESSION)
    yield delete(LoginThrottleRow).where(
        LoginThrottleRow.changed_at < now - LOGIN_THROTTLE,
        or_(LoginThrottleRow.blocked_until.is_(None), LoginThrottleRow.blocked_until < now),
    )
    yield delete(SetupLinkRow).where(SetupLinkRow.created_at < now - SETUP_LINK)
    yield delete(AuditRow).where(AuditRow.at < now - AUDIT)
    yield delete(WorklistRow).where(WorklistRow.last_on < (now - worklist).date())
    yield delete(TrainingRow).where(TrainingRow.finished_at < now - AUDIT)


def _deleted(session: Session, statement: Delete) -> int:
    result = session.execute(statement)
    return result.rowcount if isinstance(result, CursorResult) else 0


def _partitions(session: Session) -> list[str]:
    return list(
        session.scalars(
            text("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'messages'::regclass")
        )
    )


def _months(now: datetime) -> list[tuple[datetime, datetime]]:
    this = now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    start = (this - timedelta(days=1)).replace(day=1)
    months = []
    for _ in range(MONTHS_AHEAD + 2):
        end = _next_month(start)
        months.append((start, end))
        start = end
    return months


def _next_month(start: datetime) -> datetime:
    return (start + timedelta(days=32)).replace(day=1)
