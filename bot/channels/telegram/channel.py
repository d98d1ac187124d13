"""Sending: one message of the transcript as one or more Telegram messages."""

import asyncio
import contextlib
import logging
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Any

from telegram import InlineKeyboardMarkup, InputFile, LinkPreviewOptions, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from bot.channels.contract import Outgoing, SendError
from bot.channels.telegram import letter
from bot.channels.telegram.client import Client
from bot.channels.telegram.earlier import NAME, editable_id_of
from bot.channels.telegram.keyboard import Keyboard, keyboard_of
from bot.channels.telegram.send_errors import as_send_error, is_not_modified
from bot.database import Database

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
LATER_TRIES = 3
LONGEST_WAIT = 10.0
LAST_SECONDS = 15.0
REMEMBERED_PRESSES = 5000

Call = Callable[[], Awaitable[Message]]

log = logging.getLogger(__name__)


class TelegramChannel:
    """Delivers to private chats; the address is the chat's id."""

    name = NAME

    def __init__(self, client: Client, database: Database) -> None:
        self._client = client
        self._database = database
        self._pressed: OrderedDict[int, int] = OrderedDict()
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._closed = False

    async def send(self, address: Any, message: Outgoing) -> str | None:
        """Send one message, in parts when it is long, and return the id of the part that carries the buttons.

        A message that takes the place of an earlier one changes that one when it can. Raises SendError.
        """
        if self._closed:
            raise SendError("the application is stopping", retryable=True)
        self._under_way += 1
        self._idle.clear()
        try:
            return await self._send(int(address), message)
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def close(self) -> None:
        """Send nothing more; returns when what is being sent is out, or has taken too long."""
        self._closed = True
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._idle.wait(), LAST_SECONDS)

    async def _send(self, chat: int, message: Outgoing) -> str | None:
        texts = letter.parts(message) or ["…"]
        keyboard = keyboard_of(message.buttons)
        if message.file is None and message.replaces is not None and len(texts) == 1:
            edited = await self._edit(chat, message, texts[0], keyboard)
            if edited is not None:
                self._pressed.pop(chat, None)
                return str(edited)
        sent = await self._send_parts(self._calls(chat, message, texts, keyboard))
        await self._clear_pressed(chat)
        return str(sent.message_id) if sent else None

    def pressed(self, chat: int, message_id: int) -> None:
        """Remember the question that was just answered by a button, to take its buttons away after the next message."""
        self._pressed.pop(chat, None)
        self._pressed[chat] = message_id
        while len(self._pressed) > REMEMBERED_PRESSES:
            self._pressed.popitem(last=False)

    def _calls(self, chat: int, message: Outgoing, texts: list[str], keyboard: Keyboard | None) -> list[Call]:
        """What is to be sent, in order; the last one has the buttons."""
        last = len(texts) - 1
        file = message.file
        if file is None:
            return [self._text(chat, text, keyboard if n == last else None) for n, text in enumerate(texts)]
        captions = letter.parts(message, letter.CAPTION_LIMIT)
        if len(captions) <= 1:
            return [self._document(chat, message, captions[0] if captions else None, keyboard)]
        return [
            *(self._text(chat, text, None) for text in texts),
            self._document(chat, message, None, keyboard),
        ]

    def _text(self, chat: int, text: str, keyboard: Keyboard | None) -> Call:
        return lambda: self._client.send_message(
            chat, text, parse_mode=ParseMode.HTML, reply_markup=keyboard, link_preview_options=NO_PREVIEW
        )

    def _document(self, chat: int, message: Outgoing, caption: str | None, keyboard: Keyboard | None) -> Call:
        assert message.file is not None
        content = InputFile(message.file.content.encode(), filename=message.file.name)
        return lambda: self._client.send_document(
            chat, content, caption=caption, parse_mode=ParseMode.HTML, reply_markup=keyboard
        )

    async def _send_parts(self, calls: list[Call]) -> Message | None:
        """Send all parts. What fails before anything is out is the outbox's to repeat; later parts go on."""
        sent: Message | None = None
        doubtful: SendError | None = None
        for call in calls:
            begun = sent is not None or doubtful is not None
            try:
                sent = await (_patiently(call) if begun else call())
            except TelegramError as error:
                problem = as_send_error(error)
                if problem.unreachable or not (begun or problem.uncertain):
                    raise problem from error
                doubtful = problem
        if doubtful is not None:
            raise SendError(doubtful.problem, uncertain=True)
        return sent

    async def _edit(self, chat: int, message: Outgoing, text: str, keyboard: Keyboard | None) -> int | None:
        """Change the earlier message; None when a new one has to be sent instead. Safe to repeat."""
        earlier = await asyncio.to_thread(self._editable, str(chat), message)
        if earlier is None:
            return None
        try:
            await self._client.edit_message_text(
                text,
                chat_id=chat,
                message_id=earlier,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard if isinstance(keyboard, InlineKeyboardMarkup) else None,
                link_preview_options=NO_PREVIEW,
            )
        except BadRequest as error:
            return earlier if is_not_modified(error) else None
        except TelegramError as error:
            problem = as_send_error(error)
            if problem.uncertain:
                raise SendError(problem.problem, retryable=True) from error
            raise problem from error
        return earlier

    def _editable(self, address: str, message: Outgoing) -> int | None:
        assert message.replaces is not None
        with self._database.session() as session:
            return editable_id_of(session, address, replaces=message.replaces, number=message.number)

    async def _clear_pressed(self, chat: int) -> None:
        """Take the buttons of an answered question away; harmless when it does not work."""
        message_id = self._pressed.pop(chat, None)
        if message_id is None:
            return
        try:
            await self._client.edit_message_reply_markup(
                chat_id=chat, message_id=message_id, reply_markup=None
            )
        except TelegramError as error:
            log.debug("buttons of an answered question stay (%s)", type(error).__name__)


async def _patiently(call: Call) -> Message:
    """The result of a call that may be tried again here, because what came before it is already out."""
    for attempt in range(LATER_TRIES):
        try:
            return await call()
        except TelegramError as error:
            problem = as_send_error(error)
            wait = problem.retry_after if problem.retry_after is not None else 2.0**attempt
            if not problem.retryable or wait > LONGEST_WAIT:
                raise
        await asyncio.sleep(wait)
    return await call()
