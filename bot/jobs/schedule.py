"""Every job and when it runs (cron, UTC)."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.inbox import Inbox
from bot.jobs import answer_unanswered, keep_retention, release_expired
from bot.runtime import Runtime


@dataclass(frozen=True)
class Job:
    """One job: its name in the queue, when it runs, what it does."""

    name: str
    cron: str
    run: Callable[[Runtime, Inbox], None]


SCHEDULE = (
    Job("answer_unanswered", "* * * * *", answer_unanswered.job),
    Job("release_expired", "* * * * *", release_expired.job),
    Job("keep_retention", "17 2 * * *", keep_retention.job),
)
