"""What a test does with the fake: the same words for a fake in this process and for one in another."""

import asyncio
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import uvicorn

from tests.fakes.telegram.server import application
from tests.fakes.telegram.world import World

TOKEN = "424242:fake-token-of-the-fake-telegram"
USERNAME = "lotse_fake_bot"


@dataclass(frozen=True)
class Sent:
    """A message of the bot as the person sees it. Buttons are rows of Bot API buttons."""

    message_id: int
    text: str
    entities: list[dict[str, Any]]
    buttons: list[list[dict[str, Any]]]
    keyboard: list[list[dict[str, Any]]]
    file_name: str | None
    file_content: str | None
    edits: int

    def payloads(self) -> list[str]:
        """Callback data of all buttons."""
        return [
            button["callback_data"] for row in self.buttons for button in row if "callback_data" in button
        ]


class Driver:
    """Everything a test can do; subclasses say how it gets there."""

    address: str
    token: str = TOKEN

    def do(self, action: str, **given: Any) -> Any:
        """Run one action of World and return its result."""
        raise NotImplementedError

    def person(
        self, chat: int, *, name: str = "Olena", language_code: str | None = "uk", reach: str = "open"
    ) -> None:
        """Somebody exists; `reach`: open, blocked, deactivated, never-started."""
        self.do("person", chat=chat, name=name, language_code=language_code, reach=reach)

    def say(self, chat: int, text: str) -> int:
        """A person writes; returns the update's id."""
        return int(self.do("say", chat=chat, text=text))

    def edit(self, chat: int, text: str) -> int:
        """A person changes the last text they wrote."""
        return int(self.do("edit", chat=chat, text=text))

    def tap(
        self,
        chat: int,
        label: str | None = None,
        *,
        payload: str | None = None,
        message_id: int | None = None,
    ) -> int:
        """A person presses a button, found by label or payload in the newest message that has it."""
        return int(self.do("tap", chat=chat, label=label, payload=payload, message_id=message_id))

    def send_location(self, chat: int, latitude: float, longitude: float) -> int:
        """A person sends where they are."""
        return self.show(chat, location={"latitude": latitude, "longitude": longitude})

    def send_photo(self, chat: int, caption: str | None = None, file_id: str = "photo-large") -> int:
        """A person sends a picture, in two sizes as Telegram does."""
        sizes = [
            {"file_id": "photo-small", "file_unique_id": "s", "width": 90, "height": 60, "file_size": 900},
            {"file_id": file_id, "file_unique_id": "l", "width": 900, "height": 600, "file_size": 90000},
        ]
        return self.show(chat, photo=sizes, caption=caption)

    def show(self, chat: int, **content: Any) -> int:
        """A person sends something else: fields of Message, such as document, voice, contact, sticker."""
        return int(self.do("show", chat=chat, content={k: v for k, v in content.items() if v is not None}))

    def say_in_group(self, group: int, chat: int, text: str) -> int:
        """A person added the bot to a group and writes there."""
        return int(self.do("say_in_group", group=group, chat=chat, text=text))

    def block(self, chat: int) -> int:
        """A person blocks the bot."""
        return int(self.do("block", chat=chat))

    def unblock(self, chat: int) -> int:
        """A person lets the bot write again."""
        return int(self.do("unblock", chat=chat))

    def raw(self, body: dict[str, Any], queue: int = 0) -> int:
        """Any JSON as an update."""
        return int(self.do("raw", body=body, queue=queue))

    def redeliver(self, update_id: int, times: int = 1) -> None:
        """An update comes again."""
        self.do("redeliver", update_id=update_id, times=times)

    def fault(self, method: str = "*", **given: Any) -> None:
        """The next calls go wrong; see Fault."""
        self.do("fault", method=method, **given)

    def webhook_elsewhere(self, url: str) -> None:
        """Somebody else sets a webhook for this bot."""
        self.do("webhook_elsewhere", url=url)

    def no_faults(self) -> None:
        """Everything works again."""
        self.do("no_faults")

    def expire_callbacks(self) -> None:
        """Open button presses become too old."""
        self.do("expire_callbacks")

    def sent(self, chat: int) -> list[Sent]:
        """Messages of the bot as the person sees them now, oldest first."""
        return [Sent(**each) for each in self.do("sent", chat=chat)]

    def called(self, method: str = "*") -> list[dict[str, Any]]:
        """Calls the bot made: method, given, status, description, at."""
        return list(self.do("called", method=method))

    def webhook_deliveries(self) -> list[dict[str, Any]]:
        """Webhook requests so far: update_id, status, at."""
        return list(self.do("webhook_deliveries"))

    def waiting(self) -> int:
        """How many updates the bot has not acknowledged."""
        return int(self.do("waiting"))

    def polls(self) -> int:
        """How many getUpdates requests there were."""
        return int(self.do("polls"))

    def open_callbacks(self) -> int:
        """Button presses that were not answered."""
        return int(self.do("open_callbacks"))

    def commands_shown(self, chat: int, language_code: str = "") -> list[dict[str, Any]]:
        """The command list a person sees."""
        return list(self.do("commands_shown", chat=chat, language_code=language_code))

    def profile_text(self, what: str, language_code: str = "") -> str:
        """The bot's `name`, `description` or `short_description`."""
        return str(self.do("profile_text", what=what, language_code=language_code))

    def wait_sent(self, chat: int, count: int, timeout: float = 10.0) -> list[Sent]:
        """The messages once there are `count`. Raises AssertionError after `timeout` seconds."""
        self.wait(lambda: len(self.sent(chat)) >= count, f"{count} messages to {chat}", timeout)
        return self.sent(chat)

    def wait(self, condition: Callable[[], bool], what: str, timeout: float = 10.0) -> None:
        """Return once the condition holds. Raises AssertionError after `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while not condition():
            if time.monotonic() > deadline:
                raise AssertionError(f"waited {timeout} s in vain for {what}")
            time.sleep(0.01)


class FakeTelegram(Driver):
    """A fake in a thread of this process, listening on loopback; `retry_scale` shortens webhook retries."""

    def __init__(
        self, *, token: str = TOKEN, username: str = USERNAME, port: int = 0, retry_scale: float = 0.02
    ) -> None:
        self.token = token
        self.world = World(token, username, retry_scale)
        self._socket = socket.create_server(("127.0.0.1", port))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        configuration = uvicorn.Config(
            application(self.world), log_level="warning", access_log=False, timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(configuration)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="fake-telegram", daemon=True)

    def __enter__(self) -> "FakeTelegram":
        self._thread.start()
        self.wait(lambda: self._server.started, "the fake to start")
        return self

    def __exit__(self, *_: object) -> None:
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.world.deliveries.close)
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()

    def do(self, action: str, **given: Any) -> Any:
        """Run one action in the server's own event loop."""
        if self._loop is None:
            raise RuntimeError("the fake is not running")

        async def act() -> Any:
            return getattr(self.world, action)(**given)

        return asyncio.run_coroutine_threadsafe(act(), self._loop).result(10)

    def _run(self) -> None:
        async def serve() -> None:
            self._loop = asyncio.get_running_loop()
            await self._server.serve(sockets=[self._socket])

        asyncio.run(serve())


class RemoteTelegram(Driver):
    """A fake in another process, driven over its control address."""

    def __init__(self, address: str, token: str = TOKEN) -> None:
        self.address = address.rstrip("/")
        self.token = token
        self._client = httpx.Client(base_url=self.address, trust_env=False, timeout=10)

    def do(self, action: str, **given: Any) -> Any:
        """Run one action over HTTP. Raises AssertionError with the fake's words when it refuses."""
        answer = self._client.post(f"/control/{action}", json=given)
        body = answer.json()
        if answer.status_code != 200:
            raise AssertionError(body["problem"])
        return body["result"]

    def close(self) -> None:
        """Let go of the connection."""
        self._client.close()
