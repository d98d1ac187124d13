"""The one way into the dialogues: a conversation and a turn in, replies and the conversation out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogues import routing
from dialogues.conversation import Conversation, Frame
from dialogues.flows import FLOWS
from dialogues.services import Services
from dialogues.turn import Ask, Button, Done, Go, NotMine, Reply, Say, Turn

LONGEST_CHAIN = 20
"""Dialogues may hand a turn on to each other; more often than this means they do so for ever."""


def respond(
    conversation: Conversation, turn: Turn, services: Services
) -> tuple[tuple[Say, ...], Conversation]:
    """What the assistant says to `turn`, and what is remembered afterwards.

    Pure but for what `services` does. Says nothing while a member of staff has the conversation.
    """
    talk = Talk(_without_lost_frames(conversation), services)
    routing.route(talk, turn)
    return tuple(talk.said), talk.conversation


def _without_lost_frames(conversation: Conversation) -> Conversation:
    """Without dialogues or steps that a newer release no longer has."""
    known = tuple(f for f in conversation.stack if f.flow in FLOWS and f.step in FLOWS[f.flow].STEPS)
    return replace(conversation, stack=known)


class Talk:
    """One turn being answered: the conversation as it changes, and what was said so far."""

    def __init__(self, conversation: Conversation, services: Services) -> None:
        self.conversation = conversation
        self.services = services
        self.said: list[Say] = []
        self._chain = 0

    def say(self, *says: Say) -> None:
        """Add messages, with the buttons of open questions made recognisable."""
        for say in says:
            if say.about and say.about[0] == "answer":
                self.conversation = replace(self.conversation, topic=say.about[1])
            self.said.append(say)

    def remember(self, **changes: Any) -> None:
        """Change what is remembered."""
        self.conversation = replace(self.conversation, **changes)

    def start(self, flow: str, turn: Turn, given: Mapping[str, Any] | None = None) -> None:
        """Start a dialogue above the one that is open, which comes back when it is done."""
        self._chain += 1
        if self._chain > LONGEST_CHAIN:
            raise RecursionError(f"dialogue {flow} never ends")
        self._play(flow, FLOWS[flow].start(turn, dict(given or {}), self.services), turn, frame_open=False)

    def take(self, turn: Turn) -> NotMine | None:
        """Give the turn to the open step; NotMine when it can make nothing of it."""
        frame = self.conversation.open
        assert frame is not None
        reply = FLOWS[frame.flow].STEPS[frame.step].take(turn, frame.keep, self.services)
        for part in reply:
            if isinstance(part, NotMine):
                return part
        self._play(frame.flow, reply, turn, frame_open=True)
        return None

    def ask_again(self, turn: Turn) -> None:
        """Say the open question once more."""
        frame = self.conversation.open
        if frame is None:
            return
        self._chain += 1
        if self._chain > LONGEST_CHAIN:
            raise RecursionError(f"dialogue {frame.flow} never ends")
        reply = FLOWS[frame.flow].STEPS[frame.step].ask(turn, frame.keep, self.services)
        self._play(frame.flow, reply, turn, frame_open=True)

    def _play(self, flow: str, reply: Reply, turn: Turn, *, frame_open: bool) -> None:
        """Carry out a reply of `flow`; `frame_open`: its frame is the top of the stack."""
        for part in reply:
            match part:
                case Say():
                    self.say(part)
                case Ask():
                    base = self.conversation.pop() if frame_open else self.conversation
                    number = base.ask_number if part.say.replace else base.ask_number + 1
                    self.conversation = replace(
                        base.push(Frame(flow, part.step, part.keep)), ask_number=number
                    )
                    self.say(_ticketed(part.say, number))
                    return
                case Go():
                    if frame_open and not part.digress:
                        self.conversation = self.conversation.pop()
                    self.start(part.flow, turn, part.given)
                    return
                case Done():
                    if frame_open:
                        self.conversation = self.conversation.pop()
                    if not part.quiet:
                        self.ask_again(turn)
                    return
                case NotMine():
                    raise TypeError(f"{flow} may not refuse here")
        if not frame_open:
            self.ask_again(turn)


def _ticketed(say: Say, number: int) -> Say:
    """`pick:x` becomes `a<number>:x`, so that a button of an older question is known to be stale."""
    return replace(say, buttons=tuple(tuple(_ticketed_button(b, number) for b in row) for row in say.buttons))


def _ticketed_button(button: Button, number: int) -> Button:
    if button.payload and button.payload.startswith("pick:"):
        return replace(button, payload=f"a{number}:{button.payload.removeprefix('pick:')}")
    return button
