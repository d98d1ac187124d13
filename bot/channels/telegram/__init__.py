"""The Telegram channel: the only place that speaks to Telegram."""

import os

os.environ.setdefault(
    "PTB_TIMEDELTA", "true"
)  # durations as timedelta: the library's future way, without its warning

from bot.channels.telegram.channel import TelegramChannel  # noqa: E402
from bot.channels.telegram.part import TelegramPart  # noqa: E402

__all__ = ["TelegramChannel", "TelegramPart"]
