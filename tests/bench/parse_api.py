"""Rasa's parse API under load: sentences instead of conversations, the same ones for every pipeline."""

import json

from tests.bench.http_connection import HttpConnection, encode
from tests.bench.talks import Talk, Turn


class ParseApi:
    """`POST /model/parse` of a Rasa server, as a system that can be put under load."""

    def __init__(self, port: int, token: str | None, name: str) -> None:
        self.port = port
        self.name = name
        self._headers = {"Authorization": f"Bearer {token}"} if token else {}

    async def open(self, connection: HttpConnection, talk: Talk) -> str:
        """Nothing is opened: every sentence stands alone."""
        return ""

    def request(self, conversation: str, turn: Turn) -> bytes:
        """One sentence."""
        return encode("POST", "/model/parse", {"text": turn.stock}, self._headers)

    def answered(self, body: bytes) -> bool:
        """A ranking of intents."""
        return bool(json.loads(body).get("intent_ranking"))
