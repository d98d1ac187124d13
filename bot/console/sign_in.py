"""Signing in and out, and the one-time link of the first administrator."""

import threading
from typing import TYPE_CHECKING

from starlette.responses import Response

from bot.console import door
from bot.console.rendering import render
from bot.console.visit import Visit, redirect
from bot.errors import NotFound
from bot.services import audit, sign_in, staff

if TYPE_CHECKING:
    from bot.models import StaffRow

_checking = threading.BoundedSemaphore(2)
"""Looking at a password takes memory and processor time; no more than two are looked at at once."""


def show_form(visit: Visit) -> Response:
    """The sign-in form; who is signed in goes on."""
    if visit.signed_in is not None:
        return redirect(_wanted(visit.query.get("next")))
    return _form(visit, next_page=visit.query.get("next", ""))


def sign_in_now(visit: Visit) -> Response:
    """Sign in. Unknown accounts and wrong passwords look the same and take the same time."""
    name, password = visit.form.get("name", ""), visit.form.get("password", "")
    next_page = visit.form.get("next", "")
    database, address = visit.runtime.database, visit.address()
    with database.session() as session:
        until = sign_in.announce_attempt(session, name=name, address=address, now=visit.now)
    if until is not None:
        return _form(visit, next_page=next_page, problem="too-many-attempts", until=until, status=429)
    with database.session() as session:
        found = sign_in.find_account(session, name)
    if not _fits(found, password):
        return _form(visit, next_page=next_page, problem="wrong-sign-in", status=401)
    with database.session() as session:
        sign_in.forget_failures(session, name=name, address=address, now=visit.now)
        member = sign_in.find_account(session, name)
        if member is None or not member.active:
            return _form(visit, next_page=next_page, problem="wrong-sign-in", status=401)
        token = sign_in.start_session(session, member, now=visit.now)
    return door.set_session(redirect(_wanted(next_page)), visit, token)


def sign_out(visit: Visit) -> Response:
    """Sign this browser out."""
    with visit.runtime.database.session() as session:
        sign_in.end_session(session, visit.member.session_hash)
        audit.record(session, "signed-out", member_id=visit.member.member_id, now=visit.now)
    return door.end_session(redirect("/staff/login", done="signed-out"))


def show_setup(visit: Visit) -> Response:
    """The form of the one-time link."""
    with visit.runtime.database.session() as session:
        if not staff.is_setup_link(session, visit.request.path_params["token"]):
            raise NotFound("this link has been used or replaced")
    return render(visit, "sign_in/setup.html", problem=None, typed={"language": visit.words.language})


def set_up(visit: Visit) -> Response:
    """Create the first administrator and sign in."""
    form = visit.form
    try:
        with _checking, visit.runtime.database.session() as session:
            member = staff.set_up(
                session,
                visit.request.path_params["token"],
                name=form.get("name", ""),
                shown_name=form.get("shown_name", ""),
                password=form.get("password", ""),
                language=form.get("language", ""),
                now=visit.now,
            )
            token = sign_in.start_session(session, member, now=visit.now)
    except staff.AccountProblem as problem:
        return render(visit, "sign_in/setup.html", status=422, problem=problem, typed=form)
    return door.set_session(redirect("/staff"), visit, token)


def _fits(found: "StaffRow | None", password: str) -> bool:
    with _checking:
        return staff.password_fits(found, password)


def _form(
    visit: Visit, *, next_page: str, problem: str | None = None, until: object = None, status: int = 200
) -> Response:
    return render(
        visit,
        "sign_in/form.html",
        status=status,
        next_page=next_page,
        problem=problem,
        until=until,
        typed_name=visit.form.get("name", ""),
    )


def _wanted(path: str | None) -> str:
    """A page of the console, whatever the address said."""
    if not path or not (path == "/staff" or path.startswith(("/staff/", "/staff?"))):
        return "/staff"
    if path.startswith("/staff/login") or "\\" in path or any(ord(sign) < 0x20 for sign in path):
        return "/staff"
    return path
