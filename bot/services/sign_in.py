"""Signing in to the console: passwords against guessing, and the sessions of signed-in browsers."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.encryption import lookup_hash
from bot.models import LoginThrottleRow, StaffRow, StaffSessionRow
from bot.services import audit

IDLE = timedelta(hours=8)
LONGEST = timedelta(days=7)
SEEN_EVERY = timedelta(minutes=1)

FREE_ATTEMPTS = {"account": 5, "address": 30}
"""Failures in a row before one has to wait; an address may be a whole office."""
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=15)
FORGIVEN_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class SignedIn:
    """A signed-in browser. `session_hash` names the session, `csrf_token` goes into its forms."""

    member_id: int
    name: str
    shown_name: str
    role: str
    language: str
    counsellor: str | None
    on_duty: bool
    session_hash: bytes
    csrf_token: str


def announce_attempt(session: Session, *, name: str, address: str, now: datetime) -> datetime | None:
    """Count an attempt before its password is looked at; return until when it is refused, or None.

    Counting first keeps a hundred guesses at once from all being the first. Account names that do not exist
    are counted like those that do. `forget_failures` takes it back after a right password.
    """
    refused: list[datetime] = []
    for kind, value in (("account", name.strip().lower()), ("address", address)):
        row = _throttle(session, kind, value, now)
        if row.blocked_until is not None and row.blocked_until > now:
            refused.append(row.blocked_until)
            continue
        if now - row.changed_at > FORGIVEN_AFTER:
            row.failures = 0
        row.failures += 1
        row.changed_at = now
        beyond = row.failures - FREE_ATTEMPTS[kind]
        pause = min(FIRST_PAUSE * 2 ** min(beyond, 10), LONGEST_PAUSE) if beyond >= 0 else None
        row.blocked_until = now + pause if pause else None
    session.flush()
    return max(refused, default=None)


def forget_failures(session: Session, *, name: str, address: str, now: datetime) -> None:
    """The password was right: the account starts afresh, the address has one failure less."""
    key = lookup_hash("throttle", "account", name.strip().lower())
    session.execute(delete(LoginThrottleRow).where(LoginThrottleRow.key_hash == key))
    row = _throttle(session, "address", address, now)
    row.failures = max(0, row.failures - 1)
    row.blocked_until = None


def find_account(session: Session, name: str) -> StaffRow | None:
    """The account of that name, active or not."""
    return session.scalar(select(StaffRow).where(StaffRow.name == name.strip().lower()))


def start_session(session: Session, member: StaffRow, *, now: datetime) -> str:
    """Sign a browser in and return the token for its cookie."""
    token = secrets.token_urlsafe(32)
    session.add(
        StaffSessionRow(
            token_hash=_token_hash(token),
            staff_id=member.id,
            csrf_token=secrets.token_urlsafe(24),
            created_at=now,
            seen_at=now,
        )
    )
    session.execute(delete(StaffSessionRow).where(StaffSessionRow.created_at < now - LONGEST))
    session.execute(delete(LoginThrottleRow).where(LoginThrottleRow.changed_at < now - FORGIVEN_AFTER))
    audit.record(session, "signed-in", member_id=member.id, now=now)
    session.flush()
    return token


def signed_in(session: Session, token: str, *, now: datetime, active: bool = True) -> SignedIn | None:
    """Who the cookie's token belongs to, or None. `active`: a person did something, idle time starts anew."""
    row = session.get(StaffSessionRow, _token_hash(token))
    if row is None or now - row.seen_at > IDLE or now - row.created_at > LONGEST:
        return None
    member = session.get_one(StaffRow, row.staff_id)
    if not member.active:
        return None
    if active and now - row.seen_at > SEEN_EVERY:
        row.seen_at = now
    return SignedIn(
        member_id=member.id,
        name=member.name,
        shown_name=member.shown_name,
        role=member.role,
        language=member.language,
        counsellor=member.counsellor,
        on_duty=member.on_duty,
        session_hash=row.token_hash,
        csrf_token=row.csrf_token,
    )


def is_open(session: Session, session_hash: bytes, *, now: datetime) -> bool:
    """Whether a browser that is listening is still signed in; listening alone does not keep it so."""
    row = session.get(StaffSessionRow, session_hash)
    return row is not None and now - row.seen_at <= IDLE and now - row.created_at <= LONGEST


def end_session(session: Session, session_hash: bytes) -> None:
    """Sign this browser out."""
    session.execute(delete(StaffSessionRow).where(StaffSessionRow.token_hash == session_hash))


def _token_hash(token: str) -> bytes:
    return lookup_hash("staff-session", token)


def _throttle(session: Session, kind: str, value: str, now: datetime) -> LoginThrottleRow:
    key = lookup_hash("throttle", kind, value)
    new = insert(LoginThrottleRow).values(key_hash=key, failures=0, changed_at=now)
    session.execute(
        new.on_conflict_do_update(index_elements=["key_hash"], set_={"failures": LoginThrottleRow.failures})
    )
    return session.get_one(LoginThrottleRow, key, populate_existing=True)
