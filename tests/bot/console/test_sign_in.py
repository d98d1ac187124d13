"""Signing in and out, and guessing."""

import dataclasses
import re
import statistics
import time
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.console import door
from bot.runtime import Runtime
from bot.services import staff
from bot.settings import Settings
from tests.bot.console.conftest import Browser, Cast, Clock, sign_in
from tests.factories import PASSWORD


def messages(text: str) -> str:
    """What the page warns about."""
    return " ".join(re.findall(r'role="alert">([^<]*)<', text))


def test_the_one_time_link_makes_the_first_administrator_and_signs_in(
    console_runtime: Runtime, open_browser: Callable[[], Browser]
) -> None:
    with console_runtime.database.session() as session:
        token = staff.setup_link(session, now=console_runtime.clock())
    browser = open_browser()
    form = {"name": "mara", "shown_name": "Mara König", "password": PASSWORD, "language": "en"}

    answer = browser.post(f"/staff/setup/{token}", form)

    assert answer.headers["location"] == "/staff"
    assert "Sign out" in browser.get("/staff/accounts").text
    assert browser.get(f"/staff/setup/{token}").status_code == 404


def test_a_short_password_is_refused_with_what_was_typed(
    console_runtime: Runtime, open_browser: Callable[[], Browser]
) -> None:
    with console_runtime.database.session() as session:
        token = staff.setup_link(session, now=console_runtime.clock())

    answer = open_browser().post(
        f"/staff/setup/{token}", {"name": "mara", "password": "short", "language": "de"}
    )

    assert answer.status_code == 422
    assert "Bitte mindestens 10 Zeichen." in answer.text
    assert 'value="mara"' in answer.text
    assert "short" not in answer.text


@pytest.mark.parametrize(
    ("wanted", "goes_to"),
    [
        ("/staff/problems", "/staff/problems"),
        ("/staff/conversations?list=mine", "/staff/conversations?list=mine"),
        ("https://evil.example/", "/staff"),
        ("//evil.example/staff", "/staff"),
        ("/staff\\@evil.example", "/staff"),
        ("/staffevil", "/staff"),
        ("/staff/login", "/staff"),
        ("", "/staff"),
    ],
)
def test_signing_in_leads_to_pages_of_the_console_only(cast: Cast, wanted: str, goes_to: str) -> None:
    cast.add("counsellor")

    answer = cast["outsider"].post(
        "/staff/login", {"name": "counsellor", "password": PASSWORD, "next": wanted}
    )

    assert answer.headers["location"] == goes_to


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(cast: Cast) -> None:
    cast.add("counsellor")

    answer = cast["outsider"].post("/staff/login", {"name": "counsellor", "password": PASSWORD})

    cookie = next(value for value in answer.headers.get_list("set-cookie") if "lotse_staff" in value)
    assert {"HttpOnly", "SameSite=lax", "Path=/staff"} <= set(cookie.split("; "))


@pytest.mark.parametrize(("public_url", "secure"), [("https://lotse.example", True), (None, False)])
def test_the_cookie_is_secure_when_people_come_by_https(
    console_runtime: Runtime, public_url: str | None, secure: bool
) -> None:
    settings = Settings(data_dir=console_runtime.settings.data_dir, public_url=public_url)
    runtime = dataclasses.replace(console_runtime, settings=settings)
    response = door.Response()

    door._set_cookie(response, runtime, "lotse_staff", "token", seconds=60)

    assert ("Secure" in response.headers["set-cookie"]) is secure


def test_an_unknown_account_and_a_wrong_password_look_the_same(cast: Cast) -> None:
    cast.add("counsellor")
    known = cast["outsider"].post("/staff/login", {"name": "counsellor", "password": "wrong"})
    unknown = cast["outsider"].post("/staff/login", {"name": "nobody", "password": "wrong"})

    assert (known.status_code, messages(known.text)) == (unknown.status_code, messages(unknown.text))
    assert known.status_code == 401


def test_an_unknown_account_takes_as_long_as_a_wrong_password(cast: Cast, console_runtime: Runtime) -> None:
    cast.add("counsellor")
    with console_runtime.database.session() as session:
        known = staff.accounts(session)[0]
    staff.password_fits(None, "warm up")

    def milliseconds(row: staff.StaffRow | None) -> float:
        took = []
        for _ in range(7):
            started = time.perf_counter()
            staff.password_fits(row, "wrong")
            took.append(time.perf_counter() - started)
        return statistics.median(took) * 1000

    assert milliseconds(None) == pytest.approx(milliseconds(known), rel=0.5)


@pytest.mark.parametrize("name", ["counsellor", "nobody"])
def test_guessing_has_to_wait_even_with_the_right_password(cast: Cast, clock: Clock, name: str) -> None:
    cast.add("counsellor")
    for _ in range(5):
        cast["outsider"].post("/staff/login", {"name": name, "password": "wrong"})

    refused = cast["outsider"].post("/staff/login", {"name": name, "password": PASSWORD})
    clock.ahead = timedelta(minutes=1)
    later = cast["outsider"].post("/staff/login", {"name": name, "password": PASSWORD})

    assert refused.status_code == 429
    assert "Zu viele Versuche" in messages(refused.text)
    assert later.status_code == (303 if name == "counsellor" else 401)


def test_a_deactivated_account_cannot_sign_in(cast: Cast, console_runtime: Runtime) -> None:
    cast.add("counsellor")
    with console_runtime.database.session() as session:
        row = staff.accounts(session)[0]
        staff.set_active(session, row.id, active=False, by=row.id, now=console_runtime.clock())

    answer = cast["outsider"].post("/staff/login", {"name": "counsellor", "password": PASSWORD})

    assert answer.status_code == 401


def test_signing_out_ends_the_session_on_the_server(cast: Cast) -> None:
    browser = cast["counsellor"]
    token = browser.client.cookies["lotse_staff"]
    browser.post("/staff/logout")
    browser.client.cookies.set("lotse_staff", token, path="/staff")

    assert browser.get("/staff/account").headers["location"].startswith("/staff/login")


def test_an_idle_session_has_to_sign_in_again_and_comes_back_where_it_was(cast: Cast, clock: Clock) -> None:
    browser = cast["counsellor"]
    clock.ahead = timedelta(hours=9)

    answer = browser.get("/staff/conversations?list=mine")

    assert answer.headers["location"] == "/staff/login?next=%2Fstaff%2Fconversations%3Flist%3Dmine"


def test_a_forged_session_is_nobody(cast: Cast) -> None:
    browser = cast["outsider"]
    browser.client.cookies.set("lotse_staff", "made-up", path="/staff")

    assert browser.get("/staff/account").status_code == 303


def test_the_sign_in_form_of_another_browser_is_refused(
    cast: Cast, open_browser: Callable[[], Browser]
) -> None:
    cast.add("counsellor")
    other = open_browser().csrf()

    answer = cast["outsider"].post("/staff/login", {"name": "counsellor", "password": PASSWORD}, csrf=other)

    assert answer.status_code == 403


def test_the_form_of_a_colleague_is_refused(cast: Cast) -> None:
    answer = cast["counsellor"].post("/staff/account/duty", {"on_duty": "no"}, csrf=cast["editor"].csrf())

    assert answer.status_code == 403


def test_a_page_in_english_for_who_asks_for_it(cast: Cast) -> None:
    page = cast["outsider"].get("/staff/login", accept_language="en-GB,en;q=0.9").text

    assert "Sign in" in page
    assert '<html lang="en">' in page


def test_changing_the_language_changes_the_pages(cast: Cast) -> None:
    cast["editor"].post("/staff/account/language", {"language": "en"})

    assert "My account" in cast["editor"].get("/staff/account").text


def test_changing_the_password_changes_what_signs_in(cast: Cast, open_browser: Callable[[], Browser]) -> None:
    new = "a lantern at dawn"
    cast["editor"].post("/staff/account/password", {"current": PASSWORD, "new": new, "repeated": new})

    sign_in(open_browser(), "editor", new)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"current": "guess", "new": "a lantern at dawn"}, "nicht Ihr jetziges Passwort"),
        ({"current": PASSWORD, "new": "short"}, "mindestens 10 Zeichen"),
        ({"current": PASSWORD, "new": "a lantern at dawn", "repeated": "another"}, "sind verschieden"),
    ],
)
def test_a_password_that_cannot_be_changed_says_why(cast: Cast, form: dict[str, str], said: str) -> None:
    answer = cast["editor"].post("/staff/account/password", {"repeated": form["new"], **form})

    assert answer.status_code == 422
    assert said in answer.text
