"""What a failed call to Telegram means for the message that was to be sent."""

import re
from datetime import timedelta

import httpx
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.channels.contract import SendError

NEVER_CONNECTED = (httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ConnectError)
GONE = ("chat not found", "user not found", "peer_id_invalid")
LONGEST_PROBLEM = 60


def as_send_error(error: TelegramError) -> SendError:
    """The failure in the words of the channel contract: try again, stop, or leave it to staff."""
    match error:
        case RetryAfter():
            return SendError("too many requests", retryable=True, retry_after=wait_of(error))
        case Forbidden():
            return SendError("the person blocked the bot", unreachable=True)
        case ChatMigrated():
            return SendError("the chat has moved", unreachable=True)
        case BadRequest() if any(words in error.message.lower() for words in GONE):
            return SendError("chat not found", unreachable=True)
        case BadRequest():
            return SendError(f"refused: {_without_quotes(error.message)}")
        case TimedOut():
            sent = not isinstance(error.__cause__, NEVER_CONNECTED)
            return SendError(
                "no answer in time" if sent else "no connection", retryable=not sent, uncertain=sent
            )
        case NetworkError() if isinstance(error.__cause__, NEVER_CONNECTED):
            return SendError("no connection", retryable=True)
        case NetworkError() if isinstance(error.__cause__, httpx.HTTPError):
            return SendError("the connection broke", uncertain=True)
        case NetworkError():
            return SendError("Telegram has a fault", retryable=True)
        case InvalidToken() | EndPointNotFound() | Conflict():
            return SendError("Telegram refuses the bot", retryable=True)
        case _:
            return SendError("an answer nobody can read", uncertain=True)


def wait_of(error: RetryAfter) -> float:
    """Seconds Telegram asks us to wait."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)


def is_not_modified(error: BadRequest) -> bool:
    """Whether an edit was refused because it changes nothing."""
    return "message is not modified" in error.message.lower()


def _without_quotes(message: str) -> str:
    """The beginning of Telegram's reason, without the parts it quotes from the message."""
    return re.split(r"[:\"'“]", message, maxsplit=1)[0].strip()[:LONGEST_PROBLEM]
