"""Whole talks over the fake Telegram, by polling and by webhook."""

import threading
import uuid

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import OperationalError

from bot.channels.contract import Inbound
from bot.inbox import Inbox, Received
from bot.runtime import Runtime
from tests.bot.channels.telegram.conftest import (
    Application,
    Mode,
    Start,
    conversation_with,
    outbox_states,
    problems,
    said_by_person,
    settle,
)
from tests.fakes.telegram import FakeTelegram

ANNA, BEN = 1001, 1002


@pytest.fixture(autouse=True)
def people(fake: FakeTelegram) -> None:
    fake.person(ANNA, name="Anna", language_code="de")
    fake.person(BEN, name="Ben", language_code="de")


def test_start_and_a_press_are_answered(application: Application, fake: FakeTelegram) -> None:
    fake.say(ANNA, "/start")
    welcome = fake.wait_sent(ANNA, 1)
    assert "language:de" in [payload for sent in welcome for payload in sent.payloads()]
    fake.tap(ANNA, payload="language:de")
    menu = fake.wait_sent(ANNA, len(welcome) + 1)[-1]
    fake.wait(lambda: fake.open_callbacks() == 0, "the press to be acknowledged")
    fake.wait(lambda: fake.waiting() == 0, "all updates to be acknowledged")
    assert menu.payloads()
    assert application.part.state == "ok"


def test_a_command_is_a_button(application: Application, fake: FakeTelegram) -> None:
    fake.say(ANNA, "/language")
    settle(application, fake)
    assert [body.get("payload") for body in said_by_person(application.runtime, ANNA)] == [
        "do:change-language"
    ]


def test_an_answer_comes_with_its_markup(application: Application, fake: FakeTelegram) -> None:
    fake.say(ANNA, "/menu")
    fake.wait_sent(ANNA, 1)
    topic = next(iter(application.runtime.content.current.topics))
    fake.tap(ANNA, payload=f"topic:{topic}", message_id=fake.sent(ANNA)[-1].message_id)
    title = application.runtime.content.current.document(f"topics/{topic}", "de")
    assert title is not None
    fake.wait(lambda: any(title[0].title in sent.text for sent in fake.sent(ANNA)), "the answer")
    answer = next(sent for sent in fake.sent(ANNA) if title[0].title in sent.text)
    assert {entity["type"] for entity in answer.entities} >= {"bold", "text_link"}


def test_the_location_is_asked_for_with_telegrams_own_button(
    application: Application, fake: FakeTelegram
) -> None:
    fake.say(ANNA, "/start")
    settle(application, fake)
    fake.say(ANNA, "/places")
    settle(application, fake)
    given = [call["given"].get("reply_markup") or {} for call in fake.called("sendMessage")]
    keyboards = [markup["keyboard"] for markup in given if "keyboard" in markup]
    assert [button["request_location"] for (row,) in keyboards for button in row] == [True]
    fake.send_location(ANNA, 51.514, 7.466)
    fake.wait(lambda: "von Ihnen" in fake.sent(ANNA)[-1].text, "the places")
    assert any(entity["type"] == "text_link" for entity in fake.sent(ANNA)[-1].entities)


def test_everything_a_person_sends_is_kept(application: Application, fake: FakeTelegram) -> None:
    fake.say(ANNA, "/start")
    fake.send_location(ANNA, 51.5136, 7.4653)
    fake.send_photo(ANNA, "mein Brief", file_id="large")
    fake.show(ANNA, voice={"file_id": "v", "file_unique_id": "v", "duration": 2, "file_size": 20})
    fake.show(ANNA, document={"file_id": "d", "file_unique_id": "d", "file_name": "brief.pdf"})
    fake.show(ANNA, contact={"phone_number": "+49231", "first_name": "Eva", "last_name": "M"})
    fake.wait(
        lambda: (
            conversation_with(application.runtime, ANNA) is not None
            and len(said_by_person(application.runtime, ANNA)) >= 5
        ),
        "all messages to be stored",
    )
    said = said_by_person(application.runtime, ANNA)
    kept = [body.get("attachment") for body in said]
    assert said[0]["text"] == "51.51360, 7.46530"
    assert said[1]["text"] == "mein Brief"
    assert kept[1:] == [
        {"kind": "photo", "reference": "large", "name": "", "size": 90000},
        {"kind": "voice", "reference": "v", "name": "", "size": 20},
        {"kind": "file", "reference": "d", "name": "brief.pdf", "size": None},
        {"kind": "contact", "reference": "+49231", "name": "Eva M", "size": None},
    ]
    assert problems(application.runtime) == []


def test_a_changed_message_is_a_new_one(application: Application, fake: FakeTelegram) -> None:
    fake.say(ANNA, "Hallo")
    fake.edit(ANNA, "Guten Tag")
    settle(application, fake)
    assert [body["text"] for body in said_by_person(application.runtime, ANNA)] == ["Hallo", "Guten Tag"]


def test_an_update_delivered_three_times_is_answered_once(
    application: Application, fake: FakeTelegram
) -> None:
    update = fake.say(ANNA, "Hallo")
    settle(application, fake)
    first = fake.sent(ANNA)
    fake.redeliver(update, times=2)
    settle(application, fake)
    fake.say(BEN, "Hallo")
    fake.wait_sent(BEN, 1)
    settle(application, fake)
    assert fake.sent(ANNA) == first
    assert len(said_by_person(application.runtime, ANNA)) == 1


def test_two_messages_at_once_stay_in_order(application: Application, fake: FakeTelegram) -> None:
    texts = [f"Nachricht {number}" for number in range(8)]
    for text in texts:
        fake.say(ANNA, text)
    settle(application, fake)
    assert [body["text"] for body in said_by_person(application.runtime, ANNA)] == texts
    with application.runtime.database.session() as session:
        answered = session.scalars(
            sql("SELECT inbox_id FROM messages WHERE sender <> 'person' ORDER BY number")
        ).all()
    assert answered == sorted(answered)
    assert len(set(answered)) == len(texts)


def test_somebody_slow_keeps_nobody_waiting(
    telegram_runtime: Runtime, start: Start, mode: Mode, fake: FakeTelegram
) -> None:
    ready = threading.Event()

    class SlowForAnna(Inbox):
        def work(self, conversation: uuid.UUID) -> None:
            anna = conversation_with(telegram_runtime, ANNA)
            if anna is not None and anna.id == conversation:
                assert ready.wait(20)
            super().work(conversation)

    start(mode, SlowForAnna(telegram_runtime))
    fake.say(ANNA, "Hallo")
    fake.say(BEN, "Hallo")
    fake.wait_sent(BEN, 1)
    waited = fake.sent(ANNA)
    ready.set()
    fake.wait_sent(ANNA, 1)
    assert waited == []


def test_a_poison_update_is_kept_and_blocks_nobody(application: Application, fake: FakeTelegram) -> None:
    fake.raw({"message": {"message_id": "?", "chat": 5}}, queue=ANNA)
    fake.raw({"callback_query": []}, queue=ANNA)
    fake.say(ANNA, "Hallo")
    fake.wait_sent(ANNA, 1)
    fake.wait(lambda: fake.waiting() == 0, "the poison to be acknowledged")
    assert problems(application.runtime) == ["unparsable", "unparsable"]


def test_who_blocks_the_bot_is_unreachable_until_they_come_back(
    application: Application, fake: FakeTelegram
) -> None:
    def reachable() -> bool | None:
        row = conversation_with(application.runtime, ANNA)
        return row.reachable if row else None

    fake.say(ANNA, "Hallo")
    fake.wait_sent(ANNA, 1)
    fake.wait(lambda: reachable() is True, "the person to be known")
    fake.block(ANNA)
    fake.wait(lambda: reachable() is False, "the block to be noted")
    fake.unblock(ANNA)
    fake.wait(lambda: reachable() is True, "the return to be noted")


def test_a_reply_to_somebody_who_blocked_the_bot_is_given_up(
    application: Application, fake: FakeTelegram
) -> None:
    fake.say(ANNA, "Hallo")
    settle(application, fake)
    fake.person(ANNA, language_code="de", reach="blocked")
    fake.say(ANNA, "Noch da?")
    fake.wait(lambda: "failed" in outbox_states(application.runtime), "the reply to be given up")
    settle(application, fake)
    row = conversation_with(application.runtime, ANNA)
    assert row is not None
    assert row.reachable is False
    fake.say(BEN, "Hallo")
    assert fake.wait_sent(BEN, 1)


def test_a_group_is_left_with_a_word(application: Application, fake: FakeTelegram) -> None:
    fake.say_in_group(-100500, ANNA, "Hallo Bot")
    fake.wait(lambda: bool(fake.called("leaveChat")), "the bot to leave")
    (goodbye,) = fake.sent(-100500)
    assert goodbye.text == application.runtime.content.wording.phrase("telegram-private-only", "de")
    assert conversation_with(application.runtime, ANNA) is None


def test_other_bots_and_channels_are_ignored(application: Application, fake: FakeTelegram) -> None:
    chat = {"id": BEN, "type": "private", "first_name": "B"}
    robot = {"id": BEN, "is_bot": True, "first_name": "B"}
    fake.raw({"message": {"message_id": 1, "date": 1, "chat": chat, "from": robot, "text": "x"}})
    fake.raw(
        {
            "channel_post": {
                "message_id": 1,
                "date": 1,
                "chat": {"id": -9, "type": "channel", "title": "x"},
                "text": "x",
            }
        }
    )
    fake.say(ANNA, "Hallo")
    fake.wait_sent(ANNA, 1)
    fake.wait(lambda: fake.waiting() == 0, "all updates to be acknowledged")
    assert conversation_with(application.runtime, BEN) is None
    assert problems(application.runtime) == []


@pytest.mark.parametrize(
    "fault",
    [
        {"retry_after": 1},
        {"status": 500},
        {"status": 502, "garbage": True},
    ],
    ids=["429", "500", "502"],
)
def test_a_reply_telegram_refused_for_now_arrives_once(
    application: Application, fake: FakeTelegram, fault: dict[str, object]
) -> None:
    fake.fault("sendMessage", **fault)
    fake.say(ANNA, "Hallo")
    settle(application, fake)
    assert set(outbox_states(application.runtime)) == {"sent"}
    assert len(fake.sent(ANNA)) == len(outbox_states(application.runtime))


def test_a_reply_nobody_knows_the_fate_of_is_not_sent_twice(
    application: Application, fake: FakeTelegram
) -> None:
    fake.fault("sendMessage", garbage=True, apply=True)
    fake.say(ANNA, "Hallo")
    settle(application, fake)
    assert outbox_states(application.runtime).count("uncertain") == 1
    assert len(fake.sent(ANNA)) == len(outbox_states(application.runtime))


def test_updates_wait_while_the_database_is_away(
    telegram_runtime: Runtime, start: Start, mode: Mode, fake: FakeTelegram
) -> None:
    class AwayAtFirst(Inbox):
        failures = 2

        def receive(self, channel: str, address: str, inbound: Inbound) -> Received:
            if self.failures:
                self.failures -= 1
                raise OperationalError("select 1", {}, Exception("the server is gone"))
            return super().receive(channel, address, inbound)

    application = start(mode, AwayAtFirst(telegram_runtime))
    fake.say(ANNA, "eins")
    fake.say(ANNA, "zwei")
    settle(application, fake)
    assert [body["text"] for body in said_by_person(telegram_runtime, ANNA)] == ["eins", "zwei"]
    assert problems(telegram_runtime) == []
