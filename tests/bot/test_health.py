"""The health pages tell the truth, and the metrics nothing about anybody."""

import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

import httpx
import pytest

from bot.app import Doors, create_app
from bot.channels.contract import Inbound
from bot.database import Database
from bot.inbox import Inbox
from bot.nlu_server import NoServer
from bot.runtime import Runtime
from bot.settings import Settings
from nlu.rasa_process import State


@asynccontextmanager
async def caller(runtime: Runtime, address: str = "127.0.0.1") -> AsyncIterator[httpx.AsyncClient]:
    app = create_app(runtime, Doors(Inbox(runtime)))
    transport = httpx.ASGITransport(app, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://lotse") as client:
        yield client


async def test_it_is_live_and_ready_and_nothing_waits(runtime: Runtime) -> None:
    async with caller(runtime) as client:
        assert (await client.get("/health/live")).status_code == 200
        ready = await client.get("/health/ready")
    assert ready.status_code == 200
    assert ready.json() == {
        "database": "ok",
        "nlu": "down",
        "telegram": "off",
        "queue": {"unanswered": 0, "undelivered": 0},
    }


@pytest.mark.parametrize("state", list(State))
async def test_without_understanding_it_is_ready_all_the_same(runtime: Runtime, state: State) -> None:
    server = NoServer()
    server.state = state
    async with caller(replace(runtime, nlu=server)) as client:
        ready = await client.get("/health/ready")
    assert (ready.status_code, ready.json()["nlu"]) == (200, state.value)


async def test_a_message_without_an_answer_is_counted(runtime: Runtime) -> None:
    Inbox(runtime).receive("terminal", "somebody", Inbound("1", "text", text="Hallo"))
    async with caller(runtime) as client:
        assert (await client.get("/health/ready")).json()["queue"]["unanswered"] == 1


async def test_without_the_database_it_is_not_ready_but_live(runtime: Runtime, settings: Settings) -> None:
    away = Database("postgresql://postgres@127.0.0.1:1/lotse")
    async with caller(replace(runtime, database=away)) as client:
        ready = await client.get("/health/ready")
        assert (await client.get("/health/live")).status_code == 200
    away.close()
    assert ready.status_code == 503
    assert ready.json()["database"] == "down"
    assert set(ready.json()) == {"database", "nlu", "telegram", "queue"}


async def test_metrics_show_the_queue_and_requests_by_route(runtime: Runtime) -> None:
    async with caller(runtime) as client:
        await client.get("/health/live")
        await client.get(f"/staff/conversations/{uuid.uuid4()}")
        metrics = (await client.get("/metrics")).text
    assert 'lotse_queue{kind="unanswered"} 0.0' in metrics
    assert 'lotse_http_requests_total{method="GET",route="/health/live",status="200"} 1.0' in metrics
    assert 'route="/staff/conversations/{conversation}"' in metrics


@pytest.mark.parametrize(
    ("address", "headers", "networks", "status"),
    [
        ("127.0.0.1", {}, "127.0.0.0/8", 200),
        ("::1", {}, "127.0.0.0/8,::1/128", 200),
        ("10.1.2.3", {}, "127.0.0.0/8", 403),
        ("10.1.2.3", {}, "10.0.0.0/8", 200),
        ("127.0.0.1", {"x-forwarded-for": "10.1.2.3"}, "127.0.0.0/8", 403),
    ],
)
async def test_metrics_are_for_the_configured_networks_only(
    runtime: Runtime, address: str, headers: dict[str, str], networks: str, status: int
) -> None:
    chosen = runtime.settings.model_copy(update={"metrics_networks": networks})
    async with caller(replace(runtime, settings=chosen), address) as client:
        assert (await client.get("/metrics", headers=headers)).status_code == status
