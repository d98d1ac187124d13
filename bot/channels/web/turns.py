"""One message in, its replies out: messages of one conversation one after the other, with one hop into a thread."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from uuid import UUID

import anyio.to_thread

from bot.channels.contract import Outgoing
from bot.channels.web.limits import Buckets, Limits
from bot.channels.web.problems import Problem
from bot.channels.web.shapes import NewMessage
from bot.channels.web.visitors import Visitors
from bot.errors import NotFound
from bot.inbox import Inbox

LONGEST_WAIT = 10.0
PAUSE = 0.25
THREADS = 8
"""Turns taken at once: more only wait for each other."""
TEXTS = 16
"""Texts taken at once, apart from the rest: when understanding is slow, whoever presses buttons must not notice."""


@dataclass
class _Queue:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    waiting: int = 0


@dataclass(frozen=True)
class _Taken:
    conversation: UUID
    inbox_id: int
    replies: list[Outgoing]
    answered: bool


class Turns:
    """Takes messages up. Whatever was stored is answered, here or by whoever looks after unanswered messages."""

    def __init__(self, inbox: Inbox, visitors: Visitors, limits: Limits) -> None:
        self._inbox = inbox
        self._visitors = visitors
        self._limits = limits
        self._buckets = Buckets(limits.messages)
        self._queues: dict[str, _Queue] = {}
        self._threads = anyio.CapacityLimiter(THREADS)
        self._texts = anyio.CapacityLimiter(TEXTS)

    async def take(self, token: str, sent: NewMessage) -> list[Outgoing]:
        """Store the message, answer it and return the replies. The same `id` again only returns them.

        Replies that take longer are waited for a while, then left to the event stream. Raises Problem.
        """
        if seconds := self._buckets.take(token):
            raise Problem("too-many-messages", retry_after=seconds)
        limiter = self._threads if sent.text is None else self._texts
        async with self._turn(token):
            taken = await anyio.to_thread.run_sync(self._take, token, sent, limiter=limiter)
        deadline = time.monotonic() + LONGEST_WAIT
        while not taken.answered and time.monotonic() < deadline:
            await asyncio.sleep(PAUSE)
            taken = await anyio.to_thread.run_sync(self._look, taken, limiter=limiter)
        return taken.replies

    @asynccontextmanager
    async def _turn(self, token: str) -> AsyncIterator[None]:
        """Wait until the conversation's earlier messages are through. Raises Problem when too many wait."""
        queue = self._queues.setdefault(token, _Queue())
        if queue.waiting > self._limits.waiting:
            raise Problem("too-many-messages", retry_after=1)
        queue.waiting += 1
        try:
            async with queue.lock:
                yield
        finally:
            queue.waiting -= 1
            if not queue.waiting:
                del self._queues[token]

    def _take(self, token: str, sent: NewMessage) -> _Taken:
        conversation = self._visitors.conversation(token)
        try:
            inbound = sent.inbound()
        except Problem as problem:
            problem.language = self._visitors.language(conversation)
            raise
        try:
            received, replies = self._inbox.take(conversation, inbound)
        except NotFound:
            raise Problem("conversation-ended") from None
        if replies is not None:
            return _Taken(conversation, received.inbox_id, replies, answered=True)
        return self._look(_Taken(conversation, received.inbox_id, [], answered=False))

    def _look(self, taken: _Taken) -> _Taken:
        """Answer what is unanswered. The message itself may have been answered before, or by somebody else."""
        made = self._inbox.work(taken.conversation).get(taken.inbox_id)
        if made is not None:
            return replace(taken, replies=made, answered=True)
        replies = self._inbox.replies(taken.inbox_id)
        return replace(
            taken, replies=replies, answered=bool(replies) or self._inbox.is_answered(taken.inbox_id)
        )
