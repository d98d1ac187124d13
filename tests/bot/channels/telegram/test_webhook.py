"""The webhook's door: who may come in, what is acknowledged."""

import httpx
import pytest

from bot.channels.telegram import webhook
from bot.channels.telegram.webhook import LARGEST_BODY, Doorway
from bot.encryption import Keyring, install
from tests.bot.channels.telegram.conftest import Application, Start, problems, said_by_person, settle
from tests.fakes.telegram import FakeTelegram

CHAT = 1001
SECRET = "X-Telegram-Bot-Api-Secret-Token"


@pytest.fixture
def application(start: Start, fake: FakeTelegram) -> Application:
    fake.person(CHAT, language_code="de")
    running = start("webhook")
    fake.wait(lambda: bool(fake.called("setWebhook")), "the webhook to be set")
    return running


def post(
    application: Application, body: bytes, *, secret: str | bytes | None = None, path: str | None = None
) -> int:
    door = Doorway.of_bot("424242")
    return httpx.post(
        f"{application.address}/telegram/{path or door.path}",
        content=body,
        headers={SECRET: door.secret if secret is None else secret},
        trust_env=False,
    ).status_code


def test_only_telegram_comes_in(application: Application) -> None:
    assert post(application, b"{}", secret="") == 403
    assert post(application, b"{}", secret="wrong") == 403
    assert post(application, b"{}", secret="wröng".encode()) == 403
    assert post(application, b"{}", path="elsewhere") == 404
    assert problems(application.runtime) == []


def test_too_large_a_body_is_refused(application: Application) -> None:
    assert post(application, b" " * (LARGEST_BODY + 1)) == 413


@pytest.mark.parametrize("body", [b"no json", b"[1]", b"\xff\xfe", b'"x"', b'{"update_id": 1, "message": 1}'])
def test_what_nobody_can_read_is_kept_and_acknowledged(application: Application, body: bytes) -> None:
    assert post(application, body) == 200
    assert post(application, body) == 200
    assert problems(application.runtime) == ["unparsable"]


def test_neither_path_nor_secret_says_anything_of_the_token(fake: FakeTelegram) -> None:
    door = Doorway.of_bot("424242")
    assert not {part for part in fake.token.split(":") if part in door.path + door.secret}
    assert len(door.secret) == 64
    install(Keyring.generate())
    assert Doorway.of_bot("424242") != door


def test_the_webhook_asks_for_what_is_used_and_drops_nothing(
    application: Application, fake: FakeTelegram
) -> None:
    (call,) = fake.called("setWebhook")
    assert set(call["given"]["allowed_updates"]) == {
        "message",
        "edited_message",
        "callback_query",
        "my_chat_member",
    }
    assert call["given"]["drop_pending_updates"] is False


def test_the_webhook_is_closed_while_polling(start: Start, fake: FakeTelegram) -> None:
    running = start("polling")
    assert post(running, b"{}") == 404


def test_what_waited_while_the_application_was_away_is_answered(
    application: Application, start: Start, fake: FakeTelegram
) -> None:
    application.stop()
    fake.say(CHAT, "Hallo")
    later = start("webhook")
    settle(later, fake)
    assert [body["text"] for body in said_by_person(later.runtime, CHAT)] == ["Hallo"]
    assert fake.sent(CHAT)


def test_a_webhook_taken_away_is_set_again(
    start: Start, fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "CHECK_SECONDS", 0.2)
    running = start("webhook")
    fake.wait(lambda: running.part.state == "ok", "the webhook to be set")
    fake.webhook_elsewhere("http://127.0.0.1:9/other")
    fake.wait(lambda: len(fake.called("setWebhook")) == 2, "the webhook to be set again")


def test_an_address_telegram_cannot_reach_is_down(
    start: Start, fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "CHECK_SECONDS", 1.0)
    fake.say(CHAT, "Hallo")
    running = start("webhook", public_url="http://127.0.0.1:9")
    fake.wait(lambda: len(fake.called("getWebhookInfo")) >= 2, "a second look at the webhook")
    fake.wait(lambda: running.part.state == "down", "the trouble to show")
