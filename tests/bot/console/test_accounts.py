"""Accounts, and the record of what staff did."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.models import StaffRow
from bot.runtime import Runtime
from tests.bot.console.conftest import Browser, Cast, sign_in
from tests.factories import make_conversation, say

ONE_TIME = re.compile(r'id="one-time-password">([^<]+)<')


def account_id(runtime: Runtime, name: str) -> int:
    """The number of an account."""
    with runtime.database.session() as session:
        return session.scalars(select(StaffRow.id).where(StaffRow.name == name)).one()


def test_a_new_account_signs_in_with_the_password_shown_once(
    cast: Cast, open_browser: Callable[[], Browser], console_runtime: Runtime
) -> None:
    form = {"name": "Jo.B", "shown_name": "Jo Becker", "role": "counsellor", "language": "de"}
    page = cast["administrator"].post("/staff/accounts", form).text
    password = ONE_TIME.search(page)[1]  # type: ignore[index]

    sign_in(open_browser(), "jo.b", password)

    again = cast["administrator"].get(f"/staff/accounts/{account_id(console_runtime, 'jo.b')}").text
    assert ONE_TIME.search(again) is None


def test_a_new_account_that_cannot_be_made_keeps_what_was_typed(cast: Cast) -> None:
    form = {"name": "administrator", "shown_name": "Jo <b>", "role": "editor", "language": "de"}

    answer = cast["administrator"].post("/staff/accounts", form)

    assert answer.status_code == 422
    assert "Diesen Kontonamen gibt es schon." in answer.text
    assert 'value="Jo &lt;b&gt;"' in answer.text


def test_a_reset_password_is_shown_once_and_works(
    cast: Cast, open_browser: Callable[[], Browser], console_runtime: Runtime
) -> None:
    cast.add("counsellor")
    path = f"/staff/accounts/{account_id(console_runtime, 'counsellor')}/reset-password"

    password = ONE_TIME.search(cast["administrator"].post(path).text)[1]  # type: ignore[index]

    sign_in(open_browser(), "counsellor", password)


def test_a_deactivated_account_is_signed_out_at_once(cast: Cast, console_runtime: Runtime) -> None:
    assert cast["counsellor"].get("/staff/account").status_code == 200

    cast["administrator"].post(f"/staff/accounts/{account_id(console_runtime, 'counsellor')}/deactivate")

    assert cast["counsellor"].get("/staff/account").status_code == 303


def test_a_changed_role_is_in_force_with_the_next_sign_in(
    cast: Cast, open_browser: Callable[[], Browser], console_runtime: Runtime
) -> None:
    cast.add("editor")
    form = {"role": "counsellor", "shown_name": "Redaktion"}
    cast["administrator"].post(f"/staff/accounts/{account_id(console_runtime, 'editor')}", form)
    browser = open_browser()
    sign_in(browser, "editor")

    assert browser.get("/staff/problems").status_code == 200


@pytest.mark.parametrize(
    ("action", "form"), [("/deactivate", {}), ("", {"role": "editor", "shown_name": "Chef"})]
)
def test_the_last_administrator_stays(
    cast: Cast, console_runtime: Runtime, action: str, form: dict[str, str]
) -> None:
    path = f"/staff/accounts/{account_id(console_runtime, 'administrator')}" if cast["administrator"] else ""

    answer = cast["administrator"].post(path + action, form)

    assert answer.status_code == 409
    assert "das letzte aktive Konto, das Konten verwaltet" in answer.text
    assert cast["administrator"].get("/staff/accounts").status_code == 200


@pytest.mark.parametrize("number", ["0", "99999", "99999999999999999999", "-1", "x"])
def test_an_account_that_does_not_exist_is_not_found(cast: Cast, number: str) -> None:
    assert cast["administrator"].get(f"/staff/accounts/{number}").status_code == 404


def test_the_record_says_who_did_what_without_texts(cast: Cast, console_runtime: Runtime) -> None:
    with console_runtime.database.session() as session:
        row = make_conversation(session, owner="waiting")
        say(session, row, "Ich heiße Amina")
    cast["counsellor"].get(f"/staff/conversations/{row.id}")

    page = cast["administrator"].get("/staff/audit?action=transcript-read").text

    lines = re.findall(r"<tr>\s*<td.*?</tr>", page, re.DOTALL)
    assert len(lines) == 1
    assert "Counsellor" in lines[0]
    assert str(row.id) in lines[0]
    assert "Amina" not in page


def test_the_record_can_be_filtered_by_member(cast: Cast, console_runtime: Runtime) -> None:
    cast["counsellor"].get("/staff/account")
    number = account_id(console_runtime, "counsellor")

    page = cast["administrator"].get(f"/staff/audit?member={number}").text

    assert set(re.findall(r'data-label="Wer"><bdi>([^<]+)', page)) == {"Counsellor"}
