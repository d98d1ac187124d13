"""How long to wait before Telegram is tried again."""

import random

SHORTEST, LONGEST = 1.0, 30.0


class Patience:
    """Waits that double from one failure to the next, with some chance in them."""

    def __init__(self, shortest: float = SHORTEST, longest: float = LONGEST) -> None:
        self._shortest = shortest
        self._longest = longest
        self._failures = 0

    def next_wait(self) -> float:
        """Seconds to wait after one more failure."""
        wait = min(self._longest, self._shortest * 2.0 ** min(self._failures, 16))
        self._failures += 1
        return wait * random.uniform(0.75, 1.0)  # noqa: S311 - not for a secret

    def worked(self) -> None:
        """It worked: begin anew."""
        self._failures = 0
