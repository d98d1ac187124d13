"""The Telegram channel: the only place that speaks to Telegram."""

import os

# The library's way from its next version on; the present one warns of itself.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.part import TelegramPart

__all__ = ["TelegramChannel", "TelegramPart"]
