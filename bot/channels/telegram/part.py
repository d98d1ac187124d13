"""The Telegram part of the application: polling or webhook, sending, and what the health page says of it."""

import asyncio
import contextlib
import logging

from telegram.error import RetryAfter, TelegramError

from bot.channels.telegram.answering import Answering
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.client import connect
from bot.channels.telegram.intake import Intake
from bot.channels.telegram.menu import Menu
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.polling import Poller
from bot.channels.telegram.send_errors import wait_of
from bot.channels.telegram.status import State, Status
from bot.channels.telegram.webhook import Doorway, Registration, make_router
from bot.errors import SettingsProblem
from bot.inbox import Inbox
from bot.runtime import Runtime

LONGEST_MENU_WAIT = 3600.0

log = logging.getLogger(__name__)


class TelegramPart:
    """One bot. `channel` is what the outbox delivers through; the router answers 404 unless a webhook is in use."""

    def __init__(self, runtime: Runtime, inbox: Inbox) -> None:
        """Nothing is sent yet. Raises SettingsProblem without a token."""
        settings = runtime.settings
        if settings.telegram_token is None:
            raise SettingsProblem("LOTSE_TELEGRAM_TOKEN is not set")
        token = settings.telegram_token.get_secret_value()
        self._bot_id = token.partition(":")[0]
        self._client = connect(token, settings.telegram_api_url)
        self.channel = TelegramChannel(self._client, runtime.database)
        self._runtime = runtime
        self._inbox = inbox
        self._status = Status()
        self._intake: Intake | None = None
        self._answering: Answering | None = None
        self._doorway: Doorway | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self.router = make_router(lambda: self._doorway, lambda: self._intake)

    @property
    def state(self) -> State:
        """`ok` while Telegram answers, else `down`."""
        return self._status.state

    async def start(self) -> None:
        """Begin to take updates in; returns at once and keeps trying while Telegram is away."""
        menu = Menu(self._client, self._runtime.content)
        self._answering = Answering(self._inbox.work)
        self._intake = Intake(
            self._runtime, self._inbox, self._client, self.channel, self._answering, menu, self._bot_id
        )
        public_url = self._runtime.settings.public_url
        if public_url is None:
            run = Poller(self._client, self._intake, self._status).run()
        else:
            self._doorway = Doorway.of_bot(self._bot_id)
            run = Registration(
                self._client, public_url, self._doorway, self._status, self._runtime.clock
            ).run()
        self._tasks = [
            asyncio.create_task(run, name="telegram"),
            asyncio.create_task(_publish(menu), name="telegram-menu"),
        ]

    async def stop(self) -> None:
        """Take nothing more in, let answers under way end, and let go of the connection."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task
        self._tasks = []
        if self._intake is not None:
            await self._intake.stop()
        if self._answering is not None:
            await self._answering.stop()
        self._intake = self._answering = self._doorway = None
        await self.channel.close()
        await self._client.request.shutdown()


async def _publish(menu: Menu) -> None:
    """Publish commands and descriptions; tries again until it worked or Telegram wants none for a long time."""
    patience = Patience()
    while True:
        try:
            await menu.publish()
            return
        except RetryAfter as error:
            wait = wait_of(error)
            if wait > LONGEST_MENU_WAIT:
                log.warning(
                    "commands and descriptions stay as they are: Telegram wants no change for %d s", wait
                )
                return
            await asyncio.sleep(wait)
        except TelegramError as error:
            log.info("commands and descriptions could not be published yet (%s)", type(error).__name__)
            await asyncio.sleep(patience.next_wait())
