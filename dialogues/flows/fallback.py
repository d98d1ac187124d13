"""Not understood: "did you mean", or an honest no; the second time in a row a person is offered."""

from collections.abc import Mapping
from typing import Any

from dialogues.flows import language, menu
from dialogues.services import Services
from dialogues.turn import Button, Done, Go, Reply, Say, Step, Text, Turn

STEPS: Mapping[str, Step] = {}
MOST_SUGGESTED = 3


def start(turn: Turn, given: Mapping[str, Any], services: Services) -> Reply:
    """Take that it was none of these, or say what is honest.

    That is: the language is not spoken, did you mean, outside our subject, or not understood.
    """
    if given.get("rejected"):
        services.suggestions_rejected()
        return (Go("menu", {"page": "topics"}),)
    offer = (_offer(),) if given.get("offer_person") else ()
    suggestions = [row for name in given.get("suggestions", ()) if (row := _suggestion(name, services))]
    if danger := given.get("danger"):
        suggestions = [_suggested_danger(danger), *suggestions[: MOST_SUGGESTED - 1]]
    if given.get("foreign"):
        names = tuple(Text(f"language:{code}") for code in services.languages())
        said = Say(
            Text("language-not-spoken", {"names": names}),
            ("language", None),
            language.buttons(services),
            language=services.common_language(),
        )
    elif suggestions:
        none = (Button(Text("button-none-of-these"), "none-of-these"),)
        said = Say(Text("did-you-mean"), ("did-you-mean", None), (*suggestions, none))
    elif given.get("outside"):
        said = Say(Text("out-of-scope"), ("fallback", None), (menu.PERSON_ROW, menu.MENU_ROW))
    else:
        said = Say(Text("not-understood"), ("fallback", None), (menu.PERSON_ROW, menu.MENU_ROW))
    return (said, *offer, Done())


def _suggested_danger(intent: str) -> tuple[Button, ...]:
    name = intent.partition("/")[2]
    return (Button(Text(f"safety-title:{name}"), f"safety:{name}"),)


def _offer() -> Say:
    return Say(
        Text("handover-offer"),
        ("handover", "offered"),
        ((Button(Text("button-human"), "human:not-understood"),), menu.MENU_ROW),
    )


def _suggestion(intent: str, services: Services) -> tuple[Button, ...] | None:
    kind, _, name = intent.partition("/")
    if kind == "faq":
        return (Button(Text(f"topic-title:{name}"), f"topic:{name}"),) if services.topic(name) else None
    return (Button(Text(f"intent-{name}"), f"do:{name}"),)
