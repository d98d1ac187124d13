"""Conversations: the lists, one conversation with its transcript, and what staff do in it."""

import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session
from starlette.responses import Response

from bot.console import conversation_list, conversation_view
from bot.console.conversation_list import LISTS, ListName
from bot.console.rendering import render
from bot.console.visit import Permission, Visit, optional_number, redirect
from bot.errors import Conflict
from bot.models import StaffRow
from bot.services import audit, handover

Act = Callable[[Session, StaffRow], object]


def show_list(visit: Visit) -> Response:
    """Conversations that wait, are mine, are with staff, or are closed."""
    which = _which(visit)
    return render(
        visit,
        "conversations/list.html",
        place=f"/staff/conversations?list={which}",
        conversation=None,
        **_list_values(visit, which),
    )


def show(visit: Visit) -> Response:
    """One conversation; opening it is recorded."""
    return _page(visit, _id(visit))


def take_over(visit: Visit) -> Response:
    """Make the conversation mine."""
    return _do(
        visit,
        "taken-over",
        lambda session, member: handover.take_over(
            session,
            _id(visit),
            member,
            wording=visit.runtime.content.wording,
            now=visit.now,
            seen_holder=optional_number(visit.form.get("seen_holder")),
        ),
    )


def reply(visit: Visit) -> Response:
    """Send a reply to the person; the conversation becomes mine."""
    language = visit.form.get("language")
    return _do(
        visit,
        "replied",
        lambda session, member: handover.reply(
            session,
            _id(visit),
            member,
            visit.form.get("text", ""),
            wording=visit.runtime.content.wording,
            now=visit.now,
            language=language if language in visit.runtime.content.current.enabled else None,
            refuse_if_held=True,
            seen_holder=optional_number(visit.form.get("seen_holder")),
        ),
    )


def add_note(visit: Visit) -> Response:
    """Write a note for colleagues."""
    return _do(
        visit,
        "noted",
        lambda session, member: handover.add_note(
            session, _id(visit), member, visit.form.get("note", ""), now=visit.now
        ),
    )


def give_back(visit: Visit) -> Response:
    """Let the assistant answer again."""
    return _do(
        visit,
        "given-back",
        lambda session, member: handover.give_back(
            session, _id(visit), member, wording=visit.runtime.content.wording, now=visit.now
        ),
    )


def close(visit: Visit) -> Response:
    """End the conversation."""
    return _do(
        visit,
        "closed",
        lambda session, member: handover.close(
            session, _id(visit), member, wording=visit.runtime.content.wording, now=visit.now
        ),
    )


def acknowledge_alarm(visit: Visit) -> Response:
    """Say that somebody deals with the alarm."""
    return _do(visit, "alarm-seen", lambda session, _: handover.acknowledge_alarm(session, _id(visit)))


def _do(visit: Visit, done: str, act: Act) -> Response:
    conversation_id = _id(visit)
    try:
        with visit.runtime.database.session() as session:
            conversation_view.find(session, conversation_id)
            act(session, session.get_one(StaffRow, visit.member.member_id))
    except handover.OwnedByColleague as conflict:
        return _page(visit, conversation_id, status=409, problem=("held-by-colleague", conflict.holder))
    except Conflict:
        return _page(visit, conversation_id, status=409, problem=("no-longer-held", ""))
    except handover.UnusableText as problem:
        return _page(visit, conversation_id, status=422, problem=(f"text-{problem.code}", ""))
    return redirect(
        f"/staff/conversations/{conversation_id}",
        list=visit.form.get("list") or None,
        opening=optional_number(visit.form.get("opening")),
        done=done,
    )


def _page(
    visit: Visit,
    conversation_id: uuid.UUID,
    *,
    status: int = 200,
    problem: tuple[str, str] | None = None,
) -> Response:
    member_id = visit.member.member_id
    opening = optional_number(visit.form.get("opening") or visit.query.get("opening"))
    with visit.runtime.database.session() as session:
        row = conversation_view.find(session, conversation_id)
        if visit.live != "hidden" and row.unread:
            handover.seen(session, conversation_id, member_id)
        opening = audit.open_transcript(
            session, conversation_id, member_id=member_id, opening=opening, now=visit.now
        )
        holder = conversation_view.holder(session, row)
        timeline = conversation_view.timeline(session, row, everything="all" in visit.query)
    which = _which(visit, default=_list_of(row.owner, mine=row.member_id == member_id))
    return render(
        visit,
        "conversations/conversation.html",
        status=status,
        place=f"/staff/conversations?list={which}",
        conversation=row,
        holder=holder,
        mine=row.owner == "staff" and row.member_id == member_id,
        timeline=timeline,
        opening=opening,
        problem=problem,
        typed=visit.form,
        reply_languages=_reply_languages(visit, row.language),
        longest_reply=handover.LONGEST_REPLY,
        **_list_values(visit, which),
    )


def _list_values(visit: Visit, which: ListName) -> dict[str, Any]:
    member_id = visit.member.member_id
    with visit.runtime.database.session() as session:
        entries = conversation_list.conversations(
            session,
            which,
            member_id=member_id,
            with_preview=visit.may(Permission.TRANSCRIPTS),
            language=visit.query.get("language"),
            before=_instant(visit.query.get("before")),
        )
        languages = conversation_list.languages(session, which, member_id=member_id)
    full = len(entries) == conversation_list.LONGEST_LIST
    return {
        "which": which,
        "entries": entries,
        "languages": languages,
        "language": visit.query.get("language", ""),
        "older": entries[-1].last_at.isoformat() if full and which == "closed" else None,
    }


def _reply_languages(visit: Visit, spoken: str) -> list[str]:
    enabled = visit.runtime.content.current.enabled
    return [spoken, *(code for code in enabled if code != spoken)]


def _id(visit: Visit) -> uuid.UUID:
    return visit.path_uuid("conversation")


def _which(visit: Visit, default: ListName = "waiting") -> ListName:
    wished = visit.form.get("list") or visit.query.get("list")
    return next((name for name in LISTS if name == wished), default)


def _list_of(owner: str, *, mine: bool) -> ListName:
    if owner == "staff":
        return "mine" if mine else "staff"
    return "closed" if owner == "closed" else "waiting"


def _instant(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    if moment is None:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
