"""The two systems under load: how a conversation is opened and a turn is taken with each."""

import itertools
import json
import uuid
from dataclasses import dataclass, field
from typing import Protocol

from tests.bench.http_connection import HttpConnection, encode
from tests.bench.talks import Talk, Turn


class CannotOpen(Exception):
    """A conversation could not be opened; carries the status."""


class System(Protocol):
    """A server that holds conversations."""

    @property
    def name(self) -> str:
        """What the results call it."""

    @property
    def port(self) -> int:
        """Where it listens."""

    async def open(self, connection: HttpConnection, talk: Talk) -> str:
        """Open a conversation and return what its turns need. Raises CannotOpen."""

    def request(self, conversation: str, turn: Turn) -> bytes:
        """The request of one turn."""

    def answered(self, body: bytes) -> bool:
        """Whether the body holds an answer."""


@dataclass(frozen=True)
class Lotse:
    """The application's chat API. Every person comes from an address of their own, as behind a reverse proxy."""

    port: int
    name: str = "lotse"
    _people: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    async def open(self, connection: HttpConnection, talk: Talk) -> str:
        """The token."""
        number = next(self._people)
        address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        body = {"language": talk.language, "place": "web"}
        request = encode("POST", "/api/chat/conversations", body, {"X-Forwarded-For": address})
        status, answer = await connection.ask(request)
        if status != 201:
            raise CannotOpen(f"{self.name}: status {status}")
        return str(json.loads(answer)["token"])

    def request(self, conversation: str, turn: Turn) -> bytes:
        """One message."""
        body = {"id": str(uuid.uuid4()), turn.kind: turn.lotse}
        return encode("POST", "/api/chat/messages", body, {"Authorization": f"Bearer {conversation}"})

    def answered(self, body: bytes) -> bool:
        """At least one reply."""
        return b'"messages":[{' in body.replace(b" ", b"")[:40]


@dataclass(frozen=True)
class StockRasa:
    """Stock Rasa's REST channel."""

    port: int
    name: str = "stock-rasa"

    async def open(self, connection: HttpConnection, talk: Talk) -> str:
        """A sender whose session has started."""
        sender = str(uuid.uuid4())
        status, _ = await connection.ask(self._request(sender, "/session_start"))
        if status != 200:
            raise CannotOpen(f"{self.name}: status {status}")
        return sender

    def request(self, conversation: str, turn: Turn) -> bytes:
        """One message; a button is `/<intent>`."""
        return self._request(conversation, turn.stock)

    def answered(self, body: bytes) -> bool:
        """At least one reply."""
        return body.startswith(b"[{")

    def _request(self, sender: str, message: str) -> bytes:
        return encode("POST", "/webhooks/rest/webhook", {"sender": sender, "message": message}, {})
