"""The load: so many people at once, each taking the next turn as soon as the last one is answered."""

import asyncio
import collections
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.bench.http_connection import HttpConnection
from tests.bench.systems import System
from tests.bench.talks import TURNS, Talk

WARM_UP_SECONDS = 2.0
RESERVE = 1.3
"""So many more conversations are opened beforehand than the warm-up's speed calls for."""


@dataclass
class Load:
    """What happened. Latencies in seconds, from the first byte sent to the last byte received."""

    conversations: int
    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    unanswered: int = 0
    failed: collections.Counter[int] = field(default_factory=collections.Counter)
    client_seconds: float = 0.0
    server_seconds: Mapping[str, float] = field(default_factory=dict)

    @property
    def turns_per_second(self) -> float:
        """Turns that were taken without an error."""
        return len(self.latencies) / self.seconds

    def server_ms_per_turn(self) -> dict[str, float]:
        """Processor time of each process for one turn."""
        turns = max(1, len(self.latencies))
        return {name: seconds * 1000 / turns for name, seconds in self.server_seconds.items()}

    def percentile(self, percent: int) -> float:
        """Of the latencies, in milliseconds."""
        if len(self.latencies) < 2:
            return float("nan")
        return statistics.quantiles(self.latencies, n=100, method="inclusive")[percent - 1] * 1000


@dataclass(frozen=True)
class _Open:
    conversation: str
    talk: Talk


def put_under_load(
    system: System,
    talks: Iterator[Talk],
    *,
    conversations: int,
    seconds: float,
    processor_seconds: Callable[[], Mapping[str, float]],
) -> Load:
    """Warm the system up, open the conversations, then measure. Raises CannotOpen.

    `processor_seconds` says what each of the system's processes has spent so far.
    """
    return asyncio.run(_measure(_Measurement(system, talks, conversations), seconds, processor_seconds))


async def _measure(
    measurement: "_Measurement", seconds: float, processor_seconds: Callable[[], Mapping[str, float]]
) -> Load:
    try:
        await measurement.prepare(seconds)
        before = processor_seconds()
        load = await measurement.take_turns(seconds)
        after = processor_seconds()
        load.server_seconds = {name: spent - before[name] for name, spent in after.items()}
        return load
    finally:
        measurement.close()


class _Measurement:
    def __init__(self, system: System, talks: Iterator[Talk], conversations: int) -> None:
        self._system = system
        self._talks = talks
        self._count = conversations
        self._opened: collections.deque[_Open] = collections.deque()
        self._connections = [HttpConnection(system.port) for _ in range(conversations)]

    async def prepare(self, seconds: float) -> None:
        """Warm up, and open so many conversations that none needs to be opened while it is measured."""
        await self._open(self._count * 2)
        warm_up = await self.take_turns(WARM_UP_SECONDS)
        needed = RESERVE * warm_up.turns_per_second * seconds / TURNS
        await self._open(self._count + int(needed))

    def close(self) -> None:
        """Close all connections."""
        for connection in self._connections:
            connection.close()

    async def _open(self, count: int) -> None:
        wanted = iter(range(count))

        async def work(connection: HttpConnection) -> None:
            for _ in wanted:
                self._opened.append(await self._next(connection))

        await asyncio.gather(*map(work, self._connections))

    async def _next(self, connection: HttpConnection) -> _Open:
        talk = next(self._talks)
        return _Open(await self._system.open(connection, talk), talk)

    async def take_turns(self, seconds: float) -> Load:
        """Everybody takes turns for so long."""
        load = Load(self._count)
        started, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*(self._person(line, load, started + seconds) for line in self._connections))
        load.seconds = time.perf_counter() - started
        load.client_seconds = time.process_time() - cpu
        return load

    async def _person(self, connection: HttpConnection, load: Load, until: float) -> None:
        """One person after the other on this connection. Who gets no answer (a person took over) goes away."""
        while True:
            visit = self._opened.popleft() if self._opened else await self._next(connection)
            for turn in visit.talk.turns:
                request = self._system.request(visit.conversation, turn)
                sent = time.perf_counter()
                if sent >= until:
                    return
                status, body = await connection.ask(request)
                if status != 200:
                    load.failed[status] += 1
                    break
                load.latencies.append(time.perf_counter() - sent)
                if not self._system.answered(body):
                    load.unanswered += 1
                    break
