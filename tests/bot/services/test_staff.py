"""Accounts: who may exist, what a password must be, who can be removed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.database import Database
from bot.errors import NotFound
from bot.models import AuditRow, LoginThrottleRow, StaffRow, StaffSessionRow
from bot.services import sign_in, staff
from tests.factories import PASSWORD, make_member

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    with database.session() as session:
        yield session


def test_the_link_creates_the_first_administrator(session: Session) -> None:
    token = staff.setup_link(session, now=NOW)
    assert token is not None

    member = staff.set_up(
        session, token, name="Mara.K", shown_name="Mara König", password=PASSWORD, language="de", now=NOW
    )

    assert (member.name, member.role, member.shown_name) == ("mara.k", "administrator", "Mara König")


def test_the_link_works_once(session: Session) -> None:
    token = staff.setup_link(session, now=NOW)
    assert token is not None
    form = {"shown_name": "", "password": PASSWORD, "language": "de"}
    staff.set_up(session, token, name="first", now=NOW, **form)

    with pytest.raises(NotFound):
        staff.set_up(session, token, name="second", now=NOW, **form)


def test_there_is_no_link_when_there_is_an_administrator(session: Session) -> None:
    make_member(session, "mara", "administrator")

    assert staff.setup_link(session, now=NOW) is None


def test_a_counsellor_alone_still_needs_the_link(session: Session) -> None:
    make_member(session, "mara", "counsellor")

    assert staff.setup_link(session, now=NOW) is not None


def test_a_new_link_replaces_the_unused_one(session: Session) -> None:
    first = staff.setup_link(session, now=NOW)
    second = staff.setup_link(session, now=NOW)

    assert (staff.is_setup_link(session, str(first)), staff.is_setup_link(session, str(second))) == (
        False,
        True,
    )


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"password": "nine char"}, "password", "password-too-short"),
        ({"password": "x" * 1025}, "password", "password-too-long"),
        ({"name": "Ä"}, "name", "bad-name"),
        ({"name": "taken"}, "name", "name-taken"),
        ({"name": " TAKEN "}, "name", "name-taken"),
        ({"shown_name": "Mara\u202e"}, "shown_name", "bad-shown-name"),
        ({"role": "chief"}, "role", "unknown-role"),
        ({"language": "fr"}, "language", "unknown-language"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(
    session: Session, given: dict[str, str], field: str, code: str
) -> None:
    make_member(session, "taken")
    values = {"name": "mara", "role": "counsellor", "password": PASSWORD, **given}

    with pytest.raises(staff.AccountProblem) as problem:
        staff.add(session, now=NOW, **values)

    assert (problem.value.field, problem.value.code) == (field, code)


def test_ten_characters_are_enough(session: Session) -> None:
    assert staff.add(session, name="mara", role="editor", password="ten chars!", now=NOW).id


def test_passwords_are_stored_with_argon2(session: Session) -> None:
    assert make_member(session, "mara").password_hash.startswith("$argon2id$")


def test_the_last_administrator_cannot_be_deactivated(session: Session) -> None:
    only = make_member(session, "mara", "administrator")

    with pytest.raises(staff.LastAdministrator):
        staff.set_active(session, only.id, active=False, by=only.id, now=NOW)


def test_the_last_active_administrator_cannot_lose_the_role(session: Session) -> None:
    only = make_member(session, "mara", "administrator")
    former = make_member(session, "jo", "administrator")
    staff.set_active(session, former.id, active=False, by=only.id, now=NOW)

    with pytest.raises(staff.LastAdministrator):
        staff.change(session, only.id, role="editor", shown_name="Mara", counsellor=None, by=only.id, now=NOW)


def test_two_administrators_who_remove_each_other_at_once_leave_one(database: Database) -> None:
    with database.session() as session:
        both = [make_member(session, name, "administrator").id for name in ("mara", "jo")]

    def remove(other: int, by: int) -> None:
        try:
            with database.session() as session:
                staff.set_active(session, other, active=False, by=by, now=NOW)
        except staff.LastAdministrator:
            pass

    threads = [Thread(target=remove, args=pair) for pair in (both, both[::-1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with database.session() as session:
        assert len(session.scalars(select(StaffRow).where(StaffRow.active)).all()) == 1


@pytest.mark.parametrize("change", ["deactivate", "role", "reset"])
def test_a_change_of_rights_signs_the_account_out(session: Session, change: str) -> None:
    chief, mara = make_member(session, "chief", "administrator"), make_member(session, "mara")
    token = sign_in.start_session(session, mara, now=NOW)

    if change == "deactivate":
        staff.set_active(session, mara.id, active=False, by=chief.id, now=NOW)
    elif change == "role":
        staff.change(
            session, mara.id, role="editor", shown_name="Mara", counsellor=None, by=chief.id, now=NOW
        )
    else:
        staff.reset_password(session, mara.id, by=chief.id, now=NOW)

    assert sign_in.signed_in(session, token, now=NOW) is None


def test_a_reset_password_is_the_only_one_that_fits(session: Session) -> None:
    mara = make_member(session, "mara")

    password = staff.reset_password(session, mara.id, by=mara.id, now=NOW)

    assert (staff.password_fits(mara, password), staff.password_fits(mara, PASSWORD)) == (True, False)


def test_changing_ones_password_keeps_this_browser_and_signs_the_others_out(session: Session) -> None:
    mara = make_member(session, "mara")
    here, there = (sign_in.start_session(session, mara, now=NOW) for _ in range(2))
    this = sign_in.signed_in(session, here, now=NOW)
    assert this is not None

    staff.change_password(
        session, mara.id, current=PASSWORD, new="a lantern at dawn", now=NOW, keep_session=this.session_hash
    )

    assert sign_in.signed_in(session, here, now=NOW) is not None
    assert sign_in.signed_in(session, there, now=NOW) is None


def test_the_current_password_must_be_known(session: Session) -> None:
    mara = make_member(session, "mara")

    with pytest.raises(staff.AccountProblem, match="wrong-current-password"):
        staff.change_password(session, mara.id, current="guess", new="a lantern at dawn", now=NOW)


@pytest.mark.parametrize(
    ("pause", "open_"),
    [(timedelta(hours=7, minutes=59), True), (timedelta(hours=8, minutes=1), False)],
)
def test_an_idle_session_ends_after_eight_hours(session: Session, pause: timedelta, open_: bool) -> None:
    token = sign_in.start_session(session, make_member(session, "mara"), now=NOW)

    assert (sign_in.signed_in(session, token, now=NOW + pause) is not None) is open_


def test_a_busy_session_ends_after_seven_days(session: Session) -> None:
    token = sign_in.start_session(session, make_member(session, "mara"), now=NOW)
    for hours in range(0, 7 * 24, 7):
        assert sign_in.signed_in(session, token, now=NOW + timedelta(hours=hours)) is not None

    assert sign_in.signed_in(session, token, now=NOW + timedelta(days=7, minutes=1)) is None


def test_an_open_page_alone_does_not_keep_a_session_alive(session: Session) -> None:
    token = sign_in.start_session(session, make_member(session, "mara"), now=NOW)
    sign_in.signed_in(session, token, now=NOW + timedelta(hours=7), active=False)

    assert sign_in.signed_in(session, token, now=NOW + timedelta(hours=9)) is None


def test_a_session_is_stored_without_its_token(session: Session) -> None:
    token = sign_in.start_session(session, make_member(session, "mara"), now=NOW)

    stored = session.scalars(select(StaffSessionRow)).one()

    assert token.encode() not in stored.token_hash
    assert stored.csrf_token != token


@pytest.mark.parametrize("name", ["mara", "nobody"])
def test_the_sixth_wrong_password_has_to_wait_whether_or_not_the_account_exists(
    session: Session, name: str
) -> None:
    make_member(session, "mara")
    answers = [
        sign_in.announce_attempt(session, name=name, address=f"10.0.0.{number}", now=NOW)
        for number in range(6)
    ]

    assert [until is not None for until in answers] == [False] * 5 + [True]


def test_waiting_gets_longer_but_never_more_than_a_quarter_of_an_hour(session: Session) -> None:
    now, pauses = NOW, []
    for _ in range(14):
        until = sign_in.announce_attempt(session, name="mara", address="10.0.0.1", now=now)
        if until is not None:
            pauses.append(until - now)
            now = until
    assert pauses[0] == timedelta(seconds=30)
    assert pauses == sorted(pauses)
    assert max(pauses) <= timedelta(minutes=15)


def test_one_address_that_tries_many_accounts_has_to_wait(session: Session) -> None:
    answers = [
        sign_in.announce_attempt(session, name=f"name{number}", address="10.0.0.1", now=NOW)
        for number in range(31)
    ]

    assert [until is not None for until in answers] == [False] * 30 + [True]


def test_a_right_password_starts_the_account_afresh(session: Session) -> None:
    for _ in range(4):
        sign_in.announce_attempt(session, name="mara", address="10.0.0.1", now=NOW)
    sign_in.forget_failures(session, name="mara", address="10.0.0.1", now=NOW)

    again = [sign_in.announce_attempt(session, name="mara", address="10.0.0.1", now=NOW) for _ in range(5)]

    assert again == [None] * 5


def test_a_colleague_who_signs_in_often_does_not_block_the_office(session: Session) -> None:
    for _ in range(40):
        assert sign_in.announce_attempt(session, name="mara", address="10.0.0.1", now=NOW) is None
        sign_in.forget_failures(session, name="mara", address="10.0.0.1", now=NOW)


def test_the_throttle_stores_no_names_and_no_addresses(session: Session) -> None:
    sign_in.announce_attempt(session, name="mara", address="10.0.0.1", now=NOW)

    stored = b"".join(session.scalars(select(LoginThrottleRow.key_hash)))

    assert b"mara" not in stored
    assert b"10.0.0.1" not in stored


def test_changes_to_accounts_are_recorded(session: Session) -> None:
    chief = make_member(session, "chief", "administrator")
    mara = make_member(session, "mara", by=chief.id)
    staff.change(session, mara.id, role="editor", shown_name="M", counsellor=None, by=chief.id, now=NOW)
    staff.reset_password(session, mara.id, by=chief.id, now=NOW)
    staff.set_active(session, mara.id, active=False, by=chief.id, now=NOW)

    recorded = session.scalars(
        select(AuditRow.action).where(AuditRow.staff_id == chief.id).order_by(AuditRow.id)
    ).all()

    assert recorded == [
        "account-added",
        "account-added",
        "role-changed",
        "password-reset",
        "account-deactivated",
    ]
