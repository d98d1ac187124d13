"""Answer what a crash or a restart left unanswered."""

import logging
from datetime import timedelta

from bot.inbox import Inbox
from bot.logs import where
from bot.runtime import Runtime

PATIENCE = timedelta(seconds=10)

log = logging.getLogger(__name__)


def answer_unanswered(runtime: Runtime, inbox: Inbox, *, older_than: timedelta = PATIENCE) -> int:
    """Work on every conversation with a message unanswered for that long, the longest waiting first; how many."""
    conversations = inbox.unanswered(received_before=runtime.clock() - older_than)
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
