"""What Telegram shows of the bot before anybody writes: its commands, name and descriptions, per language."""

import logging
import re

from telegram import BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.channels.telegram.client import Client
from bot.channels.telegram.commands import LISTED
from bot.content.store import ContentStore

TELEGRAM_LANGUAGE = re.compile(r"[a-z]{2}")
NAME_LIMIT, DESCRIPTION_LIMIT, SHORT_LIMIT, COMMAND_LIMIT = 64, 512, 120, 256

log = logging.getLogger(__name__)


class Menu:
    """Keeps Telegram's copy of these texts the same as ours; changes only what differs, as changing is rationed."""

    def __init__(self, client: Client, content: ContentStore) -> None:
        self._client = client
        self._content = content

    async def publish(self) -> None:
        """Bring everything up to date: every enabled language, and one for everybody else. Raises TelegramError."""
        catalogue = self._content.current
        await self._publish(catalogue.common_language, None)
        for language in catalogue.enabled:
            if TELEGRAM_LANGUAGE.fullmatch(language):
                await self._publish(language, language)

    async def show_to(self, chat: int, language: str) -> None:
        """Show one person the commands in the language they chose, whatever their app speaks. Never raises."""
        if language not in self._content.current.enabled:
            return
        try:
            await self._client.set_my_commands(self._commands(language), scope=BotCommandScopeChat(chat))
        except TelegramError as error:
            log.info("the commands of one person stay in another language (%s)", type(error).__name__)

    async def _publish(self, language: str, code: str | None) -> None:
        client = self._client
        commands = self._commands(language)
        if list(await client.get_my_commands(language_code=code)) != commands:
            await client.set_my_commands(commands, language_code=code)
        description = self._phrase("description", language, DESCRIPTION_LIMIT)
        if (await client.get_my_description(code)).description != description:
            await client.set_my_description(description, code)
        short = self._phrase("short-description", language, SHORT_LIMIT)
        if (await client.get_my_short_description(code)).short_description != short:
            await client.set_my_short_description(short, code)
        name = self._phrase("name", language, NAME_LIMIT)
        if (await client.get_my_name(code)).name != name:
            await client.set_my_name(name, code)

    def _commands(self, language: str) -> list[BotCommand]:
        return [BotCommand(name, self._phrase(f"command-{name}", language, COMMAND_LIMIT)) for name in LISTED]

    def _phrase(self, name: str, language: str, limit: int) -> str:
        return self._content.wording.phrase(f"telegram-{name}", language)[:limit]
