"""Every page of the console, tried by the whole cast."""

import re
import uuid
from datetime import UTC, datetime

import pytest

from bot.console.routes import GRANTS, ROUTES, STATIC, console_routes
from bot.console.sign_in import show_form
from bot.console.visit import Permission
from bot.database import Database
from bot.models import StaffRow, WorklistRow
from bot.runtime import Runtime
from bot.services import worklist
from tests.bot.console.conftest import ROLES, Cast
from tests.factories import make_conversation, say, undeliver

CAST = ("outsider", *ROLES)

ALLOWED: dict[Permission, set[str]] = {
    Permission.ANYONE: {"outsider", "counsellor", "editor", "analyst", "administrator"},
    Permission.SIGNED_IN: {"counsellor", "editor", "analyst", "administrator"},
    Permission.QUEUE: {"counsellor", "analyst", "administrator"},
    Permission.TRANSCRIPTS: {"counsellor", "administrator"},
    Permission.APPOINTMENTS: {"counsellor", "administrator"},
    Permission.PROBLEMS: {"counsellor", "administrator"},
    Permission.WORKLIST: {"editor", "analyst", "administrator"},
    Permission.CONTENT: {"editor", "administrator"},
    Permission.ACCOUNTS: {"administrator"},
    Permission.AUDIT: {"administrator"},
}
"""Written out once more, so that a changed grant is a decision and not a slip."""


@pytest.fixture
def addresses(console_runtime: Runtime, cast: Cast) -> dict[str, str]:
    """Real ids for the addresses of ROUTES."""
    cast.add("somebody.else")
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting", channel="telegram")
        message = say(session, row, "Guten Tag", sender="assistant")
        failed = undeliver(session, row, message.number)
        account = session.query(StaffRow).filter_by(name="somebody.else").one()
        worklist.record(
            session,
            console_runtime.content.current,
            "ich brauche etwas",
            language="de",
            kind="not-understood",
            intents=[],
            today=datetime.now(UTC).date(),
        )
        return {
            "{entry}": str(session.query(WorklistRow).one().id),
            "{language}": "de",
            "{name:path}": "topics/register-address",
            "{conversation}": str(row.id),
            "{outbox}": str(failed.id),
            "{account}": str(account.id),
            "{token}": "no-such-token",
            "{nothing:path}": "nothing/here",
        }


def test_every_permission_is_granted_to_whom_it_should_be() -> None:
    granted = {
        permission: {role for role in ROLES if permission in GRANTS[role]}
        for permission in Permission
        if permission not in (Permission.ANYONE, Permission.SIGNED_IN)
    }

    assert granted == {permission: who for permission, who in ALLOWED.items() if permission in granted}


def test_every_page_the_console_serves_is_in_the_table(console_runtime: Runtime) -> None:
    served = {route.path for route in console_routes(console_runtime)}  # type: ignore[attr-defined]

    assert served == {route.path for route in ROUTES} | {STATIC}


@pytest.mark.parametrize("who", CAST)
def test_each_page_opens_for_who_may_and_for_nobody_else(
    who: str, cast: Cast, addresses: dict[str, str]
) -> None:
    browser, unexpected = cast[who], {}
    for route in sorted(ROUTES, key=lambda route: route.path == "/staff/logout"):
        if route.path == "/staff/events" and who in ALLOWED[route.needs]:
            continue  # an endless stream: read by test_events.py
        path = re.sub(r"{[^}]+}", lambda found: addresses[found[0]], route.path)
        answer = browser.get(path) if route.method == "GET" else browser.post(path, FORMS.get(route.path))
        if who in ALLOWED[route.needs]:
            usual = 200 if route.method == "GET" else 303
            expected = (EXPECTED.get((route.method, route.path), usual), False)
            if route.page is show_form and who != "outsider":
                expected = (303, False)
        else:
            expected = (303, True) if who == "outsider" else (404, False)
        if route.path == "/staff/logout":
            expected = (303, True)
        seen = (answer.status_code, answer.headers.get("location", "").startswith("/staff/login"))
        if seen != expected:
            unexpected[f"{route.method} {route.path}"] = seen

    assert unexpected == {}


@pytest.mark.parametrize("who", ["outsider", "administrator"])
def test_a_form_that_is_not_ours_is_refused(who: str, cast: Cast, addresses: dict[str, str]) -> None:
    browser, taken = cast[who], {}
    for route in ROUTES:
        if route.method == "POST" and who in ALLOWED[route.needs]:
            path = re.sub(r"{[^}]+}", lambda found: addresses[found[0]], route.path)
            answer = browser.post(path, FORMS.get(route.path), csrf="forged")
            if answer.status_code != 403:
                taken[route.path] = answer.status_code

    assert taken == {}


FORMS: dict[str, dict[str, str]] = {
    "/staff/login": {"name": "nobody", "password": "wrong"},
    "/staff/account/language": {"language": "en"},
    "/staff/account/password": {
        "current": "a harbour at night",
        "new": "a lantern at dawn",
        "repeated": "a lantern at dawn",
    },
    "/staff/conversations/{conversation}/reply": {"text": "Guten Tag"},
    "/staff/conversations/{conversation}/note": {"note": "ruft zurück"},
    "/staff/accounts": {"name": "new.member", "shown_name": "Neu", "role": "counsellor", "language": "de"},
    "/staff/accounts/{account}": {"shown_name": "Redaktion", "role": "editor"},
    "/staff/worklist/{entry}/example": {"intent": "faq/register-address"},
    "/staff/problems/attended": {"channel": "telegram", "problem": "failed"},
}

EXPECTED: dict[tuple[str, str], int] = {
    ("POST", "/staff/login"): 401,
    ("GET", "/staff/setup/{token}"): 404,
    ("POST", "/staff/setup/{token}"): 404,
    ("GET", "/staff"): 303,
    ("GET", "/staff/"): 303,
    ("POST", "/staff/outbox/{outbox}/dismiss"): 409,
    ("POST", "/staff/worklist/{entry}/dismiss"): 409,
    ("POST", "/staff/understanding/back"): 409,
    ("POST", "/staff/accounts"): 200,
    ("POST", "/staff/accounts/{account}/reset-password"): 200,
    ("GET", "/staff/{nothing:path}"): 404,
    ("POST", "/staff/{nothing:path}"): 404,
}
"""Answers that are not "here it is" to a GET and "done, go on" to a POST."""


def test_signed_in_people_are_not_shown_the_sign_in_form_again(cast: Cast) -> None:
    assert cast["editor"].get("/staff/login").headers["location"] == "/staff"


@pytest.mark.parametrize("which", ["waiting", "mine", "staff", "closed"])
def test_an_analyst_sees_who_waits_but_no_words(which: str, cast: Cast, console_runtime: Runtime) -> None:
    owner = {"mine": "staff"}.get(which, which)
    browser = cast["analyst"]
    with console_runtime.database.session() as session:
        analyst = session.query(StaffRow).filter_by(name="analyst").one()
        row = make_conversation(session, owner=owner, member_id=analyst.id if owner == "staff" else None)
        say(session, row, "Ich heiße Amina")

    page = browser.get(f"/staff/conversations?list={which}").text

    assert "DE" in page
    assert "Amina" not in page
    assert f"/staff/conversations/{row.id}" not in page


@pytest.mark.parametrize("conversation", ["not-an-id", str(uuid.uuid4())])
def test_a_conversation_that_does_not_exist_is_not_found(conversation: str, cast: Cast) -> None:
    assert cast["counsellor"].get(f"/staff/conversations/{conversation}").status_code == 404


def test_what_a_person_told_only_the_assistant_is_not_found(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session)
        say(session, row, "nur für den Assistenten")

    answer = cast["counsellor"].get(f"/staff/conversations/{row.id}")

    assert answer.status_code == 404
    assert "nur für" not in answer.text


def test_an_erased_conversation_is_not_found(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting", erased_at=datetime.now(UTC))

    assert cast["counsellor"].get(f"/staff/conversations/{row.id}").status_code == 404


@pytest.mark.parametrize("path", ["/staff/login", "/staff/conversations", "/staff/nothing"])
def test_pages_are_not_kept_and_run_no_foreign_script(path: str, cast: Cast) -> None:
    answer = cast["administrator" if path != "/staff/login" else "outsider"].get(path)

    assert answer.headers["cache-control"] == "no-store"
    assert "'unsafe-inline'" not in answer.headers["content-security-policy"]
    assert answer.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<script>|<style>| style=| on[a-z]+=", answer.text)


def test_a_form_of_a_megabyte_is_refused(cast: Cast) -> None:
    answer = cast["counsellor"].post("/staff/account/language", {"language": "x" * 1_000_000})

    assert answer.status_code == 413


def test_without_the_database_the_console_says_so(
    cast: Cast, console_runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = cast["counsellor"]
    stopped = Database("postgresql://127.0.0.1:9/none")
    monkeypatch.setattr(console_runtime.database, "session", stopped.session)

    answer = browser.get("/staff/conversations")

    assert answer.status_code == 503
    assert "Gerade nicht erreichbar" in answer.text
