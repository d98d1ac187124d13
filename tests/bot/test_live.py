"""Events reach every process at commit, also after the database was gone."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from bot.database import Database
from bot.live import Event, Live, announce


async def next_of(events: AsyncIterator[Event]) -> Event:
    return await asyncio.wait_for(anext(events), timeout=10)


async def test_an_announced_event_arrives_with_its_ids(database: Database, live: Live) -> None:
    async with live.subscribe() as events:
        with database.session() as session:
            announce(session, "message", conversation="c1", number=7)
        assert await next_of(events) == Event("message", {"conversation": "c1", "number": 7})


async def test_nothing_is_told_of_a_transaction_that_failed(database: Database, live: Live) -> None:
    async with live.subscribe() as events:
        with pytest.raises(ZeroDivisionError), database.session() as session:  # noqa: PT012 - the failing transaction
            announce(session, "message", conversation="lost", number=1)
            raise ZeroDivisionError
        with database.session() as session:
            announce(session, "conversation", conversation="kept")
        assert (await next_of(events)).ids == {"conversation": "kept"}


async def test_after_a_lost_connection_subscribers_are_told_to_read_again(
    database: Database, live: Live
) -> None:
    async with live.subscribe() as events:
        with database.session() as session:
            session.execute(
                text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'")
            )
        assert (await next_of(events)).kind == "reconnected"
        with database.session() as session:
            announce(session, "content")
        assert (await next_of(events)).kind == "content"


async def test_a_subscriber_that_falls_behind_is_told_to_read_again(database: Database, live: Live) -> None:
    async with live.subscribe() as events:
        with database.session() as session:
            session.execute(
                text(
                    "SELECT pg_notify('lotse', json_build_object('kind', 'message', 'ids',"
                    " json_build_object('number', n))::text) FROM generate_series(1, 3000) AS n"
                )
            )
            announce(session, "content")
        seen = []
        while not seen or seen[-1].kind != "content":
            seen.append(await next_of(events))
        assert len(seen) < 3001 or "reconnected" in {event.kind for event in seen}


async def test_stopping_ends_every_subscription(database: Database) -> None:
    live = Live(database.dsn)
    live.start()
    async with live.subscribe() as events:
        await asyncio.to_thread(live.stop)
        with pytest.raises(StopAsyncIteration):
            await next_of(events)
