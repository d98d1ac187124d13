"""One's own account: language, password, on duty or not."""

from starlette.responses import Response

from bot.console.rendering import render
from bot.console.visit import Visit, redirect
from bot.services import staff

PAGE = "/staff/account"


def home(visit: Visit) -> Response:
    """The first place this role has, else one's own account."""
    places = {"queue": "/staff/conversations", "worklist": "/staff/worklist"}
    return redirect(next((path for needs, path in places.items() if visit.may(needs)), PAGE))


def show(visit: Visit) -> Response:
    """One's own account."""
    return _page(visit)


def change_password(visit: Visit) -> Response:
    """Change one's own password; other browsers are signed out."""
    form = visit.form
    if form.get("new") != form.get("repeated"):
        return _page(visit, status=422, problem=staff.AccountProblem("repeated", "passwords-differ"))
    try:
        with visit.runtime.database.session() as session:
            staff.change_password(
                session,
                visit.member.member_id,
                current=form.get("current", ""),
                new=form.get("new", ""),
                now=visit.now,
                keep_session=visit.member.session_hash,
            )
    except staff.AccountProblem as problem:
        return _page(visit, status=422, problem=problem)
    return redirect(PAGE, done="password-changed")


def change_language(visit: Visit) -> Response:
    """Change the language of the console."""
    try:
        with visit.runtime.database.session() as session:
            staff.change_language(session, visit.member.member_id, visit.form.get("language", ""))
    except staff.AccountProblem as problem:
        return _page(visit, status=422, problem=problem)
    return redirect(PAGE, done="language-changed")


def change_duty(visit: Visit) -> Response:
    """Say whether one is there for people who ask for a person."""
    with visit.runtime.database.session() as session:
        on_duty = visit.form.get("on_duty") == "yes"
        staff.set_duty(session, visit.member.member_id, on_duty=on_duty, now=visit.now)
    return redirect(PAGE, done="on-duty" if on_duty else "off-duty")


def _page(visit: Visit, *, status: int = 200, problem: staff.AccountProblem | None = None) -> Response:
    return render(
        visit,
        "account/account.html",
        status=status,
        place=PAGE,
        problem=problem,
        languages=staff.CONSOLE_LANGUAGES,
        shortest_password=staff.SHORTEST_PASSWORD,
    )
