"""A running server with the real core, and a browser in front of it."""

import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, BrowserContext, Page

from bot.channels.web.limits import Limits
from bot.channels.web.routes import install, router
from bot.inbox import Inbox
from bot.models import StaffRow
from bot.runtime import Runtime
from bot.services import handover


@dataclass
class LiveServer:
    """A server on a free port of this machine, which can be stopped and started again on the same port."""

    app: FastAPI
    port: int
    _server: uvicorn.Server | None = None
    _thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Serve, and return when it does."""
        config = uvicorn.Config(
            self.app,
            host="127.0.0.1",
            port=self.port,
            log_level="warning",
            lifespan="off",
            timeout_graceful_shutdown=1,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, name="live-server", daemon=True)
        self._thread.start()
        deadline = time.monotonic() + 10
        while not self._server.started:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop serving."""
        if self._server is not None and self._thread is not None:
            self._server.should_exit = True
            self._thread.join(timeout=10)
            assert not self._thread.is_alive(), "the server did not stop"


@pytest.fixture
def inbox(runtime: Runtime) -> Inbox:
    """The real inbox."""
    return Inbox(runtime)


@pytest.fixture
def limits() -> Limits:
    """Limits in force; a test may override them."""
    return Limits()


@pytest.fixture
def app(runtime: Runtime, inbox: Inbox, limits: Limits) -> FastAPI:
    """The web chat alone."""
    app = FastAPI(docs_url=None, redoc_url=None)
    app.include_router(router(runtime, inbox, limits))
    install(app)
    return app


@pytest.fixture
def live_server(app: FastAPI) -> Iterator[LiveServer]:
    """The web chat on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = LiveServer(app, port)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def http(live_server: LiveServer) -> Iterator[httpx.Client]:
    """A program that talks to the server."""
    with httpx.Client(base_url=live_server.url, timeout=30, trust_env=False) as client:
        yield client


@dataclass
class Person:
    """Somebody with an open conversation."""

    http: httpx.Client
    id: str
    token: str
    welcome: list[dict[str, Any]]

    @property
    def headers(self) -> dict[str, str]:
        """What the token goes into."""
        return {"Authorization": f"Bearer {self.token}"}

    def post(self, message_id: str | None = None, **part: Any) -> httpx.Response:
        """Send one message."""
        body = {"id": message_id or str(uuid.uuid4()), **part}
        return self.http.post("/api/chat/messages", json=body, headers=self.headers)

    def press(self, payload: str) -> list[dict[str, Any]]:
        """Press a button; the replies."""
        response = self.post(button=payload)
        assert response.status_code == 200, response.text
        return list(response.json()["messages"])

    def messages(self, after: int = 0) -> list[dict[str, Any]]:
        """All messages after a number."""
        response = self.http.get("/api/chat/messages", params={"after": after}, headers=self.headers)
        assert response.status_code == 200, response.text
        return list(response.json()["messages"])


class Counsellor:
    """A member of staff who answers."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        with runtime.database.session() as session:
            self._member = StaffRow(
                name="ada", shown_name="Ada", password_hash="-", role="counsellor", created_at=runtime.clock()
            )
            session.add(self._member)

    def take_over(self, conversation: str) -> None:
        """Have the conversation."""
        with self._runtime.database.session() as session:
            handover.take_over(
                session,
                uuid.UUID(conversation),
                self._member,
                wording=self._runtime.content.wording,
                now=self._runtime.clock(),
            )

    def reply(self, conversation: str, text: str) -> None:
        """Write to the person."""
        with self._runtime.database.session() as session:
            handover.reply(
                session,
                uuid.UUID(conversation),
                self._member,
                text,
                wording=self._runtime.content.wording,
                now=self._runtime.clock(),
            )


@pytest.fixture
def counsellor(runtime: Runtime) -> Counsellor:
    """Ada, on duty."""
    return Counsellor(runtime)


Opens = Callable[..., Person]


@pytest.fixture
def new_person(http: httpx.Client) -> Opens:
    """Opens conversations: `new_person(language="ar", place="kiosk")`."""

    def open_person(language: str | None = "de", place: str = "web") -> Person:
        response = http.post("/api/chat/conversations", json={"language": language, "place": place})
        assert response.status_code == 201, response.text
        opened = response.json()
        return Person(http, opened["conversation"], opened["token"], opened["messages"])

    return open_person


@pytest.fixture
def person(new_person: Opens) -> Person:
    """A person who reads German."""
    return new_person()


class Window:
    """One browser profile with the chat page; collects what the page complains about."""

    def __init__(self, context: BrowserContext, server: LiveServer) -> None:
        self.context = context
        self.server = server
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on(
            "console", lambda line: self.complaints.append(line.text) if line.type == "error" else None
        )
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, address: str = "/") -> Page:
        """Go to the page and wait until the conversation is there."""
        self.page.goto(self.server.url + address)
        if "kiosk" not in address:
            self.page.wait_for_selector("#log[aria-busy=false] .message")
        return self.page

    def say(self, text: str) -> None:
        """Write and send."""
        self.page.fill("#input", text)
        self.page.press("#input", "Enter")


@pytest.fixture
def windows(chromium: Browser, live_server: LiveServer) -> Iterator[Any]:
    """Opens browser windows: `windows(locale="ar", width=360, …)`."""
    opened: list[Window] = []

    def open_window(locale: str = "de-DE", width: int = 1280, height: int = 800, **options: Any) -> Window:
        context = chromium.new_context(
            locale=locale, viewport={"width": width, "height": height}, reduced_motion="reduce", **options
        )
        context.set_default_timeout(10_000)
        opened.append(Window(context, live_server))
        return opened[-1]

    yield open_window
    for window in opened:
        window.context.close()
