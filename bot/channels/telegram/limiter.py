"""Keeps what we send below Telegram's limits: about 30 messages a second in all and one a second to one person."""

from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

from aiolimiter import AsyncLimiter
from telegram.ext import BaseRateLimiter

PER_SECOND = 25
BURST, BURST_SECONDS = 3, 3
REMEMBERED_CHATS = 5000
COUNTED = ("send", "copy", "forward", "edit")

Answer = bool | dict[str, Any] | list[dict[str, Any]]


class Limiter(BaseRateLimiter[None]):
    """Spaces messages out before they are sent; what Telegram refuses all the same is the outbox's to try again."""

    def __init__(self) -> None:
        self._overall = AsyncLimiter(1, 1 / PER_SECOND)
        self._chats: OrderedDict[int, AsyncLimiter] = OrderedDict()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Answer]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: None,
    ) -> Answer:
        """Make the request when its turn has come."""
        if endpoint.startswith(COUNTED) and endpoint != "sendChatAction":
            chat = data.get("chat_id")
            if isinstance(chat, int) and endpoint.startswith("send"):
                await self._of(chat).acquire()
            await self._overall.acquire()
        return await callback(*args, **kwargs)

    def _of(self, chat: int) -> AsyncLimiter:
        limiter = self._chats.pop(chat, None) or AsyncLimiter(BURST, BURST_SECONDS)
        self._chats[chat] = limiter
        while len(self._chats) > REMEMBERED_CHATS:
            self._chats.popitem(last=False)
        return limiter
