"""Wakes whoever shows a conversation when something happens in it: one subscription for all open streams."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.live import RECONNECTED, Live


class News:
    """News of conversations, for this process's streams."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._watching: defaultdict[str, set[asyncio.Event]] = defaultdict(set)
        self._task: asyncio.Task[None] | None = None
        self._listening = asyncio.Event()

    @property
    def has_ended(self) -> bool:
        """Whether nothing new will be heard of: the process stops."""
        return self._task is None or self._task.done()

    def watchers(self, conversation: str) -> int:
        """How many watch the conversation now."""
        return len(self._watching.get(conversation, ()))

    @asynccontextmanager
    async def of(self, conversation: str) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever there may be something new; whoever waits for it clears it."""
        news = asyncio.Event()
        self._watching[conversation].add(news)
        try:
            if self.has_ended:
                self._listening.clear()
                self._task = asyncio.create_task(self._listen(), name="web-news")
            await self._listening.wait()
            yield news
        finally:
            self._watching[conversation].discard(news)
            if not self._watching[conversation]:
                del self._watching[conversation]

    async def _listen(self) -> None:
        try:
            async with self._live.subscribe() as events:
                self._listening.set()
                async for event in events:
                    if event.kind == RECONNECTED:
                        self._wake_all()
                    elif event.kind in ("message", "conversation"):
                        for news in self._watching.get(str(event.ids.get("conversation")), ()):
                            news.set()
        finally:
            self._listening.set()
            self._wake_all()

    def _wake_all(self) -> None:
        for watching in self._watching.values():
            for news in watching:
                news.set()
