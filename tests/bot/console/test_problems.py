"""What did not arrive or could not be handled waits visibly until somebody has dealt with it."""

import re
from datetime import UTC, datetime

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.encryption import lookup_hash
from bot.models import ConversationRow, InboxRow, OutboxRow
from bot.runtime import Runtime
from tests.bot.console.conftest import Cast
from tests.factories import make_conversation, say, undeliver

TEXT = "mein Name ist Amina"


def receive(session: Session, row: ConversationRow | None, problem: str, external: str) -> InboxRow:
    """An inbound message that could not be handled."""
    now = datetime.now(UTC)
    stored = InboxRow(
        conversation_id=row.id if row else None,
        channel="telegram",
        external_hash=lookup_hash("telegram", external),
        body={"text": TEXT},
        received_at=now,
        answered_at=now,
        problem=problem,
    )
    session.add(stored)
    session.flush()
    return stored


def badge(page: str) -> int:
    """The count beside "Probleme"."""
    return int(re.search(r'Probleme</span>\s*<span class="count[^"]*">(\d+)<', page)[1])  # type: ignore[index]


def test_everything_that_is_stuck_is_counted_and_linked_without_its_text(
    cast: Cast, console_runtime: Runtime
) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, channel="telegram", address=4711)
        for state in ("failed", "uncertain"):
            undeliver(session, row, say(session, row, TEXT, sender="assistant").number, state)
        for number in range(3):
            receive(session, row, "failed", f"failed-{number}")
        receive(session, None, "unparsable", "garbage")

    page = cast["counsellor"].get("/staff/problems").text

    assert badge(page) == 6
    assert page.count(f'href="/staff/conversations/{row.id}') == 3
    assert "3 Nachrichten" in page
    assert "Nicht lesbar" in page
    assert "Amina" not in page


def test_a_stuck_message_may_be_read_in_its_conversation(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, channel="telegram", address=4711)
        undeliver(session, row, say(session, row, TEXT, sender="assistant").number)

    assert cast["counsellor"].get(f"/staff/conversations/{row.id}").status_code == 200


def test_sending_again_takes_it_off_the_page_and_wakes_the_outbox(
    cast: Cast, console_runtime: Runtime
) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, channel="telegram", address=4711)
        failed = undeliver(session, row, say(session, row, TEXT, sender="assistant").number)

    cast["counsellor"].post(f"/staff/outbox/{failed.id}/send-again", {"from": "problems"})

    assert badge(cast["counsellor"].get("/staff/problems").text) == 0
    with console_runtime.database.session() as session:
        queued = session.scalars(select(OutboxRow)).one()
        assert (queued.state, queued.next_try_at <= datetime.now(UTC)) == ("queued", True)


def test_two_who_send_again_send_once(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, channel="telegram", address=4711)
        failed = undeliver(session, row, say(session, row, TEXT, sender="assistant").number)
    path = f"/staff/outbox/{failed.id}/send-again"

    answers = [cast[who].post(path).status_code for who in ("counsellor", "administrator")]

    assert answers == [303, 409]


def test_giving_up_leaves_the_mark_in_the_transcript(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, channel="telegram", address=4711)
        failed = undeliver(session, row, say(session, row, TEXT, sender="assistant").number)

    cast["counsellor"].post(f"/staff/outbox/{failed.id}/dismiss")

    assert badge(cast["counsellor"].get("/staff/problems").text) == 0
    assert "wird nicht mehr gesendet" in cast["counsellor"].get(f"/staff/conversations/{row.id}").text


@pytest.mark.parametrize("with_conversation", [True, False])
def test_what_somebody_has_dealt_with_is_no_longer_counted(
    cast: Cast, console_runtime: Runtime, with_conversation: bool
) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, channel="telegram", address=4711) if with_conversation else None
        receive(session, row, "failed", "one")
        receive(session, None, "unparsable", "other")

    form = {"conversation": str(row.id) if row else "", "channel": "telegram", "problem": "failed"}
    cast["counsellor"].post("/staff/problems/attended", form)

    assert badge(cast["counsellor"].get("/staff/problems").text) == 1


def test_without_problems_the_page_says_so(cast: Cast) -> None:
    page = cast["counsellor"].get("/staff/problems").text

    assert "Alles ist angekommen." in page
    assert "Alles wurde verarbeitet." in page
