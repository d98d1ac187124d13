"""Delete what is past its time, and make the coming months' partitions."""

from datetime import timedelta

from bot.inbox import Inbox
from bot.runtime import Runtime
from bot.services import retention


def job(runtime: Runtime, _inbox: Inbox) -> None:
    """The job of the schedule."""
    with runtime.database.session() as session:
        worklist = timedelta(days=runtime.settings.worklist_days)
        retention.keep_retention(session, runtime.clock(), worklist=worklist)
