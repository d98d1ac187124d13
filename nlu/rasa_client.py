"""The only code that speaks Rasa's HTTP API."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import httpx

from nlu.turnstile import Turnstile
from nlu.understanding import RankedIntent

TIMEOUT = httpx.Timeout(3.0, connect=0.5)
LOAD_SECONDS = 60.0
LOAD_TIMEOUT = httpx.Timeout(LOAD_SECONDS, connect=0.5)
DRAIN_SECONDS = 5.0
"""Longer than any answer may take: then nobody is under way any more."""


class NluUnavailable(Exception):
    """Rasa did not answer, or not as expected. Carries no text of a message."""


@dataclass(frozen=True)
class Parse:
    """What the model says about one text: intents best first, how likely each language is, words it knows."""

    intents: tuple[RankedIntent, ...] = ()
    languages: Mapping[str, float] = field(default_factory=dict)
    known: float = 0.0
    """The share of words that the model has seen in training."""


class Parser(Protocol):
    """Anything that can parse a text."""

    def parse(self, text: str) -> Parse:
        """Parse the text. Raises NluUnavailable."""
        ...


def rasa_name(intent: str) -> str:
    """Our name of an intent as Rasa gets it: to Rasa a slash means something else."""
    return intent.replace("/", ".", 1)


def our_name(intent: str) -> str:
    """Rasa's name of an intent as we know it."""
    return intent.replace(".", "/", 1)


class RasaClient:
    """Speaks to one Rasa server. Safe to use from several threads; keeps connections open.

    `url` may be changed at any time (a restarted server has another port); None means there is no server.
    While a model is loaded texts wait: each is understood by the old model or by the new one, and none is refused.
    """

    def __init__(self, url: str | None, token: str | None = None) -> None:
        self.url = url
        self.token = token
        self.turnstile = Turnstile()
        self._http = self._connections()

    def parse(self, text: str) -> Parse:
        """Intents and languages of a text. Raises NluUnavailable."""
        # To Rasa a text that starts with a slash is a ready-made intent, and one it logs when it looks odd.
        with self.turnstile.passing():
            answer = self._request("POST", "/model/parse", {"text": text.lstrip("/ \t\r\n")})
        try:
            intents = tuple(
                RankedIntent(our_name(str(entry["name"])), float(entry["confidence"]))
                for entry in answer["intent_ranking"]
            )
            languages = {str(code): float(share) for code, share in answer.get("languages", {}).items()}
            known = float(answer.get("known", 0.0))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise NluUnavailable(f"unexpected answer: {type(error).__name__}") from None
        return Parse(intents, languages, known)

    def status(self) -> str:
        """The file name of the model in use. Raises NluUnavailable, also while there is no model."""
        answer = self._request("GET", "/status")
        if not isinstance(answer, dict) or not answer.get("model_file"):
            raise NluUnavailable("no model loaded")
        return str(answer["model_file"])

    def load(self, model: Path) -> None:
        """Put a model file (a path the server can read) into use. Raises NluUnavailable and keeps the old one.

        Texts under way are answered by the old one first; those that come meanwhile wait for the new one.
        """
        self.turnstile.close(LOAD_SECONDS + DRAIN_SECONDS)
        try:
            self.turnstile.wait_until_empty(DRAIN_SECONDS)
            self._request("PUT", "/model", {"model_file": str(model.resolve())}, LOAD_TIMEOUT)
        finally:
            self.turnstile.open()

    def close(self) -> None:
        """Close the connections; a later request opens new ones."""
        self._http.close()
        self._http = self._connections()

    def _connections(self) -> httpx.Client:
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        limits = httpx.Limits(max_connections=32, max_keepalive_connections=8, keepalive_expiry=15)
        # the certificates of all authorities take 30 MB, and plain HTTP to our own child needs none
        secure = (self.url or "").startswith("https:") or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return httpx.Client(headers=headers, timeout=TIMEOUT, limits=limits, trust_env=False, verify=secure)

    def _request(
        self, method: str, path: str, body: dict[str, str] | None = None, timeout: httpx.Timeout = TIMEOUT
    ) -> Any:
        url = self.url
        if url is None:
            raise NluUnavailable("no server")
        try:
            answer = self._http.request(method, url.rstrip("/") + path, json=body, timeout=timeout)
            if answer.is_error:
                raise NluUnavailable(f"{method} {path}: status {answer.status_code}")
            return answer.json() if answer.content else None
        except (httpx.HTTPError, httpx.InvalidURL, RuntimeError, ValueError) as error:
            raise NluUnavailable(f"{method} {path}: {type(error).__name__}") from None
