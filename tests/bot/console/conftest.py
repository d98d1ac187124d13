"""The console on a real server, with its whole cast: outsider, counsellor, editor, analyst, administrator."""

import re
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser as ChromiumBrowser
from playwright.sync_api import Page

from bot.app import Doors, create_app
from bot.inbox import Inbox
from bot.runtime import Runtime
from tests.factories import PASSWORD, make_member

CSRF = re.compile(r'name="csrf" value="([^"]+)"')
ROLES = ("counsellor", "editor", "analyst", "administrator")


class Clock:
    """A clock the test sets forward."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@dataclass(frozen=True)
class Browser:
    """A browser of one member of the cast."""

    client: httpx.Client

    def get(self, path: str, **headers: str) -> httpx.Response:
        """A page, redirects not followed."""
        return self.client.get(
            path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )

    def post(
        self, path: str, form: Mapping[str, str] | None = None, *, csrf: str | None = None
    ) -> httpx.Response:
        """A form of ours, sent."""
        token = self.csrf() if csrf is None else csrf
        return self.client.post(path, data={**(form or {}), "csrf": token})

    def csrf(self) -> str:
        """The token of this browser's forms."""
        page = self.get("/staff/account")
        if page.status_code != 200:
            page = self.get("/staff/login")
        found = CSRF.search(page.text)
        assert found is not None
        return found[1]


class Cast:
    """Browsers by role, each signed in the first time it is needed; `outsider` is nobody."""

    def __init__(self, runtime: Runtime, open_browser: Callable[[], Browser]) -> None:
        self._runtime = runtime
        self._open = open_browser
        self._browsers: dict[str, Browser] = {}

    def __getitem__(self, who: str) -> Browser:
        if who not in self._browsers:
            opened = self._open()
            if who != "outsider":
                self.add(who)
                sign_in(opened, who)
            self._browsers[who] = opened
        return self._browsers[who]

    def add(self, *roles: str) -> None:
        """Accounts that nobody is signed in with yet; a name that is no role is an editor."""
        with self._runtime.database.session() as session:
            for role in roles:
                make_member(session, role, role if role in ROLES else "editor")


def sign_in(browser: Browser, name: str, password: str = PASSWORD) -> None:
    """Sign an account in."""
    answer = browser.post("/staff/login", {"name": name, "password": password})
    assert answer.status_code == 303, answer.text


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def console_runtime(runtime: Runtime, clock: Clock) -> Runtime:
    return replace(runtime, clock=clock)


@pytest.fixture
def address(console_runtime: Runtime) -> Iterator[str]:
    """Where the whole application answers."""
    app = create_app(console_runtime, Doors(Inbox(console_runtime)))
    config = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + 10
        while not server.started:
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.005)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@pytest.fixture
def open_browser(address: str) -> Iterator[Callable[[], Browser]]:
    """Opens browsers nobody is signed in with."""
    with ExitStack() as opened:

        def open_one() -> Browser:
            client = httpx.Client(base_url=address, trust_env=False, timeout=20)
            return Browser(opened.enter_context(client))

        yield open_one


@pytest.fixture
def cast(console_runtime: Runtime, open_browser: Callable[[], Browser]) -> Cast:
    """Everybody who may knock at the door."""
    return Cast(console_runtime, open_browser)


@pytest.fixture
def open_page(chromium: ChromiumBrowser, address: str, cast: Cast) -> Iterator[Callable[..., Page]]:
    """Opens a page of the console: `open_page("counsellor", "/staff/conversations", width=360)`.

    Afterwards no script may have failed and nothing may have been asked of another server.
    """
    complaints: list[str] = []
    with ExitStack() as opened:

        def open_one(
            who: str, path: str, *, width: int = 1280, height: int = 800, scheme: str = "light"
        ) -> Page:
            context = chromium.new_context(
                base_url=address,
                viewport={"width": width, "height": height},
                color_scheme=scheme,  # type: ignore[arg-type]
                locale="de-DE",
            )
            opened.callback(context.close)
            cookies = cast[who].client.cookies
            if cookies:
                context.add_cookies(
                    [
                        {"name": name, "value": value, "url": f"{address}/staff"}
                        for name, value in cookies.items()
                    ]
                )
            page = context.new_page()
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.on(
                "console",
                lambda said: complaints.append(said.text) if "Content Security" in said.text else None,
            )
            page.on(
                "request",
                lambda asked: complaints.append(asked.url) if not asked.url.startswith(address) else None,
            )
            page.goto(path)
            return page

        yield open_one
    assert complaints == []
