"""One person's talk through the real inbox, for tests: say, press, and look at what came back."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.channels.contract import Inbound, Outgoing
from bot.inbox import Inbox
from bot.runtime import Runtime


class Person:
    """A person on the web channel. `last` are the replies to what they did last."""

    def __init__(self, runtime: Runtime, *, language: str | None = "de", at: datetime | None = None) -> None:
        self.runtime = replace(runtime, clock=lambda: self.now) if at else runtime
        self.now = at or runtime.clock()
        self.inbox = Inbox(self.runtime)
        conversation, self.token, self.last = self.inbox.open_web(language=language, place="web")
        self.conversation = uuid.UUID(conversation)

    def say(self, text: str) -> list[Outgoing]:
        """Type something."""
        return self._send(Inbound(str(uuid.uuid4()), "text", text=text))

    def press(self, payload: str) -> list[Outgoing]:
        """Press a button that may not have been seen."""
        return self._send(Inbound(str(uuid.uuid4()), "button", payload=payload))

    def tap(self, end: str) -> list[Outgoing]:
        """Press the button of the last replies whose payload is `end` or ends with `:<end>`."""
        payloads = [p for p in self.payloads() if p == end or p.endswith(f":{end}")]
        assert payloads, f"no button {end!r}, there are {self.payloads()}"
        return self.press(payloads[-1])

    def tap_first(self) -> list[Outgoing]:
        """Press the first button of the last message that has any."""
        return self.press([m for m in self.last if m.buttons][-1].buttons[0][0].payload or "")

    def payloads(self) -> Sequence[str]:
        """Payloads of all buttons of the last replies."""
        return [b.payload or "" for m in self.last for row in m.buttons for b in row]

    def abouts(self) -> list[str]:
        """What the last replies are, as `kind` or `kind/id`."""
        return [_about(message) for message in self.last]

    def text(self) -> str:
        """The last replies as one text."""
        return "\n".join(message.text for message in self.last)

    def transcript(self) -> list[Outgoing]:
        """Everything said so far."""
        from bot import transcript

        with self.runtime.database.session() as session:
            return transcript.messages(session, self.conversation)

    def _send(self, inbound: Inbound) -> list[Outgoing]:
        received = self.inbox.receive("web", str(self.conversation), inbound)
        self.inbox.work(self.conversation)
        self.last = self.inbox.replies(received.inbox_id)
        return self.last


def _about(message: Outgoing) -> str:
    if message.about is None:
        return ""
    return f"{message.about.kind}/{message.about.id}" if message.about.id else message.about.kind
