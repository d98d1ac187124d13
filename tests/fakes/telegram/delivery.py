"""Updates on their way to the bot: a long poll acknowledged by offset, or a webhook with one request per queue."""

import asyncio
import contextlib
import itertools
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.fakes.telegram.errors import ApiError

FIRST_UPDATE = 700_000_001
CALLBACK_QUEUES = 3 << 33


@dataclass
class Pending:
    """An update the bot has not acknowledged. `again`: delivered once more although it was acknowledged."""

    body: dict[str, Any]
    queue: int
    again: bool = False
    due: float = 0.0
    attempts: int = 0

    @property
    def number(self) -> int:
        """The update's id."""
        number: int = self.body["update_id"]
        return number


@dataclass(frozen=True)
class Webhook:
    """Where updates are posted to."""

    url: str
    secret: str = ""
    max_connections: int = 40


@dataclass(frozen=True)
class Delivery:
    """One webhook request that was answered, or was not (`status` None)."""

    update_id: int
    status: int | None
    at: float = field(default_factory=time.monotonic)


class Deliveries:
    """The update queue of one bot. Everything here runs in the server's event loop."""

    def __init__(self, retry_scale: float) -> None:
        self.pending: list[Pending] = []
        self.webhook: Webhook | None = None
        self.allowed: tuple[str, ...] = ()
        self.delivered: list[Delivery] = []
        self.last_error: tuple[int, str] | None = None
        self.polls = 0
        self._closing = False
        self._numbers = itertools.count(FIRST_UPDATE)
        self._retry_scale = retry_scale
        self._changed = asyncio.Event()
        self._busy: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def next_number(self) -> int:
        """The id of the next update."""
        return next(self._numbers)

    def add(self, body: dict[str, Any], queue: int, *, again: bool = False) -> None:
        """Put an update into the queue unless its kind is not allowed."""
        kinds = set(body) - {"update_id"}
        if self.allowed and not kinds & set(self.allowed):
            return
        self.pending.append(Pending(body, queue, again))
        self.wake()

    def wake(self) -> None:
        """Let whoever waits look again."""
        self._changed.set()

    def close(self) -> None:
        """Keep nobody waiting any more."""
        self._closing = True
        self.wake()

    async def poll(self, *, offset: int | None, limit: int, timeout: float) -> list[dict[str, Any]]:
        """Updates from `offset` on, waiting for the first; forgets everything before. Raises 409s."""
        self._refuse_beside_webhook()
        self.polls += 1
        mine = self.polls
        self.wake()
        if offset is not None:
            self.pending = [each for each in self.pending if each.again or each.number >= offset]
        deadline = time.monotonic() + timeout
        while True:
            self._refuse_beside_webhook()
            if self.polls != mine:
                raise ApiError(
                    409,
                    "Conflict: terminated by other getUpdates request;"
                    " make sure that only one bot instance is running",
                )
            ready = sorted(self.pending, key=lambda each: each.number)[:limit]
            remaining = deadline - time.monotonic()
            if ready or remaining <= 0 or self._closing:
                self.pending = [each for each in self.pending if not (each.again and each in ready)]
                return [each.body for each in ready]
            self._changed.clear()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), remaining)

    def _refuse_beside_webhook(self) -> None:
        if self.webhook:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active;"
                " use deleteWebhook to delete the webhook first",
            )

    async def post_forever(self) -> None:
        """Post to the webhook while there is one: order kept per queue, queues side by side, retries with back-off."""
        async with httpx.AsyncClient(trust_env=False, timeout=60) as client:
            while True:
                self._start_due(client)
                next_due = min(
                    (each.due for each in self.pending if each.queue not in self._busy), default=None
                )
                pause = 5.0 if next_due is None else max(0.005, next_due - time.monotonic())
                self._changed.clear()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(self._changed.wait(), min(pause, 5.0))

    def _start_due(self, client: httpx.AsyncClient) -> None:
        webhook = self.webhook
        if webhook is None:
            return
        seen: set[int] = set()
        for each in sorted(self.pending, key=lambda one: one.number):
            if each.queue in seen:
                continue
            seen.add(each.queue)
            full = len(self._busy) >= webhook.max_connections
            if each.queue in self._busy or each.due > time.monotonic() or full:
                continue
            self._busy.add(each.queue)
            task = asyncio.create_task(self._post(client, webhook, each))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _post(self, client: httpx.AsyncClient, webhook: Webhook, each: Pending) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {}
        status: int | None = None
        wait: float | None = None
        try:
            response = await client.post(webhook.url, json=each.body, headers=headers)
            status = response.status_code
            if "retry-after" in response.headers:
                wait = min(float(response.headers["retry-after"]), 3600.0)
        except httpx.HTTPError:
            pass
        self.delivered.append(Delivery(each.number, status))
        if status is not None and 200 <= status < 300:
            self.pending = [one for one in self.pending if one is not each]
        else:
            self.last_error = int(time.time()), f"Wrong response from the webhook: {status}"
            backoff = 0.0 if each.attempts == 0 else min(2.0**each.attempts, 120.0)
            each.attempts += 1
            each.due = time.monotonic() + (backoff if wait is None else wait) * self._retry_scale
        self._busy.discard(each.queue)
        self.wake()
