"""A conversation in the terminal: lines in, numbered buttons, staff heard at once."""

import re
import time

from sqlalchemy import select

from bot import transcript
from bot.channels.terminal import Terminal
from bot.inbox import Inbox
from bot.models import ConversationRow
from bot.runtime import Runtime


class Talk:
    """What was written, and lines chosen by what was written before."""

    def __init__(self) -> None:
        self.written: list[str] = []

    def number_of(self, label: str) -> str:
        found = re.findall(rf"\[(\d+)\] ([^\[]*{label}[^\[]*)", "\n".join(self.written))
        return str(found[-1][0])


def test_it_greets_in_the_language_asked_for(runtime: Runtime) -> None:
    talk = Talk()
    Terminal(runtime, Inbox(runtime), talk.written.append).talk([], "uk")
    assert re.search("[а-яі]{4}", talk.written[0])
    assert any("[1]" in line for line in talk.written)


def test_a_typed_number_presses_that_button(runtime: Runtime) -> None:
    talk = Talk()
    Terminal(runtime, Inbox(runtime), talk.written.append).talk(["1"], "de")
    with runtime.database.session() as session:
        (row,) = session.scalars(select(ConversationRow)).all()
        pressed = [message for message in transcript.messages(session, row.id) if message.sender == "person"]
    assert pressed[0].payload


def test_what_staff_write_is_shown_without_asking(runtime: Runtime) -> None:
    talk = Talk()

    def lines():
        with runtime.database.session() as session:
            (row,) = session.scalars(select(ConversationRow)).all()
            transcript.append(
                session, row, sender="staff", text="Guten Tag", author="Frau Yilmaz", now=runtime.clock()
            )
        deadline = time.monotonic() + 10
        while "\nFrau Yilmaz: Guten Tag" not in talk.written and time.monotonic() < deadline:
            time.sleep(0.05)
        yield ""

    Terminal(runtime, Inbox(runtime), talk.written.append).talk(lines(), "de")
    assert "\nFrau Yilmaz: Guten Tag" in talk.written
