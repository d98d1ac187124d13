"""Booking in the real database: never twice, both or neither, and the person is told the truth."""

import random
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.dialects.postgresql import Range
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.content.services_file import ServicesFile, parse
from bot.database import Database
from bot.models import AppointmentRow, ConversationRow, CounsellorRow
from bot.services import booking
from dialogues.services import Appointment, NoSuchAppointment, Slot, SlotTaken, TooManyAppointments

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
THREADS = 40
ROUNDS = 20

PLAN = parse("""
services:
  short: {minutes: 30, notice_hours: 2, horizon_days: 28, open_limit: 2, offices: [square, hall]}
  long: {minutes: 60, buffer_after: 15, notice_hours: 2, cancel_notice_hours: 24, horizon_days: 28, open_limit: 9,
         offices: [square]}
  late: {minutes: 30, notice_hours: 0, horizon_days: 300, open_limit: 9, offices: [night]}
offices: {square: {address: Platz 1}, hall: {address: Halle 2}, night: {address: Halle 3}}
counsellors:
  anna:
    name: Beratung A
    languages: [de, ar]
    services: [short, long]
    weekly: {square: {mon: ["09:00-12:00"], tue: ["09:00-12:00"]}}
  bela:
    name: Beratung B
    languages: [de, uk]
    services: [short, long]
    weekly: {square: {mon: ["09:00-12:00"]}, hall: {tue: ["09:00-12:00"]}}
  cem:
    name: Beratung C
    languages: [tr]
    services: [late]
    weekly: {night: {sat: ["00:00-04:00"], sun: ["00:00-04:00", "22:00-23:59"]}}
desk: {weekly: {mon: ["09:00-12:00"]}}
holidays: {country: DE, state: NW}
""")


class Office:
    """The booking service with a plan, a clock and people who write."""

    def __init__(self, database: Database, plan: ServicesFile = PLAN, now: datetime = NOW) -> None:
        self.database, self.plan, self.now = database, plan, now

    def person(self) -> uuid.UUID:
        """Somebody who wrote to the assistant."""
        with self.database.session() as session:
            row = ConversationRow(
                channel="web", language="de", state={}, created_at=self.now, last_at=self.now
            )
            session.add(row)
            session.flush()
            return row.id

    def days(self, service: str, language: str) -> list[date]:
        with self.database.session() as session:
            return booking.free_days(session, self.plan, service, language, now=self.now, tz=BERLIN)

    def slots(self, service: str, language: str, day: date) -> list[Slot]:
        with self.database.session() as session:
            return booking.free_slots(session, self.plan, service, language, day, now=self.now, tz=BERLIN)

    def clocks(self, service: str, language: str, day: date) -> list[str]:
        return [f"{slot.starts_at.astimezone(BERLIN):%H:%M}" for slot in self.slots(service, language, day)]

    def at(self, service: str, language: str, day: date, clock: str) -> Slot:
        """The free slot at that time."""
        slots = self.slots(service, language, day)
        return next(slot for slot in slots if f"{slot.starts_at.astimezone(BERLIN):%H:%M}" == clock)

    def find(self, slot_id: str, language: str = "de") -> Slot | None:
        with self.database.session() as session:
            return booking.slot(session, self.plan, slot_id, language, now=self.now, tz=BERLIN)

    def book(self, slot: Slot, person: uuid.UUID | None = None, language: str = "de") -> Appointment:
        conversation = person or self.person()
        with self.database.session() as session:
            return self.book_in(session, slot, conversation, language)

    def book_in(self, session: Session, slot: Slot, person: uuid.UUID, language: str = "de") -> Appointment:
        return booking.book(
            session,
            self.plan,
            slot,
            conversation_id=person,
            language=language,
            now=self.now,
            tz=BERLIN,
        )

    def move(
        self, appointment: str, slot: Slot, person: uuid.UUID, *, language: str = "de", by: str = "person"
    ) -> Appointment:
        with self.database.session() as session:
            return booking.move(
                session,
                self.plan,
                appointment,
                slot,
                conversation_id=person,
                language=language,
                now=self.now,
                tz=BERLIN,
                by=by,
            )

    def cancel(self, appointment: str, person: uuid.UUID, by: str = "person") -> Appointment:
        with self.database.session() as session:
            return booking.cancel(
                session, self.plan, appointment, conversation_id=person, by=by, now=self.now
            )

    def appointments(self, person: uuid.UUID) -> list[Appointment]:
        with self.database.session() as session:
            return booking.appointments(session, self.plan, person, now=self.now)

    def history(self) -> list[tuple[str, str | None]]:
        """Status of every row and who cancelled it, in the order of their start."""
        statement = select(AppointmentRow.status, AppointmentRow.cancelled_by).order_by(
            AppointmentRow.starts_at, AppointmentRow.status
        )
        with self.database.session() as session:
            return [(status, by) for status, by in session.execute(statement)]

    def hold(self, slot: Slot, person: uuid.UUID, until: datetime) -> None:
        """Keep a time while the person makes up their mind."""
        with self.database.session() as session:
            session.add(
                AppointmentRow(
                    conversation_id=person,
                    service=slot.service,
                    office=slot.office,
                    counsellor_id=int(slot.id.split(".")[1]),
                    language="de",
                    starts_at=slot.starts_at,
                    ends_at=slot.ends_at,
                    during=Range(slot.starts_at, slot.ends_at),
                    status="held",
                    held_until=until,
                    created_at=self.now,
                )
            )


@pytest.fixture
def office(database: Database) -> Office:
    return Office(database)


def overlaps(database: Database) -> int:
    """Pairs of rows that take the same counsellor's time at once, counted without the constraint's help."""
    query = """
        SELECT count(*) FROM appointments a JOIN appointments b
        ON a.counsellor_id = b.counsellor_id AND a.id < b.id AND a.during && b.during
        WHERE a.status <> 'cancelled' AND b.status <> 'cancelled'
    """
    with database.session() as session:
        return session.execute(text(query)).scalar_one()


def at_once(actions: Sequence[Callable[[], object]]) -> list[object]:
    """Run all at the same moment, each in a thread of its own: what they returned or raised, in order."""
    start = threading.Barrier(len(actions))

    def run(action: Callable[[], object]) -> object:
        start.wait()
        try:
            return action()
        except (SlotTaken, TooManyAppointments, NoSuchAppointment) as refused:
            return type(refused)

    with ThreadPoolExecutor(len(actions)) as pool:
        return list(pool.map(run, actions))


@contextmanager
def waiting(action: Callable[[], object]) -> Iterator[list[object]]:
    """Run an action in a thread until it waits for a lock; its result is there when the block is left."""
    result: list[object] = []
    thread = threading.Thread(target=lambda: result.extend(at_once([action])))
    thread.start()
    thread.join(0.5)
    assert thread.is_alive()
    yield result
    thread.join(10)
    assert result


# what is offered


def test_free_slots_are_the_weekly_hours(office: Office) -> None:
    assert office.days("short", "ar")[:3] == [MONDAY, TUESDAY, date(2026, 11, 30)]
    assert office.clocks("long", "ar", MONDAY) == ["09:00", "10:15"]


def test_a_slot_says_everything_about_the_talk(office: Office) -> None:
    slot = office.slots("short", "uk", TUESDAY)[0]

    assert (slot.service, slot.office, slot.counsellor, slot.day) == ("short", "hall", "Beratung B", TUESDAY)
    assert slot.starts_at == datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
    assert slot.ends_at - slot.starts_at == timedelta(minutes=30)


def test_slot_ids_fit_into_buttons(office: Office) -> None:
    ids = [slot.id for slot in office.slots("short", "de", MONDAY)]

    assert len(set(ids)) == len(ids) == 6
    assert all(id.isascii() and len(id) <= 40 for id in ids)


def test_at_most_eight_days_are_offered(office: Office) -> None:
    assert len(office.days("short", "de")) == 8
    assert len(office.days("late", "tr")) == 8


def test_counsellors_of_the_language_come_first(office: Office) -> None:
    assert {slot.counsellor for slot in office.slots("short", "uk", MONDAY)} == {"Beratung B"}
    assert office.days("long", "uk")[:2] == [MONDAY, date(2026, 11, 30)]  # B has no long talks on Tuesdays


def test_a_language_nobody_speaks_is_offered_everybody(office: Office) -> None:
    assert office.clocks("short", "ro", TUESDAY) == office.clocks("short", "ar", TUESDAY)


def test_of_several_free_counsellors_the_one_with_the_fewest_appointments_that_day_is_offered(
    office: Office,
) -> None:
    before = office.at("short", "de", MONDAY, "11:00").counsellor
    office.book(office.at("short", "ar", MONDAY, "09:00"), language="ar")

    assert before == "Beratung A"
    assert office.at("short", "de", MONDAY, "11:00").counsellor == "Beratung B"


def test_booked_time_is_not_offered_to_any_service(office: Office) -> None:
    office.book(office.at("long", "ar", MONDAY, "09:00"), language="ar")

    assert office.clocks("short", "ar", MONDAY) == ["10:30", "11:00", "11:30"]  # 10:00-10:15 is the buffer
    assert office.clocks("long", "ar", MONDAY) == ["10:15"]


def test_a_service_that_no_longer_exists_has_nothing_free(office: Office) -> None:
    assert office.days("gone", "de") == []
    assert office.slots("gone", "de", MONDAY) == []


@pytest.mark.parametrize(
    "id",
    [
        "",
        "short",
        "short.1.1",
        "gone.1.29713440",
        "short.999999.29713440",
        "short.1.99999999",
        "short.1.-1",
        "ظ.1.١",
    ],
)
def test_an_id_that_is_no_slot_finds_nothing(office: Office, id: str) -> None:
    assert office.find(id) is None


def test_a_taken_slot_is_found_with_another_counsellor_of_the_language_in_that_office(office: Office) -> None:
    slot = office.at("short", "de", MONDAY, "09:00")
    office.book(slot)

    found = office.find(slot.id)

    assert slot.counsellor == "Beratung A"
    assert found is not None
    assert (found.counsellor, found.starts_at, found.office) == ("Beratung B", slot.starts_at, slot.office)
    assert office.find(slot.id, "ar") is None


def test_a_taken_slot_is_not_found_in_another_office(office: Office) -> None:
    slot = office.at("short", "ar", TUESDAY, "09:00")
    office.book(slot)

    assert office.find(slot.id, "de") is None


@pytest.mark.parametrize(
    ("day", "clocks"),
    [
        (date(2027, 3, 28), ["00:00", "01:00", "03:00", "22:00", "23:00"]),
        (date(2026, 10, 25), ["00:00", "01:00", "02:00", "03:00", "22:00", "23:00"]),
    ],
)
def test_on_a_change_day_every_time_of_the_clock_is_offered_once(
    database: Database, day: date, clocks: list[str]
) -> None:
    plan = parse(_with_hourly_grid())
    office = Office(database, plan, now=datetime.combine(day, datetime.min.time(), UTC) - timedelta(days=3))

    assert office.clocks("late", "tr", day) == clocks


def _with_hourly_grid() -> str:
    return """
services: {late: {minutes: 45, buffer_after: 15, notice_hours: 0, horizon_days: 9, open_limit: 9, offices: [night]}}
offices: {night: {address: Halle 3}}
counsellors:
  cem: {name: Beratung C, languages: [tr], services: [late], weekly: {night: {sun: ["00:00-04:00", "22:00-23:59"]}}}
desk: {weekly: {mon: ["09:00-12:00"]}}
holidays: {country: DE, state: NW}
"""


# booking


def test_a_booked_slot_is_the_persons_appointment(office: Office) -> None:
    person, slot = office.person(), office.at("short", "de", MONDAY, "10:00")

    booked = office.book(slot, person)

    assert office.appointments(person) == [booked]
    assert (booked.service, booked.office, booked.counsellor, booked.starts_at, booked.ends_at) == (
        slot.service,
        slot.office,
        slot.counsellor,
        slot.starts_at,
        slot.ends_at,
    )
    assert office.appointments(office.person()) == []


def test_a_slot_just_taken_is_booked_with_another_counsellor_of_the_same_office(office: Office) -> None:
    slot = office.at("short", "de", MONDAY, "09:00")

    first, second = office.book(slot), office.book(slot)

    assert (first.counsellor, second.counsellor) == ("Beratung A", "Beratung B")
    with pytest.raises(SlotTaken):
        office.book(slot)


def test_nobody_is_booked_with_a_counsellor_who_does_not_speak_the_chosen_ones_language(
    office: Office,
) -> None:
    slot = office.at("short", "ar", MONDAY, "09:00")
    office.book(slot, language="ar")

    with pytest.raises(SlotTaken):
        office.book(slot, language="ar")


def test_a_slot_taken_while_it_is_booked_leaves_the_transaction_usable(office: Office) -> None:
    slot, other = office.at("short", "ar", MONDAY, "09:00"), office.at("short", "ar", MONDAY, "10:00")
    fast, slow = office.person(), office.person()

    def second_choice() -> Appointment:
        with office.database.session() as session:
            session.execute(text("UPDATE conversations SET place = 'kiosk' WHERE id = :id"), {"id": slow})
            with pytest.raises(SlotTaken):
                office.book_in(session, slot, slow, "ar")
            return office.book_in(session, other, slow, "ar")

    with office.database.session() as session:
        office.book_in(session, slot, fast, "ar")
        with waiting(second_choice) as result:
            session.commit()

    assert result == office.appointments(slow)
    with office.database.session() as session:
        assert session.get_one(ConversationRow, slow).place == "kiosk"


def test_whoever_waits_for_a_booking_that_is_given_up_gets_the_slot(office: Office) -> None:
    slot, person = office.at("short", "ar", MONDAY, "09:00"), office.person()

    with office.database.session() as session:
        office.book_in(session, slot, office.person(), "ar")
        with waiting(lambda: office.book(slot, person, "ar")) as result:
            session.rollback()

    assert result == office.appointments(person) != []


def test_a_time_within_the_notice_is_no_longer_booked(office: Office) -> None:
    slot = office.at("short", "de", MONDAY, "09:00")
    office.now = slot.starts_at - timedelta(minutes=119)

    with pytest.raises(SlotTaken):
        office.book(slot)


def test_a_time_that_was_taken_out_of_the_plan_is_no_longer_booked(office: Office) -> None:
    slot = office.at("short", "ar", TUESDAY, "09:00")
    away = {**PLAN.counsellors}
    away.pop("anna")
    office.plan = ServicesFile(PLAN.services, PLAN.offices, away, PLAN.desk, PLAN.holidays, PLAN.closed_days)

    with pytest.raises(SlotTaken):
        office.book(slot)


def test_an_appointment_with_a_counsellor_who_left_is_still_the_persons(office: Office) -> None:
    person = office.person()
    booked = office.book(office.at("short", "ar", MONDAY, "09:00"), person)
    away = {key: plan for key, plan in PLAN.counsellors.items() if key != "anna"}
    office.plan = ServicesFile(PLAN.services, PLAN.offices, away, PLAN.desk, PLAN.holidays)

    assert [appointment.id for appointment in office.appointments(person)] == [booked.id]
    assert office.cancel(booked.id, person).id == booked.id


def test_one_person_cannot_have_more_open_appointments_than_allowed(office: Office) -> None:
    person = office.person()
    for clock in ("09:00", "09:30"):
        office.book(office.at("short", "de", MONDAY, clock), person)

    with pytest.raises(TooManyAppointments):
        office.book(office.at("short", "de", MONDAY, "10:00"), person)
    office.book(office.at("long", "de", MONDAY, "10:15"), person)  # another service has its own limit
    office.book(office.at("short", "de", TUESDAY, "09:00"))  # and so has everybody else


def test_the_limit_holds_for_bookings_at_once(office: Office) -> None:
    person, slots = office.person(), office.slots("short", "de", MONDAY)

    results = at_once([lambda slot=slot: office.book(slot, person) for slot in slots])

    assert results.count(TooManyAppointments) == len(slots) - 2
    assert len(office.appointments(person)) == 2


def test_an_appointment_that_is_over_no_longer_counts(office: Office) -> None:
    person = office.person()
    for clock in ("09:00", "09:30"):
        office.book(office.at("short", "de", MONDAY, clock), person)

    office.now = datetime(2026, 11, 23, 9, 29, tzinfo=UTC)  # 10:29

    assert office.appointments(person) == []
    office.book(office.at("short", "de", TUESDAY, "09:00"), person)


def test_an_appointment_under_way_is_still_shown(office: Office) -> None:
    person = office.person()
    booked = office.book(office.at("short", "de", MONDAY, "09:00"), person)

    office.now = booked.starts_at + timedelta(minutes=10)

    assert office.appointments(person) == [booked]


# never twice


def test_the_database_itself_refuses_an_overlap(office: Office) -> None:
    slot = office.at("short", "ar", MONDAY, "09:00")
    office.hold(slot, office.person(), NOW + timedelta(minutes=5))

    with pytest.raises(IntegrityError, match="ex_appointments_counsellor"):
        office.hold(slot, office.person(), NOW + timedelta(minutes=5))


def test_of_forty_bookings_of_two_overlapping_times_exactly_one_wins(office: Office) -> None:
    people = [office.person() for _ in range(THREADS)]
    for number in range(ROUNDS):
        monday = MONDAY + timedelta(days=7 * (number % 4))
        long = office.at("long", "ar", monday, "09:00")  # until 10:00, the counsellor until 10:15
        short = office.at("short", "ar", monday, ("09:00", "09:30", "10:00")[number % 3])
        wishes = [(person, (long, short)[turn % 2]) for turn, person in enumerate(people)]

        results = at_once([lambda p=p, slot=slot: office.book(slot, p, "ar") for p, slot in wishes])

        won = [result for result in results if isinstance(result, Appointment)]
        assert len(won) == 1
        assert results.count(SlotTaken) == THREADS - 1
        winner = people[results.index(won[0])]
        assert office.appointments(winner) == won
        assert overlaps(office.database) == 0
        office.cancel(won[0].id, winner, by="staff")


def test_bookings_that_do_not_overlap_all_win_at_once(office: Office) -> None:
    slots = [slot for language in ("ar", "uk") for slot in office.slots("short", language, MONDAY)]
    people = [office.person() for _ in slots]

    results = at_once([lambda p=p, s=s: office.book(s, p) for p, s in zip(people, slots, strict=True)])

    assert all(isinstance(result, Appointment) for result in results)
    assert len(results) == 12


def test_any_mix_of_bookings_moves_and_cancels_leaves_no_overlap_and_tells_everybody_the_truth(
    office: Office,
) -> None:
    people = [office.person() for _ in range(THREADS)]
    slots = [slot for day in (MONDAY, TUESDAY) for slot in office.slots("short", "ar", day)][:10]
    chance = random.Random(20261120)
    kept: dict[uuid.UUID, Appointment | None] = dict.fromkeys(people)
    for _ in range(8):
        actions: list[Callable[[], object]] = []
        for person in people:
            slot, mine = chance.choice(slots), kept[person]
            if mine is None:
                actions.append(lambda p=person, s=slot: office.book(s, p, "ar"))
            elif chance.random() < 0.6:
                actions.append(lambda p=person, s=slot, m=mine: office.move(m.id, s, p, language="ar"))
            else:
                actions.append(lambda p=person, m=mine: office.cancel(m.id, p))
        holding = [person for person in people if kept[person] is not None]

        results = at_once(actions)

        assert overlaps(office.database) == 0
        for person, result in zip(people, results, strict=True):
            now_has = office.appointments(person)
            if isinstance(result, Appointment):
                cancelled = person in holding and not now_has
                kept[person] = None if cancelled else result
            else:
                assert result is SlotTaken
            assert now_has == ([] if kept[person] is None else [kept[person]])
    assert sum(1 for appointment in kept.values() if appointment) > 0


# cancel and move


def test_cancelled_time_is_free_at_once_and_the_row_stays_as_history(office: Office) -> None:
    person, slot = office.person(), office.at("short", "ar", MONDAY, "09:00")
    booked = office.book(slot, person)

    cancelled = office.cancel(booked.id, person)

    assert cancelled == booked
    assert office.appointments(person) == []
    assert office.at("short", "ar", MONDAY, "09:00") == slot
    assert office.history() == [("cancelled", "person")]


def test_only_ones_own_open_appointments_can_be_cancelled(office: Office) -> None:
    person = office.person()
    booked = office.book(office.at("short", "de", MONDAY, "09:00"), person)

    for wrong_id, wrong_person in (
        (booked.id, office.person()),
        (str(uuid.uuid4()), person),
        ("nonsense", person),
        ("", person),
    ):
        with pytest.raises(NoSuchAppointment):
            office.cancel(wrong_id, wrong_person)
    office.cancel(booked.id, person)
    with pytest.raises(NoSuchAppointment):
        office.cancel(booked.id, person)


def test_an_appointment_that_is_over_cannot_be_cancelled(office: Office) -> None:
    person = office.person()
    booked = office.book(office.at("short", "de", MONDAY, "09:00"), person)
    office.now = booked.ends_at

    with pytest.raises(NoSuchAppointment):
        office.cancel(booked.id, person)


def test_too_late_a_person_can_neither_cancel_nor_move_but_staff_can(office: Office) -> None:
    person = office.person()
    booked = office.book(office.at("long", "de", MONDAY, "09:00"), person)
    office.now = booked.starts_at - timedelta(hours=24) + timedelta(minutes=1)
    other = office.at("long", "de", TUESDAY, "09:00")

    with pytest.raises(booking.TooLateToCancel):
        office.cancel(booked.id, person)
    with pytest.raises(booking.TooLateToCancel):
        office.move(booked.id, other, person)

    assert office.cancel(booked.id, person, by="staff") == booked


def test_just_in_time_a_person_can_cancel(office: Office) -> None:
    person = office.person()
    booked = office.book(office.at("long", "de", MONDAY, "09:00"), person)
    office.now = booked.starts_at - timedelta(hours=24)

    assert office.cancel(booked.id, person) == booked


def test_cancelling_all_leaves_what_is_over_and_what_others_have(office: Office) -> None:
    person, other = office.person(), office.person()
    office.book(office.at("short", "de", MONDAY, "09:00"), person)
    office.book(office.at("short", "de", TUESDAY, "09:00"), person)
    kept = office.book(office.at("short", "de", TUESDAY, "10:00"), other)
    office.now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    with office.database.session() as session:
        count = booking.cancel_all(session, person, by="erased", now=office.now)

    assert count == 1
    assert office.history() == [("confirmed", None), ("cancelled", "erased"), ("confirmed", None)]
    assert office.appointments(other) == [kept]


def test_a_moved_appointment_is_at_the_new_time_only(office: Office) -> None:
    person = office.person()
    booked = office.book(office.at("short", "ar", MONDAY, "09:00"), person, "ar")

    moved = office.move(booked.id, office.at("short", "ar", TUESDAY, "11:00"), person, language="ar")

    assert office.appointments(person) == [moved]
    assert "09:00" in office.clocks("short", "ar", MONDAY)
    assert office.history() == [("cancelled", "person"), ("confirmed", None)]


def test_a_move_may_overlap_the_old_time_of_the_same_counsellor(office: Office) -> None:
    person, overlapping = office.person(), office.at("short", "ar", MONDAY, "09:30")
    booked = office.book(office.at("long", "ar", MONDAY, "09:00"), person, "ar")

    moved = office.move(booked.id, overlapping, person, language="ar")

    assert office.appointments(person) == [moved]
    assert moved.starts_at == overlapping.starts_at
    assert moved.counsellor == booked.counsellor


def test_a_move_to_a_taken_time_changes_nothing(office: Office) -> None:
    person, wanted = office.person(), office.at("short", "ar", MONDAY, "10:00")
    booked = office.book(office.at("short", "ar", MONDAY, "09:00"), person, "ar")
    office.book(wanted, language="ar")

    with pytest.raises(SlotTaken):
        office.move(booked.id, wanted, person, language="ar")

    assert office.appointments(person) == [booked]


def test_a_move_that_loses_at_the_last_moment_changes_nothing(office: Office) -> None:
    person, wanted = office.person(), office.at("short", "ar", MONDAY, "10:00")
    booked = office.book(office.at("short", "ar", MONDAY, "09:00"), person, "ar")

    with office.database.session() as session:
        office.book_in(session, wanted, office.person(), "ar")
        with waiting(lambda: office.move(booked.id, wanted, person, language="ar")) as result:
            session.commit()

    assert result == [SlotTaken]
    assert office.appointments(person) == [booked]


def test_somebody_elses_appointment_cannot_be_moved(office: Office) -> None:
    booked = office.book(office.at("short", "de", MONDAY, "09:00"))

    with pytest.raises(NoSuchAppointment):
        office.move(booked.id, office.at("short", "de", TUESDAY, "09:00"), office.person())


def test_a_move_within_the_limit_needs_no_room_for_one_more(office: Office) -> None:
    person = office.person()
    booked = [office.book(office.at("short", "de", MONDAY, clock), person) for clock in ("09:00", "09:30")]

    moved = office.move(booked[0].id, office.at("short", "de", TUESDAY, "09:00"), person)

    assert office.appointments(person) == [booked[1], moved]


def test_a_move_to_a_service_whose_limit_is_reached_is_refused(office: Office) -> None:
    person = office.person()
    for clock in ("09:00", "09:30"):
        office.book(office.at("short", "de", MONDAY, clock), person)
    long = office.book(office.at("long", "de", MONDAY, "10:15"), person)

    with pytest.raises(TooManyAppointments):
        office.move(long.id, office.at("short", "de", TUESDAY, "09:00"), person)
    assert long in office.appointments(person)


def test_two_people_who_want_each_others_time_at_once_both_keep_their_own(office: Office) -> None:
    for _ in range(5):
        one, two = office.person(), office.person()
        early, late = (office.at("short", "ar", MONDAY, clock) for clock in ("09:00", "11:00"))
        first, second = office.book(early, one, "ar"), office.book(late, two, "ar")

        results = at_once(
            [
                lambda p=one, a=first.id, s=late: office.move(a, s, p, language="ar"),
                lambda p=two, a=second.id, s=early: office.move(a, s, p, language="ar"),
            ]
        )

        assert results == [SlotTaken, SlotTaken]
        assert [office.appointments(one), office.appointments(two)] == [[first], [second]]
        office.cancel(first.id, one)
        office.cancel(second.id, two)


# held times


def test_a_held_time_is_taken_until_it_expires(office: Office) -> None:
    slot = office.at("short", "ar", MONDAY, "09:00")
    office.hold(slot, office.person(), NOW + timedelta(minutes=5))

    with pytest.raises(SlotTaken):
        office.book(slot, language="ar")
    office.now = NOW + timedelta(minutes=5)
    assert office.book(slot, language="ar").starts_at == slot.starts_at
    assert office.history() == [("cancelled", "expired"), ("confirmed", None)]


def test_expired_holds_are_released_once(office: Office) -> None:
    slots = office.slots("short", "ar", MONDAY)
    office.hold(slots[0], office.person(), NOW - timedelta(minutes=1))
    office.hold(slots[1], office.person(), NOW + timedelta(minutes=1))

    with office.database.session() as session:
        assert booking.release_expired(session, NOW) == 1
        assert booking.release_expired(session, NOW) == 0

    assert office.history() == [("cancelled", "expired"), ("held", None)]


# the day list


def test_the_day_list_has_everything_of_the_day_with_names(office: Office) -> None:
    person = office.person()
    first = office.book(office.at("short", "uk", MONDAY, "09:00"), person, "uk")
    gone = office.book(office.at("short", "ar", MONDAY, "11:00"), person, "ar")
    office.book(office.at("short", "ar", TUESDAY, "09:00"), language="ar")
    office.cancel(gone.id, person)

    with office.database.session() as session:
        listed = booking.of_day(session, PLAN, MONDAY, BERLIN)

    assert [(entry.id, entry.status) for entry in listed] == [(first.id, "confirmed"), (gone.id, "cancelled")]
    entry = listed[0]
    assert (entry.service, entry.office, entry.counsellor, entry.counsellor_name, entry.language) == (
        "short",
        "square",
        "bela",
        "Beratung B",
        "uk",
    )
    assert (entry.conversation_id, entry.starts_at, entry.ends_at) == (person, first.starts_at, first.ends_at)


@pytest.mark.parametrize("day", [date(2026, 10, 25), date(2027, 3, 28)])
def test_the_day_list_of_a_change_day_is_the_local_day(database: Database, day: date) -> None:
    office = Office(
        database,
        parse(_with_hourly_grid()),
        now=datetime.combine(day, datetime.min.time(), UTC) - timedelta(days=3),
    )
    slots = office.slots("late", "tr", day)
    for slot in slots:
        office.book(slot, language="tr")

    with database.session() as session:
        lists = [
            booking.of_day(session, office.plan, day + timedelta(days=distance), BERLIN)
            for distance in (-1, 0, 1)
        ]

    assert [len(listed) for listed in lists] == [0, len(slots), 0]
    assert [entry.starts_at for entry in lists[1]] == [slot.starts_at for slot in slots]


# counsellors


def test_counsellors_keep_their_rows(office: Office) -> None:
    with office.database.session() as session:
        first = booking.sync_counsellors(session, PLAN)
        again = booking.sync_counsellors(session, PLAN)

    assert set(first) == {"anna", "bela", "cem"}
    assert again == first


def test_counsellors_synced_at_once_are_one_row_each(office: Office) -> None:
    def sync() -> object:
        with office.database.session() as session:
            return booking.sync_counsellors(session, PLAN)

    results = at_once([sync] * 10)

    assert all(result == results[0] for result in results)
    with office.database.session() as session:
        assert session.scalar(select(func.count()).select_from(CounsellorRow)) == 3


def test_a_counsellor_who_left_the_file_stays_in_the_table(office: Office) -> None:
    with office.database.session() as session:
        session.execute(insert(CounsellorRow).values(key="former"))

    with office.database.session() as session:
        assert set(booking.sync_counsellors(session, PLAN)) == {"anna", "bela", "cem", "former"}
