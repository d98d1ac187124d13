"""Somebody who leaves the page open: the event stream, opened again whenever it ends, as the page does."""

import json
import threading
import time
from typing import Any

import httpx

from tests.reliability.people import Person

PAUSE = 0.2


class Listener:
    """Reads the events of one conversation until it is stopped."""

    def __init__(self, person: Person) -> None:
        self.messages: list[dict[str, Any]] = []
        self.opened = 0
        self._person = person
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> "Listener":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join()

    @property
    def numbers(self) -> list[int]:
        """Numbers of the messages that came, in the order they came."""
        return [message["number"] for message in self.messages]

    def _run(self) -> None:
        with httpx.Client(trust_env=False, timeout=httpx.Timeout(5, read=1)) as http:
            while not self._stopping.is_set():
                try:
                    self._read(http)
                except httpx.TransportError:
                    time.sleep(PAUSE)

    def _read(self, http: httpx.Client) -> None:
        seen = {"Last-Event-ID": str(self.numbers[-1])} if self.messages else {}
        headers = {**self._person.headers, **seen}
        with http.stream("GET", f"{self._person.addresses[0]}/api/chat/events", headers=headers) as stream:
            if stream.status_code != 200:
                time.sleep(PAUSE)
                return
            self.opened += 1
            for line in stream.iter_lines():
                if line.startswith("data:"):
                    self.messages.append(json.loads(line.removeprefix("data:")))
                if self._stopping.is_set():
                    return
