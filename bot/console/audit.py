"""The record of what staff read and changed, for administrators."""

from starlette.responses import Response

from bot.console.rendering import render
from bot.console.visit import Visit, optional_number
from bot.services import audit, staff


def show(visit: Visit) -> Response:
    """Newest first, filtered by member and action."""
    member_id, action = optional_number(visit.query.get("member")), visit.query.get("action") or None
    with visit.runtime.database.session() as session:
        entries = audit.entries(
            session, before=optional_number(visit.query.get("before")), member_id=member_id, action=action
        )
        actions = audit.actions(session)
        accounts = {row.id: row.shown_name for row in staff.accounts(session)}
    return render(
        visit,
        "audit/list.html",
        place="/staff/audit",
        entries=entries,
        actions=actions,
        accounts=accounts,
        member_id=member_id,
        action=action,
        older=entries[-1].id if len(entries) == audit.PAGE else None,
    )
