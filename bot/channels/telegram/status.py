"""Whether Telegram can be reached, for the health page; a change is logged once."""

import logging
from typing import Literal

State = Literal["ok", "down"]

log = logging.getLogger(__name__)


class Status:
    """Starts as `down`: nothing is known before the first call."""

    def __init__(self) -> None:
        self.state: State = "down"
        self._problem = ""

    def works(self) -> None:
        """A call succeeded."""
        if self.state != "ok":
            log.info("Telegram answers")
        self.state, self._problem = "ok", ""

    def fails(self, problem: str) -> None:
        """A call failed; it is tried again by whoever made it."""
        if problem != self._problem:
            log.warning("Telegram: %s; trying again", problem)
        self.state, self._problem = "down", problem
