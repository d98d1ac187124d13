"""The Bot API methods the fake knows, with Telegram's limits."""

import re
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiogram.types import (
    BotCommand,
    BotDescription,
    BotName,
    BotShortDescription,
    Document,
    InlineKeyboardMarkup,
    MessageEntity,
    ReplyKeyboardMarkup,
    WebhookInfo,
)

from tests.fakes.telegram.delivery import Webhook
from tests.fakes.telegram.entities import Span, as_entities, clean, parse_html
from tests.fakes.telegram.errors import ApiError, bad_request
from tests.fakes.telegram.judge import Call
from tests.fakes.telegram.world import World, keyboard_of

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
CALLBACK_DATA_BYTES = 64
TOAST_LIMIT = 200
BUTTON_LIMIT = 100
ENTITY_LIMIT = 100
COMMAND_LIMIT = 100
LOOPBACK = ("127.0.0.1", "localhost", "::1")

Method = Callable[[World, Call], Awaitable[Any]]


async def answer(world: World, call: Call) -> Any:
    """The result of a call. Raises ApiError; a method the fake lacks is a 404."""
    method = TABLE.get(call.method)
    if method is None:
        raise ApiError(404, f"Not Found: the fake does not know {call.method}")
    return await method(world, call)


async def get_me(world: World, call: Call) -> Any:
    return world.bot


async def get_updates(world: World, call: Call) -> Any:
    values = call.values
    if values.allowed_updates is not None:
        world.deliveries.allowed = tuple(values.allowed_updates)
    return await world.deliveries.poll(
        offset=values.offset, limit=min(values.limit or 100, 100), timeout=min(values.timeout or 0, 50)
    )


async def set_webhook(world: World, call: Call) -> Any:
    values = call.values
    address = urlsplit(values.url)
    if address.scheme != "https" and address.hostname not in LOOPBACK:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if values.secret_token is not None and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", values.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if values.allowed_updates is not None:
        world.deliveries.allowed = tuple(values.allowed_updates)
    if values.drop_pending_updates:
        world.deliveries.pending.clear()
    world.deliveries.webhook = Webhook(values.url, values.secret_token or "", values.max_connections or 40)
    world.deliveries.wake()
    return True


async def delete_webhook(world: World, call: Call) -> Any:
    world.deliveries.webhook = None
    if call.values.drop_pending_updates:
        world.deliveries.pending.clear()
    world.deliveries.wake()
    return True


async def get_webhook_info(world: World, call: Call) -> Any:
    webhook = world.deliveries.webhook
    return WebhookInfo(
        url=webhook.url if webhook else "",
        has_custom_certificate=False,
        pending_update_count=len(world.deliveries.pending),
        max_connections=webhook.max_connections if webhook else None,
        last_error_date=world.deliveries.last_error[0] if world.deliveries.last_error else None,
        last_error_message=world.deliveries.last_error[1] if world.deliveries.last_error else None,
    )


async def send_message(world: World, call: Call) -> Any:
    values = call.values
    chat = world.address(values.chat_id)
    text, entities = _text(values.text, values.parse_mode, values.entities)
    if not text:
        raise bad_request("message text is empty")
    if len(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    _check_keyboard(values.reply_markup)
    return world.keep(chat, text=text, entities=entities, reply_markup=keyboard_of(values.reply_markup))


async def edit_message_text(world: World, call: Call) -> Any:
    values = call.values
    message = world.bots_message(values.chat_id, values.message_id)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    text, entities = _text(values.text or "", values.parse_mode, values.entities)
    if not text:
        raise bad_request("message text is empty")
    if len(text) > TEXT_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    _check_keyboard(values.reply_markup)
    return world.change(message, text=text, entities=entities, reply_markup=values.reply_markup)


async def edit_message_reply_markup(world: World, call: Call) -> Any:
    values = call.values
    message = world.bots_message(values.chat_id, values.message_id)
    _check_keyboard(values.reply_markup)
    return world.change(message, reply_markup=values.reply_markup)


async def send_document(world: World, call: Call) -> Any:
    values = call.values
    chat = world.address(values.chat_id)
    upload = call.files.get("document")
    if upload is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if not upload.content:
        raise bad_request("file must be non-empty")
    caption, entities = _text(values.caption or "", values.parse_mode, values.caption_entities)
    if len(caption) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    _check_keyboard(values.reply_markup)
    document = Document(
        file_id=f"sent-{len(world.uploads)}",
        file_unique_id=f"unique-{len(world.uploads)}",
        file_name=upload.name,
        mime_type=upload.media_type,
        file_size=len(upload.content),
    )
    message = world.keep(
        chat,
        document=document,
        caption=caption or None,
        caption_entities=entities,
        reply_markup=keyboard_of(values.reply_markup),
    )
    world.uploads[(chat.id, message.message_id)] = upload
    return message


async def send_chat_action(world: World, call: Call) -> Any:
    world.address(call.values.chat_id)
    return True


async def answer_callback_query(world: World, call: Call) -> Any:
    number = call.values.callback_query_id
    if len(call.values.text or "") > TOAST_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    if world.callbacks.get(number, "unknown") == "unknown" or world.callbacks[number] == "too old":
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    world.callbacks[number] = "answered"
    return True


async def leave_chat(world: World, call: Call) -> Any:
    if world.groups.pop(call.values.chat_id, None) is None:
        raise bad_request("chat not found")
    return True


async def set_my_commands(world: World, call: Call) -> Any:
    commands: list[BotCommand] = call.values.commands
    if len(commands) > COMMAND_LIMIT:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        if not re.fullmatch(r"[a-z0-9_]{1,32}", command.command):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command.description.strip()) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_command_list(world, call)] = commands
    return True


async def get_my_commands(world: World, call: Call) -> Any:
    return world.commands.get(_command_list(world, call), [])


async def delete_my_commands(world: World, call: Call) -> Any:
    world.commands.pop(_command_list(world, call), None)
    return True


def set_profile(what: str, limit: int) -> Method:
    """A setter of the bot's name or a description."""

    async def method(world: World, call: Call) -> Any:
        text = getattr(call.values, what) or ""
        if len(text) > limit:
            raise bad_request(f"bot {what} is too long")
        world.profile[(what, _language(call.values.language_code))] = text
        return True

    return method


def get_profile(what: str, kind: type[BotName | BotDescription | BotShortDescription]) -> Method:
    """A getter of the bot's name or a description."""

    async def method(world: World, call: Call) -> Any:
        fallback = world.bot.first_name if what == "name" else ""
        text = world.profile_text(what, _language(call.values.language_code)) or fallback
        return kind(**{what: text})

    return method


TABLE: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send_message,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "sendDocument": send_document,
    "sendChatAction": send_chat_action,
    "answerCallbackQuery": answer_callback_query,
    "leaveChat": leave_chat,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "setMyName": set_profile("name", 64),
    "getMyName": get_profile("name", BotName),
    "setMyDescription": set_profile("description", 512),
    "getMyDescription": get_profile("description", BotDescription),
    "setMyShortDescription": set_profile("short_description", 120),
    "getMyShortDescription": get_profile("short_description", BotShortDescription),
}


def _text(
    source: str, parse_mode: Any, entities: list[MessageEntity] | None
) -> tuple[str, list[MessageEntity] | None]:
    if isinstance(parse_mode, str) and parse_mode:
        if parse_mode.lower() != "html":
            raise bad_request(f"the fake does not know parse mode {parse_mode}")
        text, spans = clean(*parse_html(source))
        spans = [_checked_link(span) for span in spans]
        return text, (as_entities(text, spans) or [])[:ENTITY_LIMIT] or None
    text, _ = clean(source, [])
    return text, entities


def _checked_link(span: Span) -> Span:
    if span.kind == "text_link" and not re.match(r"(?:https?|tg|ton|tonsite)://\S+", span.url or ""):
        raise bad_request(f"the link {span.url!r} would be dropped without a word")
    return span


def _check_keyboard(markup: Any) -> None:
    if isinstance(markup, ReplyKeyboardMarkup):
        if not markup.keyboard or any(not button.text.strip() for row in markup.keyboard for button in row):
            raise bad_request("keyboard button text must be non-empty")
        return
    if not isinstance(markup, InlineKeyboardMarkup):
        return
    buttons = [button for row in markup.inline_keyboard for button in row]
    if len(buttons) > BUTTON_LIMIT:
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    for button in buttons:
        if not button.text.strip():
            raise bad_request(
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
            )
        actions = [
            name
            for name in type(button).model_fields
            if name in ACTIONS and getattr(button, name) is not None
        ]
        if len(actions) != 1:
            raise bad_request("can't parse inline keyboard button: exactly one optional field must be used")
        if (
            button.callback_data is not None
            and not 1 <= len(button.callback_data.encode()) <= CALLBACK_DATA_BYTES
        ):
            raise bad_request("BUTTON_DATA_INVALID")
        if button.url is not None and not re.match(r"(?:https?|tg)://[^\s/]+", button.url):
            raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)


def _command_list(world: World, call: Call) -> tuple[str, str]:
    scope = call.values.scope
    kind = scope.type if scope else "default"
    if kind == "chat":
        world.address(scope.chat_id)
        kind = f"chat:{scope.chat_id}"
    return kind, _language(call.values.language_code)


def _language(code: str | None) -> str:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad_request("invalid language code specified")
    return code or ""
