"""Buttons as Telegram's inline keyboard."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.channels.contract import Button

Rows = tuple[tuple[Button, ...], ...]


def keyboard_of(rows: Rows) -> InlineKeyboardMarkup | None:
    """The keyboard, or None when there are no buttons."""
    shown = [[_button(button) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(shown) if shown else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url is not None:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.payload)
