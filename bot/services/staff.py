"""Staff accounts: the first administrator, adding and changing accounts, passwords."""

import re
import secrets
import unicodedata
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import Select, delete, select, text
from sqlalchemy.orm import Session

from bot.encryption import lookup_hash
from bot.errors import LotseError, NotFound
from bot.models import SetupLinkRow, StaffRow, StaffSessionRow
from bot.services import audit

Role = Literal["counsellor", "editor", "analyst", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
ADMINISTRATOR: Role = "administrator"

SHORTEST_PASSWORD = 10
LONGEST_PASSWORD = 1024
CONSOLE_LANGUAGES = ("de", "en")

_ACCOUNT_NAME = re.compile(r"[a-z0-9][a-z0-9._@-]{1,63}")
_ADVISORY_LOCK = 0x10_75E


class AccountProblem(LotseError):
    """What was typed cannot be used; `code` says why and names the message, `field` the input."""

    def __init__(self, field: str, code: str) -> None:
        super().__init__(f"{field}: {code}")
        self.field = field
        self.code = code


class LastAdministrator(LotseError):
    """Somebody must remain who can manage accounts."""


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


@cache
def _nobodys_hash() -> str:
    return _hasher().hash(secrets.token_urlsafe())


def setup_link(session: Session, *, now: datetime) -> str | None:
    """A new token of the one-time link that creates the first administrator; None when there is one already.

    Links made before and never used stop working; this one works until it is used.
    """
    _one_at_a_time(session)
    if _has_administrator(session):
        return None
    session.execute(delete(SetupLinkRow).where(SetupLinkRow.used_at.is_(None)))
    token = secrets.token_urlsafe(24)
    session.add(SetupLinkRow(token_hash=lookup_hash("setup-link", token), created_at=now))
    session.flush()
    return token


def is_setup_link(session: Session, token: str) -> bool:
    """Whether this link can still create the first administrator."""
    row = session.get(SetupLinkRow, lookup_hash("setup-link", token))
    return row is not None and row.used_at is None and not _has_administrator(session)


def set_up(
    session: Session, token: str, *, name: str, shown_name: str, password: str, language: str, now: datetime
) -> StaffRow:
    """Create the first administrator. Raises NotFound for a link that no longer works, AccountProblem."""
    _one_at_a_time(session)
    if not is_setup_link(session, token):
        raise NotFound("this link has been used or replaced")
    member = add(
        session,
        name=name,
        shown_name=shown_name,
        role=ADMINISTRATOR,
        password=password,
        language=language,
        now=now,
    )
    link = session.get_one(SetupLinkRow, lookup_hash("setup-link", token))
    link.used_at = now
    session.flush()
    return member


def add(
    session: Session,
    *,
    name: str,
    role: str,
    password: str,
    now: datetime,
    shown_name: str = "",
    language: str = "de",
    counsellor: str | None = None,
    by: int | None = None,
) -> StaffRow:
    """Add an account and return it. Raises AccountProblem, also when the name is taken."""
    _one_at_a_time(session)
    name = name.strip().lower()
    if not _ACCOUNT_NAME.fullmatch(name):
        raise AccountProblem("name", "bad-name")
    if session.scalar(select(StaffRow.id).where(StaffRow.name == name)) is not None:
        raise AccountProblem("name", "name-taken")
    row = StaffRow(
        name=name,
        shown_name=_shown_name(shown_name or name),
        role=_role(role),
        password_hash=_hash(password),
        language=_language(language),
        counsellor=counsellor or None,
        created_at=now,
    )
    session.add(row)
    session.flush()
    audit.record(
        session, "account-added", member_id=by or row.id, now=now, detail={"account": row.id, "role": role}
    )
    return row


def new_password() -> str:
    """A random password to be shown once."""
    return secrets.token_urlsafe(12)


def account(session: Session, account_id: int) -> StaffRow:
    """The account of that number, locked for a change. Raises NotFound."""
    row = session.get(StaffRow, account_id, with_for_update=True)
    if row is None:
        raise NotFound("no such account")
    return row


def accounts(session: Session) -> Sequence[StaffRow]:
    """All accounts: active ones first, then by name."""
    return session.scalars(select(StaffRow).order_by(StaffRow.active.desc(), StaffRow.name)).all()


def change(
    session: Session,
    account_id: int,
    *,
    role: str,
    shown_name: str,
    counsellor: str | None,
    by: int,
    now: datetime,
) -> StaffRow:
    """Change role, shown name and calendar. Raises NotFound, AccountProblem, LastAdministrator.

    A changed role signs the account out everywhere.
    """
    _one_at_a_time(session)
    row = account(session, account_id)
    new_role, new_name = _role(role), _shown_name(shown_name)
    if new_role != row.role:
        if new_role != ADMINISTRATOR:
            _keep_an_administrator(session, row)
        detail = {"account": row.id, "from": row.role, "to": new_role}
        audit.record(session, "role-changed", member_id=by, now=now, detail=detail)
        _sign_out_everywhere(session, row)
    row.role, row.shown_name, row.counsellor = new_role, new_name, counsellor or None
    session.flush()
    return row


def set_active(session: Session, account_id: int, *, active: bool, by: int, now: datetime) -> StaffRow:
    """Deactivate an account (it is signed out at once) or activate it again.

    Raises NotFound, LastAdministrator.
    """
    _one_at_a_time(session)
    row = account(session, account_id)
    if row.active == active:
        return row
    if not active:
        _keep_an_administrator(session, row)
        _sign_out_everywhere(session, row)
    row.active = active
    action = "account-activated" if active else "account-deactivated"
    audit.record(session, action, member_id=by, now=now, detail={"account": row.id})
    return row


def reset_password(session: Session, account_id: int, *, by: int, now: datetime) -> str:
    """Give the account a new random password and return it, the only time it can be seen. Raises NotFound."""
    row = account(session, account_id)
    password = new_password()
    row.password_hash = _hash(password)
    _sign_out_everywhere(session, row)
    audit.record(session, "password-reset", member_id=by, now=now, detail={"account": row.id})
    return password


def change_password(
    session: Session,
    account_id: int,
    *,
    current: str,
    new: str,
    now: datetime,
    keep_session: bytes | None = None,
) -> None:
    """Change one's own password; other browsers are signed out. Raises AccountProblem, NotFound."""
    row = account(session, account_id)
    if not password_fits(row, current):
        raise AccountProblem("current", "wrong-current-password")
    row.password_hash = _hash(new)
    _sign_out_everywhere(session, row, keep=keep_session)
    audit.record(session, "password-changed", member_id=row.id, now=now)


def change_language(session: Session, account_id: int, language: str) -> None:
    """Change the language of one's console. Raises AccountProblem, NotFound."""
    account(session, account_id).language = _language(language)


def set_duty(session: Session, account_id: int, *, on_duty: bool, now: datetime) -> None:
    """Say whether one is there for people who ask for a person. Raises NotFound."""
    account(session, account_id).on_duty = on_duty
    audit.record(session, "on-duty" if on_duty else "off-duty", member_id=account_id, now=now)


def password_fits(row: StaffRow | None, password: str) -> bool:
    """Whether this is the account's password; takes as long when there is no such account."""
    stored = row.password_hash if row is not None else _nobodys_hash()
    try:
        _hasher().verify(stored, password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False
    return row is not None and row.active


def _hash(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise AccountProblem("password", "password-too-short")
    if len(password) > LONGEST_PASSWORD:
        raise AccountProblem("password", "password-too-long")
    return _hasher().hash(password)


def _shown_name(name: str) -> str:
    name = " ".join(name.split())
    if not 1 <= len(name) <= 60 or any(unicodedata.category(sign).startswith("C") for sign in name):
        raise AccountProblem("shown_name", "bad-shown-name")
    return name


def _role(role: str) -> Role:
    for known in ROLES:
        if role == known:
            return known
    raise AccountProblem("role", "unknown-role")


def _language(language: str) -> str:
    if language not in CONSOLE_LANGUAGES:
        raise AccountProblem("language", "unknown-language")
    return language


def _has_administrator(session: Session) -> bool:
    return session.scalar(_active_administrators().limit(1)) is not None


def _keep_an_administrator(session: Session, row: StaffRow) -> None:
    if row.role == ADMINISTRATOR and row.active:
        others = session.scalar(_active_administrators().where(StaffRow.id != row.id).limit(1))
        if others is None:
            raise LastAdministrator("the last administrator must stay one")


def _active_administrators() -> Select[int]:
    return select(StaffRow.id).where(StaffRow.role == ADMINISTRATOR, StaffRow.active)


def _sign_out_everywhere(session: Session, row: StaffRow, *, keep: bytes | None = None) -> None:
    query = delete(StaffSessionRow).where(StaffSessionRow.staff_id == row.id)
    session.execute(query if keep is None else query.where(StaffSessionRow.token_hash != keep))


def _one_at_a_time(session: Session) -> None:
    """Accounts are changed one after the other: two changes cannot remove the last two administrators."""
    session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
