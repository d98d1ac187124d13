"""Book an appointment: which service, which day, which time, then confirm."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dialogues import answers
from dialogues.flows import consent, menu
from dialogues.services import (
    Appointment,
    NoSuchAppointment,
    Services,
    Slot,
    SlotTaken,
    TooManyAppointments,
)
from dialogues.turn import Ask, Button, Done, NotMine, Reply, Say, Step, Text, Turn

BACK = (Button(Text("button-back"), "do:back"), Button(Text("button-cancel-booking"), "do:stop"))


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """`given`: the service when it is known; `moving`: the appointment that is moved."""
    if ask := consent.needed("booking", "book", given, services):
        return ask
    if given.get("service") in services.bookable_services():
        return ask_day(turn, dict(given), services)
    return ask_service(turn, {}, services)


def ask_service(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """What is it about?"""
    offers = services.bookable_services()
    if not offers:
        return _full("book-nothing-offered")
    rows = tuple((Button(Text(f"service-{offer}-name"), f"pick:{offer}"),) for offer in offers)
    about = tuple(
        Text("book-service-entry", {"name": Text(f"service-{o}-name"), "about": Text(f"service-{o}-about")})
        for o in offers
    )
    say = Say(Text("book-which-service", {"services": about}), ("booking", "service"), (*rows, (BACK[1],)))
    return (Ask("service", say),)


def take_service(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """A service's button or its number."""
    if _stops(turn):
        return _stopped()
    offers = services.bookable_services()
    chosen = turn.pick or answers.numbered(turn.text, offers)
    if chosen not in offers:
        return (NotMine((Say(Text("book-service-unclear"), ("problem", "not-a-choice")),)),)
    return ask_day(turn, {"service": chosen}, services)


def ask_day(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Which day?"""
    days = services.free_days(keep["service"])
    if not days:
        return _full("book-full")
    buttons = [Button(Text("day", {"day": day}), f"pick:{day.isoformat()}") for day in days]
    rows = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    values = {"service": Text(f"service-{keep['service']}-name")}
    return (Ask("day", Say(Text("book-which-day", values), ("booking", "day"), (*rows, BACK)), keep),)


def take_day(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """A day's button, or a date that was typed."""
    if _stops(turn):
        return _stopped()
    if turn.intent == "do/back":
        return _stopped() if keep.get("moving") else ask_service(turn, {}, services)
    day = _day(turn, services)
    if day is None:
        return (NotMine((Say(Text("book-day-unclear"), ("problem", "not-a-date")),)),)
    if not services.free_slots(keep["service"], day):
        taken = Say(Text("book-day-full", {"day": day}), ("booking", "full"))
        return (taken, *ask_day(turn, keep, services))
    return ask_time(turn, {**keep, "day": day.isoformat()}, services)


def _day(turn: Turn, services: Services) -> date | None:
    try:
        return date.fromisoformat(turn.pick) if turn.pick else answers.day(turn.text, services.language())
    except ValueError:
        return None


def ask_time(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Which time?"""
    day = date.fromisoformat(keep["day"])
    slots = services.free_slots(keep["service"], day)
    if not slots:
        taken = Say(Text("book-day-full", {"day": day}), ("booking", "full"))
        return (taken, *ask_day(turn, _without(keep, "day"), services))
    buttons = [Button(Text("time", {"at": slot.starts_at}), f"pick:{slot.id}") for slot in slots]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    return (
        Ask("time", Say(Text("book-which-time", {"day": day}), ("booking", "time"), (*rows, BACK)), keep),
    )


def take_time(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """A time's button, its number in the list, or the time that was typed."""
    if _stops(turn):
        return _stopped()
    if turn.intent == "do/back":
        return ask_day(turn, _without(keep, "day"), services)
    slots = services.free_slots(keep["service"], date.fromisoformat(keep["day"]))
    slot = services.slot(turn.pick) if turn.pick else _typed_slot(turn.text, slots, services)
    if turn.pick and slot is None:
        gone = Say(Text("book-time-gone"), ("problem", "slot-taken"))
        return (gone, *ask_time(turn, keep, services))
    if slot is None:
        return (NotMine((Say(Text("book-time-unclear"), ("problem", "not-a-choice")),)),)
    return ask_confirm(turn, {**keep, "slot": slot.id}, services)


def _typed_slot(text: str, slots: Sequence[Slot], services: Services) -> Slot | None:
    written = answers.plain(text).replace(".", ":")
    named = [slot for slot in slots if services.local_time(slot.starts_at) in (written, f"0{written}")]
    if named:
        return named[0]
    by_number = answers.numbered(text, [slot.id for slot in slots])
    return next((slot for slot in slots if slot.id == by_number), None)


def ask_confirm(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Is this right?"""
    slot = services.slot(keep["slot"])
    if slot is None:
        gone = Say(Text("book-time-gone"), ("problem", "slot-taken"))
        return (gone, *ask_time(turn, _without(keep, "slot"), services))
    yes = "button-move-confirm" if keep.get("moving") else "button-book-confirm"
    rows = ((Button(Text(yes), "pick:yes"),), BACK)
    say = Say(Text("book-confirm", slot_values(slot)), ("booking", "confirm"), rows)
    return (Ask("confirm", say, keep),)


def take_confirm(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Book on a yes."""
    said = answers.yes_no(turn)
    if _stops(turn) or said is False:
        return _stopped()
    if turn.intent == "do/back":
        return ask_time(turn, _without(keep, "slot"), services)
    if said is None:
        return (NotMine((Say(Text("book-confirm-unclear"), ("problem", "not-yes-or-no")),)),)
    slot = services.slot(keep["slot"])
    if slot is None:
        return ask_confirm(turn, keep, services)
    try:
        if keep.get("moving"):
            return _told("book-moved", "moved", services.move_appointment(keep["moving"], slot))
        return _told("book-booked", "booked", services.book(slot))
    except SlotTaken:
        gone = Say(Text("book-time-gone"), ("problem", "slot-taken"))
        return (gone, *ask_time(turn, _without(keep, "slot"), services))
    except TooManyAppointments:
        rows = ((Button(Text("button-appointments"), "do:my-appointments"), menu.MENU_ROW[0]),)
        return (Say(Text("book-too-many"), ("problem", "too-many-appointments"), rows), Done())
    except NoSuchAppointment:
        return (Say(Text("appointment-gone"), ("problem", "no-such-appointment")), Done())


def slot_values(slot: Slot | Appointment) -> dict[str, Any]:
    """What the phrases say of a time."""
    return {
        "service": Text(f"service-{slot.service}-name"),
        "at": slot.starts_at,
        "office": Text(f"office-{slot.office}-name"),
        "directions": Text(f"office-{slot.office}-directions"),
        "bring": Text(f"service-{slot.service}-bring"),
        "counsellor": slot.counsellor,
    }


def _told(key: str, about: str, appointment: Appointment) -> Reply:
    rows = ((Button(Text("button-appointments"), "do:my-appointments"), menu.MENU_ROW[0]),)
    return (Say(Text(key, slot_values(appointment)), ("booking", about), rows), Done())


def _full(key: str) -> Reply:
    return (Say(Text(key), ("booking", "full"), (menu.PERSON_ROW, menu.MENU_ROW)), Done())


def _stops(turn: Turn) -> bool:
    return turn.intent == "do/stop"


def _stopped() -> Reply:
    return (Say(Text("book-stopped"), ("menu", None), (menu.MENU_ROW,)), Done())


def _without(keep: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in keep.items() if key != name}


STEPS: Mapping[str, Step] = {
    "service": Step(ask_service, take_service),
    "day": Step(ask_day, take_day),
    "time": Step(ask_time, take_time),
    "confirm": Step(ask_confirm, take_confirm),
}
