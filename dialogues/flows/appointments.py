"""My appointments: see, move, cancel."""

from collections.abc import Mapping, Sequence
from typing import Any

from dialogues import answers
from dialogues.flows import menu
from dialogues.flows.book import slot_values
from dialogues.services import Appointment, NoSuchAppointment, Services
from dialogues.turn import Ask, Button, Done, Go, NotMine, Reply, Say, Step, Text, Turn

WISHES = ("cancel", "move")
NONE_ROWS = ((Button(Text("button-book"), "do:book"), menu.MENU_ROW[0]),)


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """`given`: the wish, `cancel` or `move`, when it was said; or the `id` of an appointment under that wish."""
    mine = services.appointments()
    for wish in WISHES:
        if chosen := given.get(wish):
            return _chosen(turn, wish, [one for one in mine if one.id == chosen], services)
    if not mine:
        return (Say(Text("appointments-none"), ("booking", "list"), NONE_ROWS), Done())
    wished: str | None = given.get("wish")
    if wished and len(mine) == 1:
        return _chosen(turn, wished, mine, services)
    return (_list(mine, wished), Done())


def _list(mine: Sequence[Appointment], wish: str | None) -> Say:
    entries = tuple(Text("appointments-entry", slot_values(one)) for one in mine)
    rows = tuple(
        (
            Button(
                Text(f"button-{shown}-appointment", {"at": Text("short", {"at": one.starts_at})}),
                f"{shown}:{one.id}",
            ),
        )
        for one in mine
        for shown in ((wish,) if wish else WISHES)
    )
    key = f"appointments-which-{wish}" if wish else "appointments-list"
    return Say(Text(key, {"appointments": entries}), ("booking", "list"), (*rows, menu.MENU_ROW))


def _chosen(turn: Turn, wish: str, chosen: Sequence[Appointment], services: Services) -> Reply:
    if not chosen:
        return (_gone(), Done())
    if wish == "move":
        return (Go("book", {"service": chosen[0].service, "moving": chosen[0].id}),)
    return ask_cancel(turn, {"id": chosen[0].id}, services)


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


STEPS: Mapping[str, Step] = {"cancel": Step(ask_cancel, take_cancel)}
