"""Collected responses as a table for statistics programs: one row a response, nothing of who gave it."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TextIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.local_time import local_day
from bot.models import ResponseAnswerRow, ResponseRow
from dialogues.questionnaire.form import Form, Question

ABOUT = ("response", "questionnaire", "version", "language", "way", "started_at", "changed_at", "finished_at")
AT_ONCE = 500
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_responses(
    session: Session, forms: Sequence[Form], file: TextIO, *, with_sensitive: bool = False
) -> int:
    """Write all responses to the questionnaire as CSV, oldest first, and return how many.

    `forms` are its known versions, oldest first: their questions are the columns, so that a new version adds columns
    behind the old ones. Answers hidden by a changed earlier answer are left out; skipped and unasked ones are blank. A
    question that is sensitive in any version is left out unless `with_sensitive`. Free text never starts a formula.
    """
    questions = _columns(forms, with_sensitive)
    versions = {form.version: form for form in forms}
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow((*ABOUT, *questions))
    rows = session.scalars(
        select(ResponseRow)
        .where(ResponseRow.questionnaire == forms[-1].id)
        .order_by(ResponseRow.started_at, ResponseRow.id)
        .execution_options(yield_per=AT_ONCE)
    )
    written = 0
    for some in rows.partitions():
        given = _answers(session, some)
        for row in some:
            form = versions.get(row.version, forms[-1])
            answers = form.relevant_answers(given[row.id], local_day(row.changed_at))
            values = (_cell(question, answers.get(question.name, "")) for question in questions.values())
            writer.writerow((*_about(row), *values))
            written += 1
    return written


def _columns(forms: Iterable[Form], with_sensitive: bool) -> dict[str, Question]:
    questions: dict[str, Question] = {}
    hidden: set[str] = set()
    for form in forms:
        for question in form.questions:
            if question.kind != "note":
                questions.setdefault(question.name, question)
            if question.sensitive and not with_sensitive:
                hidden.add(question.name)
    return {name: question for name, question in questions.items() if name not in hidden}


def _answers(session: Session, responses: Sequence[ResponseRow]) -> Mapping[object, dict[str, str]]:
    given: dict[object, dict[str, str]] = {response.id: {} for response in responses}
    found = session.execute(
        select(ResponseAnswerRow.response_id, ResponseAnswerRow.question, ResponseAnswerRow.value).where(
            ResponseAnswerRow.response_id.in_(given)
        )
    )
    for response, question, value in found:
        given[response][question] = value
    return given


def _about(row: ResponseRow) -> tuple[str, ...]:
    return (
        str(row.id),
        row.questionnaire,
        row.version,
        row.language,
        row.way,
        _instant(row.started_at),
        _instant(row.changed_at),
        _instant(row.finished_at),
    )


def _instant(at: datetime | None) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds") if at else ""


def _cell(question: Question, value: str) -> str:
    return f"'{value}" if question.kind == "text" and value.startswith(FORMULA) else value
