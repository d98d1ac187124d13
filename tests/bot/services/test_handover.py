"""Who owns a conversation, and that two who want it at once do not both get it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from threading import Barrier, Thread

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot import transcript
from bot.content.store import ContentStore
from bot.database import Database
from bot.errors import Conflict, NotFound
from bot.models import ConversationRow, HandoverEventRow, NoteRow, OutboxRow, StaffRow
from bot.services import handover
from bot.wording import Wording
from tests.factories import make_conversation, make_member, say

NOW = datetime.now(UTC)


@pytest.fixture
def wording(content: ContentStore) -> Wording:
    return content.wording


@pytest.fixture
def session(database: Database, wording: Wording) -> Iterator[Session]:
    with database.session() as session:
        yield session


@pytest.fixture
def mara(session: Session) -> StaffRow:
    return make_member(session, "mara", shown_name="Mara König")


@pytest.fixture
def jo(session: Session) -> StaffRow:
    return make_member(session, "jo", shown_name="Jo Becker")


def events(session: Session, row: ConversationRow) -> list[tuple[str, str, str]]:
    """Every change of owner: from, to, why."""
    stored = session.scalars(
        select(HandoverEventRow)
        .where(HandoverEventRow.conversation_id == row.id)
        .order_by(HandoverEventRow.id)
    )
    return [(event.from_owner, event.to_owner, event.reason) for event in stored]


def abouts(session: Session, row: ConversationRow) -> list[str | None]:
    """What the messages of the conversation are about."""
    return [f"{m.about.kind}/{m.about.id}" if m.about else None for m in transcript.messages(session, row.id)]


def test_the_whole_way_is_kept_as_events(session: Session, mara: StaffRow, wording: Wording) -> None:
    row = make_conversation(session)
    handover.hand_over(session, row, reason="asked", now=NOW)
    handover.take_over(session, row.id, mara, wording=wording, now=NOW)
    handover.give_back(session, row.id, mara, wording=wording, now=NOW)
    handover.close(session, row.id, mara, wording=wording, now=NOW)

    assert events(session, row) == [
        ("assistant", "waiting", "asked"),
        ("waiting", "staff", "taken-over"),
        ("staff", "assistant", "given-back"),
        ("assistant", "closed", "closed"),
    ]


def test_the_person_is_told_who_joined_left_and_ended(
    session: Session, mara: StaffRow, wording: Wording
) -> None:
    row = make_conversation(session, owner="waiting")
    handover.take_over(session, row.id, mara, wording=wording, now=NOW)
    handover.give_back(session, row.id, mara, wording=wording, now=NOW)
    handover.close(session, row.id, mara, wording=wording, now=NOW)

    assert abouts(session, row) == ["handover/joined", "handover/left", "handover/ended"]
    assert "Mara König" in transcript.messages(session, row.id)[0].text


def test_waiting_has_a_time_and_a_reason_until_somebody_comes(
    session: Session, mara: StaffRow, wording: Wording
) -> None:
    row = make_conversation(session)
    handover.hand_over(session, row, reason="safety", now=NOW)
    assert (row.owner, row.waiting_since, row.waiting_reason) == ("waiting", NOW, "safety")

    handover.take_over(session, row.id, mara, wording=wording, now=NOW)

    assert (row.owner, row.member_id, row.waiting_since) == ("staff", mara.id, None)


@pytest.mark.parametrize("owner", ["waiting", "staff"])
def test_asking_for_a_person_twice_changes_nothing(session: Session, mara: StaffRow, owner: str) -> None:
    row = make_conversation(session, owner=owner, member_id=mara.id if owner == "staff" else None)

    handover.hand_over(session, row, reason="asked", now=NOW)

    assert (row.owner, events(session, row)) == (owner, [])


def test_who_comes_second_is_told_who_has_it(
    session: Session, mara: StaffRow, jo: StaffRow, wording: Wording
) -> None:
    row = make_conversation(session, owner="waiting")
    handover.take_over(session, row.id, mara, wording=wording, now=NOW)

    with pytest.raises(handover.OwnedByColleague) as conflict:
        handover.take_over(session, row.id, jo, wording=wording, now=NOW)

    assert (conflict.value.holder, row.member_id) == ("Mara König", mara.id)


def test_two_clicks_at_once_make_one_owner(database: Database, wording: Wording) -> None:
    with database.session() as session:
        row = make_conversation(session, owner="waiting")
        members = [make_member(session, name).id for name in ("mara", "jo", "kim", "lou")]
    start, outcomes = Barrier(len(members)), []

    def click(member_id: int) -> None:
        start.wait()
        try:
            with database.session() as session:
                member = session.get_one(StaffRow, member_id)
                handover.take_over(session, row.id, member, wording=wording, now=NOW)
            outcomes.append("owner")
        except Conflict:
            outcomes.append("conflict")

    threads = [Thread(target=click, args=(member,)) for member in members]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["conflict", "conflict", "conflict", "owner"]
    with database.session() as session:
        assert len(events(session, row)) == 1
        assert abouts(session, row) == ["handover/joined"]


def test_a_colleague_is_relieved_only_by_who_saw_that_they_have_it(
    session: Session, mara: StaffRow, jo: StaffRow, wording: Wording
) -> None:
    row = make_conversation(session, owner="staff", member_id=mara.id)

    handover.take_over(session, row.id, jo, wording=wording, now=NOW, seen_holder=mara.id)

    assert row.member_id == jo.id


def test_clicking_twice_is_harmless(session: Session, mara: StaffRow, wording: Wording) -> None:
    row = make_conversation(session, owner="waiting")
    for _ in range(2):
        handover.take_over(session, row.id, mara, wording=wording, now=NOW)

    assert abouts(session, row) == ["handover/joined"]


@pytest.mark.parametrize("owner", ["assistant", "waiting", "closed", "staff"])
def test_a_reply_takes_the_conversation_over_whoever_had_it(
    session: Session, mara: StaffRow, jo: StaffRow, wording: Wording, owner: str
) -> None:
    row = make_conversation(session, owner=owner, member_id=jo.id if owner == "staff" else None)

    sent = handover.reply(session, row.id, mara, "Guten Tag", wording=wording, now=NOW)

    assert (row.owner, row.member_id) == ("staff", mara.id)
    assert (sent.sender, sent.author, sent.text) == ("staff", "Mara König", "Guten Tag")
    assert events(session, row) == [(owner, "staff", "replied")]


def test_a_reply_from_an_outdated_page_is_refused_and_not_sent(
    session: Session, mara: StaffRow, jo: StaffRow, wording: Wording
) -> None:
    row = make_conversation(session, owner="staff", member_id=jo.id)

    with pytest.raises(handover.OwnedByColleague):
        handover.reply(session, row.id, mara, "Guten Tag", wording=wording, now=NOW, refuse_if_held=True)

    assert transcript.messages(session, row.id) == []


def test_a_reply_is_queued_for_a_channel_that_is_pushed_to(
    session: Session, mara: StaffRow, wording: Wording
) -> None:
    row = make_conversation(session, owner="staff", member_id=mara.id, channel="telegram", address=4711)

    handover.reply(session, row.id, mara, "Guten Tag", wording=wording, now=NOW)
    session.flush()

    queued = session.scalars(select(OutboxRow).where(OutboxRow.conversation_id == row.id)).one()
    assert (queued.body["text"], queued.address) == ("Guten Tag", 4711)


def test_a_reply_stays_plain_text(session: Session, mara: StaffRow, wording: Wording) -> None:
    row = make_conversation(session)

    sent = handover.reply(session, row.id, mara, "<b>Hallo</b> & *gut*", wording=wording, now=NOW)

    assert (sent.text, sent.html) == ("<b>Hallo</b> & *gut*", None)


@pytest.mark.parametrize(("text", "code"), [("", "empty"), (" \n ", "empty"), ("x" * 4001, "too-long")])
def test_a_reply_that_cannot_be_sent_changes_nothing(
    session: Session, mara: StaffRow, wording: Wording, text: str, code: str
) -> None:
    row = make_conversation(session, owner="waiting")

    with pytest.raises(handover.UnusableText, match=code):
        handover.reply(session, row.id, mara, text, wording=wording, now=NOW)

    assert (row.owner, transcript.messages(session, row.id)) == ("waiting", [])


@pytest.mark.parametrize("action", [handover.give_back, handover.close])
def test_nobody_ends_what_a_colleague_has(
    session: Session, mara: StaffRow, jo: StaffRow, wording: Wording, action: object
) -> None:
    row = make_conversation(session, owner="staff", member_id=mara.id)

    with pytest.raises(handover.OwnedByColleague):
        action(session, row.id, jo, wording=wording, now=NOW)  # type: ignore[operator]


def test_what_nobody_has_cannot_be_given_back(session: Session, mara: StaffRow, wording: Wording) -> None:
    row = make_conversation(session, owner="waiting")

    with pytest.raises(handover.NotOwned):
        handover.give_back(session, row.id, mara, wording=wording, now=NOW)


def test_taking_over_answers_the_alarm(session: Session, mara: StaffRow, wording: Wording) -> None:
    row = make_conversation(session, owner="waiting", unread=3)
    handover.raise_alarm(session, row, now=NOW)

    handover.take_over(session, row.id, mara, wording=wording, now=NOW)

    assert (row.alarm_at, row.unread) == (None, 0)


def test_a_note_is_never_a_message(session: Session, mara: StaffRow) -> None:
    row = make_conversation(session, owner="waiting", channel="telegram", address=4711)
    say(session, row, "Hallo")

    handover.add_note(session, row.id, mara, "ruft am Montag an", now=NOW)
    session.flush()

    assert [message.text for message in transcript.messages(session, row.id)] == ["Hallo"]
    assert session.scalars(select(OutboxRow)).all() == []
    assert session.scalars(select(NoteRow)).one().body == "ruft am Montag an"


def test_a_member_who_leaves_does_not_take_the_conversation_along(
    session: Session, mara: StaffRow, jo: StaffRow, wording: Wording
) -> None:
    row = make_conversation(session, owner="staff", member_id=mara.id)
    session.delete(mara)
    session.flush()
    session.expire(row)

    handover.take_over(session, row.id, jo, wording=wording, now=NOW)

    assert row.member_id == jo.id


def test_an_erased_conversation_is_gone(session: Session, mara: StaffRow, wording: Wording) -> None:
    row = make_conversation(session, owner="waiting", erased_at=NOW)

    with pytest.raises(NotFound):
        handover.take_over(session, row.id, mara, wording=wording, now=NOW)
