"""The real Telegram part, inbox and outbox, with a fake Telegram on the other side."""

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

import pytest
import uvicorn
from fastapi import FastAPI
from pydantic import SecretStr
from sqlalchemy import select

from bot.channels.telegram import TelegramPart, limiter
from bot.encryption import lookup_hash
from bot.inbox import Inbox
from bot.models import ConversationRow, InboxRow, MessageRow, OutboxRow
from bot.outbox import Outbox
from bot.runtime import Runtime
from tests.fakes.telegram import FakeTelegram

Mode = Literal["polling", "webhook"]


class Application:
    """Telegram part, outbox and, for the webhook, a web server: in a thread with an event loop of its own."""

    def __init__(
        self, runtime: Runtime, mode: Mode, inbox: Inbox | None = None, public_url: str = ""
    ) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        public = (public_url or self.address) if mode == "webhook" else None
        self.runtime = replace(runtime, settings=runtime.settings.model_copy(update={"public_url": public}))
        self.inbox = inbox or Inbox(self.runtime)
        self.part = TelegramPart(self.runtime, self.inbox)
        self._stop = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._started = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()), name="application")

    def start(self) -> None:
        """Return once the part has started."""
        self._thread.start()
        assert self._started.wait(10)

    def stop(self) -> None:
        """Stop as the application does."""
        if self._thread.is_alive() and self._loop is not None:
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(30)
        assert not self._thread.is_alive()
        self._socket.close()

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        app = FastAPI()
        app.include_router(self.part.router)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        serving = asyncio.create_task(server.serve([self._socket]))
        while not server.started:
            await asyncio.sleep(0.01)
        await self.part.start()
        channels = {self.part.channel.name: self.part.channel}
        delivering = asyncio.create_task(Outbox(self.runtime, channels).run())
        self._started.set()
        await self._stop.wait()
        server.should_exit = True
        await serving
        await self.part.stop()
        delivering.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await delivering


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    """A fake Bot API server in a thread of this process."""
    with FakeTelegram() as server:
        yield server


@pytest.fixture
def telegram_runtime(runtime: Runtime, fake: FakeTelegram) -> Runtime:
    """A runtime whose Telegram is the fake."""
    given = {"telegram_token": SecretStr(fake.token), "telegram_api_url": fake.address}
    return replace(runtime, settings=runtime.settings.model_copy(update=given))


@pytest.fixture(params=["polling", "webhook"])
def mode(request: pytest.FixtureRequest) -> Mode:
    """How updates arrive."""
    chosen: Mode = request.param
    return chosen


Start = Callable[..., Application]


@pytest.fixture
def start(telegram_runtime: Runtime, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start applications that are stopped with the test: arguments of Application. They may send quickly."""
    monkeypatch.setattr(limiter, "BURST", 100)
    running: list[Application] = []

    def begin(mode: Mode, inbox: Inbox | None = None, public_url: str = "") -> Application:
        application = Application(telegram_runtime, mode, inbox, public_url)
        running.append(application)
        application.start()
        return application

    yield begin
    for application in running:
        application.stop()


@pytest.fixture
def application(start: Start, mode: Mode) -> Application:
    """The application, running."""
    return start(mode)


def conversation_with(runtime: Runtime, chat: int) -> ConversationRow | None:
    """The conversation of a chat."""
    with runtime.database.session() as session:
        return session.scalar(
            select(ConversationRow).where(ConversationRow.address_hash == lookup_hash("telegram", str(chat)))
        )


def said_by_person(runtime: Runtime, chat: int) -> list[dict[str, object]]:
    """Bodies of the person's messages in the transcript, oldest first."""
    row = conversation_with(runtime, chat)
    assert row is not None
    with runtime.database.session() as session:
        return list(
            session.scalars(
                select(MessageRow.body)
                .where(MessageRow.conversation_id == row.id, MessageRow.sender == "person")
                .order_by(MessageRow.number)
            )
        )


def problems(runtime: Runtime) -> list[str]:
    """What is wrong with inbound messages."""
    with runtime.database.session() as session:
        return [row.problem for row in session.scalars(select(InboxRow).order_by(InboxRow.id)) if row.problem]


def outbox_states(runtime: Runtime) -> list[str]:
    """States of outgoing messages, oldest first."""
    with runtime.database.session() as session:
        return list(session.scalars(select(OutboxRow.state).order_by(OutboxRow.id)))


def unanswered(runtime: Runtime) -> int:
    """Inbound messages that wait for an answer."""
    with runtime.database.session() as session:
        return len(session.scalars(select(InboxRow.id).where(InboxRow.answered_at.is_(None))).all())


def settle(application: Application, fake: FakeTelegram) -> None:
    """Return once everything is acknowledged, answered, and delivered or given up."""
    runtime = application.runtime
    fake.wait(lambda: fake.waiting() == 0, "all updates to be acknowledged", 20)
    fake.wait(lambda: unanswered(runtime) == 0, "everything to be answered", 20)
    fake.wait(
        lambda: not {"queued", "sending"} & set(outbox_states(runtime)), "everything to be delivered", 30
    )
