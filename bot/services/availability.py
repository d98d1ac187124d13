"""What is free, as the database stands: days, slots, and who could hold a slot."""

import uuid
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.content.services_file import ServicesFile
from bot.models import AppointmentRow, CounsellorRow
from bot.services.appointments import taking_time
from bot.services.slots import Calendar, SlotId, Taken, Way
from dialogues.services import Slot

LONGEST_BLOCKED = timedelta(days=1)


def sync_counsellors(session: Session, plan: ServicesFile) -> dict[str, int]:
    """Row ids of all counsellors by key; those not seen before are added. None is ever removed."""
    known = counsellor_ids(session)
    missing = [{"key": key} for key in plan.counsellors if key not in known]
    if not missing:
        return known
    session.execute(insert(CounsellorRow).values(missing).on_conflict_do_nothing())
    return counsellor_ids(session)


def free_days(
    session: Session, plan: ServicesFile, service: str, language: str, *, now: datetime, tz: ZoneInfo
) -> list[date]:
    """Local days with a free slot, soonest first, at most 8; none for a service that does not exist.

    When any counsellor for the service speaks the language only their days, else those of all.
    """
    calendar = _calendar(session, plan, service, now=now, tz=tz)
    return calendar.days(language) if calendar is not None else []


def free_slots(
    session: Session,
    plan: ServicesFile,
    service: str,
    language: str,
    day: date,
    *,
    now: datetime,
    tz: ZoneInfo,
) -> list[Slot]:
    """Free slots of a local day, one per start time, soonest first.

    Of several counsellors free at a time it is the one with the fewest appointments that day.
    """
    calendar = _calendar(session, plan, service, now=now, tz=tz)
    return calendar.slots(day, language) if calendar is not None else []


def slot(
    session: Session, plan: ServicesFile, slot_id: str, language: str, *, now: datetime, tz: ZoneInfo
) -> Slot | None:
    """The slot of that id, or the same time in the same office with another counsellor when only this one was taken.

    None when there is neither, or the time is not offered (any more).
    """
    ways = ways_to_hold(session, plan, slot_id, language, now=now, tz=tz)
    return ways[0].slot if ways else None


def ways_to_hold(
    session: Session,
    plan: ServicesFile,
    slot_id: str,
    language: str,
    *,
    now: datetime,
    tz: ZoneInfo,
    without: uuid.UUID | None = None,
) -> list[Way]:
    """Who could hold the slot, its own counsellor first; as if the appointment `without` were not there."""
    wanted = SlotId.read(slot_id)
    if wanted is None:
        return []
    calendar = _calendar(session, plan, wanted.service, now=now, tz=tz, without=without)
    return calendar.ways(wanted, language) if calendar is not None else []


def _calendar(
    session: Session,
    plan: ServicesFile,
    service: str,
    *,
    now: datetime,
    tz: ZoneInfo,
    without: uuid.UUID | None = None,
) -> Calendar | None:
    offer = plan.services.get(service)
    if offer is None:
        return None
    ids = sync_counsellors(session, plan)
    keys = {ids[counsellor.id]: counsellor.id for counsellor in plan.counsellors_for(service)}
    rows = session.execute(
        select(
            AppointmentRow.id,
            AppointmentRow.counsellor_id,
            AppointmentRow.starts_at,
            func.lower(AppointmentRow.during),
            func.upper(AppointmentRow.during),
        ).where(
            AppointmentRow.counsellor_id.in_(keys),
            AppointmentRow.starts_at >= now - LONGEST_BLOCKED,
            AppointmentRow.starts_at < now + timedelta(days=offer.horizon_days + 2),
            taking_time(now),
        )
    )
    taken = [
        Taken(keys[counsellor_id], starts_at, (begin, end))
        for row_id, counsellor_id, starts_at, begin, end in rows
        if row_id != without
    ]
    return Calendar(plan, offer, ids, taken, now=now, tz=tz)


def counsellor_ids(session: Session) -> dict[str, int]:
    """Row ids of all counsellors by key."""
    return {key: number for number, key in session.execute(select(CounsellorRow.id, CounsellorRow.key))}
