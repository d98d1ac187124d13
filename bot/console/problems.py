"""What did not arrive and what could not be handled: nothing is lost without somebody seeing it."""

import uuid
from collections.abc import Callable

from starlette.responses import Response

from bot.console.rendering import render
from bot.console.visit import Visit, optional_number, redirect
from bot.errors import Conflict, NotFound
from bot.services import delivery

PAGE = "/staff/problems"


def show(visit: Visit) -> Response:
    """Counts, times and links; no texts."""
    return _page(visit)


def send_again(visit: Visit) -> Response:
    """Queue an undelivered message once more."""
    return _settle(visit, delivery.send_again, "sent-again")


def dismiss(visit: Visit) -> Response:
    """Give an undelivered message up."""
    return _settle(visit, delivery.dismiss, "dismissed")


def attend(visit: Visit) -> Response:
    """Say that somebody has dealt with inbound messages that could not be handled."""
    form = visit.form
    try:
        conversation = uuid.UUID(form["conversation"]) if form.get("conversation") else None
    except ValueError:
        raise NotFound("not an id") from None
    with visit.runtime.database.session() as session:
        delivery.attend(
            session,
            conversation=conversation,
            channel=form.get("channel", ""),
            problem=form.get("problem", ""),
            member_id=visit.member.member_id,
            now=visit.now,
        )
    return redirect(PAGE, done="attended")


def _settle(visit: Visit, change: Callable[..., uuid.UUID], done: str) -> Response:
    outbox_id = visit.path_number("outbox")
    try:
        with visit.runtime.database.session() as session:
            conversation = change(session, outbox_id, member_id=visit.member.member_id, now=visit.now)
    except Conflict:
        return _page(visit, status=409, problem="problem-settled")
    if visit.form.get("from") == "problems":
        return redirect(PAGE, done=done)
    opening = optional_number(visit.form.get("opening"))
    return redirect(f"/staff/conversations/{conversation}", opening=opening, done=done)


def _page(visit: Visit, *, status: int = 200, problem: str | None = None) -> Response:
    with visit.runtime.database.session() as session:
        undelivered, unhandled = delivery.undelivered(session), delivery.unhandled(session)
    return render(
        visit,
        "problems/list.html",
        status=status,
        place=PAGE,
        undelivered=undelivered,
        unhandled=unhandled,
        problem=problem,
    )
