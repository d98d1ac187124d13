"""Buttons as Telegram's keyboards: under the message, or in place of the phone's to ask for the location."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.channels.contract import Button

Rows = tuple[tuple[Button, ...], ...]
Keyboard = InlineKeyboardMarkup | ReplyKeyboardMarkup


def keyboard_of(rows: Rows) -> Keyboard | None:
    """The keyboard, or None when there are no buttons.

    Telegram has one keyboard a message, and sends a location from the other kind only: a button that asks for it stands
    in a message of its own.
    """
    shown = [[_button(button) for button in row if not button.locate] for row in rows]
    if any(shown):
        return InlineKeyboardMarkup([row for row in shown if row])
    asked = [[KeyboardButton(button.label, request_location=True)] for row in rows for button in row]
    return ReplyKeyboardMarkup(asked, resize_keyboard=True, one_time_keyboard=True) if asked else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url is not None:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.payload)
