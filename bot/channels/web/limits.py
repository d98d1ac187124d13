"""How much one sender may ask for: buckets that fill with time, kept in memory of this process only."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address


@dataclass(frozen=True)
class Rate:
    """`burst` at once, then `per_second`."""

    burst: float
    per_second: float


@dataclass(frozen=True)
class Limits:
    """What is let in. Only `waiting` messages of one conversation wait for their turn; the rest is refused at once."""

    messages: Rate = Rate(burst=1200, per_second=5)
    conversations: Rate = Rate(burst=500, per_second=5)
    waiting: int = 20
    streams: int = 8
    body: int = 64 * 1024


class Buckets:
    """One bucket for each sender; the senders that were quiet longest are forgotten."""

    def __init__(
        self, rate: Rate, *, kept: int = 20_000, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate = rate
        self._kept = kept
        self._clock = clock
        self._levels: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, sender: str) -> int:
        """Take one from the sender's bucket: 0 when there was one, else the whole seconds until there is."""
        now = self._clock()
        level, since = self._levels.pop(sender, (self._rate.burst, now))
        level = min(self._rate.burst, level + (now - since) * self._rate.per_second)
        taken = level >= 1
        self._levels[sender] = (level - 1 if taken else level, now)
        if len(self._levels) > self._kept:
            self._levels.popitem(last=False)
        return 0 if taken else max(1, math.ceil((1 - level) / self._rate.per_second))


def network_of(host: str) -> str:
    """The sender behind an address: an IPv6 household has a whole /64."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return address.exploded[:19]
    return host
