"""What was not understood: editors make examples of it, analysts look."""

import uuid
from collections.abc import Callable
from datetime import timedelta

from starlette.responses import Response

from bot.console.meanings import meaning, meanings
from bot.console.rendering import render
from bot.console.visit import Visit, optional_number, redirect
from bot.content import examples
from bot.content.examples import ExampleRefused
from bot.content.masking import MARK
from bot.errors import Conflict
from bot.local_time import local_day
from bot.services import trainings, worklist
from bot.services.worklist import Wish

PAGE = "/staff/worklist"
PERIODS = (1, 7, 30)
KEPT = ("state", "language", "kind", "days", "page")
MOST_PAGES = 10_000


def show(visit: Visit) -> Response:
    """The list, filtered by language, kind, period and state."""
    return _page(visit)


def take(visit: Visit) -> Response:
    """Make a sentence an example."""
    entry, form = visit.path_uuid("entry"), visit.form
    try:
        with visit.runtime.database.session() as session:
            worklist.take(
                session,
                entry,
                form.get("intent", ""),
                catalogue=visit.runtime.content.current,
                member_id=visit.member.member_id,
                now=visit.now,
                sentence=form.get("sentence") or None,
            )
    except ExampleRefused as refused:
        return _page(visit, status=422, refused=refused, entry=entry)
    except Conflict:
        return _page(visit, status=409, entry=entry)
    return _back_to_list(visit, "example-added", entry)


def dismiss(visit: Visit) -> Response:
    """Take a sentence off the list."""
    entry = visit.path_uuid("entry")
    try:
        with visit.runtime.database.session() as session:
            worklist.dismiss(session, entry, member_id=visit.member.member_id, now=visit.now)
    except Conflict:
        return _page(visit, status=409, entry=entry)
    return _back_to_list(visit, "worklist-dismissed", entry)


def undo(visit: Visit) -> Response:
    """Put a sentence back on the list, and its example out of the content."""
    entry = visit.path_uuid("entry")
    try:
        with visit.runtime.database.session() as session:
            worklist.undo(session, entry, member_id=visit.member.member_id, now=visit.now)
    except Conflict:
        return _page(visit, status=409, entry=entry)
    return _back_to_list(visit, "worklist-undone", None)


def _back_to_list(visit: Visit, done: str, undoable: uuid.UUID | None) -> Response:
    kept = {name: visit.form.get(name) or None for name in KEPT}
    return redirect(PAGE, **kept, done=done, undo=undoable)


def _wished(visit: Visit) -> tuple[Wish, int | None, int]:
    """What the address (or the form that came from it) asks for, its period in days, and the page."""
    asked = visit.form if visit.request.method == "POST" else visit.query
    state, kind = asked.get("state") or "", asked.get("kind") or ""
    days = optional_number(asked.get("days"))
    since = None
    if days in PERIODS and days is not None:
        since = local_day(visit.now, visit.runtime.settings.zone) - timedelta(days=days - 1)
    wish = Wish(
        state=state if state in worklist.STATES else "open",
        language=(asked.get("language") or None),
        kind=kind if kind in worklist.KINDS else None,
        since=since,
    )
    page = min(optional_number(asked.get("page")) or 1, MOST_PAGES)
    return wish, days if since else None, page


def _page(
    visit: Visit,
    *,
    status: int = 200,
    refused: ExampleRefused | None = None,
    entry: uuid.UUID | None = None,
) -> Response:
    wish, days, page = _wished(visit)
    with visit.runtime.database.session() as session:
        entries = worklist.entries(session, wish, page=page)
        counts = worklist.counts(session, wish)
        live = trainings.live(session)
        newer = live is not None and live.content != examples.state(session)
    undoable = visit.query.get("undo")
    return render(
        visit,
        "worklist/list.html",
        status=status,
        place=PAGE,
        entries=entries[: worklist.PAGE],
        more=page + 1 if len(entries) > worklist.PAGE else None,
        page=page,
        by_language=counts,
        total=sum(counts.values()),
        wish=wish,
        days=days,
        periods=PERIODS,
        kinds=worklist.KINDS,
        states=worklist.STATES,
        may_edit=visit.may("content"),
        enabled=visit.runtime.content.current.enabled,
        intents=meanings(visit) if visit.may("content") else {},
        meaning=lambda intent: meaning(visit, intent),
        parts_of=_parts,
        direction_of=_direction(visit),
        newer=newer,
        refused=refused,
        failed_entry=entry,
        typed=visit.form,
        conflict=status == 409,
        undoable=undoable if _is_id(undoable) else None,
    )


def _parts(sentence: str) -> list[tuple[str, str]]:
    """A sentence as (text, kind of mark) pairs: one of both is empty."""
    pieces = MARK.split(sentence)
    return [("", piece) if place % 2 else (piece, "") for place, piece in enumerate(pieces) if piece]


def _direction(visit: Visit) -> Callable[[str], str]:
    languages = visit.runtime.content.current.languages
    return lambda code: languages[code].direction if code in languages else "auto"


def _is_id(text: str | None) -> bool:
    try:
        return bool(text and uuid.UUID(text))
    except ValueError:
        return False
