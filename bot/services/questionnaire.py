"""Responses to the questionnaire: started, answered one question at a time, finished."""

import uuid
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.models import ResponseAnswerRow, ResponseRow


def latest(session: Session, conversation_id: uuid.UUID) -> ResponseRow | None:
    """The person's latest response, finished or not, or None."""
    query = (
        select(ResponseRow)
        .where(ResponseRow.conversation_id == conversation_id)
        .order_by(ResponseRow.started_at.desc(), ResponseRow.finished_at.desc().nulls_first())
        .limit(1)
    )
    return session.scalar(query)


def start(
    session: Session, conversation_id: uuid.UUID, form_id: str, version: str, language: str, now: datetime
) -> ResponseRow:
    """A new response on that version of the form; earlier ones stay as they are."""
    response = ResponseRow(
        conversation_id=conversation_id,
        questionnaire=form_id,
        version=version,
        language=language,
        started_at=now,
        changed_at=now,
    )
    session.add(response)
    session.flush()
    return response


def store_answer(session: Session, response: ResponseRow, question: str, value: str, now: datetime) -> None:
    """Keep the answer; a changed answer keeps the place in the order it was first given in."""
    answer = insert(ResponseAnswerRow).values(response_id=response.id, question=question, value=value, at=now)
    session.execute(
        answer.on_conflict_do_update(
            index_elements=[ResponseAnswerRow.response_id, ResponseAnswerRow.question],
            set_={"value": answer.excluded.value, "at": answer.excluded.at},
        )
    )
    response.changed_at = now


def finish(session: Session, response: ResponseRow, now: datetime) -> None:
    """The response is complete; finishing it again changes nothing."""
    if response.finished_at is None:
        response.finished_at = now
        response.changed_at = now
        session.flush()


def answers(session: Session, response: ResponseRow) -> dict[str, str]:
    """The answers in the order their questions were first answered; `""` is a skipped question."""
    query = (
        select(ResponseAnswerRow.question, ResponseAnswerRow.value)
        .where(ResponseAnswerRow.response_id == response.id)
        .order_by(ResponseAnswerRow.position)
    )
    return {question: value for question, value in session.execute(query)}
