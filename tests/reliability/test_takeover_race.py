"""Staff take over while the assistant computes a reply: from "joined" on the assistant is silent until "left"."""

import random
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.contract import Outgoing
from bot.models import StaffRow
from bot.runtime import Runtime
from bot.services import handover
from nlu.rasa_client import Parse
from nlu.understanding import RankedIntent
from tests.factories import make_member
from tests.talk import Person

pytestmark = pytest.mark.timeout(300)

ROUNDS = 40


class Pondering:
    """Understands everything the same after a while that is never the same."""

    def parse(self, text: str) -> Parse:
        time.sleep(random.uniform(0, 0.01))
        return Parse((RankedIntent("faq/register-address", 0.97),), {"de": 0.99}, 1.0)


class Understanding:
    """Where the runtime finds it."""

    client = Pondering()


def talked_over(transcript: list[Outgoing]) -> list[int]:
    """Numbers of the assistant's messages between "joined" and "left"."""
    with_staff, found = False, []
    for message in transcript:
        if message.sender == "system" and message.about:
            with_staff = message.about.id == "joined"
        elif message.sender == "assistant" and with_staff:
            found.append(message.number)
    return found


@pytest.mark.parametrize("writers", [1, 3])
def test_the_assistant_never_talks_over_staff(runtime: Runtime, writers: int) -> None:
    quick: Any = replace(runtime, nlu=Understanding())  # type: ignore[arg-type]
    person = Person(quick)
    with runtime.database.session() as session:
        member_id = make_member(session, "amal").id
    over = threading.Event()
    problems: list[BaseException] = []

    def write() -> None:
        try:
            while not over.is_set():
                person.say("Wo melde ich mich an?")
                person.press("menu")
        except Exception as error:  # noqa: BLE001 - told to the test below
            problems.append(error)

    def at_the_desk(act: Any, *given: Any) -> None:
        with runtime.database.session() as session:
            member = session.get_one(StaffRow, member_id)
            now = datetime.now(UTC)
            act(session, person.conversation, member, *given, wording=runtime.content.wording, now=now)

    threads = [threading.Thread(target=write) for _ in range(writers)]
    for thread in threads:
        thread.start()
    for number in range(ROUNDS):
        time.sleep(random.uniform(0, 0.03))
        at_the_desk(handover.take_over)
        at_the_desk(handover.reply, f"Ich bin da ({number}).")
        time.sleep(random.uniform(0, 0.03))
        at_the_desk(handover.give_back)
    at_the_desk(handover.take_over)
    over.set()
    for thread in threads:
        thread.join()
    said = person.transcript()
    assert problems == []
    assert talked_over(said) == []
    assert sum(message.sender == "staff" for message in said) == ROUNDS
    assert sum(message.sender == "assistant" for message in said) > 3
    assert person.inbox.unanswered() == []
