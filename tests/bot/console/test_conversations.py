"""Lists and conversations as staff see and handle them."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from html import unescape
from threading import Thread

import pytest
from sqlalchemy import select

from bot import transcript
from bot.channels.contract import Attachment
from bot.models import AuditRow, ConversationRow, NoteRow, StaffRow
from bot.runtime import Runtime
from bot.services import handover
from tests.bot.console.conftest import Browser, Cast, sign_in
from tests.factories import make_conversation, make_member, say, undeliver


def entries(page: str) -> list[str]:
    """Ids of the conversations of a list, in order."""
    return re.findall(r'<li id="entry-([0-9a-f-]+)"', page)


def path_of(row: ConversationRow, action: str = "") -> str:
    return f"/staff/conversations/{row.id}{action}"


def owner(runtime: Runtime, row: ConversationRow) -> tuple[str, str | None]:
    """Who has the conversation now."""
    with runtime.database.session() as session:
        now = session.get_one(ConversationRow, row.id)
        member = session.get(StaffRow, now.member_id) if now.member_id else None
        return now.owner, member.name if member else None


def test_alarms_come_first_then_who_has_waited_longest(cast: Cast, console_runtime: Runtime) -> None:
    now = datetime.now(UTC)
    with console_runtime.database.session() as session:
        short, long, alarm = (
            make_conversation(session, owner="waiting", waiting_since=now - timedelta(minutes=minutes))
            for minutes in (1, 30, 0)
        )
        handover.raise_alarm(session, alarm, now=now)

    page = cast["counsellor"].get("/staff/conversations").text

    assert entries(page) == [str(alarm.id), str(long.id), str(short.id)]


def test_an_entry_says_language_waiting_time_reason_and_last_line(
    cast: Cast, console_runtime: Runtime
) -> None:
    since = datetime.now(UTC) - timedelta(minutes=12, seconds=10)
    with console_runtime.database.session() as session:
        row = make_conversation(
            session, language="ar", owner="waiting", waiting_since=since, waiting_reason="not-understood"
        )
        say(session, row, "أحتاج موعدا")

    page = cast["counsellor"].get("/staff/conversations").text

    for shown in ("Arabisch", "12 Min.", "nicht verstanden"):
        assert shown in page
    assert '<bdi lang="ar" dir="rtl">أحتاج موعدا</bdi>' in page


@pytest.mark.parametrize(
    ("which", "expected"),
    [
        ("waiting", {"waiting", "alarm"}),
        ("mine", {"mine"}),
        ("staff", {"mine", "colleague"}),
        ("closed", {"closed"}),
    ],
)
def test_each_list_holds_its_own(
    cast: Cast, console_runtime: Runtime, which: str, expected: set[str]
) -> None:
    browser = cast["counsellor"]
    with console_runtime.database.session() as session:
        me = session.scalars(select(StaffRow).where(StaffRow.name == "counsellor")).one()
        jo = make_member(session, "jo")
        rows = {
            "waiting": make_conversation(session, owner="waiting"),
            "alarm": make_conversation(session, alarm_at=datetime.now(UTC)),
            "assistant": make_conversation(session),
            "mine": make_conversation(session, owner="staff", member_id=me.id),
            "colleague": make_conversation(session, owner="staff", member_id=jo.id),
            "closed": make_conversation(session, owner="closed"),
        }
        names = {str(row.id): name for name, row in rows.items()}

    page = browser.get(f"/staff/conversations?list={which}").text

    assert {names[entry] for entry in entries(page)} == expected


def test_a_list_can_be_filtered_by_language(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        arabic = make_conversation(session, language="ar", owner="waiting")
        make_conversation(session, language="uk", owner="waiting")

    page = cast["counsellor"].get("/staff/conversations?list=waiting&language=ar").text

    assert entries(page) == [str(arabic.id)]


@pytest.mark.parametrize("which", ["waiting", "mine", "staff", "closed"])
def test_an_empty_list_says_what_would_appear(cast: Cast, which: str) -> None:
    assert 'class="empty"' in cast["counsellor"].get(f"/staff/conversations?list={which}").text


def test_a_transcript_shows_who_spoke_when_and_in_which_direction(
    cast: Cast, console_runtime: Runtime
) -> None:
    at = datetime(2026, 11, 20, 13, 30, tzinfo=UTC)
    with console_runtime.database.session() as session:
        row = make_conversation(session, language="ar", owner="waiting")
        say(session, row, "اتصلت بـ 0231 50-11150", now=at)
        say(session, row, "Hello", sender="assistant", language="en", now=at)

    page = cast["counsellor"].get(path_of(row)).text

    assert '<div class="text" lang="ar" dir="rtl">اتصلت بـ 0231 50-11150</div>' in page
    assert '<div class="text" lang="en" dir="ltr">Hello</div>' in page
    assert "Freitag, 20. November 2026" in page
    assert ">14:30</time>" in page


@pytest.mark.parametrize("sender", ["person", "assistant", "staff"])
def test_what_people_write_is_text_and_nothing_else(
    cast: Cast, console_runtime: Runtime, sender: str
) -> None:
    evil = '<script>alert(1)</script><img src=x onerror="alert(1)">\u202eexe.gnp'
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
        say(session, row, evil, sender=sender, html="<script>alert(2)</script>", author="<i>Mara</i>")
        say(session, row, "", attachment=Attachment("file", "<u>ref</u>", "\u202efdp.exe<script>"))
        member = make_member(session, "jo", shown_name="<b>Jo</b>")
        handover.add_note(session, row.id, member, evil, now=datetime.now(UTC))

    page = cast["counsellor"].get(path_of(row)).text

    assert "&lt;script&gt;alert(1)" in page
    assert not re.search(r"<script>|<img src=x|<u>ref|<b>Jo|<i>Mara|alert\(2\)", page)
    assert "\u202e" not in page


def test_notes_are_marked_as_internal(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
    cast["counsellor"].post(path_of(row, "/note"), {"note": "kommt mit zwei Kindern"})

    page = cast["counsellor"].get(path_of(row)).text

    note = re.search(r'<li id="note-\d+" class="note">.*?</li>', page, re.DOTALL)
    assert note is not None
    assert "Interne Notiz" in note[0]
    assert "kommt mit zwei Kindern" in note[0]


def test_attachments_are_shown_as_references(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting", channel="telegram", address=4711)
        say(session, row, "", attachment=Attachment("photo", "AgACAg", "Brief.jpg", 250_000))

    page = unescape(cast["counsellor"].get(path_of(row)).text)

    assert "Foto: <bdi>Brief.jpg</bdi> (244 kB)" in page
    assert "AgACAg" in page


def test_opening_a_transcript_is_recorded_once_per_opening(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
    browser = cast["counsellor"]
    first = browser.get(path_of(row)).text
    address = unescape(re.search(r'data-live-address="([^"]+)"', first)[1])  # type: ignore[index]
    for _ in range(3):
        browser.get(address, lotse_live="visible")

    assert openings(console_runtime) == [("counsellor", row.id)]
    browser.get(path_of(row))
    assert openings(console_runtime) == [("counsellor", row.id)] * 2


def test_the_opening_of_a_colleague_is_not_believed(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
    page = cast["counsellor"].get(path_of(row)).text
    address = unescape(re.search(r'data-live-address="([^"]+)"', page)[1])  # type: ignore[index]

    cast["administrator"].get(address, lotse_live="visible")

    assert openings(console_runtime) == [("counsellor", row.id), ("administrator", row.id)]


def openings(runtime: Runtime) -> list[tuple[str, object]]:
    """Who opened which transcript, in order."""
    with runtime.database.session() as session:
        query = (
            select(StaffRow.name, AuditRow.conversation_id)
            .join(StaffRow, StaffRow.id == AuditRow.staff_id)
            .where(AuditRow.action == "transcript-read")
            .order_by(AuditRow.id)
        )
        return [(name, conversation) for name, conversation in session.execute(query)]


def test_taking_over_replying_giving_back_and_closing(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
    browser = cast["counsellor"]
    seen = []
    for action, form in (
        ("/take-over", {}),
        ("/reply", {"text": "Guten Tag"}),
        ("/give-back", {}),
        ("/close", {}),
    ):
        assert browser.post(path_of(row, action), form).status_code == 303
        seen.append(owner(console_runtime, row)[0])

    assert seen == ["staff", "staff", "assistant", "closed"]
    with console_runtime.database.session() as session:
        said = [(message.sender, message.text) for message in transcript.messages(session, row.id)]
    assert ("staff", "Guten Tag") in said


@pytest.mark.parametrize("state", ["assistant", "waiting", "staff", "closed"])
def test_a_reply_takes_the_conversation_over(cast: Cast, console_runtime: Runtime, state: str) -> None:
    with console_runtime.database.session() as session:
        jo = make_member(session, "jo")
        row = make_conversation(
            session,
            owner=state,
            member_id=jo.id if state == "staff" else None,
            alarm_at=datetime.now(UTC) if state == "assistant" else None,
        )
    page = cast["counsellor"].get(path_of(row)).text
    seen = re.search(r'name="seen_holder" value="(\d+)"', page)

    form = {"text": "Guten Tag", "seen_holder": seen[1] if seen else ""}
    cast["counsellor"].post(path_of(row, "/reply"), form)

    assert owner(console_runtime, row) == ("staff", "counsellor")


def test_two_members_who_claim_at_once_make_one_owner(
    cast: Cast, console_runtime: Runtime, open_browser: Callable[[], Browser]
) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
        for name in ("mara", "jo"):
            make_member(session, name)
    browsers = {name: open_browser() for name in ("mara", "jo")}
    tokens = {}
    for name, browser in browsers.items():
        sign_in(browser, name)
        tokens[name] = browser.csrf()
    answers = {}

    def click(name: str) -> None:
        answers[name] = browsers[name].post(path_of(row, "/take-over"), csrf=tokens[name])

    threads = [Thread(target=click, args=(name,)) for name in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    winner = owner(console_runtime, row)[1]
    loser = next(name for name in browsers if name != winner)
    assert {name: answer.status_code for name, answer in answers.items()} == {winner: 303, loser: 409}
    assert f"{str(winner).capitalize()} war schneller" in answers[loser].text


def test_a_reply_that_came_second_is_not_sent_and_stays_typed(cast: Cast, console_runtime: Runtime) -> None:
    browser = cast["counsellor"]
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
        jo = make_member(session, "jo", shown_name="Jo Becker")
        handover.take_over(
            session, row.id, jo, wording=console_runtime.content.wording, now=datetime.now(UTC)
        )

    answer = browser.post(path_of(row, "/reply"), {"text": "Ich bin auch da <3"})

    assert answer.status_code == 409
    assert "Jo Becker war schneller" in answer.text
    assert ">Ich bin auch da &lt;3</textarea>" in answer.text
    assert owner(console_runtime, row) == ("staff", "jo")


@pytest.mark.parametrize(("text", "said"), [("  ", "Bitte schreiben Sie etwas"), ("x" * 4001, "zu lang")])
def test_a_reply_that_cannot_be_sent_stays_typed(
    cast: Cast, console_runtime: Runtime, text: str, said: str
) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")

    answer = cast["counsellor"].post(path_of(row, "/reply"), {"text": text})

    assert answer.status_code == 422
    assert said in answer.text
    assert f">{text}</textarea>" in answer.text


def test_dangerous_clicks_name_their_consequence_first(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
    cast["counsellor"].post(path_of(row, "/take-over"))

    page = cast["counsellor"].get(path_of(row)).text

    assert "Die Person bekommt die Nachricht, dass das Gespräch beendet ist" in page
    assert "Die Person bekommt die Nachricht, dass Sie das Gespräch verlassen haben" in page


def test_a_long_transcript_shows_its_newest_part_first(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
        for number in range(1, 206):
            say(session, row, f"Nachricht Nummer {number}.")

    page = cast["counsellor"].get(path_of(row)).text
    whole = cast["counsellor"].get(path_of(row) + "?all=1").text

    assert "Nummer 5." not in page
    assert "Nummer 6." in page
    assert "Frühere Nachrichten anzeigen" in page
    assert "Nummer 1." in whole


def test_reading_what_is_mine_clears_what_is_new(cast: Cast, console_runtime: Runtime) -> None:
    browser = cast["counsellor"]
    with console_runtime.database.session() as session:
        me = session.scalars(select(StaffRow).where(StaffRow.name == "counsellor")).one()
        row = make_conversation(session, owner="staff", member_id=me.id, unread=2)

    assert "2 neu" in browser.get("/staff/conversations?list=mine").text
    browser.get(path_of(row))
    assert "2 neu" not in browser.get("/staff/conversations?list=mine").text


@pytest.mark.parametrize(
    ("state", "said"), [("failed", "Nicht angekommen"), ("uncertain", "vielleicht doppelt")]
)
def test_a_message_that_did_not_arrive_is_visible_and_can_be_sent_again(
    cast: Cast, console_runtime: Runtime, state: str, said: str
) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting", channel="telegram", address=4711)
        message = say(session, row, "Ihr Termin", sender="assistant")
        failed = undeliver(session, row, message.number, state)

    page = cast["counsellor"].get(path_of(row)).text
    answer = cast["counsellor"].post(f"/staff/outbox/{failed.id}/send-again")

    assert said in page
    assert answer.status_code == 303
    with console_runtime.database.session() as session:
        again = session.get_one(type(failed), failed.id)
        assert (again.state, again.attempts, again.problem) == ("queued", 0, None)


def test_a_note_goes_to_the_table_and_nowhere_else(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
    cast["counsellor"].post(path_of(row, "/note"), {"note": "intern"})

    with console_runtime.database.session() as session:
        assert [note.body for note in session.scalars(select(NoteRow))] == ["intern"]
        assert transcript.messages(session, row.id) == []


def test_the_closed_list_goes_on_below(cast: Cast, console_runtime: Runtime) -> None:
    now = datetime.now(UTC)
    with console_runtime.database.session() as session:
        for minutes in range(103):
            row = make_conversation(session, owner="closed", now=now - timedelta(minutes=minutes))

    page = cast["counsellor"].get("/staff/conversations?list=closed").text
    older = unescape(re.search(r'class="older"><a href="([^"]+)"', page)[1])  # type: ignore[index]
    rest = cast["counsellor"].get(older).text

    assert len(entries(page)) == 100
    assert entries(rest)[-1] == str(row.id)
    assert len(entries(rest)) == 3
