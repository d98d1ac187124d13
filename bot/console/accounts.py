"""Staff accounts, for administrators."""

from starlette.responses import Response

from bot.console.rendering import render
from bot.console.visit import Visit, redirect
from bot.models import StaffRow
from bot.services import staff

PAGE = "/staff/accounts"


def show_list(visit: Visit) -> Response:
    """All accounts, and the form for a new one."""
    return _list(visit)


def add(visit: Visit) -> Response:
    """Add an account; its first password is shown once."""
    form, password = visit.form, staff.new_password()
    try:
        with visit.runtime.database.session() as session:
            row = staff.add(
                session,
                name=form.get("name", ""),
                shown_name=form.get("shown_name", ""),
                role=form.get("role", ""),
                counsellor=form.get("counsellor"),
                language=form.get("language", visit.words.language),
                password=password,
                by=visit.member.member_id,
                now=visit.now,
            )
    except staff.AccountProblem as problem:
        return _list(visit, status=422, problem=problem)
    return _one(visit, row, password=password)


def show(visit: Visit) -> Response:
    """One account."""
    return _one(visit, _row(visit))


def change(visit: Visit) -> Response:
    """Change shown name, role and calendar."""
    form, account_id = visit.form, visit.path_number("account")
    try:
        with visit.runtime.database.session() as session:
            staff.change(
                session,
                account_id,
                role=form.get("role", ""),
                shown_name=form.get("shown_name", ""),
                counsellor=form.get("counsellor"),
                by=visit.member.member_id,
                now=visit.now,
            )
    except staff.AccountProblem as problem:
        return _one(visit, _row(visit), status=422, problem=problem.code, field=problem.field)
    except staff.LastAdministrator:
        return _one(visit, _row(visit), status=409, problem="last-administrator", field="role")
    return redirect(f"{PAGE}/{account_id}", done="account-changed")


def deactivate(visit: Visit) -> Response:
    """Nobody can sign in with this account any more."""
    return _set_active(visit, active=False)


def activate(visit: Visit) -> Response:
    """The account can be used again."""
    return _set_active(visit, active=True)


def reset_password(visit: Visit) -> Response:
    """A new password, shown once."""
    with visit.runtime.database.session() as session:
        account_id = visit.path_number("account")
        password = staff.reset_password(session, account_id, by=visit.member.member_id, now=visit.now)
    return _one(visit, _row(visit), password=password)


def _set_active(visit: Visit, *, active: bool) -> Response:
    account_id = visit.path_number("account")
    try:
        with visit.runtime.database.session() as session:
            staff.set_active(session, account_id, active=active, by=visit.member.member_id, now=visit.now)
    except staff.LastAdministrator:
        return _one(visit, _row(visit), status=409, problem="last-administrator", field="active")
    return redirect(f"{PAGE}/{account_id}", done="account-activated" if active else "account-deactivated")


def _row(visit: Visit) -> StaffRow:
    with visit.runtime.database.session() as session:
        return staff.account(session, visit.path_number("account"))


def _list(visit: Visit, *, status: int = 200, problem: staff.AccountProblem | None = None) -> Response:
    with visit.runtime.database.session() as session:
        rows = staff.accounts(session)
    return render(
        visit,
        "accounts/list.html",
        status=status,
        place=PAGE,
        accounts=rows,
        roles=staff.ROLES,
        calendars=visit.counsellors(),
        languages=staff.CONSOLE_LANGUAGES,
        problem=problem,
        typed=visit.form,
    )


def _one(
    visit: Visit,
    row: StaffRow,
    *,
    status: int = 200,
    problem: str | None = None,
    field: str | None = None,
    password: str | None = None,
) -> Response:
    typed = visit.form if problem else {}
    return render(
        visit,
        "accounts/account.html",
        status=status,
        place=PAGE,
        account=row,
        shown_name=typed.get("shown_name", row.shown_name),
        role=typed.get("role", row.role),
        counsellor=typed.get("counsellor", row.counsellor or ""),
        roles=staff.ROLES,
        calendars=visit.counsellors(),
        problem=problem,
        field=field,
        password=password,
    )
