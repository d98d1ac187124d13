"""Lets requests pass to a server, and holds them while its model is exchanged."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager


class Turnstile:
    """Many may be inside at once. Closed, it holds whoever comes until it opens, or its time is up."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside = 0
        self._closed_until = 0.0

    @property
    def closed(self) -> bool:
        """Whether whoever comes now has to wait."""
        return time.monotonic() < self._closed_until

    @contextmanager
    def passing(self) -> Iterator[None]:
        """Wait until it is open, then be inside."""
        with self._changed:
            while (left := self._closed_until - time.monotonic()) > 0:
                self._changed.wait(left)
            self._inside += 1
        try:
            yield
        finally:
            with self._changed:
                self._inside -= 1
                self._changed.notify_all()

    def close(self, seconds: float) -> None:
        """Hold whoever comes from now on, for at most that long."""
        with self._changed:
            self._closed_until = time.monotonic() + seconds
            self._changed.notify_all()

    def open(self) -> None:
        """Let everybody pass."""
        with self._changed:
            self._closed_until = 0.0
            self._changed.notify_all()

    def wait_until_empty(self, seconds: float) -> bool:
        """Wait until nobody is inside; False when somebody still is after that time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._inside == 0, seconds)
