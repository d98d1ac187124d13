"""The loop that fetches updates: nothing stops it, nothing is lost, nothing is given away."""

import logging

import pytest

from bot.channels.telegram import polling
from tests.bot.channels.telegram.conftest import (
    Application,
    Start,
    outbox_states,
    said_by_person,
    settle,
)
from tests.fakes.telegram import TOKEN, FakeTelegram

CHAT = 1001


@pytest.fixture(autouse=True)
def hurried(fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch) -> None:
    fake.person(CHAT, language_code="de")
    monkeypatch.setattr(polling, "CONFLICT_SECONDS", 0.2)


def is_answered(application: Application, fake: FakeTelegram) -> None:
    fake.say(CHAT, "Hallo")
    fake.wait_sent(CHAT, 1, timeout=20)


def test_a_webhook_left_from_before_is_taken_away(start: Start, fake: FakeTelegram) -> None:
    fake.webhook_elsewhere("http://127.0.0.1:9/old")
    application = start("polling")
    is_answered(application, fake)
    assert fake.called("deleteWebhook")[0]["given"] == {"drop_pending_updates": False}


def test_a_webhook_set_while_polling_is_taken_away(start: Start, fake: FakeTelegram) -> None:
    application = start("polling")
    fake.wait(lambda: application.part.state == "ok", "polling")
    fake.webhook_elsewhere("http://127.0.0.1:9/other")
    is_answered(application, fake)
    assert any(call["status"] == 409 for call in fake.called("getUpdates"))


def test_two_processes_that_poll_answer_once(start: Start, fake: FakeTelegram) -> None:
    applications = [start("polling"), start("polling")]
    for text in ("eins", "zwei", "drei"):
        fake.say(CHAT, text)
    for application in applications:
        settle(application, fake)
    said = [body["text"] for body in said_by_person(applications[0].runtime, CHAT)]
    assert said == ["eins", "zwei", "drei"]
    assert len(fake.sent(CHAT)) == len(outbox_states(applications[0].runtime))


@pytest.mark.parametrize(
    "fault",
    [{"status": 500}, {"garbage": True}, {"retry_after": 1}, {"status": 502, "garbage": True}],
    ids=["500", "garbage", "429", "502"],
)
def test_polling_goes_on_after(start: Start, fake: FakeTelegram, fault: dict[str, object]) -> None:
    fake.fault("getUpdates", times=2, **fault)
    application = start("polling")
    is_answered(application, fake)
    fake.wait(lambda: application.part.state == "ok", "Telegram to be well again")


def test_starting_does_not_wait_for_telegram(start: Start, fake: FakeTelegram) -> None:
    fake.fault("*", times=1000, status=500)
    application = start("polling")
    fake.wait(lambda: len(fake.called()) >= 2, "some attempts")
    assert application.part.state == "down"
    fake.no_faults()
    is_answered(application, fake)
    fake.wait(lambda: application.part.state == "ok", "Telegram to be well again")


def test_what_was_stored_is_not_fetched_again_after_a_restart(start: Start, fake: FakeTelegram) -> None:
    first = start("polling")
    fake.say(CHAT, "eins")
    settle(first, fake)
    first.stop()
    fake.say(CHAT, "zwei")
    second = start("polling")
    settle(second, fake)
    assert [body["text"] for body in said_by_person(second.runtime, CHAT)] == ["eins", "zwei"]


def test_no_token_and_no_text_in_the_log(
    start: Start, fake: FakeTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    fake.fault("*", times=3, status=502, garbage=True)
    fake.fault("sendMessage", garbage=True)
    application = start("polling")
    fake.raw({"message": {"text": "Geheimnis"}})
    fake.say(CHAT, "Geheimnis")
    settle(application, fake)
    application.stop()
    written = caplog.text
    assert "could not be read and is kept" in written
    assert TOKEN not in written
    assert TOKEN.split(":")[1] not in written
    assert "Geheimnis" not in written
    assert str(CHAT) not in written


def test_a_refused_token_ends_nothing(start: Start, fake: FakeTelegram) -> None:
    fake.world.token = "424242:another"
    application = start("polling")
    fake.wait(lambda: len(fake.called()) >= 3, "some attempts")
    assert application.part.state == "down"
    fake.world.token = TOKEN
    is_answered(application, fake)
