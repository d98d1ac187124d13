"""Erasing removes every trace: a marker written wherever a person can write is found nowhere afterwards."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.fernet import InvalidToken
from sqlalchemy import LargeBinary, MetaData, select

from bot import encryption
from bot.channels.contract import Attachment, Inbound
from bot.models import AppointmentRow, ConversationRow, OutboxRow, ResponseRow, StaffRow
from bot.runtime import Runtime
from bot.services import audit, erasure, handover
from tests.talk import Person

MARKER = "Leuchtturm4711"


def every_value(runtime: Runtime) -> Iterator[tuple[str, str]]:
    """Every value of every table as text, encrypted ones decrypted."""
    tables = MetaData()
    tables.reflect(runtime.database.engine)
    with runtime.database.engine.connect() as connection:
        for table in tables.sorted_tables:
            if table.name == "content_files":
                continue
            for row in connection.execute(select(table)):
                for column, value in row._mapping.items():
                    yield f"{table.name}.{column}", str(value)
                    if isinstance(table.c[column].type, LargeBinary) and value is not None:
                        yield f"{table.name}.{column}", _opened(bytes(value))


def _opened(value: bytes) -> str:
    try:
        return encryption.installed().fernet.decrypt(value).decode()
    except InvalidToken:
        return ""


def leave_traces(person: Person, runtime: Runtime) -> None:
    """Write the marker wherever a person, or staff about them, can write."""
    person.say(f"Ich heiße {MARKER}")
    person._send(Inbound("photo", "attachment", attachment=Attachment("photo", MARKER, f"{MARKER}.jpg")))
    person.press("do:questionnaire")
    person.press("consent:yes")
    while person.abouts()[-1] != "question/origin":
        person.press("do:skip")
    person.tap("other")
    person.say(MARKER)
    person.press("book:first-interview")
    person.press("consent:yes")
    for _ in range(3):
        person.tap_first()
    person.press("topic:kita-place")
    person.press("helpful:no")
    person.press("do:human")
    person.press("consent:yes")
    with runtime.database.session() as session:
        member = StaffRow(
            name="c",
            shown_name="C",
            password_hash="-",
            role="counsellor",
            language="de",
            created_at=runtime.clock(),
        )
        session.add(member)
        session.flush()
        wording, now = runtime.content.wording, runtime.clock()
        handover.reply(session, person.conversation, member, f"Guten Tag {MARKER}", wording=wording, now=now)
        handover.add_note(session, person.conversation, member, f"{MARKER} braucht Hilfe", now=now)
        audit.record(session, "read", member_id=member.id, conversation=person.conversation, now=now)
        handover.give_back(session, person.conversation, member, wording=wording, now=now)


def traces(runtime: Runtime, *marks: str) -> list[str]:
    found = [where for where, value in every_value(runtime) if any(mark in value for mark in marks)]
    for path in Path(runtime.settings.data_dir).rglob("*"):
        if path.is_file() and "postgres" not in path.parts:
            content = path.read_bytes()
            found += [str(path) for mark in marks if mark.encode() in content]
    return found


def test_nothing_is_left_of_a_person_who_erases_everything(
    runtime: Runtime, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    person = Person(runtime)
    leave_traces(person, runtime)
    assert traces(runtime, MARKER)
    person.press("do:delete-data")
    person.tap("yes")
    assert person.abouts() == ["my-data/erased"]
    assert traces(runtime, MARKER) == []
    assert MARKER not in caplog.text


def test_after_erasing_only_the_last_word_and_an_empty_conversation_are_left(runtime: Runtime) -> None:
    person = Person(runtime)
    leave_traces(person, runtime)
    person.press("do:delete-data")
    person.tap("yes")
    assert [m.about.id for m in person.transcript() if m.about] == ["erased"]
    with runtime.database.session() as session:
        assert session.query(ResponseRow).count() == 0
        (appointment,) = session.query(AppointmentRow).all()
        assert (appointment.status, appointment.conversation_id) == ("cancelled", None)


def test_resending_the_erasing_message_answers_the_same_and_erases_nothing_new(runtime: Runtime) -> None:
    person = Person(runtime)
    person.press("do:delete-data")
    payload = next(p for p in person.payloads() if p.endswith(":yes"))
    inbound = Inbound("erase-now", "button", payload=payload)
    person._send(inbound)
    first = [m.number for m in person.last]
    person._send(inbound)
    assert [m.number for m in person.last] == first


def test_a_telegram_address_is_forgotten_once_the_last_word_is_delivered(runtime: Runtime) -> None:
    inbox = Person(runtime).inbox
    address = "998877665544"

    def send(number: int, kind: str, payload: str = "") -> None:
        inbox.work(
            inbox.receive("telegram", address, Inbound(str(number), kind, payload=payload)).conversation
        )  # type: ignore[arg-type]

    send(1, "start")
    send(2, "button", "do:delete-data")
    with runtime.database.session() as session:
        row = session.scalars(select(ConversationRow).where(ConversationRow.channel == "telegram")).one()
        asked = session.scalars(select(OutboxRow).order_by(OutboxRow.id.desc())).first()
        assert asked is not None
        payload = json.dumps(asked.body).split('"payload": "')[1].split('"')[0]
    send(3, "button", payload)
    assert any(where.startswith("outbox.") for where in traces(runtime, address))
    with runtime.database.session() as session:
        (last,) = session.scalars(select(OutboxRow)).all()
        assert last.forget
        erasure.forget_delivered(session, row.id)
    assert traces(runtime, address, str(row.id)) == []


def test_an_operator_can_erase_a_conversation(runtime: Runtime) -> None:
    person = Person(runtime)
    leave_traces(person, runtime)
    with runtime.database.session() as session:
        assert erasure.erase(session, person.conversation, now=runtime.clock())
        assert not erasure.erase(session, person.conversation, now=runtime.clock())
    assert traces(runtime, MARKER, str(person.conversation)) == []
