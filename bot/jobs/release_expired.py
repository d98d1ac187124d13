"""Give back times that were held for somebody who did not confirm."""

from bot.inbox import Inbox
from bot.runtime import Runtime
from bot.services import booking


def job(runtime: Runtime, _inbox: Inbox) -> None:
    """The job of the schedule."""
    with runtime.database.session() as session:
        booking.release_expired(session, runtime.clock())
