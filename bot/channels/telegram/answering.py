"""Answers what was stored: conversations side by side, each by one thread at a time."""

import asyncio
import logging
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

SIDE_BY_SIDE = 8

log = logging.getLogger(__name__)


class Answering:
    """Runs `work` for every conversation woken; nothing here is lost by a crash, what is stored is found again."""

    def __init__(self, work: Callable[[uuid.UUID], object]) -> None:
        self._work = work
        self._threads = ThreadPoolExecutor(SIDE_BY_SIDE, thread_name_prefix="telegram-answer")
        self._running: dict[uuid.UUID, asyncio.Task[None]] = {}
        self._again: set[uuid.UUID] = set()

    def wake(self, conversation: uuid.UUID) -> None:
        """There is something new to answer. Returns at once; to be called in the event loop."""
        if conversation in self._running:
            self._again.add(conversation)
        else:
            self._running[conversation] = asyncio.create_task(self._run(conversation))

    async def stop(self) -> None:
        """Let what has begun end."""
        self._again.clear()
        await asyncio.gather(*self._running.values())
        self._threads.shutdown()

    async def _run(self, conversation: uuid.UUID) -> None:
        loop = asyncio.get_running_loop()
        try:
            while True:
                try:
                    await loop.run_in_executor(self._threads, self._work, conversation)
                except Exception:
                    log.exception("a conversation could not be answered now; it will be tried again later")
                if conversation not in self._again:
                    return
                self._again.discard(conversation)
        finally:
            del self._running[conversation]
