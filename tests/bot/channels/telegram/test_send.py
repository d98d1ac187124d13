"""Sending through the fake Telegram: what arrives, and what each failure means."""

import asyncio
import socket
import time
import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.channels.contract import Button, File, Outgoing, SendError
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram import channel as sending
from bot.channels.telegram.client import Client, connect
from bot.channels.telegram.earlier import vendor_id_of
from bot.database import Database
from bot.encryption import lookup_hash
from bot.models import ConversationRow, MessageRow, OutboxRow
from tests.fakes.telegram import TOKEN, FakeTelegram

CHAT = 1001
NOW = datetime.now(UTC)


@pytest.fixture
async def client(fake: FakeTelegram) -> AsyncIterator[Client]:
    fake.person(CHAT)
    connected = connect(fake.token, fake.address)
    yield connected
    await connected.request.shutdown()


@pytest.fixture
def channel(client: Client, database: Database) -> TelegramChannel:
    return TelegramChannel(client, database)


def message(text: str = "Hallo", number: int = 1, **given: Any) -> Outgoing:
    kept: dict[str, Any] = {"sender": "assistant", "language": "de", "direction": "ltr", "at": NOW}
    return Outgoing(number=number, text=text, **{**kept, **given})


def buttons(*payloads: str) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(payload.upper(), payload),) for payload in payloads)


async def test_text_and_buttons_arrive(channel: TelegramChannel, fake: FakeTelegram) -> None:
    rows = (*buttons("menu", "do:help"), (Button("Mehr", url="https://dortmund.example/"),))
    sent_id = await channel.send(str(CHAT), message("a < b", buttons=rows))
    (sent,) = fake.sent(CHAT)
    assert sent_id == str(sent.message_id)
    assert sent.text == "a < b"
    assert sent.buttons == [
        [{"text": "MENU", "callback_data": "menu"}],
        [{"text": "DO:HELP", "callback_data": "do:help"}],
        [{"text": "Mehr", "url": "https://dortmund.example/"}],
    ]


async def test_only_the_last_part_of_a_long_message_has_buttons(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    sent_id = await channel.send(str(CHAT), message(("wort " * 500 + "\n\n") * 3, buttons=buttons("menu")))
    sent = fake.sent(CHAT)
    assert [each.payloads() for each in sent] == [[], [], ["menu"]]
    assert sent_id == str(sent[-1].message_id)


async def test_a_file_arrives_with_its_words(channel: TelegramChannel, fake: FakeTelegram) -> None:
    file = File("meine-daten.json", "application/json", '{"ü": 1}')
    await channel.send(str(CHAT), message("Ihre <Daten>", file=file, buttons=buttons("menu")))
    (sent,) = fake.sent(CHAT)
    assert (sent.text, sent.file_name, sent.file_content) == ("Ihre <Daten>", "meine-daten.json", '{"ü": 1}')
    assert sent.payloads() == ["menu"]


async def test_words_too_long_for_a_caption_come_before_the_file(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    await channel.send(str(CHAT), message("wort " * 400, file=File("a.txt", "text/plain", "x")))
    assert [(each.file_name, bool(each.text)) for each in fake.sent(CHAT)] == [(None, True), ("a.txt", False)]


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ({"retry_after": 7}, {"retryable": True, "retry_after": 7}),
        ({"status": 500}, {"retryable": True}),
        ({"status": 502, "garbage": True}, {"retryable": True}),
        ({"status": 401, "description": "Unauthorized"}, {"retryable": True}),
        ({"status": 403, "description": "Forbidden: user is deactivated"}, {"unreachable": True}),
        ({"status": 400, "description": "Bad Request: chat not found"}, {"unreachable": True}),
        ({"status": 400, "description": "Bad Request: BUTTON_DATA_INVALID"}, {}),
        ({"garbage": True}, {"uncertain": True}),
    ],
)
async def test_a_failure_says_what_to_do(
    channel: TelegramChannel, fake: FakeTelegram, fault: dict[str, Any], outcome: dict[str, Any]
) -> None:
    fake.fault("sendMessage", **fault)
    with pytest.raises(SendError) as failure:
        await channel.send(str(CHAT), message())
    expected = {"retryable": False, "retry_after": None, "unreachable": False, "uncertain": False, **outcome}
    assert {name: getattr(failure.value, name) for name in expected} == expected


async def test_a_problem_quotes_nothing_of_the_message(channel: TelegramChannel, fake: FakeTelegram) -> None:
    fake.fault("sendMessage", status=400, description="Bad Request: wrong URL 'https://geheim.example' given")
    with pytest.raises(SendError) as failure:
        await channel.send(str(CHAT), message())
    assert failure.value.problem == "refused: Wrong url"


async def test_no_answer_in_time_is_uncertain(fake: FakeTelegram, database: Database) -> None:
    fake.person(CHAT)
    impatient = connect(fake.token, fake.address, read_seconds=0.2)
    fake.fault("sendMessage", delay=1.0, apply=True)
    with pytest.raises(SendError) as failure:
        await TelegramChannel(impatient, database).send(str(CHAT), message())
    await impatient.request.shutdown()
    assert (failure.value.uncertain, failure.value.retryable) == (True, False)
    assert len(fake.sent(CHAT)) == 1


async def test_no_connection_may_be_tried_again(database: Database) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free_port = taken.getsockname()[1]
    nobody = connect(TOKEN, f"http://127.0.0.1:{free_port}")
    with pytest.raises(SendError) as failure:
        await TelegramChannel(nobody, database).send(str(CHAT), message())
    await nobody.request.shutdown()
    assert (failure.value.retryable, failure.value.uncertain) == (True, False)


async def test_a_refused_later_part_is_repeated_without_the_earlier_ones(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    fake.fault("sendMessage", skip=1, retry_after=1)
    await channel.send(str(CHAT), message(("wort " * 500 + "\n\n") * 3))
    assert [call["status"] for call in fake.called("sendMessage")] == [200, 429, 200, 200]
    assert len(fake.sent(CHAT)) == 3


async def test_a_lost_part_does_not_cancel_the_later_ones(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    fake.fault("sendMessage", skip=1, garbage=True)
    with pytest.raises(SendError) as failure:
        await channel.send(str(CHAT), message(("wort " * 500 + "\n\n") * 3, buttons=buttons("menu")))
    assert failure.value.uncertain
    assert [each.payloads() for each in fake.sent(CHAT)] == [[], ["menu"]]


class Talk:
    """A conversation in the database whose messages a test writes itself."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.id = uuid.uuid4()
        with database.session() as session:
            session.add(
                ConversationRow(
                    id=self.id,
                    channel="telegram",
                    address_hash=lookup_hash("telegram", str(CHAT)),
                    address=str(CHAT),
                    language="de",
                    state={},
                    created_at=NOW,
                    last_at=NOW,
                )
            )

    def said(self, number: int, sender: str, *, payload: str | None = None) -> None:
        body = {"text": "x", "language": "de", "direction": "ltr", "payload": payload}
        with self._database.session() as session:
            session.add(MessageRow(conversation_id=self.id, number=number, at=NOW, sender=sender, body=body))

    def sent(self, number: int, vendor_id: str | None) -> None:
        self.said(number, "assistant")
        with self._database.session() as session:
            session.add(
                OutboxRow(
                    conversation_id=self.id,
                    number=number,
                    channel="telegram",
                    address=str(CHAT),
                    body={},
                    state="sent",
                    next_try_at=NOW + timedelta(),
                    vendor_id=vendor_id,
                )
            )


@pytest.fixture
def talk(database: Database) -> Talk:
    return Talk(database)


async def test_a_message_takes_the_place_of_the_one_it_replaces(
    channel: TelegramChannel, fake: FakeTelegram, talk: Talk, database: Database
) -> None:
    first = await channel.send(str(CHAT), message("eins", 1, buttons=buttons("a1:x")))
    talk.sent(1, first)
    talk.said(2, "person", payload="a1:x")
    second = await channel.send(str(CHAT), message("zwei", 3, replaces=1, buttons=buttons("a1:y")))
    (sent,) = fake.sent(CHAT)
    assert (sent.text, sent.payloads(), sent.edits) == ("zwei", ["a1:y"], 1)
    assert second == first
    with database.session() as session:
        assert vendor_id_of(session, talk.id, 1) == first


async def test_a_change_that_changes_nothing_is_fine(
    channel: TelegramChannel, fake: FakeTelegram, talk: Talk
) -> None:
    first = await channel.send(str(CHAT), message("eins", 1, buttons=buttons("a1:x")))
    talk.sent(1, first)
    again = await channel.send(str(CHAT), message("eins", 3, replaces=1, buttons=buttons("a1:x")))
    assert again == first
    assert len(fake.sent(CHAT)) == 1


@pytest.mark.parametrize("vendor_id", ["987654", None], ids=["gone", "unknown"])
async def test_what_cannot_be_changed_is_sent_anew(
    channel: TelegramChannel, fake: FakeTelegram, talk: Talk, vendor_id: str | None
) -> None:
    talk.sent(1, vendor_id)
    await channel.send(str(CHAT), message("zwei", 3, replaces=1))
    assert [(each.text, each.edits) for each in fake.sent(CHAT)] == [("zwei", 0)]


async def test_nothing_changes_above_what_a_person_wrote(
    channel: TelegramChannel, fake: FakeTelegram, talk: Talk
) -> None:
    talk.sent(1, await channel.send(str(CHAT), message("eins", 1)))
    talk.said(2, "person")
    await channel.send(str(CHAT), message("zwei", 3, replaces=1))
    assert [each.text for each in fake.sent(CHAT)] == ["eins", "zwei"]


async def test_an_unanswered_change_may_be_repeated(
    channel: TelegramChannel, fake: FakeTelegram, talk: Talk
) -> None:
    talk.sent(1, await channel.send(str(CHAT), message("eins", 1)))
    fake.fault("editMessageText", garbage=True, apply=True)
    changed = message("zwei", 3, replaces=1)
    with pytest.raises(SendError) as failure:
        await channel.send(str(CHAT), changed)
    await channel.send(str(CHAT), changed)
    assert failure.value.retryable
    assert [each.text for each in fake.sent(CHAT)] == ["zwei"]


async def test_buttons_of_an_answered_question_go_with_the_next_message(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    first = await channel.send(str(CHAT), message("eins", 1, buttons=buttons("a1:x")))
    assert first is not None
    channel.pressed(CHAT, int(first))
    await channel.send(str(CHAT), message("zwei", 3, buttons=buttons("a2:x")))
    assert [each.payloads() for each in fake.sent(CHAT)] == [[], ["a2:x"]]


async def test_one_person_gets_about_one_message_a_second(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    began = time.monotonic()
    await asyncio.gather(*(channel.send(str(CHAT), message(number=number)) for number in range(5)))
    assert 1.5 < time.monotonic() - began < 6
    assert len(fake.sent(CHAT)) == 5


async def test_all_together_get_fewer_than_thirty_a_second(
    channel: TelegramChannel, fake: FakeTelegram
) -> None:
    chats = range(2000, 2040)
    for chat in chats:
        fake.person(chat)
    await asyncio.gather(*(channel.send(str(chat), message()) for chat in chats))
    times = sorted(call["at"] for call in fake.called("sendMessage"))
    assert all(later - earlier > 1.0 for earlier, later in zip(times, times[29:], strict=False))


async def test_closing_waits_for_what_is_being_sent(channel: TelegramChannel, fake: FakeTelegram) -> None:
    fake.fault("sendMessage", delay=0.3)
    under_way = asyncio.create_task(channel.send(str(CHAT), message()))
    await asyncio.sleep(0.1)
    await channel.close()
    assert under_way.done()
    with pytest.raises(SendError) as refusal:
        await channel.send(str(CHAT), message())
    assert refusal.value.retryable
    assert len(fake.sent(CHAT)) == 1


def test_waiting_inside_a_message_stays_below_the_outbox_claim() -> None:
    assert (sending.LATER_TRIES + 1) * sending.LONGEST_WAIT < 120
