"""Delete what is past its time, and make the coming months' partitions."""

from bot.inbox import Inbox
from bot.runtime import Runtime
from bot.services import retention


def job(runtime: Runtime, _inbox: Inbox) -> None:
    """The job of the schedule."""
    with runtime.database.session() as session:
        retention.keep_retention(session, runtime.clock())
