"""That something changed, as server-sent events: no more than that, the page asks for what it may see."""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator

from sse_starlette.sse import EventSourceResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from bot.console.visit import Visit
from bot.database import AWAY
from bot.live import Event
from bot.services import sign_in

WANTED = frozenset({"message", "conversation", "outbox", "training", "reconnected"})
CHECK_SECONDS = 15.0
REST_SECONDS = 0.5
"""Changes that come faster are told as one."""


async def stream(visit: Visit) -> Response:
    """A `change` event whenever pages may look different now, until the session ends."""
    return EventSourceResponse(_changes(visit), ping=CHECK_SECONDS, headers={"X-Accel-Buffering": "no"})


async def _changes(visit: Visit) -> AsyncIterator[dict[str, str]]:
    async with visit.runtime.live.subscribe() as events:
        news = asyncio.Event()
        listening = asyncio.create_task(_listen(events, news))
        checked = time.monotonic()
        try:
            yield {"event": "ready", "data": "{}"}
            while not listening.done():
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(news.wait(), CHECK_SECONDS)
                if time.monotonic() - checked >= CHECK_SECONDS:
                    checked = time.monotonic()
                    if not await run_in_threadpool(_still_signed_in, visit):
                        return
                if news.is_set():
                    news.clear()
                    yield {"event": "change", "data": "{}"}
                    await asyncio.sleep(REST_SECONDS)
        finally:
            listening.cancel()


async def _listen(events: AsyncIterator[Event], news: asyncio.Event) -> None:
    async for event in events:
        if event.kind in WANTED:
            news.set()
    news.set()


def _still_signed_in(visit: Visit) -> bool:
    try:
        with visit.runtime.database.session() as session:
            return sign_in.is_open(session, visit.member.session_hash, now=visit.runtime.clock())
    except AWAY:
        return False
