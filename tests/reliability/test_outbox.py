"""Delivery stops, loses the database and finds it again; no message is stuck, sent twice or marked wrongly."""

import asyncio
import contextlib
import random
import threading
from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.channels.contract import Outgoing
from bot.models import OutboxRow
from bot.outbox import Outbox
from bot.runtime import Runtime
from bot.services import delivery
from tests.factories import make_conversation, make_member, say

pytestmark = pytest.mark.timeout(120)


class Letterbox:
    """A channel that takes a little time and remembers what it delivered; `meanwhile` happens before it answers."""

    name = "telegram"

    def __init__(self, meanwhile: Callable[[], None] = lambda: None) -> None:
        self.delivered: list[tuple[str, int]] = []
        self.meanwhile = meanwhile

    async def send(self, address: Any, message: Outgoing) -> str:
        """Deliver."""
        await asyncio.sleep(random.uniform(0, 0.01))
        self.delivered.append((str(address), message.number))
        await asyncio.to_thread(self.meanwhile)
        return str(len(self.delivered))


def queue(runtime: Runtime, people: int, messages: int) -> None:
    """Messages to people on Telegram."""
    with runtime.database.session() as session:
        for address in range(people):
            row = make_conversation(session, channel="telegram", address=str(address))
            for number in range(messages):
                say(session, row, f"Nachricht {number}", sender="assistant")


def states(runtime: Runtime) -> list[str]:
    with runtime.database.session() as session:
        return list(session.scalars(select(OutboxRow.state).order_by(OutboxRow.id)))


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(6000):
        if await asyncio.to_thread(condition):
            return
        await asyncio.sleep(0.01)
    raise AssertionError("waited a minute in vain")


async def stop(delivering: "asyncio.Task[None]") -> None:
    delivering.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await delivering


def lose_database(runtime: Runtime, seconds: float) -> None:
    """End every connection and take no new one for a while, as a restart does."""
    parts = conninfo_to_dict(runtime.database.dsn)
    name = sql.Identifier(str(parts["dbname"]))
    elsewhere = make_conninfo(**{**parts, "dbname": "postgres"})

    def take(connections: bool) -> None:
        with psycopg.connect(elsewhere, autocommit=True) as connection:
            change = sql.SQL("ALTER DATABASE {} WITH ALLOW_CONNECTIONS {}")
            connection.execute(change.format(name, sql.Literal(connections)))
            if not connections:
                end = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
                connection.execute(end, (parts["dbname"],))

    take(False)
    threading.Timer(seconds, take, [True]).start()


async def test_what_is_on_its_way_goes_out_before_it_stops(runtime: Runtime) -> None:
    queue(runtime, people=10, messages=8)
    letterbox = Letterbox()
    for _ in range(200):
        delivering = asyncio.create_task(Outbox(runtime, {"telegram": letterbox}).run())
        await asyncio.sleep(random.uniform(0, 0.05))
        await stop(delivering)
        assert set(states(runtime)) <= {"queued", "sent"}
        assert states(runtime).count("sent") == len(letterbox.delivered)
        if set(states(runtime)) == {"sent"}:
            break
    assert len(set(letterbox.delivered)) == len(letterbox.delivered) == 80


async def test_what_went_out_while_the_database_was_away_counts_as_sent(runtime: Runtime) -> None:
    queue(runtime, people=6, messages=3)
    once = iter([lambda: lose_database(runtime, 1.5)])
    letterbox = Letterbox(lambda: next(once, lambda: None)())
    delivering = asyncio.create_task(Outbox(runtime, {"telegram": letterbox}).run())
    await until(lambda: is_sent(runtime))
    await stop(delivering)
    assert sorted(letterbox.delivered) == [(str(p), n) for p in range(6) for n in range(1, 4)]


def is_sent(runtime: Runtime) -> bool:
    try:
        return set(states(runtime)) == {"sent"}
    except OperationalError:
        return False


async def test_a_late_outcome_does_not_touch_what_staff_sent_again(runtime: Runtime) -> None:
    queue(runtime, people=1, messages=1)

    def give_up_and_send_again() -> None:
        now = runtime.clock()
        assert outbox.settle_broken(now) == 1
        with runtime.database.session() as session:
            member = make_member(session, "amal", "administrator").id
            row = session.scalars(select(OutboxRow)).one()
            delivery.send_again(session, row.id, member_id=member, now=now)

    letterbox = Letterbox(give_up_and_send_again)
    outbox = Outbox(runtime, {"telegram": letterbox})
    delivering = asyncio.create_task(outbox.run())
    await until(lambda: len(letterbox.delivered) == 1)
    letterbox.meanwhile = lambda: None
    await until(lambda: states(runtime) == ["sent"])
    await stop(delivering)
    assert letterbox.delivered == [("0", 1)] * 2
