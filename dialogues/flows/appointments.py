"""My appointments: see, move, cancel."""

from collections.abc import Mapping
from typing import Any

from dialogues import answers
from dialogues.flows import menu
from dialogues.flows.book import slot_values
from dialogues.services import Appointment, NoSuchAppointment, Services
from dialogues.turn import Ask, Button, Done, Go, NotMine, Reply, Say, Step, Text, Turn

WISHES = ("cancel", "move")
NONE_ROWS = ((Button(Text("button-book"), "do:book"), menu.MENU_ROW[0]),)


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """`given`: the wish, `cancel` or `move`, when it was said."""
    mine = services.appointments()
    wish = given.get("wish")
    if not mine:
        return (Say(Text("appointments-none"), ("booking", "list"), NONE_ROWS), Done())
    if wish and len(mine) == 1:
        return _chosen(turn, wish, mine[0], services)
    return ask_which(turn, {"wish": wish} if wish else {}, services)


def ask_which(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """List the appointments with what can be done."""
    mine = services.appointments()
    if not mine:
        return (Say(Text("appointments-none"), ("booking", "list"), NONE_ROWS), Done())
    entries = tuple(Text("appointments-entry", slot_values(one)) for one in mine)
    wishes = (keep["wish"],) if keep.get("wish") else WISHES
    rows = tuple(
        tuple(
            Button(Text(f"button-{wish}-appointment", {"at": one.starts_at}), f"pick:{wish}{place}")
            for wish in wishes
        )
        for place, one in enumerate(mine)
    )
    key = f"appointments-which-{keep['wish']}" if keep.get("wish") else "appointments-list"
    say = Say(Text(key, {"appointments": entries}), ("booking", "list"), (*rows, menu.MENU_ROW))
    return (Ask("which", say, {**keep, "ids": [one.id for one in mine]}),)


def take_which(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """A button, or the number of an appointment when it is clear what is wished."""
    if turn.intent in ("do/stop", "do/back"):
        return (Say(Text("small-all-right"), ("menu", None), (menu.MENU_ROW,)), Done())
    wish, place = _wished(turn, keep)
    if wish is None or not 0 <= place < len(keep["ids"]):
        return (NotMine((Say(Text("appointments-unclear"), ("problem", "not-a-choice")),)),)
    chosen = [one for one in services.appointments() if one.id == keep["ids"][place]]
    if not chosen:
        return (_gone(), *ask_which(turn, keep, services))
    return _chosen(turn, wish, chosen[0], services)


def _wished(turn: Turn, keep: Mapping[str, Any]) -> tuple[str | None, int]:
    for wish in WISHES:
        if turn.pick and turn.pick.startswith(wish) and turn.pick.removeprefix(wish).isdecimal():
            return wish, int(turn.pick.removeprefix(wish))
    typed = answers.number(turn.text) if turn.kind == "text" else None
    return (keep.get("wish"), typed - 1) if typed else (None, -1)


def _chosen(turn: Turn, wish: str, appointment: Appointment, services: Services) -> Reply:
    if wish == "move":
        return (Go("book", {"service": appointment.service, "moving": appointment.id}),)
    return ask_cancel(turn, {"id": appointment.id}, services)


def ask_cancel(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Really cancel?"""
    chosen = [one for one in services.appointments() if one.id == keep["id"]]
    if not chosen:
        return (_gone(), Done())
    rows = (
        (Button(Text("button-cancel-yes"), "pick:yes"),),
        (Button(Text("button-cancel-no"), "pick:no"),),
    )
    say = Say(Text("appointments-cancel", slot_values(chosen[0])), ("booking", "confirm"), rows)
    return (Ask("cancel", say, keep),)


def take_cancel(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Cancel on a yes."""
    said = answers.yes_no(turn)
    if said is False or turn.intent in ("do/stop", "do/back"):
        return (Say(Text("appointments-kept"), ("menu", None), (menu.MENU_ROW,)), Done())
    if said is None:
        return (NotMine((Say(Text("book-confirm-unclear"), ("problem", "not-yes-or-no")),)),)
    try:
        cancelled = services.cancel_appointment(keep["id"])
    except NoSuchAppointment:
        return (_gone(), Done())
    return (
        Say(Text("appointments-cancelled", slot_values(cancelled)), ("booking", "cancelled"), NONE_ROWS),
        Done(),
    )


def _gone() -> Say:
    return Say(Text("appointment-gone"), ("problem", "no-such-appointment"))


STEPS: Mapping[str, Step] = {"which": Step(ask_which, take_which), "cancel": Step(ask_cancel, take_cancel)}
