"""Answer what a crash or a restart left unanswered."""

import logging
from datetime import timedelta

from sqlalchemy import func, select

from bot.inbox import Inbox
from bot.logs import where
from bot.models import InboxRow
from bot.runtime import Runtime

PATIENCE = timedelta(seconds=10)

log = logging.getLogger(__name__)


def answer_unanswered(runtime: Runtime, inbox: Inbox, *, older_than: timedelta = PATIENCE) -> int:
    """Work on every conversation with a message unanswered for that long, the one waiting longest first; how many."""
    waiting = (
        select(InboxRow.conversation_id)
        .where(
            InboxRow.answered_at.is_(None),
            InboxRow.problem.is_(None),
            InboxRow.conversation_id.is_not(None),
            InboxRow.received_at <= runtime.clock() - older_than,
        )
        .group_by(InboxRow.conversation_id)
        .order_by(func.min(InboxRow.id))
    )
    with runtime.database.session() as session:
        conversations = [found for found in session.scalars(waiting) if found is not None]
    for conversation in conversations:
        try:
            inbox.work(conversation)
        except Exception as error:  # noqa: BLE001 - one conversation must not keep the others waiting
            log.error("an unanswered message could not be answered: %s", where(error))
    if conversations:
        log.info("%d conversations had unanswered messages", len(conversations))
    return len(conversations)


def job(runtime: Runtime, inbox: Inbox) -> None:
    """The job of the schedule."""
    answer_unanswered(runtime, inbox)
