"""Takes one update in: stored first, acknowledged by whoever brought it, then answered."""

import asyncio
import hashlib
import json
import logging
import re
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from telegram.error import TelegramError

from bot.channels.contract import Inbound
from bot.channels.telegram.answering import Answering
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.client import Client
from bot.channels.telegram.earlier import NAME
from bot.channels.telegram.menu import Menu
from bot.channels.telegram.updates import Elsewhere, Reach, Said, Unparsable, read
from bot.inbox import Received
from bot.runtime import Runtime
from bot.services.reachability import set_reachable

STORING_THREADS = 2
LAST_SECONDS = 3.0
LANGUAGE = "language:"
PICKED = re.compile(r"a\d+:")
"""A press that answers one question; its buttons are of no use afterwards."""
DATABASE_AWAY = (OperationalError, InterfaceError, NoConnectionFree)

log = logging.getLogger(__name__)
Result = TypeVar("Result")


class NotStored(Exception):
    """The database is away: the update must come again."""


class Receiver(Protocol):
    """What the intake needs of the inbox."""

    def receive(self, channel: str, address: str, inbound: Inbound) -> Received: ...
    def keep_unparsable(
        self, channel: str, external_id: str, body: object, address: str | None = None
    ) -> None: ...


class Intake:
    """Stores updates of one bot and sets going what follows from them."""

    def __init__(
        self,
        runtime: Runtime,
        inbox: Receiver,
        client: Client,
        channel: TelegramChannel,
        answering: Answering,
        menu: Menu,
        bot_id: str,
    ) -> None:
        self._runtime = runtime
        self._inbox = inbox
        self._client = client
        self._channel = channel
        self._answering = answering
        self._menu = menu
        self._bot_id = bot_id
        self._threads = ThreadPoolExecutor(STORING_THREADS, thread_name_prefix="telegram-store")
        self._tasks: set[asyncio.Task[None]] = set()

    async def take(self, raw: object) -> None:
        """Store the update; when this returns it may be acknowledged. Raises NotStored when it must come again."""
        try:
            happening = read(raw, self._client, self._bot_id)
            match happening:
                case Said():
                    await self._store(happening)
                case Reach():
                    await self._in_thread(lambda: self._set_reachable(happening))
                case Elsewhere():
                    self._in_background(self._leave(happening))
        except Unparsable as problem:
            await self.keep(raw, str(problem))
        except NotStored:
            raise
        except Exception as problem:
            log.exception("an update could not be stored and is kept for staff to see")
            await self.keep(raw, type(problem).__name__)

    async def keep(self, raw: object, problem: str) -> None:
        """Keep what nobody can read, where staff see it. Raises NotStored."""
        log.error("an update of Telegram could not be read and is kept (%s)", problem)
        external_id = f"{self._bot_id}:unparsable:{_number_of(raw)}"
        chat = _chat_of(raw)
        await self._in_thread(lambda: self._inbox.keep_unparsable(NAME, external_id, raw, chat))

    async def stop(self) -> None:
        """Let small things that have begun end, unless they take long."""
        for task in self._tasks:
            if not task.done():
                asyncio.get_running_loop().call_later(LAST_SECONDS, task.cancel)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._threads.shutdown()

    async def _store(self, said: Said) -> None:
        received = await self._in_thread(lambda: self._inbox.receive(NAME, str(said.chat), said.inbound))
        if received.new:
            if said.query is not None:
                self._in_background(self._stop_spinning(said.query))
            if said.pressed is not None and PICKED.match(said.inbound.payload):
                self._channel.pressed(said.chat, said.pressed)
            if said.inbound.payload.startswith(LANGUAGE):
                language = said.inbound.payload.removeprefix(LANGUAGE)
                self._in_background(self._menu.show_to(said.chat, language))
        self._answering.wake(received.conversation)

    def _set_reachable(self, reach: Reach) -> None:
        with self._runtime.database.session() as session:
            set_reachable(session, NAME, str(reach.chat), reachable=reach.reachable)

    async def _stop_spinning(self, query: str) -> None:
        """Tell the person's app that the press arrived; too late is harmless."""
        try:
            await self._client.answer_callback_query(query)
        except TelegramError as error:
            log.debug("a button press was not acknowledged (%s)", type(error).__name__)

    async def _leave(self, elsewhere: Elsewhere) -> None:
        """Say in the group that this works in private only, and go."""
        content = self._runtime.content
        language = content.current.known_language(elsewhere.language_hint) or content.current.common_language
        try:
            if elsewhere.speak:
                words = content.wording.phrase("telegram-private-only", language)
                await self._client.send_message(elsewhere.chat, words)
        except TelegramError as error:
            log.debug("no goodbye in a group (%s)", type(error).__name__)
        try:
            await self._client.leave_chat(elsewhere.chat)
        except TelegramError as error:
            log.info("a group could not be left (%s)", type(error).__name__)

    async def _in_thread(self, act: Callable[[], Result]) -> Result:
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, act)
        except DATABASE_AWAY as error:
            raise NotStored(type(error).__name__) from error

    def _in_background(self, act: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(act)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _chat_of(raw: object) -> str | None:
    """The chat an unreadable update came from, as far as it tells, so that it can be erased with the person."""
    if not isinstance(raw, dict):
        return None
    for name, value in raw.items():
        if name in ("chat", "from") and isinstance(value, dict) and isinstance(value.get("id"), int):
            return str(value["id"])
        if (found := _chat_of(value)) is not None:
            return found
    return None


def _number_of(raw: object) -> str:
    number = raw.get("update_id") if isinstance(raw, dict) else None
    if isinstance(number, int):
        return str(number)
    return hashlib.sha256(json.dumps(raw, sort_keys=True).encode()).hexdigest()
