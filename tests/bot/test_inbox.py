"""A message that was accepted is answered once, in order, and never over a person's head."""

import threading
import uuid
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from bot import transcript, world
from bot.channels.contract import Attachment, Inbound
from bot.inbox import Inbox
from bot.models import ConversationRow, InboxRow, StaffRow
from bot.runtime import Runtime
from bot.services import erasure, handover
from nlu.rasa_client import NluUnavailable, Parse
from tests.talk import Person


def counsellor(runtime: Runtime) -> int:
    with runtime.database.session() as session:
        member = StaffRow(
            name=f"c-{uuid.uuid4()}",
            shown_name="Frau Beispiel",
            password_hash="-",
            role="counsellor",
            language="de",
            created_at=runtime.clock(),
        )
        session.add(member)
        session.flush()
        return member.id


def test_the_same_message_three_times_is_answered_once(runtime: Runtime) -> None:
    person = Person(runtime)
    inbound = Inbound("same-id", "button", payload="menu")
    before = len(person.transcript())
    seen = [person.inbox.receive("web", str(person.conversation), inbound) for _ in range(3)]
    person.inbox.work(person.conversation)
    assert [one.new for one in seen] == [True, False, False]
    assert len({one.inbox_id for one in seen}) == 1
    assert len(person.transcript()) - before == 2


def test_messages_of_one_person_at_once_are_answered_in_the_order_they_came(runtime: Runtime) -> None:
    person = Person(runtime)
    received = [
        person.inbox.receive(
            "web", str(person.conversation), Inbound(str(uuid.uuid4()), "button", payload=payload)
        )
        for payload in ["topics", "privacy", "menu", "my-data"] * 3
    ]
    threads = [threading.Thread(target=person.inbox.work, args=(person.conversation,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answered = [m for m in person.transcript() if m.sender == "assistant"]
    replies = [person.inbox.replies(one.inbox_id) for one in received]
    assert all(len(one) == 1 for one in replies)
    assert [one[0].number for one in replies] == sorted(one[0].number for one in replies)
    assert len(answered) == 3 + len(received)


def test_without_understanding_buttons_work_and_text_is_honestly_not_understood(runtime: Runtime) -> None:
    person = Person(runtime)
    person.press("menu")
    assert person.abouts() == ["menu"]
    person.say("Wo melde ich mich an?")
    assert person.abouts() == ["fallback"]


class _Server:
    """An understanding whose client is given."""

    def __init__(self, client: Any) -> None:
        self.client = client


class _Slow:
    """Understanding that lets somebody else act before it answers."""

    def __init__(self, meanwhile: Any) -> None:
        self.meanwhile = meanwhile

    def parse(self, text: str) -> Parse:
        self.meanwhile()
        raise NluUnavailable("not now")


def test_the_assistant_never_talks_over_a_person_who_takes_over_while_it_thinks(runtime: Runtime) -> None:
    member = counsellor(runtime)
    person = Person(runtime)

    def take_over() -> None:
        with runtime.database.session() as session:
            row = session.get_one(StaffRow, member)
            handover.take_over(
                session, person.conversation, row, wording=runtime.content.wording, now=runtime.clock()
            )

    person.inbox = Inbox(replace(runtime, nlu=_Server(_Slow(take_over))))  # type: ignore[arg-type]
    person.say("hallo, wer ist da?")
    assert person.last == []
    assert [m.about.id for m in person.transcript() if m.sender == "system" and m.about] == ["joined"]


def test_a_message_that_cannot_be_answered_is_put_before_a_person(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person(runtime)

    def broken(*_: Any) -> Mapping[str, Any]:
        raise RuntimeError("a defect")

    with monkeypatch.context() as patched:
        patched.setattr(world.World, "topic_groups", broken)
        person.press("topics")
    assert person.abouts() == ["handover/waiting"]
    with runtime.database.session() as session:
        row = session.get_one(ConversationRow, person.conversation)
        problems = [r.problem for r in session.query(InboxRow).filter_by(conversation_id=row.id) if r.problem]
    assert (row.owner, row.waiting_reason, problems) == ("waiting", "failed", ["failed"])


def test_a_message_in_a_closed_conversation_reaches_the_assistant(runtime: Runtime) -> None:
    member = counsellor(runtime)
    person = Person(runtime)
    with runtime.database.session() as session:
        row = session.get_one(StaffRow, member)
        handover.close(
            session, person.conversation, row, wording=runtime.content.wording, now=runtime.clock()
        )
    person.press("menu")
    assert person.abouts() == ["menu"]


def test_what_a_person_pressed_stands_in_the_transcript_by_its_label(runtime: Runtime) -> None:
    person = Person(runtime)
    person.press("topics")
    person.press("topic:kita-place")
    said = [(m.text, m.payload) for m in person.transcript() if m.sender == "person"]
    assert said == [("Fragen und Antworten", "topics"), ("Kita oder Tagespflege", "topic:kita-place")]


def test_an_attachment_is_kept_as_a_reference_for_staff(runtime: Runtime) -> None:
    person = Person(runtime)
    photo = Attachment("photo", "file-id-1", "letter.jpg", 1234)
    person._send(Inbound("p1", "attachment", attachment=photo))
    assert person.abouts() == ["fallback"]
    assert [m.attachment for m in person.transcript() if m.sender == "person"] == [photo]


def test_an_unparsable_message_is_kept_once_and_seen_as_a_problem(runtime: Runtime) -> None:
    inbox = Inbox(runtime)
    for _ in range(2):
        inbox.keep_unparsable("telegram", "update-7", {"strange": True})
    with runtime.database.session() as session:
        rows = session.query(InboxRow).filter_by(problem="unparsable").all()
    assert [row.body for row in rows] == [{"unparsable": {"strange": True}}]


def test_an_unparsable_message_of_a_known_person_is_erased_with_the_person(runtime: Runtime) -> None:
    inbox = Inbox(runtime)
    known = inbox.receive("telegram", "4711", Inbound("1", "start")).conversation
    inbox.keep_unparsable("telegram", "update-8", {"strange": "secret"}, "4711")
    with runtime.database.session() as session:
        erasure.erase(session, known, now=runtime.clock())
        assert session.query(InboxRow).count() == 0


def test_an_unanswered_message_is_found_and_answered_later(runtime: Runtime) -> None:
    person = Person(runtime)
    received = person.inbox.receive(
        "web", str(person.conversation), Inbound("late", "button", payload="menu")
    )
    assert person.inbox.unanswered() == [person.conversation]
    Inbox(replace(runtime)).work(person.conversation)
    assert person.inbox.unanswered() == []
    assert len(person.inbox.replies(received.inbox_id)) == 1


def test_text_of_people_is_not_readable_in_the_database(runtime: Runtime) -> None:
    person = Person(runtime)
    person.say("Mein Geheimwort ist Leuchtturm")
    with runtime.database.session() as session:
        everything = "SELECT body::text FROM messages UNION ALL SELECT body::text FROM inbox"
        stored = "".join(row[0] for row in session.connection().exec_driver_sql(everything))
        assert "4c6575636874747572" not in stored
        assert any("Leuchtturm" in m.text for m in transcript.messages(session, person.conversation))
