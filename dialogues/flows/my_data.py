"""My data: what is stored, a copy, taking consent back, erasing everything."""

from collections.abc import Mapping
from typing import Any

from dialogues import answers
from dialogues.flows import menu
from dialogues.services import Services
from dialogues.turn import Ask, Button, Done, NotMine, Reply, Say, Step, Text, Turn


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """`given`: the wish, `export` or `erase`, or the purpose whose consent is taken back."""
    if purpose := given.get("withdraw"):
        return _withdrawn(purpose, services)
    match given.get("wish"):
        case "erase":
            return ask_erase(turn, given, services)
        case "export":
            return (_overview(services), *_copies(services), Done())
        case _:
            return (_overview(services), Done())


def _overview(services: Services) -> Say:
    stored = services.stored_data()
    values = {
        "messages": stored.messages,
        "answers": stored.answers,
        "appointments": stored.appointments,
        "notes": stored.notes,
        "since": stored.since.date(),
        "consents": tuple(Text(f"consent-name-{purpose}") for purpose in stored.consents),
        "agreed": len(stored.consents),
    }
    rows = tuple(
        (Button(Text("button-withdraw", {"consent": Text(f"consent-name-{p}")}), f"withdraw:{p}"),)
        for p in stored.consents
    )
    last = (
        (Button(Text("button-export"), "do:export-data"), Button(Text("button-erase"), "do:delete-data")),
        (Button(Text("button-privacy"), "privacy"), menu.MENU_ROW[0]),
    )
    return Say(Text("my-data-overview", values), ("my-data", "overview"), (*rows, *last))


def _copies(services: Services) -> tuple[Say, ...]:
    return tuple(
        Say(Text("my-data-copy", {"name": file.name}), ("my-data", "export"), file=file)
        for file in services.export()
    )


def _withdrawn(purpose: str, services: Services) -> Reply:
    if not services.has_consent(purpose):
        return (_overview(services), Done())
    services.withdraw_consent(purpose)
    return (
        Say(Text("consent-withdrawn", {"consent": Text(f"consent-name-{purpose}")}), ("my-data", "overview")),
        _overview(services),
        Done(),
    )


def ask_erase(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Say what will be gone, and ask."""
    rows = (
        (Button(Text("button-erase-yes"), "pick:yes"),),
        (Button(Text("button-erase-no"), "pick:no"),),
    )
    return (Ask("erase", Say(Text("my-data-confirm-erase"), ("my-data", "confirm-erase"), rows)),)


def take_erase(turn: Turn, keep: Mapping[str, Any], services: Services) -> Reply:
    """Erase on a yes."""
    said = answers.yes_no(turn)
    if said is False or turn.intent in ("do/stop", "do/back"):
        return (Say(Text("my-data-kept"), ("menu", None), (menu.MENU_ROW,)), Done())
    if said is None:
        return (NotMine((Say(Text("book-confirm-unclear"), ("problem", "not-yes-or-no")),)),)
    services.erase()
    return (Say(Text("my-data-erased"), ("my-data", "erased")), Done(quiet=True))


STEPS: Mapping[str, Step] = {"erase": Step(ask_erase, take_erase)}
