"""What an update of Telegram means for us."""

from dataclasses import dataclass
from typing import Any

from telegram import Bot, CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatType

from bot.channels.contract import Attachment, Inbound
from bot.channels.telegram.commands import PAYLOADS, START, deep_link, read_command

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""Kinds of update Telegram is asked for."""

UNUSED_CONTENT = ("poll", "dice", "game", "story", "checklist", "paid_media")
"""Content a person sends on purpose that nobody here can use; they are told so."""


class Unparsable(Exception):
    """The update is not what Telegram documents."""


@dataclass(frozen=True)
class Said:
    """A person did something in a private chat; `query` and `pressed` name the button press and its message."""

    chat: int
    inbound: Inbound
    query: str | None = None
    pressed: int | None = None


@dataclass(frozen=True)
class Reach:
    """A person blocked the bot or let it in again."""

    chat: int
    reachable: bool


@dataclass(frozen=True)
class Elsewhere:
    """The bot is in a group or channel, where it does not belong; `speak`: it may say so before it leaves."""

    chat: int
    language_hint: str | None
    speak: bool


Happening = Said | Reach | Elsewhere | None


def read(raw: object, client: Bot, bot_id: str) -> Happening:
    """What the update means; None for what does not concern us. Raises Unparsable."""
    if not isinstance(raw, dict):
        raise Unparsable("not an object")
    try:
        update = Update.de_json(raw, client)
        return _read(update, f"{bot_id}:{update.update_id}")
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, OSError) as error:
        raise Unparsable(type(error).__name__) from error


def _read(update: Update, external_id: str) -> Happening:
    if update.my_chat_member is not None:
        return _membership(update.my_chat_member)
    if update.callback_query is not None:
        return _press(update.callback_query, external_id)
    message = update.message or update.edited_message
    if message is None:
        return None
    return _message(message, external_id, edited=update.message is None)


def _membership(change: ChatMemberUpdated) -> Happening:
    status = change.new_chat_member.status
    if change.chat.type == ChatType.PRIVATE:
        return Reach(change.chat.id, reachable=status == "member")
    if status in ("member", "administrator"):
        speak = change.chat.type != ChatType.CHANNEL
        return Elsewhere(change.chat.id, _hint(change.from_user), speak)
    return None


def _press(query: CallbackQuery, external_id: str) -> Happening:
    if query.from_user.is_bot or query.data is None:
        return None
    message = query.message
    if message is not None and message.chat.type != ChatType.PRIVATE:
        return Elsewhere(message.chat.id, _hint(query.from_user), speak=message.chat.type != ChatType.CHANNEL)
    inbound = Inbound(external_id, "button", payload=query.data, language_hint=_hint(query.from_user))
    chat = message.chat.id if message is not None else query.from_user.id
    return Said(chat, inbound, query.id, message.message_id if message is not None else None)


def _message(message: Message, external_id: str, *, edited: bool) -> Happening:
    person = message.from_user
    if person is None or person.is_bot or message.chat.type == ChatType.CHANNEL:
        return None
    if message.chat.type != ChatType.PRIVATE:
        return Elsewhere(message.chat.id, _hint(person), speak=True)
    inbound = _inbound(message, external_id, edited=edited)
    return Said(message.chat.id, inbound) if inbound is not None else None


def _inbound(message: Message, external_id: str, *, edited: bool) -> Inbound | None:
    hint = _hint(message.from_user)
    if message.text is not None:
        command = read_command(message.text)
        if command is None:
            return Inbound(external_id, "text", text=message.text, language_hint=hint)
        name, rest = command
        if name == START:
            return Inbound(external_id, "start", payload=deep_link(rest), language_hint=hint)
        return Inbound(external_id, "button", payload=PAYLOADS[name], language_hint=hint)
    place = message.location or (message.venue.location if message.venue else None)
    if place is not None:
        if edited:
            return None  # a shared position that moves
        return Inbound(
            external_id, "location", latitude=place.latitude, longitude=place.longitude, language_hint=hint
        )
    attachment = _attachment(message)
    if attachment is None:
        return None
    return Inbound(
        external_id, "attachment", text=message.caption or "", attachment=attachment, language_hint=hint
    )


def _attachment(message: Message) -> Attachment | None:
    """The file as a reference: it stays with Telegram."""
    if message.photo:
        largest = message.photo[-1]
        return Attachment("photo", largest.file_id, size=largest.file_size)
    for kind, file in (
        ("video", message.animation or message.video or message.video_note),
        ("voice", message.voice),
        ("file", message.document or message.audio),
    ):
        if file is not None:
            return Attachment(kind, file.file_id, _file_name(file), file.file_size)
    if message.sticker is not None:
        return Attachment(
            "sticker", message.sticker.file_id, message.sticker.emoji or "", message.sticker.file_size
        )
    if message.contact is not None:
        contact = message.contact
        name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
        return Attachment("contact", contact.phone_number, name)
    for kind in UNUSED_CONTENT:
        if getattr(message, kind, None) is not None:
            return Attachment(kind, "")
    return None


def _file_name(file: Any) -> str:
    return getattr(file, "file_name", None) or ""


def _hint(person: User | None) -> str | None:
    return person.language_code if person is not None else None
