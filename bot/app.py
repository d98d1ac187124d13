"""The application: the web server with all its doors, and the parts that run beside it."""

import asyncio
import contextlib
import importlib
import logging
import signal
import socket
import sys
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import uvicorn
import uvloop
from fastapi import FastAPI

from bot import health, logs
from bot.channels.web import routes as web
from bot.console.routes import console_routes
from bot.database import start_database
from bot.errors import LotseError, SettingsProblem
from bot.folder_lock import FolderLock
from bot.inbox import Inbox
from bot.jobs.answer_unanswered import answer_unanswered
from bot.jobs.app import Worker
from bot.live import RECONNECTED
from bot.model_folder import Lessons
from bot.nlu_server import nlu_server
from bot.outbox import Outbox
from bot.publisher import Publisher
from bot.runtime import Runtime, start_runtime
from bot.services import staff
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.channels.telegram import TelegramPart

PARTS = ("web", "telegram", "worker", "nlu")
STOP_SECONDS = 10
SWITCH_SECONDS = 0.0005
"""How long a thread may compute before another gets its turn: Python's 5 ms let the event loop wait behind turns."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Doors:
    """What `create_app` puts addresses on: the inbox of this process and, with a token, Telegram."""

    inbox: Inbox
    telegram: "TelegramPart | None" = None
    metrics: health.Metrics = field(default_factory=health.Metrics)

    def telegram_state(self) -> str:
        """`ok`, `off` or `down`."""
        return "off" if self.telegram is None else self.telegram.state


def create_app(runtime: Runtime, doors: Doors, parts: Collection[str] = PARTS) -> FastAPI:
    """All addresses of the parts: chat and console, Telegram's webhook; health and metrics always."""
    app = FastAPI(title="Lotse", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.include_router(health.router(runtime, doors.metrics, doors.telegram_state))
    if doors.telegram is not None:
        app.include_router(doors.telegram.router)
    if "web" in parts:
        app.include_router(web.router(runtime, doors.inbox))
        app.router.routes.extend(console_routes(runtime))
        web.install(app)
    app.add_middleware(health.Counted, metrics=doors.metrics)
    return app


def serve(settings: Settings, parts: Collection[str], say: Callable[[str], None]) -> None:
    """Run the application until it is told to stop. `say` gets the lines meant for whoever started it.

    Raises LotseError when it cannot start: another one runs, no database, keys or texts missing, port taken.
    """
    signal.signal(signal.SIGTERM, _leave)
    sys.setswitchinterval(SWITCH_SECONDS)
    lock = FolderLock(settings.data_dir)
    lock.acquire()
    try:
        with _listening(settings) as listener, contextlib.closing(start_database(settings)) as database:
            database.watch()
            runtime = start_runtime(
                settings,
                database,
                nlu=(
                    lambda content: nlu_server(
                        settings, lambda: Lessons.of(content.whole()), database, retrain=False
                    )
                )
                if "nlu" in parts
                else None,
            )
            publisher = Publisher(runtime) if "nlu" in parts else None
            if publisher is not None:
                publisher.start()
            try:
                _tell_addresses(runtime, parts, say)
                with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                    runner.run(_run(runtime, parts, listener))
            finally:
                if publisher is not None:
                    publisher.stop()
                runtime.stop()
    finally:
        lock.release()


def _leave(_number: int, _frame: object) -> None:
    """Told to stop while still starting: leave through every `finally`."""
    raise SystemExit(0)


async def _run(runtime: Runtime, parts: Collection[str], listener: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    logs.watch_loop(loop)
    told_to_stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, told_to_stop.set)
    inbox = Inbox(runtime)
    telegram = _telegram(runtime, inbox, parts)
    doors = Doors(inbox, telegram)
    server = _Server(_server_settings(runtime.settings, create_app(runtime, doors, parts)))
    serving = asyncio.create_task(server.serve([listener]), name="web")
    sweeping = asyncio.create_task(_answer_left_over(runtime, inbox), name="left-over")
    worker = Worker(runtime, inbox) if "worker" in parts else None
    delivering: asyncio.Task[None] | None = None
    if worker is not None:
        await worker.start()
    if telegram is not None:
        await telegram.start()
        channels = {telegram.channel.name: telegram.channel}
        delivering = asyncio.create_task(Outbox(runtime, channels).run(), name="outbox")
    stopping = asyncio.create_task(told_to_stop.wait())
    await asyncio.wait((stopping, serving), return_when=asyncio.FIRST_COMPLETED)
    log.info("stopping")
    server.should_exit = True
    await asyncio.to_thread(runtime.live.stop)
    await asyncio.gather(serving, return_exceptions=True)
    if delivering is not None:
        delivering.cancel()
        await asyncio.gather(delivering, return_exceptions=True)
    if telegram is not None:
        await telegram.stop()
    if worker is not None:
        await worker.stop()
    stopping.cancel()
    await asyncio.gather(sweeping, stopping, return_exceptions=True)


class _Server(uvicorn.Server):
    """Uvicorn without its own handling of signals: stopping is ours, in order."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone."""
        yield


def _telegram(runtime: Runtime, inbox: Inbox, parts: Collection[str]) -> "TelegramPart | None":
    if "telegram" not in parts or runtime.settings.telegram_token is None:
        return None
    # loaded only when it is used: the library is large
    part: TelegramPart = importlib.import_module("bot.channels.telegram").TelegramPart(runtime, inbox)
    return part


async def _answer_left_over(runtime: Runtime, inbox: Inbox) -> None:
    """What a stop or a lost database left unanswered is answered at once, not when the schedule comes round."""
    async with runtime.live.subscribe() as events:
        await asyncio.to_thread(_answer_all, runtime, inbox)
        async for event in events:
            if event.kind == RECONNECTED:
                await asyncio.to_thread(_answer_all, runtime, inbox)


def _answer_all(runtime: Runtime, inbox: Inbox) -> None:
    try:
        answer_unanswered(runtime, inbox, older_than=timedelta(0))
    except Exception as error:  # noqa: BLE001 - the job of the schedule tries again
        log.error("messages left unanswered: %s", logs.where(error))


def _server_settings(settings: Settings, app: FastAPI) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=STOP_SECONDS,
        timeout_keep_alive=20,
        lifespan="off",
    )


@contextlib.contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    """The listening socket, taken before anything else is started. Raises SettingsProblem when it cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((settings.host, settings.port))
            listener.listen(2048)
        except OSError as error:
            raise SettingsProblem(
                f"cannot listen on {settings.host}:{settings.port} ({error.strerror}); set LOTSE_HOST or LOTSE_PORT"
            ) from None
        yield listener
    finally:
        listener.close()


def _tell_addresses(runtime: Runtime, parts: Collection[str], say: Callable[[str], None]) -> None:
    base = runtime.settings.public_url or runtime.settings.address
    if "web" not in parts:
        say(f"Lotse runs: {', '.join(parts)}; health: {runtime.settings.address}/health/ready")
        return
    say(f"Chat:    {base}/")
    say(f"Console: {base}/staff")
    with runtime.database.session() as session:
        token = staff.setup_link(session, now=runtime.clock())
    if token is not None:
        say(f"Create the first administrator here (works once): {base}/staff/setup/{token}")


def known_parts(only: str | None) -> tuple[str, ...]:
    """The parts named in `--only`, or all. Raises LotseError for a name that is not one."""
    if only is None:
        return PARTS
    asked = tuple(name.strip() for name in only.split(",") if name.strip())
    for name in asked:
        if name not in PARTS:
            raise LotseError(f"there is no part {name!r}; parts are {', '.join(PARTS)}")
    return asked
