"""The application is killed ten times while people write; nobody is left without an answer, nobody gets two."""

import random
import threading
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import psutil
import pytest

from bot.encryption import lookup_hash
from bot.models import ConversationRow
from bot.nlu_server import OwnServer
from tests.application import Application
from tests.conftest import RASA_MODELS
from tests.fakes.telegram import FakeTelegram, Sent
from tests.reliability.people import SCRIPT, Crowd, Person, Step
from tests.reliability.records import Records
from tests.reliability.running import (
    LONGEST_START,
    Blow,
    health,
    inside,
    kill,
    records_of,
    running,
    wait_until,
)
from tests.reliability.understanding import MEANINGS, NOT_UNDERSTOOD, StubRasa

pytestmark = pytest.mark.timeout(900)

BLOWS: Sequence[Blow] = (
    *("application", "with its children", "with its database", "application", "with its database"),
    *("application", "with its children", "with its database", "application", "with its database"),
)
"""Ten ways to die, in turn."""

LETTERS = ["/start", *(text.capitalize() for text in MEANINGS), NOT_UNDERSTOOD]
"""What each person writes on Telegram."""

PEOPLE, CHATS = 5, 6


@dataclass(frozen=True)
class Storm:
    """What was left when it was over. `calm` and `calm_chat` said the same as the others, without a kill."""

    people: Sequence[Person]
    calm: Person
    transcripts: Mapping[str, Sequence[tuple[str, str]]]
    seen: Mapping[str, Mapping[int, str]]
    quitter: uuid.UUID
    chats: Mapping[int, uuid.UUID]
    calm_chat: uuid.UUID
    screens: Mapping[int, Sequence[Sent]]
    records: Records
    health: Mapping[str, object]
    repeats: int


@pytest.fixture(scope="module")
def storm() -> Iterator[Storm]:
    with StubRasa() as rasa, FakeTelegram() as telegram:
        settings = {
            "LOTSE_NLU_URL": rasa.address,
            "LOTSE_TELEGRAM_TOKEN": telegram.token,
            "LOTSE_TELEGRAM_API_URL": telegram.address,
        }
        with running("web,worker,nlu,telegram", **settings) as application:
            yield _weather(application, telegram)


def _weather(application: Application, telegram: FakeTelegram) -> Storm:
    crowd = Crowd([Person([application.address]) for _ in range(PEOPLE)])
    alone = Crowd([Person([application.address]) for _ in range(2)])
    with crowd, alone:
        return _talks(application, telegram, crowd, *alone.people)


def _talks(
    application: Application, telegram: FakeTelegram, crowd: Crowd, quitter: Person, calm: Person
) -> Storm:
    chance = random.Random()
    over = threading.Event()
    others = [
        threading.Thread(target=_drop, args=(quitter, over)),
        *(threading.Thread(target=_write, args=(telegram, 100 + n, chance.random())) for n in range(CHATS)),
    ]
    crowd.start(SCRIPT)
    for thread in others:
        thread.start()
    for blow in BLOWS:
        time.sleep(chance.uniform(0.2, 1.2))
        kill(application, blow)
        application.start(wait=LONGEST_START)
    over.set()
    for thread in others:
        thread.join()
    crowd.finish()
    calm.follow(max(crowd.people, key=lambda person: len(person.exchanges)))
    _write(telegram, 99, 0)
    wait_until(lambda: _is_settled(application, telegram), "everything is answered and delivered")
    people = (*crowd.people, calm)
    return Storm(
        people=crowd.people,
        calm=calm,
        transcripts={person.conversation: person.said() for person in people},
        seen={p.conversation: _shown(p) for p in people},
        quitter=uuid.UUID(quitter.conversation),
        chats={100 + n: _conversation(application, 100 + n) for n in range(CHATS)},
        calm_chat=_conversation(application, 99),
        screens={chat: telegram.sent(chat) for chat in range(99, 100 + CHATS)},
        records=records_of(application),
        health=health(application),
        repeats=sum(person.repeats for person in crowd.people),
    )


def _shown(person: Person) -> Mapping[int, str]:
    """What came back at once, by number."""
    return {m["number"]: m["text"] for exchange in person.exchanges for m in exchange.replies}


def _drop(person: Person, over: threading.Event) -> None:
    """Somebody with a bad connection who never asks twice."""
    while not over.is_set():
        person.drop(("button", "topics"), 0.2)
        time.sleep(0.05)


def _write(telegram: FakeTelegram, chat: int, pause: float) -> None:
    """Somebody on Telegram, where messages wait until they are fetched."""
    telegram.person(chat, name="Amira", language_code="de")
    for text in LETTERS:
        telegram.say(chat, text)
        time.sleep(4 * pause)


def _conversation(application: Application, chat: int) -> uuid.UUID:
    with inside(application) as database, database.session() as session:
        address = lookup_hash("telegram", str(chat))
        return session.query(ConversationRow.id).filter_by(address_hash=address).one()[0]


def _is_settled(application: Application, telegram: FakeTelegram) -> bool:
    queue = health(application).get("queue")
    if telegram.waiting() or not isinstance(queue, dict) or queue["unanswered"]:
        return False
    sending = [row.state for rows in records_of(application).outbox.values() for row in rows]
    return not {"queued", "sending"} & set(sending)


def test_the_storm_was_one(storm: Storm) -> None:
    assert storm.repeats >= len(BLOWS)
    assert all(len(person.exchanges) > len(SCRIPT) for person in storm.people)


def test_every_message_has_an_answer_and_the_answers_are_in_order(storm: Storm) -> None:
    assert storm.records.faults() == []


def test_talks_read_as_if_nothing_had_happened(storm: Storm) -> None:
    undisturbed = storm.transcripts[storm.calm.conversation]
    for person in storm.people:
        talk = storm.transcripts[person.conversation]
        assert talk == undisturbed[: len(talk)]


def test_what_was_shown_once_stays_said(storm: Storm) -> None:
    for person in storm.people:
        talk = storm.transcripts[person.conversation]
        shown = storm.seen[person.conversation]
        assert {n: talk[n - 1][1] for n in shown} == shown


def test_who_never_asks_again_is_answered_all_the_same(storm: Storm) -> None:
    replies = storm.records.replies(storm.quitter)
    assert len(replies) > len(BLOWS)
    assert all(one == replies[1] for one in replies[1:])


def test_nothing_is_left_unanswered(storm: Storm) -> None:
    queue = storm.health["queue"]
    assert isinstance(queue, dict)
    assert queue["unanswered"] == 0


def test_on_telegram_every_message_is_answered_once_and_in_order(storm: Storm) -> None:
    undisturbed = [row.text for row in storm.records.outbox[storm.calm_chat]]
    for conversation in storm.chats.values():
        assert [row.text for row in storm.records.outbox[conversation]] == undisturbed


def test_on_telegram_no_message_is_shown_twice_and_none_is_missing_that_counts_as_sent(storm: Storm) -> None:
    for chat, conversation in storm.chats.items():
        rows, screen = storm.records.outbox[conversation], storm.screens[chat]
        assert {row.state for row in rows} <= {"sent", "uncertain"}
        sent = [int(row.vendor_id) for row in rows if row.state == "sent" and row.vendor_id]
        shown = [message.message_id for message in screen]
        assert [number for number in shown if number in sent] == sent
        assert len(shown) - len(sent) <= sum(row.state == "uncertain" for row in rows)
        assert len({message.text for message in screen}) == len(screen)


def test_what_may_not_have_arrived_on_telegram_is_shown_to_staff(storm: Storm) -> None:
    uncertain = [row.id for rows in storm.records.outbox.values() for row in rows if row.state == "uncertain"]
    assert set(uncertain) == storm.records.shown_to_staff


def test_what_broke_off_while_it_was_sent_is_left_to_staff_and_the_talk_goes_on(stub_rasa: StubRasa) -> None:
    arrives, is_lost = 1, 2
    with FakeTelegram() as telegram:
        settings = {
            "LOTSE_NLU_URL": stub_rasa.address,
            "LOTSE_TELEGRAM_TOKEN": telegram.token,
            "LOTSE_TELEGRAM_API_URL": telegram.address,
        }
        with running("web,worker,nlu,telegram", **settings) as application:
            for chat in (arrives, is_lost):
                telegram.say(chat, "/start")
                telegram.wait_sent(chat, 1, timeout=120)
            wait_until(lambda: _is_settled(application, telegram), "the welcome is delivered")
            before = {chat: len(telegram.sent(chat)) for chat in (arrives, is_lost)}
            for chat in (arrives, is_lost):
                telegram.fault("sendMessage", chat=chat, apply=chat == arrives, delay=60)
                telegram.say(chat, LETTERS[1])
            wait_until(
                lambda: not telegram.world.faults and len(telegram.sent(arrives)) > before[arrives],
                "both answers are on their way",
            )
            kill(application, "application")
            telegram.no_faults()
            application.start(wait=LONGEST_START)
            for chat in (arrives, is_lost):
                telegram.say(chat, LETTERS[2])
            wait_until(lambda: _is_settled(application, telegram), "everything else is delivered")
            records = records_of(application)
            rows = {chat: records.outbox[_conversation(application, chat)] for chat in before}
            later = {chat: telegram.sent(chat)[before[chat] :] for chat in before}
    doubtful = {chat: [row for row in rows[chat] if row.state == "uncertain"] for chat in rows}
    assert [len(found) for found in doubtful.values()] == [1, 1]
    assert records.shown_to_staff == {row.id for found in doubtful.values() for row in found}
    assert {row.state for chat in rows for row in rows[chat]} == {"sent", "uncertain"}
    assert len(later[arrives]) == len(later[is_lost]) + 1
    assert [m.text for m in later[arrives]][1:] == [m.text for m in later[is_lost]]


def test_with_the_real_understanding_too(rasa: OwnServer) -> None:
    question: Step = ("text", "Wo melde ich meine neue Adresse an?")
    with running("web,worker,nlu", models=RASA_MODELS / "nlu" / "models") as application:
        with Person([application.address]) as person:
            for _ in range(2):
                wait_until(lambda: health(application).get("nlu") == "ok", "texts are understood", 300)
                assert "answer/register-address" in person.send(question).abouts
                left = understanding_processes(application)
                kill(application, "application")
                application.start(wait=LONGEST_START)
                assert person.send(question).abouts
                psutil.wait_procs(left, timeout=60)
                assert [process.pid for process in left if process.is_running()] == []
        assert records_of(application).faults() == []


def understanding_processes(application: Application) -> list[psutil.Process]:
    """Rasa servers with a model from the application's folder."""
    folder = str(application.folder)
    found = [
        process
        for process in psutil.process_iter(["cmdline"])
        if any(word.startswith(folder) and word.endswith(".tar.gz") for word in process.info["cmdline"] or ())
    ]
    assert len(found) == 1, "not exactly one Rasa server"
    return found
