"""Who gets this turn: staff on duty has it > safety > command > open step > intent > fallback."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from dialogues.flows import language
from dialogues.turn import Button, Say, Text, Turn
from nlu.understanding import Decision

if TYPE_CHECKING:
    from dialogues.respond import Talk

INTENTS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "do/questionnaire": ("questionnaire", {}),
    "do/book": ("book", {}),
    "do/reschedule": ("appointments", {"wish": "move"}),
    "do/cancel-appointment": ("appointments", {"wish": "cancel"}),
    "do/my-appointments": ("appointments", {}),
    "do/human": ("handover", {"reason": "asked"}),
    "do/change-language": ("language", {}),
    "do/places-nearby": ("places", {}),
    "do/delete-data": ("my_data", {"wish": "erase"}),
    "do/export-data": ("my_data", {"wish": "export"}),
    "do/help": ("menu", {"page": "help"}),
    "do/greet": ("small_talk", {"key": "greet"}),
    "do/thanks": ("small_talk", {"key": "thanks"}),
    "do/goodbye": ("small_talk", {"key": "goodbye"}),
    "do/affirm": ("small_talk", {"key": "nothing-open"}),
    "do/deny": ("small_talk", {"key": "all-right"}),
    "do/back": ("small_talk", {"key": "nothing-open"}),
    "do/skip": ("small_talk", {"key": "nothing-open"}),
    "do/why": ("small_talk", {"key": "why-nothing"}),
    "do/stop": ("small_talk", {"key": "stopped"}),
    "do/repeat": ("small_talk", {"key": "nothing-open"}),
}
"""Which dialogue an intent starts when no open step wants it, and what it is given."""

COMMANDS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "menu": ("menu", {}),
    "topics": ("menu", {"page": "topics"}),
    "privacy": ("menu", {"page": "privacy"}),
    "my-data": ("my_data", {}),
    "none-of-these": ("fallback", {"rejected": True}),
}
"""Payloads that mean the same at any time."""

ARGUMENT_COMMANDS: Mapping[str, tuple[str, str]] = {
    "topic": ("answer", "topic"),
    "group": ("menu", "group"),
    "book": ("book", "service"),
    "human": ("handover", "reason"),
    "helpful": ("answer", "helpful"),
    "language": ("language", "chosen"),
    "safety": ("safety", "id"),
    "withdraw": ("my_data", "withdraw"),
    "cancel": ("appointments", "cancel"),
    "move": ("appointments", "move"),
    "places": ("places", "wish"),
}
"""Payloads `<command>:<argument>`: the dialogue and the name under which it is given the argument."""

STEP_INTENTS = frozenset({"do/affirm", "do/deny", "do/back", "do/skip", "do/why", "do/stop", "do/repeat"})
PICK = re.compile(r"a(\d{1,9}):(.{1,60})", re.DOTALL)
MISUNDERSTOOD_BEFORE_OFFER = 2
STOPS_WAITING = "assistant"
"""The payload that takes a conversation back from the queue or from staff."""


def route(talk: "Talk", turn: Turn) -> None:
    """Let the right dialogue answer."""
    if turn.owner == "assistant" and talk.services.language() != talk.conversation.language:
        _language_gone(talk, turn)
    if not talk.conversation.welcomed and turn.kind != "start" and turn.owner == "assistant":
        talk.start("welcome", turn)
        talk.remember(welcomed=True)
        if turn.kind == "text" and turn.intent in (None, "do/greet"):
            _learn(talk, turn)
            return
    if turn.owner != "waiting" and talk.conversation.told_to_wait:
        talk.remember(told_to_wait=False)
    if turn.payload == STOPS_WAITING and turn.kind == "button":
        talk.services.back_to_assistant()
        talk.start("handover", turn, {"withdrawn": True})
    elif turn.owner == "staff":
        if _safety(turn):
            talk.services.raise_alarm()
    elif safety := _safety(turn):
        talk.start("safety", turn, {"id": safety.partition("/")[2]})
    elif turn.kind == "start":
        _start(talk, turn)
    elif turn.kind == "button":
        _button(talk, turn)
    elif turn.owner == "waiting":
        _while_waiting(talk, turn)
    else:
        _free(talk, turn)


def _language_gone(talk: "Talk", turn: Turn) -> None:
    """The conversation's language was switched off: go on in the one this turn is answered in, and say so."""
    spoken = talk.services.language()
    talk.remember(language=spoken, language_chosen=False, language_offered=None, pending=None)
    if not turn.payload.startswith("language:"):
        name = Text(f"language:{spoken}")
        talk.say(
            Say(Text("language-gone", {"name": name}), ("language", None), language.buttons(talk.services))
        )


def _while_waiting(talk: "Talk", turn: Turn) -> None:
    """What is written for staff is acknowledged once; then nobody but they answer."""
    if not talk.conversation.told_to_wait:
        talk.start("handover", turn, {"still": True})
        talk.remember(told_to_wait=True)


def _safety(turn: Turn) -> str | None:
    return turn.intent if turn.intent and turn.intent.startswith("safety/") else None


def _start(talk: "Talk", turn: Turn) -> None:
    """The talk is opened, perhaps by a deep link that names a button's payload in its own alphabet."""
    talk.remember(stack=(), misunderstood=0)
    talk.start("welcome", turn, {"again": talk.conversation.welcomed, "hint": turn.language_hint or ""})
    talk.remember(welcomed=True)
    linked = turn.payload.replace("_", ":", 1)
    if linked and _command(linked) and talk.conversation.open is None:
        _button(talk, replace(turn, kind="button", payload=linked))


def _command(payload: str) -> tuple[str, Mapping[str, Any]] | None:
    """The dialogue a payload starts at any time, and what it is given."""
    if payload in COMMANDS:
        return COMMANDS[payload]
    word, colon, argument = payload.partition(":")
    if colon and argument and word in ARGUMENT_COMMANDS:
        flow, name = ARGUMENT_COMMANDS[word]
        return flow, {name: argument}
    if word == "do":
        return INTENTS.get(f"do/{argument}")
    return None


def _button(talk: "Talk", turn: Turn) -> None:
    open_step = talk.conversation.open
    if picked := PICK.fullmatch(turn.payload):
        if open_step is None or int(picked[1]) != talk.conversation.ask_number:
            return _stale(talk, turn)
        taken = replace(turn, payload=f"pick:{picked[2]}")
        return _refused(talk, taken, refusal.instead) if (refusal := talk.take(taken)) else None
    if turn.payload.startswith("consent:") or turn.intent in STEP_INTENTS:
        if open_step is not None and turn.intent != "do/repeat":
            refusal = talk.take(turn)
            if refusal is None:
                return None
        if open_step is not None:
            return talk.ask_again(turn)
    command = _command(turn.payload)
    if command is None:
        return _stale(talk, turn)
    flow, given = command
    _run(talk, turn, flow, given)
    return None


def _run(talk: "Talk", turn: Turn, flow: str, given: Mapping[str, Any]) -> None:
    """Start a dialogue the person named; one that is open already starts afresh instead of twice."""
    talk.remember(misunderstood=0)
    if flow == "language":
        given = {**given, "offered": talk.conversation.language_offered}
        chosen = str(given.get("chosen"))
        if chosen in talk.services.languages():
            return _switch(talk, turn, chosen)
    if flow == "answer" and "helpful" in given:
        given = {**given, "topic": talk.conversation.topic}
    if flow == "menu" and not given:
        talk.remember(stack=())
    if flow in (frame.flow for frame in talk.conversation.stack):
        talk.remember(stack=tuple(f for f in talk.conversation.stack if f.flow != flow))
    talk.start(flow, turn, given)
    return None


def _switch(talk: "Talk", turn: Turn, chosen: str) -> None:
    """Change the language, or keep it when a change was offered; then answer what was asked before the offer."""
    before = talk.conversation
    offered = before.language_offered if chosen == before.language else chosen
    talk.remember(language=chosen, language_chosen=True, language_offered=offered, pending=None)
    if before.pending:
        _intent(talk, turn, before.pending)
    else:
        talk.start("language", turn, {"switched": chosen, "first": not before.language_chosen})


def _refused(talk: "Talk", turn: Turn, instead: tuple[Say, ...]) -> None:
    talk.say(*instead)
    talk.ask_again(turn)


def _stale(talk: "Talk", turn: Turn) -> None:
    """A button of an older question, or one that never existed."""
    talk.say(Say(Text("button-stale"), ("problem", "stale-button")))
    if talk.conversation.open:
        talk.ask_again(turn)
    else:
        talk.start("menu", turn)


def _free(talk: "Talk", turn: Turn) -> None:
    """Text, a location or an attachment: the open step first, then what was understood."""
    refusal = None
    if talk.conversation.open and turn.intent != "do/repeat":
        refusal = talk.take(turn)
        if refusal is None:
            return talk.remember(misunderstood=0)
    if turn.kind == "text" and (offer := _other_language(talk, turn)):
        _learn(talk, turn)
        return talk.say(offer)
    if talk.conversation.open and turn.intent in STEP_INTENTS:
        return talk.ask_again(turn)
    if turn.kind == "location":
        return talk.start("places", turn, {"latitude": turn.latitude, "longitude": turn.longitude})
    if turn.kind == "attachment":
        talk.say(Say(Text("attachment-kept"), ("fallback", None), _person_row()))
        return talk.ask_again(turn)
    if turn.intent and turn.intent != "other/out-of-scope":
        return _intent(talk, turn, turn.intent)
    if refusal and refusal.instead:
        return _refused(talk, turn, refusal.instead)
    return _not_understood(talk, turn)


def _intent(talk: "Talk", turn: Turn, intent: str) -> None:
    """Act on what was understood."""
    kind, _, name = intent.partition("/")
    if kind == "faq" and talk.services.topic(name):
        return _run(talk, turn, "answer", {"topic": name})
    if intent in INTENTS:
        return _run(talk, turn, *INTENTS[intent])
    return _not_understood(talk, turn)


def _other_language(talk: "Talk", turn: Turn) -> Say | None:
    """The offer to go on in the language the person wrote, once for each language."""
    understood = turn.understanding
    now = talk.conversation
    if understood is None:
        return None
    meant = understood.language
    if meant in (None, now.language) or meant not in talk.services.languages():
        return None
    if now.language_offered == meant:
        return None
    talk.remember(language_offered=meant, pending=turn.intent)
    return Say(
        Text("language-offer", {"name": Text(f"language:{meant}")}),
        ("language", None),
        (
            (Button(Text("language-offer-yes", {"name": Text(f"language:{meant}")}), f"language:{meant}"),),
            (Button(Text(f"language:{now.language}"), f"language:{now.language}"),),
        ),
        language=meant,
    )


def _learn(talk: "Talk", turn: Turn) -> None:
    """What was not understood is put before editors; never what may be the answer to an open question."""
    understood = turn.understanding
    if understood and understood.decision is Decision.ADMIT and talk.conversation.open is None:
        talk.services.not_understood(understood)


def _person_row() -> tuple[tuple[Button, ...], ...]:
    return ((Button(Text("button-human"), "do:human"),),)


def _not_understood(talk: "Talk", turn: Turn) -> None:
    """Say so honestly; the second time in a row a person is offered."""
    count = talk.conversation.misunderstood + 1
    talk.remember(misunderstood=count)
    _learn(talk, turn)
    understood = turn.understanding
    talk.start(
        "fallback",
        turn,
        {
            "suggestions": list(understood.suggestions)
            if understood and understood.decision is Decision.ASK
            else [],
            "danger": understood.possible_danger if understood else None,
            "outside": bool(understood and understood.intent == "other/out-of-scope"),
            "foreign": bool(understood and understood.foreign_language),
            "offer_person": count >= MISUNDERSTOOD_BEFORE_OFFER,
        },
    )
