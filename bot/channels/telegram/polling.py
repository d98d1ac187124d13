"""Fetches updates by long polling; Telegram may forget them only after they are stored."""

import asyncio
import logging
from typing import Any

from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.intake import Intake, NotStored
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.send_errors import wait_of
from bot.channels.telegram.status import Status
from bot.channels.telegram.updates import ALLOWED

POLL_SECONDS = 25
SPARE_SECONDS = 10
CONFLICT_SECONDS = 5.0

# Telegram takes method names in any case. Under this one the library hands the updates over as they are, so that one
# it cannot read does not take the others with it.
GET_UPDATES = "getupdates"

log = logging.getLogger(__name__)


class Poller:
    """One loop of getUpdates. The next request's offset acknowledges, so it moves only over stored updates."""

    def __init__(self, client: Client, intake: Intake, status: Status) -> None:
        self._client = client
        self._intake = intake
        self._status = status
        self._offset: int | None = None

    async def run(self) -> None:
        """Fetch and store until cancelled; no failure ends it."""
        await self._without_webhook()
        patience = Patience()
        conflicts = Patience(CONFLICT_SECONDS)
        while True:
            try:
                for raw in await self._fetch():
                    await self._intake.take(raw)
                    self._offset = raw["update_id"] + 1
                self._status.works()
                patience.worked()
                conflicts.worked()
            except NotStored as error:
                log.warning("updates wait at Telegram: the database is away (%s)", error)
                await asyncio.sleep(patience.next_wait())
            except RetryAfter as error:
                self._status.fails("too many requests")
                await asyncio.sleep(wait_of(error))
            except Conflict:
                self._status.fails("a webhook is set, or somebody else polls with this token")
                await asyncio.sleep(conflicts.next_wait())
                await self._without_webhook()
            except (InvalidToken, EndPointNotFound):
                self._status.fails("Telegram refuses the token")
                await asyncio.sleep(patience.next_wait())
            except TelegramError as error:
                self._status.fails(type(error).__name__)
                await asyncio.sleep(patience.next_wait())

    async def _fetch(self) -> list[dict[str, Any]]:
        """Updates as Telegram sends them, after waiting for the first. Raises TelegramError."""
        wait = POLL_SECONDS if self._status.state == "ok" else 0
        request: dict[str, Any] = {"timeout": wait, "allowed_updates": list(ALLOWED)}
        if self._offset is not None:
            request["offset"] = self._offset
        found = await self._client.do_api_request(
            GET_UPDATES, api_kwargs=request, read_timeout=POLL_SECONDS + SPARE_SECONDS
        )
        if not isinstance(found, list) or not all(_has_number(raw) for raw in found):
            raise TelegramError("updates without numbers")
        return sorted(found, key=lambda raw: int(raw["update_id"]))

    async def _without_webhook(self) -> None:
        """Take a webhook away that is left from before; what waits there stays."""
        try:
            await self._client.delete_webhook(drop_pending_updates=False)
        except TelegramError as error:
            self._status.fails(type(error).__name__)


def _has_number(raw: object) -> bool:
    return isinstance(raw, dict) and isinstance(raw.get("update_id"), int)
