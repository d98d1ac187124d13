"""Takes updates that Telegram posts to us; 200 is said only after they are stored."""

import asyncio
import hmac
import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter, Request, Response
from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.intake import Intake, NotStored
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.send_errors import wait_of
from bot.channels.telegram.status import Status
from bot.channels.telegram.updates import ALLOWED
from bot.encryption import lookup_hash

LARGEST_BODY = 1_000_000
CONNECTIONS = 16
CHECK_SECONDS = 300.0
COME_AGAIN_SECONDS = "2"
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Doorway:
    """Where Telegram posts to and how it proves itself; both follow from our keys and say nothing of the token."""

    path: str
    secret: str

    @classmethod
    def of_bot(cls, bot_id: str) -> "Doorway":
        """The doorway of one bot under the keys in force."""
        return cls(
            lookup_hash("telegram-webhook-path", bot_id).hex()[:32],
            lookup_hash("telegram-webhook-secret", bot_id).hex(),
        )


def make_router(doorway: Callable[[], Doorway | None], intake: Callable[[], Intake | None]) -> APIRouter:
    """The one route. 404 elsewhere and while not in use, 403 without the secret, 413 for too much."""
    router = APIRouter(include_in_schema=False)

    @router.post("/telegram/{path}")
    async def receive(path: str, request: Request) -> Response:
        door, taking = doorway(), intake()
        if door is None or taking is None or not _same(path, door.path):
            return Response(status_code=404)
        if not _same(request.headers.get(SECRET_HEADER, ""), door.secret):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            await _take(taking, body)
        except NotStored:
            return Response(status_code=503, headers={"Retry-After": COME_AGAIN_SECONDS})
        return Response()

    return router


async def _take(intake: Intake, body: bytes) -> None:
    try:
        raw = json.loads(body)
    except ValueError:
        await intake.keep(body.decode(errors="replace"), "not JSON")
        return
    await intake.take(raw)


async def _body(request: Request) -> bytes | None:
    """The body, or None when it is larger than any update is."""
    read = bytearray()
    async for chunk in request.stream():
        read += chunk
        if len(read) > LARGEST_BODY:
            return None
    return bytes(read)


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())


class Registration:
    """Tells Telegram where to post, and looks now and then whether it still knows."""

    def __init__(
        self,
        client: Client,
        public_url: str,
        doorway: Doorway,
        status: Status,
        clock: Callable[[], datetime],
    ) -> None:
        self._client = client
        self._clock = clock
        self._url = f"{public_url.rstrip('/')}/telegram/{doorway.path}"
        self._secret = doorway.secret
        self._status = status

    async def run(self) -> None:
        """Register until cancelled; no failure ends it."""
        patience = Patience()
        registered = False
        while True:
            try:
                if not registered:
                    await self._register()
                    registered = True
                problem = await self._problem()
                if problem:
                    self._status.fails(problem)
                else:
                    self._status.works()
                patience.worked()
                await asyncio.sleep(CHECK_SECONDS)
            except RetryAfter as error:
                self._status.fails("too many requests")
                await asyncio.sleep(wait_of(error))
            except TelegramError as error:
                self._status.fails(type(error).__name__)
                await asyncio.sleep(patience.next_wait())

    async def _register(self) -> None:
        await self._client.set_webhook(
            self._url,
            secret_token=self._secret,
            allowed_updates=ALLOWED,
            max_connections=CONNECTIONS,
            drop_pending_updates=False,
        )

    async def _problem(self) -> str:
        """What Telegram has to complain of; nothing when updates arrive."""
        known = await self._client.get_webhook_info()
        if known.url != self._url:
            await self._register()
        elif known.pending_update_count and known.last_error_date is not None:
            since = self._clock() - known.last_error_date
            if since.total_seconds() < CHECK_SECONDS:
                return "updates do not arrive; can Telegram reach LOTSE_PUBLIC_URL?"
        return ""
