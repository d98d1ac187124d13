"""The connection to the Bot API: quiet, patient, within Telegram's limits."""

import json
import logging
from typing import Any

from telegram.error import TelegramError
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.channels.telegram.limiter import Limiter

READ_SECONDS = 20.0
CONNECT_SECONDS = 10.0
POOL_SECONDS = 20.0
CONNECTIONS = 64

Client = ExtBot[None]

for _name in ("httpx", "httpcore", "telegram"):
    # Below this level they write addresses with the token in them, and what people wrote.
    logging.getLogger(_name).setLevel(logging.WARNING)


class QuietRequest(HTTPXRequest):
    """HTTP that never writes an answer it cannot read into the log."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as JSON. Raises TelegramError when it is not one of Telegram's."""
        try:
            answer = json.loads(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or not ("result" in answer or answer.get("ok") is False):
            raise TelegramError("Invalid server response")
        return answer


def connect(token: str, api_url: str, *, read_seconds: float = READ_SECONDS) -> Client:
    """A client for one bot; nothing is sent before the first call. Let go of with `client.request.shutdown()`."""
    address = api_url.rstrip("/")
    request = QuietRequest(
        connection_pool_size=CONNECTIONS,
        read_timeout=read_seconds,
        write_timeout=READ_SECONDS,
        media_write_timeout=2 * READ_SECONDS,
        connect_timeout=CONNECT_SECONDS,
        pool_timeout=POOL_SECONDS,
    )
    return ExtBot(
        token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=request,
        get_updates_request=request,
        rate_limiter=Limiter(),
    )
