"""Booking: all that services, doors and jobs need of it; book, move and cancel are here.

Nobody is booked twice because the database refuses overlapping rows of one counsellor (`ex_appointments_counsellor`),
not because it was looked up before. Whoever places an appointment first takes the lock of the counsellor's row, so
that simultaneous bookings queue instead of running into each other's unfinished inserts. Order of locks, always:
conversation, counsellors by id, appointments.
"""

import uuid
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.content.services_file import Offer, ServicesFile
from bot.models import AppointmentRow, ConversationRow, CounsellorRow
from bot.services.appointments import (
    DayAppointment,
    appointments,
    as_appointment,
    expired,
    of_day,
    open_of,
    shown_name,
)
from bot.services.availability import (
    counsellor_ids,
    free_days,
    free_slots,
    slot,
    sync_counsellors,
    ways_to_hold,
)
from bot.services.slots import Way
from dialogues.services import Appointment, NoSuchAppointment, Slot, SlotTaken, TooManyAppointments

__all__ = [
    "DayAppointment",
    "TooLateToCancel",
    "appointments",
    "book",
    "cancel",
    "cancel_all",
    "free_days",
    "free_slots",
    "move",
    "of_day",
    "release_expired",
    "slot",
    "sync_counsellors",
]

OVERLAP = "23P01"
DEADLOCK = "40P01"


class TooLateToCancel(NoSuchAppointment):
    """The appointment begins too soon for the person to change it; staff still can."""


def book(
    session: Session,
    plan: ServicesFile,
    slot: Slot,
    *,
    conversation_id: uuid.UUID,
    language: str,
    now: datetime,
    tz: ZoneInfo,
) -> Appointment:
    """Book the slot, with another counsellor who is free at that time in that office if this one was just taken.

    Raises TooManyAppointments, and SlotTaken when nobody is left or the time is not offered (any more). The
    transaction around it stays usable.
    """
    _lock_conversation(session, conversation_id)
    for way in ways_to_hold(session, plan, slot.id, language, now=now, tz=tz):
        _check_limit(session, plan.services[way.slot.service], conversation_id, now=now)
        new = _new_row(way, conversation_id, language, now=now)
        if _placed(session, new, now=now):
            return as_appointment(new, way.slot.counsellor)
    raise SlotTaken


def move(
    session: Session,
    plan: ServicesFile,
    appointment_id: str,
    slot: Slot,
    *,
    conversation_id: uuid.UUID,
    language: str,
    now: datetime,
    tz: ZoneInfo,
    by: str = "person",
) -> Appointment:
    """Book the slot and cancel the appointment, both or neither; the two may overlap.

    Raises NoSuchAppointment, TooLateToCancel, SlotTaken, TooManyAppointments (when the service is another one).
    """
    _lock_conversation(session, conversation_id)
    old = _changeable(session, plan, conversation_id, appointment_id, by=by, now=now)
    for way in ways_to_hold(session, plan, slot.id, language, now=now, tz=tz, without=old.id):
        _check_limit(session, plan.services[way.slot.service], conversation_id, now=now, without=old.id)
        new = _new_row(way, conversation_id, language, now=now)
        if _placed(session, new, now=now, instead_of=old, by=by):
            return as_appointment(new, way.slot.counsellor)
    raise SlotTaken


def cancel(
    session: Session,
    plan: ServicesFile,
    appointment_id: str,
    *,
    conversation_id: uuid.UUID,
    by: str,
    now: datetime,
) -> Appointment:
    """Cancel an appointment that is not over; its time is free at once. `by` is `person` or `staff`.

    Raises NoSuchAppointment when it is not this person's, over or cancelled already, and TooLateToCancel for a person.
    """
    _lock_conversation(session, conversation_id)
    row = _changeable(session, plan, conversation_id, appointment_id, by=by, now=now)
    _cancel_rows(session, AppointmentRow.id == row.id, by=by, now=now)
    keys = {number: key for key, number in counsellor_ids(session).items()}
    return as_appointment(row, shown_name(plan, keys[row.counsellor_id]))


def cancel_all(session: Session, conversation_id: uuid.UUID, *, by: str, now: datetime) -> int:
    """Cancel whatever this person has to come, as erasing does (`by` is `erased`); says how many."""
    _lock_conversation(session, conversation_id)
    return _cancel_rows(session, open_of(conversation_id, now), by=by, now=now)


def release_expired(session: Session, now: datetime) -> int:
    """Let go of held times that nobody confirmed in time; says how many. Safe to run twice and side by side."""
    unlocked = select(AppointmentRow.id).where(expired(now)).with_for_update(skip_locked=True)
    return _cancel_rows(session, AppointmentRow.id.in_(unlocked), by="expired", now=now)


def _new_row(way: Way, conversation_id: uuid.UUID, language: str, *, now: datetime) -> AppointmentRow:
    return AppointmentRow(
        id=uuid.uuid4(),
        conversation_id=conversation_id,
        service=way.slot.service,
        office=way.slot.office,
        counsellor_id=way.counsellor_id,
        language=language,
        starts_at=way.slot.starts_at,
        ends_at=way.slot.ends_at,
        during=Range(*way.during, bounds="[)"),
        status="confirmed",
        created_at=now,
    )


def _placed(
    session: Session,
    new: AppointmentRow,
    *,
    now: datetime,
    instead_of: AppointmentRow | None = None,
    by: str = "",
) -> bool:
    """One try in a savepoint, which lets go of its locks when the time turns out to be taken: False."""
    counsellors = {row.counsellor_id for row in (new, instead_of) if row is not None}
    lock = select(CounsellorRow.id).where(CounsellorRow.id.in_(counsellors)).order_by(CounsellorRow.id)
    try:
        with session.begin_nested():
            session.execute(lock.with_for_update(key_share=True)).all()
            overdue = and_(AppointmentRow.counsellor_id.in_(counsellors), expired(now))
            _cancel_rows(session, overdue, by="expired", now=now)
            if instead_of is not None:
                _cancel_rows(session, AppointmentRow.id == instead_of.id, by=by, now=now)
            session.add(new)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) in (OVERLAP, DEADLOCK):
            return False
        raise
    return True


def _lock_conversation(session: Session, conversation_id: uuid.UUID) -> None:
    """Two bookings of one person wait for each other, so that the limit of open appointments holds."""
    row = select(ConversationRow.id).where(ConversationRow.id == conversation_id)
    session.execute(row.with_for_update(key_share=True)).all()


def _changeable(
    session: Session,
    plan: ServicesFile,
    conversation_id: uuid.UUID,
    appointment_id: str,
    *,
    by: str,
    now: datetime,
) -> AppointmentRow:
    """The row; the lock on the conversation keeps others from it. Raises NoSuchAppointment, TooLateToCancel."""
    try:
        wanted = uuid.UUID(appointment_id)
    except ValueError:
        raise NoSuchAppointment from None
    statement = select(AppointmentRow).where(AppointmentRow.id == wanted, open_of(conversation_id, now))
    row = session.scalar(statement.execution_options(populate_existing=True))
    if row is None:
        raise NoSuchAppointment
    offer = plan.services.get(row.service)
    notice = timedelta(hours=offer.cancel_notice_hours) if offer is not None else timedelta()
    if by == "person" and notice and now > row.starts_at - notice:
        raise TooLateToCancel
    return row


def _check_limit(
    session: Session,
    offer: Offer,
    conversation_id: uuid.UUID,
    *,
    now: datetime,
    without: uuid.UUID | None = None,
) -> None:
    """Raises TooManyAppointments."""
    mine = select(AppointmentRow.id).where(AppointmentRow.service == offer.id, open_of(conversation_id, now))
    if len(set(session.scalars(mine)) - {without}) >= offer.open_limit:
        raise TooManyAppointments


def _cancel_rows(session: Session, which: ColumnElement[bool], *, by: str, now: datetime) -> int:
    cancelled = {"status": "cancelled", "cancelled_at": now, "cancelled_by": by}
    changed = update(AppointmentRow).where(which).values(cancelled).returning(AppointmentRow.id)
    return len(session.scalars(changed, execution_options={"synchronize_session": "fetch"}).all())
