"""The load: so many people at once, each taking the next turn as soon as the last one is answered."""

import asyncio
import collections
import statistics
import time
from collections.abc import Iterator
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

    @property
    def turns_per_second(self) -> float:
        """Turns that were taken without an error."""
        return len(self.latencies) / self.seconds

    def percentile(self, percent: int) -> float:
        """Of the latencies, in milliseconds."""
        if len(self.latencies) < 2:
            return float("nan")
        return statistics.quantiles(self.latencies, n=100, method="inclusive")[percent - 1] * 1000


@dataclass(frozen=True)
class _Open:
    conversation: str
    talk: Talk


def put_under_load(system: System, talks: Iterator[Talk], *, conversations: int, seconds: float) -> Load:
    """Warm the system up, open the conversations, then measure. Raises CannotOpen."""
    return asyncio.run(_Measurement(system, talks, conversations).run(seconds))


class _Measurement:
    def __init__(self, system: System, talks: Iterator[Talk], conversations: int) -> None:
        self._system = system
        self._talks = talks
        self._count = conversations
        self._opened: collections.deque[_Open] = collections.deque()
        self._connections = [HttpConnection(system.port) for _ in range(conversations)]

    async def run(self, seconds: float) -> Load:
        try:
            await self._open(self._count * 2)
            warm_up = await self._take_turns(WARM_UP_SECONDS)
            needed = RESERVE * warm_up.turns_per_second * seconds / TURNS
            await self._open(self._count + int(needed))
            return await self._take_turns(seconds)
        finally:
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

    async def _take_turns(self, seconds: float) -> Load:
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
