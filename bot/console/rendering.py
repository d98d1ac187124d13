"""Templates and what all of them share: words, local times, navigation with counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from babel.numbers import format_decimal, format_percent
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from starlette.responses import HTMLResponse

from bot.console.visit import Permission, Visit
from bot.local_time import day_bounds, format_day, format_moment, format_time, local_day, locale_of
from bot.models import AppointmentRow, ConversationRow
from bot.services import delivery, worklist

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Place:
    """One place to go to. `words` is the key of its name, `counted` the count shown beside it."""

    path: str
    words: str
    needs: Permission
    counted: str | None = None


PLACES = (
    Place("/staff/conversations?list=waiting", "place-waiting", Permission.QUEUE, "waiting"),
    Place("/staff/conversations?list=mine", "place-mine", Permission.TRANSCRIPTS, "mine"),
    Place("/staff/conversations?list=staff", "place-staff", Permission.QUEUE, "staff"),
    Place("/staff/conversations?list=closed", "place-closed", Permission.QUEUE),
    Place("/staff/appointments", "place-appointments", Permission.APPOINTMENTS, "appointments"),
    Place("/staff/problems", "place-problems", Permission.PROBLEMS, "problems"),
    Place("/staff/worklist", "place-worklist", Permission.WORKLIST, "worklist"),
    Place("/staff/understanding", "place-understanding", Permission.CONTENT),
    Place("/staff/validity", "place-validity", Permission.CONTENT),
    Place("/staff/accounts", "place-accounts", Permission.ACCOUNTS),
    Place("/staff/audit", "place-audit", Permission.AUDIT),
)


OVERRIDES = str.maketrans("\u202d\u202e", "\ufffd\ufffd")
"""Signs that make all text after them run backwards: shown as a sign that says something odd was there."""


def legible(text: str) -> str:
    """What somebody wrote, in the order they wrote it."""
    return text.translate(OVERRIDES)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["legible"] = legible
    return environment


def render(
    visit: Visit, template: str, *, status: int = 200, place: str = "", **values: object
) -> HTMLResponse:
    """A page. `place` is the path of the navigation entry it belongs to."""
    counts = _counts(visit) if visit.signed_in is not None else {}
    page = _environment().get_template(template)
    return HTMLResponse(
        page.render(
            visit=visit,
            t=visit.words,
            code=visit.words.code,
            language_name=visit.words.language_name,
            lang=visit.words.language,
            csrf_token=visit.csrf_token,
            member=visit.signed_in,
            counts=counts,
            places=[entry for entry in PLACES if visit.may(entry.needs)],
            place=place,
            **_clock(visit),
            **values,
        ),
        status_code=status,
    )


def _clock(visit: Visit) -> dict[str, Any]:
    language, zone = visit.words.language, visit.runtime.settings.zone
    today = local_day(visit.now, zone)

    def moment(at: datetime) -> str:
        """Time alone for today, with the day before that."""
        if local_day(at, zone) == today:
            return format_time(at, language, zone)
        return format_moment(at, language, zone, style="medium")

    def minutes(since: datetime | None) -> str:
        whole = max(0, int((visit.now - since).total_seconds()) // 60) if since else 0
        if whole < 60:
            return visit.words("minutes", minutes=whole)
        if whole < 48 * 60:
            return visit.words("hours-minutes", hours=whole // 60, minutes=whole % 60)
        return visit.words("days", days=whole // (24 * 60))

    def day_name(day: date) -> str:
        return format_day(day, language)

    return {
        "moment": moment,
        "short_moment": lambda at: format_moment(at, language, zone, style="medium"),
        "full_moment": lambda at: format_moment(at, language, zone),
        "time_of_day": lambda at: format_time(at, language, zone),
        "day_of": lambda at: local_day(at, zone),
        "day_name": day_name,
        "minutes": minutes,
        "kilobytes": lambda size: f"{format_decimal(max(1, size // 1024), locale=locale_of(language))} kB",
        "percent": lambda share: format_percent(share, "0.0 %", locale=locale_of(language)),
        "number": lambda value: format_decimal(value, locale=locale_of(language)),
        "with_query": _with_query(visit),
    }


def _with_query(visit: Visit) -> Any:
    def address(**changes: object) -> str:
        """This page's address with some of its query changed; None removes."""
        query: Mapping[str, object] = {**visit.query, **changes}
        kept = {name: value for name, value in query.items() if value not in (None, "")}
        return f"{visit.request.url.path}?{urlencode(kept)}"

    return address


def _counts(visit: Visit) -> Mapping[str, int]:
    with visit.runtime.database.session() as session:
        counts = _queue_counts(session, visit.member.member_id) if visit.may(Permission.QUEUE) else {}
        if visit.may(Permission.PROBLEMS):
            counts["problems"] = delivery.count_problems(session)
        if visit.may(Permission.WORKLIST):
            counts["worklist"] = worklist.count_open(session)
        if visit.may(Permission.APPOINTMENTS):
            counts["appointments"] = _appointments_today(session, visit)
    return counts


def _appointments_today(session: Session, visit: Visit) -> int:
    zone = visit.runtime.settings.zone
    first, following = day_bounds(local_day(visit.now, zone), zone)
    query = select(func.count()).where(
        AppointmentRow.starts_at >= first,
        AppointmentRow.starts_at < following,
        AppointmentRow.status == "confirmed",
    )
    return session.scalar(query) or 0


def _queue_counts(session: Session, member_id: int) -> dict[str, int]:
    alarm = ConversationRow.alarm_at.is_not(None)
    waiting = (ConversationRow.owner == "waiting") | ((ConversationRow.owner == "assistant") & alarm)
    staff = ConversationRow.owner == "staff"
    row = session.execute(
        select(
            func.count().filter(waiting),
            func.count().filter(staff & (ConversationRow.member_id == member_id)),
            func.count().filter(staff),
            func.count().filter(alarm),
        ).where(ConversationRow.erased_at.is_(None), waiting | staff)
    ).one()
    return dict(zip(("waiting", "mine", "staff", "alarms"), row, strict=True))
