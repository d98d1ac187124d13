"""The fake is as strict as Telegram, for a client of other people as well."""

import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)

from tests.fakes.telegram import TOKEN, FakeTelegram, RemoteTelegram

CHAT = 1001


def client(fake: FakeTelegram, token: str = TOKEN) -> Bot:
    return Bot(token, session=AiohttpSession(api=TelegramAPIServer.from_base(fake.address)))


@pytest.fixture
async def aiogram_bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    bot = client(fake)
    yield bot
    await bot.session.close()


def keyboard(*payloads: str) -> InlineKeyboardMarkup:
    rows = [[InlineKeyboardButton(text=payload, callback_data=payload)] for payload in payloads]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def test_a_talk_with_an_aiogram_bot(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    me = await aiogram_bot.get_me()
    fake.say(CHAT, "/start qr-7")
    (update,) = await aiogram_bot.get_updates(timeout=1)
    await aiogram_bot.send_message(
        CHAT,
        "<b>Hallo</b> &amp; <a href='https://x.example'>da</a>",
        parse_mode="HTML",
        reply_markup=keyboard("menu"),
    )
    (sent,) = fake.sent(CHAT)
    fake.tap(CHAT, "menu")
    (tap,) = await aiogram_bot.get_updates(offset=update.update_id + 1, timeout=1)
    await tap.callback_query.answer().as_(aiogram_bot)
    await aiogram_bot.edit_message_text("neu", chat_id=CHAT, message_id=sent.message_id)
    assert me.username == "lotse_fake_bot"
    assert update.message.entities[0].type == "bot_command"
    assert sent.text == "Hallo & da"
    assert [entity["type"] for entity in sent.entities] == ["bold", "text_link"]
    assert fake.open_callbacks() == 0
    assert [(each.text, each.edits) for each in fake.sent(CHAT)] == [("neu", 1)]


async def test_a_document_arrives_with_name_and_content(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    fake.person(CHAT)
    await aiogram_bot.send_document(CHAT, BufferedInputFile("ä".encode(), "copy.json"), caption="Kopie")
    (sent,) = fake.sent(CHAT)
    assert (sent.file_name, sent.file_content, sent.text) == ("copy.json", "ä", "Kopie")


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"text": "a < b", "parse_mode": "HTML"}, "can't parse entities"),
        ({"text": "<b>a", "parse_mode": "HTML"}, "can't find end tag"),
        ({"text": "<p>a</p>", "parse_mode": "HTML"}, "unsupported start tag"),
        ({"text": "<b>a</i>", "parse_mode": "HTML"}, "unmatched end tag"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "x", "reply_markup": keyboard("ф" * 33)}, "button_data_invalid"),
    ],
)
async def test_it_refuses_what_telegram_refuses(
    fake: FakeTelegram, aiogram_bot: Bot, given: dict[str, Any], problem: str
) -> None:
    fake.person(CHAT)
    with pytest.raises(TelegramBadRequest) as refusal:
        await aiogram_bot.send_message(CHAT, **given)
    assert problem in refusal.value.message.lower()


async def test_markup_does_not_count_towards_the_limit(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    fake.person(CHAT)
    await aiogram_bot.send_message(CHAT, "<b>" + "&amp;" * 4096 + "</b>", parse_mode="HTML")
    assert fake.sent(CHAT)[0].text == "&" * 4096


async def test_directional_overrides_are_dropped_and_isolates_kept(
    fake: FakeTelegram, aiogram_bot: Bot
) -> None:
    fake.person(CHAT)
    await aiogram_bot.send_message(CHAT, "a\u202eb\u2066c\u2069\r\td \u200f\u200fe")
    assert fake.sent(CHAT)[0].text == "ab\u2066c\u2069 d \u200c\u200fe"


async def test_an_unchanged_edit_and_an_old_press_are_refused(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    fake.person(CHAT)
    sent = await aiogram_bot.send_message(CHAT, "x", reply_markup=keyboard("menu"))
    with pytest.raises(TelegramBadRequest, match="message is not modified"):
        await aiogram_bot.edit_message_text(
            "x", chat_id=CHAT, message_id=sent.message_id, reply_markup=keyboard("menu")
        )
    fake.tap(CHAT, "menu")
    fake.expire_callbacks()
    (update,) = await aiogram_bot.get_updates()
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await aiogram_bot.answer_callback_query(update.callback_query.id)


async def test_it_knows_who_can_be_reached(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aiogram_bot.send_message(CHAT, "x")
    fake.person(CHAT, reach="blocked")
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await aiogram_bot.send_message(CHAT, "x")


async def test_an_update_stays_until_the_next_offset(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    fake.say(CHAT, "eins")
    (first,) = await aiogram_bot.get_updates()
    (again,) = await aiogram_bot.get_updates()
    nothing = await aiogram_bot.get_updates(offset=first.update_id + 1)
    assert again.update_id == first.update_id
    assert nothing == []
    assert fake.waiting() == 0


async def test_no_polling_beside_a_webhook(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    await aiogram_bot.set_webhook("https://lotse.example/telegram/x")
    with pytest.raises(TelegramConflictError):
        await aiogram_bot.get_updates()
    await aiogram_bot.delete_webhook()
    assert await aiogram_bot.get_updates() == []


async def test_commands_are_found_in_the_documented_order(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    fake.person(CHAT)
    await aiogram_bot.set_my_commands([BotCommand(command="menu", description="Menu")])
    await aiogram_bot.set_my_commands([BotCommand(command="menu", description="Меню")], language_code="uk")
    await aiogram_bot.set_my_commands(
        [BotCommand(command="menu", description="القائمة")], scope=BotCommandScopeChat(chat_id=CHAT)
    )
    with pytest.raises(TelegramBadRequest, match="invalid language code"):
        await aiogram_bot.set_my_commands([BotCommand(command="menu", description="x")], language_code="ckb")
    assert fake.commands_shown(CHAT, "uk")[0]["description"] == "القائمة"
    assert fake.commands_shown(1002, "uk")[0]["description"] == "Меню"
    assert fake.commands_shown(1002, "fr")[0]["description"] == "Menu"


async def test_faults_hit_the_next_calls_only(fake: FakeTelegram, aiogram_bot: Bot) -> None:
    fake.person(CHAT)
    fake.fault("sendMessage", retry_after=3)
    fake.fault("sendMessage", status=500)
    with pytest.raises(TelegramRetryAfter) as flood:
        await aiogram_bot.send_message(CHAT, "x")
    with pytest.raises(TelegramAPIError, match="Internal Server Error"):
        await aiogram_bot.send_message(CHAT, "x")
    await aiogram_bot.send_message(CHAT, "x")
    assert flood.value.retry_after == 3
    assert len(fake.sent(CHAT)) == 1


async def test_another_token_is_unauthorized(fake: FakeTelegram) -> None:
    bot = client(fake, "424242:another-token-of-the-same-length")
    with pytest.raises(TelegramUnauthorizedError):
        await bot.get_me()
    await bot.session.close()


def test_it_runs_as_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "tests.fakes.telegram"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        remote = RemoteTelegram(process.stdout.readline().strip())
        remote.say(CHAT, "hallo")
        waiting = remote.waiting()
        with pytest.raises(AssertionError, match="no button"):
            remote.tap(CHAT, "menu")
        remote.close()
        process.terminate()
    assert waiting == 1
    assert process.returncode == 0
