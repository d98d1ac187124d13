"""The terminal channel: lines in, messages out, buttons by number."""

import threading
import uuid
from collections.abc import Callable, Iterable

from bot import markup, transcript
from bot.channels.contract import Button, Inbound, Outgoing
from bot.inbox import Inbox
from bot.live import Event
from bot.runtime import Runtime

NAME = "terminal"


class Terminal:
    """One conversation, from its start to the end of the input."""

    def __init__(self, runtime: Runtime, inbox: Inbox, write: Callable[[str], None]) -> None:
        self._runtime = runtime
        self._inbox = inbox
        self._write = write
        self._address = uuid.uuid4().hex
        self._conversation: uuid.UUID | None = None
        self._shown = 0
        self._buttons: list[Button] = []
        self._guard = threading.Lock()

    def talk(self, lines: Iterable[str], language: str | None) -> None:
        """Begin the conversation, answer every line, show what staff write meanwhile."""
        self._runtime.live.add_listener(self._heard)
        self._take(Inbound(uuid.uuid4().hex, "start", language_hint=language))
        for line in lines:
            written = line.strip()
            if not written:
                break
            self._take(self._inbound(written))

    def _inbound(self, written: str) -> Inbound:
        number = int(written) if written.isascii() and written.isdigit() else 0
        if 1 <= number <= len(self._buttons):
            return Inbound(uuid.uuid4().hex, "button", payload=self._buttons[number - 1].payload or "")
        return Inbound(uuid.uuid4().hex, "text", text=written)

    def _take(self, inbound: Inbound) -> None:
        received = self._inbox.receive(NAME, self._address, inbound)
        self._conversation = received.conversation
        self._inbox.work(received.conversation)
        self._show_new()

    def _heard(self, event: Event) -> None:
        """Staff and the assistant may write at any moment."""
        if event.kind == "reconnected" or event.ids.get("conversation") == str(self._conversation):
            self._show_new()

    def _show_new(self) -> None:
        conversation = self._conversation
        if conversation is None:
            return
        with self._guard:
            with self._runtime.database.session() as session:
                messages = transcript.messages(session, conversation, after=self._shown)
            for message in messages:
                self._shown = max(self._shown, message.number)
                if message.sender != "person":
                    self._show(message)

    def _show(self, message: Outgoing) -> None:
        author = f"{message.author}: " if message.author else ""
        self._write(f"\n{author}{message.text}")
        for label, address in markup.links(message.html or ""):
            self._write(f"  {label}: {address}")
        if message.file is not None:
            self._write(f"[{message.file.name}]\n{message.file.content}")
        if any(button.payload for row in message.buttons for button in row):
            self._buttons = []
        for row in message.buttons:
            shown = []
            for button in row:
                if button.payload is not None:
                    self._buttons.append(button)
                    shown.append(f"[{len(self._buttons)}] {button.label}")
                elif button.url is not None:
                    shown.append(f"{button.label}: {button.url}")
            if shown:
                self._write("   ".join(shown))
