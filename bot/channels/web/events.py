"""Server-sent events: every message of a conversation as it comes, starting after the last one seen."""

import logging
from collections.abc import AsyncIterator
from uuid import UUID

import anyio.to_thread
from pydantic_core import to_json
from sse_starlette import EventSourceResponse, ServerSentEvent

from bot.channels.contract import Outgoing
from bot.channels.web.limits import Limits
from bot.channels.web.message_json import message
from bot.channels.web.news import News
from bot.channels.web.problems import DATABASE_AWAY, Problem
from bot.channels.web.visitors import Visitors
from bot.live import Live

THREADS = 8
RECONNECT_AFTER = 2000
LOOK_AGAIN = 30.0

# It writes every event to the log at debug level, and events are what people wrote.
logging.getLogger("sse_starlette").setLevel(logging.INFO)


class Streams:
    """Open event streams of this process."""

    def __init__(self, visitors: Visitors, live: Live, limits: Limits) -> None:
        self._visitors = visitors
        self._news = News(live)
        self._limits = limits
        self._threads = anyio.CapacityLimiter(THREADS)

    async def open(self, token: str, after: int) -> EventSourceResponse:
        """A stream of the messages after a number. Raises Problem."""
        conversation = await anyio.to_thread.run_sync(
            self._visitors.conversation, token, limiter=self._threads
        )
        if self._news.watchers(str(conversation)) >= self._limits.streams:
            raise Problem("too-many-connections", retry_after=30)
        return EventSourceResponse(self._events(token, conversation, after), ping=15, sep="\n")

    async def _events(self, token: str, conversation: UUID, after: int) -> AsyncIterator[ServerSentEvent]:
        async with self._news.of(str(conversation)) as news:
            yield ServerSentEvent(comment="open", retry=RECONNECT_AFTER)
            while not self._news.has_ended:
                news.clear()
                shown = await self._since(token, after)
                if shown is None:
                    return
                for one in shown:
                    after = one.number
                    yield ServerSentEvent(
                        event="message", id=str(one.number), data=to_json(message(one)).decode()
                    )
                with anyio.move_on_after(LOOK_AGAIN):
                    await news.wait()

    async def _since(self, token: str, after: int) -> list[Outgoing] | None:
        """Messages after a number; None when the stream is over: whoever reads it asks again and learns why."""
        try:
            return await anyio.to_thread.run_sync(
                self._visitors.messages, token, after, limiter=self._threads
            )
        except (Problem, *DATABASE_AWAY):
            return None
