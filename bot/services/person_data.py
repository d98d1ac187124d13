"""A person's own data: what is stored, and a copy of it as JSON and readable HTML (articles 15 and 20 GDPR)."""

import json
import uuid
from datetime import datetime
from html import escape
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot import local_time, transcript
from bot.models import (
    AppointmentRow,
    ConsentRow,
    ConversationRow,
    FeedbackRow,
    HandoverEventRow,
    MessageRow,
    NoteRow,
    ResponseAnswerRow,
    ResponseRow,
)
from bot.services import consents
from bot.wording import Wording
from dialogues.services import StoredData
from dialogues.turn import File, Text


def overview(session: Session, row: ConversationRow) -> StoredData:
    """What is stored of the person, counted."""

    def count(table: Any) -> int:
        counted = select(func.count()).select_from(table).where(table.conversation_id == row.id)
        return session.scalar(counted) or 0

    answered = (
        select(func.count())
        .select_from(ResponseAnswerRow)
        .join(ResponseRow, ResponseRow.id == ResponseAnswerRow.response_id)
        .where(ResponseRow.conversation_id == row.id)
    )
    return StoredData(
        messages=count(MessageRow),
        answers=session.scalar(answered) or 0,
        appointments=count(AppointmentRow),
        notes=count(NoteRow),
        consents=tuple(consents.given(session, row.id)),
        since=row.created_at,
    )


def copy(session: Session, row: ConversationRow, *, now: datetime) -> dict[str, Any]:
    """Everything stored of the person, as JSON values.

    Staff notes are counted only: they are about the work of staff, and handed out by a person who checks whether
    they name others (article 15 (4) GDPR).
    """
    return {
        "made_at": now.isoformat(),
        "conversation": {
            "id": str(row.id),
            "channel": row.channel,
            "language": row.language,
            "address": row.address,
            "since": row.created_at.isoformat(),
            "handled_by": row.owner,
        },
        "messages": [
            {"number": m.number, "from": m.sender, "at": m.at.isoformat(), **m.body()}
            for m in transcript.messages(session, row.id)
        ],
        "questionnaire": _responses(session, row.id),
        "appointments": [
            {
                "service": a.service,
                "office": a.office,
                "starts_at": a.starts_at.isoformat(),
                "ends_at": a.ends_at.isoformat(),
                "language": a.language,
                "status": a.status,
            }
            for a in _all(session, AppointmentRow, row.id)
        ],
        "consents": [
            {
                "purpose": c.purpose,
                "language": c.language,
                "text_version": c.text_hash,
                "given_at": c.given_at.isoformat(),
                "withdrawn_at": c.withdrawn_at.isoformat() if c.withdrawn_at else None,
            }
            for c in _all(session, ConsentRow, row.id)
        ],
        "ratings": [
            {"topic": f.topic, "helpful": f.helpful, "at": f.at.isoformat()}
            for f in _all(session, FeedbackRow, row.id)
        ],
        "handovers": [
            {"at": e.at.isoformat(), "from": e.from_owner, "to": e.to_owner, "reason": e.reason}
            for e in _all(session, HandoverEventRow, row.id)
        ],
        "staff_notes": overview(session, row).notes,
    }


def copies(session: Session, row: ConversationRow, wording: Wording, *, now: datetime) -> list[File]:
    """The copy as two files: one for reading, one for other programs."""
    data = copy(session, row, now=now)
    return [
        File("lotse-data.html", "text/html", _page(data, row, wording, now)),
        File("lotse-data.json", "application/json", json.dumps(data, ensure_ascii=False, indent=2)),
    ]


def _all(session: Session, table: Any, conversation: uuid.UUID) -> list[Any]:
    return list(
        session.scalars(select(table).where(table.conversation_id == conversation).order_by(table.id))
    )


def _responses(session: Session, conversation: uuid.UUID) -> list[dict[str, Any]]:
    found = []
    for response in _all(session, ResponseRow, conversation):
        given = session.scalars(
            select(ResponseAnswerRow)
            .where(ResponseAnswerRow.response_id == response.id)
            .order_by(ResponseAnswerRow.position)
        )
        found.append(
            {
                "questionnaire": response.questionnaire,
                "version": response.version,
                "started_at": response.started_at.isoformat(),
                "finished_at": response.finished_at.isoformat() if response.finished_at else None,
                "answers": {answer.question: answer.value for answer in given},
            }
        )
    return found


def _page(data: dict[str, Any], row: ConversationRow, wording: Wording, now: datetime) -> str:
    """One self-contained page in the person's language."""
    language = row.language
    direction = wording.direction(language)

    def words(key: str, **values: Any) -> str:
        return escape(wording.phrase(key, language, **values))

    def moment(stored: str) -> str:
        return escape(local_time.format_moment(datetime.fromisoformat(stored), language, style="long"))

    lines = [
        f'<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width,initial-scale=1">',
        f"<title>{words('copy-title')}</title><style>body{{font:1rem/1.6 system-ui,sans-serif;max-width:45rem;"
        "margin:2rem auto;padding:0 1rem}dt{font-weight:600}p{white-space:pre-wrap}</style></head><body>",
        f"<h1>{words('copy-title')}</h1><p>{words('copy-made', at=now)}</p>",
        f"<h2>{words('copy-messages')}</h2>",
    ]
    for message in data["messages"]:
        who = words(f"copy-from-{message['from']}")
        lines.append(
            f'<h3>{who}, {moment(message["at"])}</h3><p lang="{message["language"]}" '
            f'dir="{message["direction"]}">{escape(message["text"])}</p>'
        )
    lines.append(f"<h2>{words('copy-questionnaire')}</h2><dl>")
    for response in data["questionnaire"]:
        for question, value in response["answers"].items():
            named = f"{response['questionnaire']}/{response['version']}/{question}"
            label = escape(wording.text(Text(f"question:{named}"), language))
            lines.append(f"<dt>{label}</dt><dd>{escape(_answer(named, value, wording, language))}</dd>")
    lines.append(f"</dl><h2>{words('copy-appointments')}</h2><ul>")
    for appointment in data["appointments"]:
        service = escape(wording.phrase(f"service-{appointment['service']}-name", language))
        status = words(f"copy-status-{appointment['status']}")
        lines.append(f"<li>{service}, {moment(appointment['starts_at'])} ({status})</li>")
    lines.append(f"</ul><h2>{words('copy-consents')}</h2><ul>")
    for consent in data["consents"]:
        name = words(f"consent-name-{consent['purpose']}")
        lines.append(f"<li>{name}, {moment(consent['given_at'])}</li>")
    lines.append(f"</ul><p>{words('copy-notes', count=data['staff_notes'])}</p></body></html>")
    return "\n".join(lines)


def _answer(named: str, value: str, wording: Wording, language: str) -> str:
    """An answer in words; codes that are choices by their labels, everything else as it was given."""
    if not value:
        return wording.phrase("questionnaire-skipped", language)
    labels = [wording.text(Text(f"choice:{named}/{code}"), language) for code in value.split()]
    return ", ".join(labels) if all(labels) else value
