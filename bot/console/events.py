"""What just changed, as server-sent events: ids only, the page asks for what it may see."""

import asyncio
import json
from collections.abc import AsyncIterator

from sse_starlette.sse import EventSourceResponse
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from bot.console.visit import Visit
from bot.live import Event
from bot.services import sign_in

WANTED = frozenset({"message", "conversation", "outbox", "reconnected"})
CHECK_SECONDS = 15.0


async def stream(visit: Visit) -> Response:
    """One `change` event for everything that may look different now, until the session ends."""
    return EventSourceResponse(_changes(visit), ping=CHECK_SECONDS, headers={"X-Accel-Buffering": "no"})


async def _changes(visit: Visit) -> AsyncIterator[dict[str, str]]:
    async with visit.runtime.live.subscribe() as events:
        yield {"event": "ready", "data": "{}"}
        waiting = asyncio.ensure_future(anext(events, None))
        try:
            while True:
                done, _ = await asyncio.wait({waiting}, timeout=CHECK_SECONDS)
                if not await run_in_threadpool(_still_signed_in, visit):
                    return
                if not done:
                    continue
                event = waiting.result()
                if event is None:
                    return
                if event.kind in WANTED:
                    yield {"event": "change", "data": _data(event)}
                waiting = asyncio.ensure_future(anext(events, None))
        finally:
            waiting.cancel()


def _data(event: Event) -> str:
    conversation = event.ids.get("conversation")
    return json.dumps({"conversation": conversation} if conversation else {})


def _still_signed_in(visit: Visit) -> bool:
    with visit.runtime.database.session() as session:
        return sign_in.is_open(session, visit.member.session_hash, now=visit.runtime.clock())
