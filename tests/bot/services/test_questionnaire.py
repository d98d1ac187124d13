"""Responses keep every answer, in order, and come out as one table."""

import csv
import io
import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.database import Database
from bot.models import ConversationRow
from bot.services import questionnaire
from bot.services.responses_export import write_responses
from dialogues.questionnaire.expressions import Expression
from dialogues.questionnaire.form import Form, Part, Question

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=3)

CHILDREN = Question("children", "one", "you", choices=("yes", "no"))
AGES = Question(
    "ages", "many", "you", (Expression.parse("${children} = 'yes'", {"children"}),), choices=("small", "big")
)
PAPER = Question("paper", "one", "you", choices=("visa",), sensitive=True)
REMARKS = Question("remarks", "text", "you")
THANKS = Question("thanks", "note", "you")
FIRST = Form("needs", "1", (Part("you"),), (CHILDREN, AGES, PAPER, REMARKS, THANKS))


@pytest.fixture
def ali(database: Database) -> uuid.UUID:
    return a_conversation(database)


def a_conversation(database: Database) -> uuid.UUID:
    with database.session() as session:
        row = ConversationRow(
            channel="web",
            address_hash=uuid.uuid4().bytes,
            language="ar",
            state={},
            created_at=NOW,
            last_at=NOW,
        )
        session.add(row)
        session.flush()
        return row.id


def start(session: Session, conversation: uuid.UUID, at: datetime = NOW, version: str = "1") -> uuid.UUID:
    return questionnaire.start(session, conversation, "needs", version, "ar", at).id


def answer(
    database: Database, conversation: uuid.UUID, question: str, value: str, at: datetime = NOW
) -> None:
    with database.session() as session:
        response = questionnaire.latest(session, conversation)
        assert response is not None
        questionnaire.store_answer(session, response, question, value, at)


def stored(database: Database, conversation: uuid.UUID) -> list[tuple[str, str]]:
    with database.session() as session:
        response = questionnaire.latest(session, conversation)
        assert response is not None
        return list(questionnaire.answers(session, response).items())


def export(database: Database, *forms: Form, with_sensitive: bool = False) -> list[dict[str, str]]:
    file = io.StringIO()
    with database.session() as session:
        written = write_responses(session, forms, file, with_sensitive=with_sensitive)
    rows = list(csv.DictReader(io.StringIO(file.getvalue())))
    assert len(rows) == written
    return rows


def test_nobody_has_a_response_before_starting_one(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        assert questionnaire.latest(session, ali) is None


def test_answers_come_back_in_the_order_they_were_given(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    for question, value in (("paper", "visa"), ("children", ""), ("ages", "small big")):
        answer(database, ali, question, value)
    assert stored(database, ali) == [("paper", "visa"), ("children", ""), ("ages", "small big")]


def test_a_changed_answer_keeps_its_place(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    for question, value in (("children", "yes"), ("ages", "small"), ("children", "no")):
        answer(database, ali, question, value)
    assert stored(database, ali) == [("children", "no"), ("ages", "small")]


def test_a_new_response_leaves_the_earlier_one_as_it_is(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    answer(database, ali, "children", "yes")
    with database.session() as session:
        start(session, ali, LATER)
    assert (stored(database, ali), len(export(database, FIRST))) == ([], 2)


def test_one_person_does_not_see_the_response_of_another(database: Database, ali: uuid.UUID) -> None:
    charlie = a_conversation(database)
    with database.session() as session:
        start(session, ali)
        assert questionnaire.latest(session, charlie) is None


def test_finishing_twice_keeps_the_first_time(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    for at in (NOW, LATER):
        with database.session() as session:
            response = questionnaire.latest(session, ali)
            assert response is not None
            questionnaire.finish(session, response, at)
    with database.session() as session:
        response = questionnaire.latest(session, ali)
        assert response is not None
        assert response.finished_at == NOW


def test_an_answer_says_when_the_response_last_changed(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    answer(database, ali, "children", "no", LATER)
    with database.session() as session:
        response = questionnaire.latest(session, ali)
        assert response is not None
        assert (response.started_at, response.changed_at) == (NOW, LATER)


def test_answers_are_not_readable_in_the_database(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    answer(database, ali, "remarks", "geheimnis")
    with database.session() as session:
        found = session.scalars(text("SELECT convert_from(value, 'UTF8') FROM response_answers")).all()
    assert [value for value in found if "geheimnis" in value] == []
    assert len(found) == 1


def test_the_table_has_one_row_a_response_without_what_is_delicate(
    database: Database, ali: uuid.UUID
) -> None:
    with database.session() as session:
        response = start(session, ali)
    for question, value in (("children", "yes"), ("ages", "small big"), ("paper", "visa"), ("thanks", "")):
        answer(database, ali, question, value, LATER)
    assert export(database, FIRST) == [
        {
            "response": str(response),
            "questionnaire": "needs",
            "version": "1",
            "language": "ar",
            "way": "alone",
            "started_at": "2026-11-20T09:00:00+00:00",
            "changed_at": "2026-11-23T09:00:00+00:00",
            "finished_at": "",
            "children": "yes",
            "ages": "small big",
            "remarks": "",
        }
    ]


def test_delicate_answers_come_out_only_when_asked_for(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    answer(database, ali, "paper", "visa")
    (row,) = export(database, FIRST, with_sensitive=True)
    assert row["paper"] == "visa"


def test_an_answer_that_no_longer_applies_is_not_counted(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    for question, value in (("children", "yes"), ("ages", "small"), ("children", "no")):
        answer(database, ali, question, value)
    (row,) = export(database, FIRST)
    assert row["ages"] == ""


def test_a_new_version_adds_columns_behind_the_old_ones(database: Database, ali: uuid.UUID) -> None:
    second = Form("needs", "2", (Part("you"),), (Question("first_new", "text", "you"), CHILDREN))
    with database.session() as session:
        start(session, ali)
    answer(database, ali, "remarks", "kept")
    (row,) = export(database, FIRST, second)
    assert (list(row)[-4:], row["remarks"]) == (["children", "ages", "remarks", "first_new"], "kept")


def test_free_text_cannot_start_a_formula(database: Database, ali: uuid.UUID) -> None:
    with database.session() as session:
        start(session, ali)
    answer(database, ali, "remarks", "=HYPERLINK(1)")
    (row,) = export(database, FIRST)
    assert row["remarks"] == "'=HYPERLINK(1)"


def test_more_responses_than_are_read_at_once_all_come_out(
    database: Database, ali: uuid.UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.responses_export.AT_ONCE", 2)
    for days in range(5):
        with database.session() as session:
            start(session, ali, NOW + timedelta(days=days))
        answer(database, ali, "children", "yes" if days % 2 else "no")
    rows = export(database, FIRST)
    assert [row["children"] for row in rows] == ["no", "yes", "no", "yes", "no"]
    assert date.fromisoformat(rows[-1]["started_at"][:10]) == date(2026, 11, 24)
