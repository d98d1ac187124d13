"""What is remembered of a conversation between turns: a stored format, so every released sample must load."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

STORED_VERSION = 1


@dataclass(frozen=True)
class Frame:
    """One dialogue under way: its name, the step it waits at, and what it keeps (JSON values only)."""

    flow: str
    step: str
    keep: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Conversation:
    """The stack of dialogues (the last one is open), and the little that outlives them.

    `ask_number` counts questions; buttons of an older question are stale. `misunderstood` counts misunderstandings in
    a row. `topic` is the last answer given. `language_offered` is the language a switch was last offered to,
    `pending` the intent that waits for the switch. `told_to_wait`: a message written while waiting was acknowledged.
    """

    language: str
    stack: tuple[Frame, ...] = ()
    welcomed: bool = False
    language_chosen: bool = False
    ask_number: int = 0
    misunderstood: int = 0
    topic: str | None = None
    language_offered: str | None = None
    pending: str | None = None
    told_to_wait: bool = False

    @property
    def open(self) -> Frame | None:
        """The dialogue that waits for an answer."""
        return self.stack[-1] if self.stack else None

    def push(self, frame: Frame) -> "Conversation":
        """With `frame` open on top."""
        return replace(self, stack=(*self.stack, frame))

    def pop(self) -> "Conversation":
        """Without the open dialogue."""
        return replace(self, stack=self.stack[:-1])

    def as_json(self) -> dict[str, Any]:
        """The stored form."""
        return {
            "version": STORED_VERSION,
            "language": self.language,
            "stack": [{"flow": f.flow, "step": f.step, "keep": dict(f.keep)} for f in self.stack],
            "welcomed": self.welcomed,
            "language_chosen": self.language_chosen,
            "ask_number": self.ask_number,
            "misunderstood": self.misunderstood,
            "topic": self.topic,
            "language_offered": self.language_offered,
            "pending": self.pending,
            "told_to_wait": self.told_to_wait,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Conversation":
        """The value of any released stored form; a frame of a dialogue that no longer exists is left to `respond`."""
        known = {
            name: stored[name] for name in cls.__dataclass_fields__ if name in stored and name != "stack"
        }
        frames = tuple(Frame(f["flow"], f["step"], f["keep"]) for f in stored.get("stack", ()))
        return cls(**known, stack=frames)
