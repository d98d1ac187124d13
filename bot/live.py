"""What just changed, told to every process: PostgreSQL's LISTEN/NOTIFY. Events carry ids only, never texts."""

import asyncio
import json
import logging
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import psycopg
from sqlalchemy import event as hooks
from sqlalchemy import text
from sqlalchemy.orm import Session

CHANNEL = "lotse"
RECONNECTED = "reconnected"
MOST_WAITING = 1000
POLL_SECONDS = 0.25
LONGEST_PAUSE = 5.0

NOTIFY = text("SELECT pg_notify(:channel, payload) FROM unnest(CAST(:payloads AS text[])) AS payload")

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Event:
    """Something changed. `reconnected`: events may have been missed, read everything again."""

    kind: str
    ids: Mapping[str, str | int] = field(default_factory=dict)


def announce(session: Session, kind: str, **ids: str | int) -> None:
    """Tell every process at commit that something changed; nothing is told when the transaction fails.

    Of several events of one kind about the same conversation only the last is told.
    """
    waiting: dict[tuple[str, object], str] = session.info.setdefault(CHANNEL, {})
    waiting[kind, ids.get("conversation")] = json.dumps({"kind": kind, "ids": ids})


@hooks.listens_for(Session, "before_commit")
def _tell_at_commit(session: Session) -> None:
    if waiting := session.info.pop(CHANNEL, None):
        payloads = list(waiting.values())
        session.execute(NOTIFY, {"channel": CHANNEL, "payloads": payloads})


@hooks.listens_for(Session, "after_rollback")
def _forget_at_rollback(session: Session) -> None:
    session.info.pop(CHANNEL, None)


class Live:
    """One listening connection per process, in a thread of its own; it survives a restart of the database."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn
        self._guard = threading.Lock()
        self._subscribers: set[_Subscriber] = set()
        self._listeners: list[Callable[[Event], None]] = []
        self._stopping = threading.Event()
        self._listening = threading.Event()
        self._thread = threading.Thread(target=self._run, name="live", daemon=True)

    def start(self) -> None:
        """Start listening; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Stop listening and end every subscription."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)
        with self._guard:
            for subscriber in self._subscribers:
                subscriber.put(None)

    def wait_until_listening(self, seconds: float) -> bool:
        """Wait for the connection; False when the time is up."""
        return self._listening.wait(seconds)

    def add_listener(self, listener: Callable[[Event], None]) -> None:
        """Call `listener` with every event, in the listening thread; it must be quick and not raise."""
        with self._guard:
            self._listeners.append(listener)

    @asynccontextmanager
    async def subscribe(self) -> AsyncIterator[AsyncIterator[Event]]:
        """Events from now on. A subscriber that falls far behind gets one `reconnected` event for what it missed."""
        subscriber = _Subscriber(asyncio.get_running_loop())
        with self._guard:
            self._subscribers.add(subscriber)
        if self._stopping.is_set():
            subscriber.put(None)
        try:
            yield subscriber.events()
        finally:
            with self._guard:
                self._subscribers.discard(subscriber)

    def _run(self) -> None:
        pause = 0.1
        first = True
        while not self._stopping.is_set():
            try:
                with psycopg.connect(self._dsn, autocommit=True, connect_timeout=5) as connection:
                    connection.execute(f"LISTEN {CHANNEL}")
                    if not first:
                        log.info("listening again after a lost database connection")
                        self._tell(Event(RECONNECTED))
                    first, pause = False, 0.1
                    self._listening.set()
                    for event in self._events(connection):
                        self._tell(event)
            except psycopg.Error as error:
                self._listening.clear()
                log.warning("database connection for events lost (%s)", type(error).__name__)
                self._stopping.wait(pause)
                pause = min(pause * 2, LONGEST_PAUSE)

    def _events(self, connection: "psycopg.Connection[tuple[object, ...]]") -> Iterator[Event]:
        while not self._stopping.is_set():
            for notify in connection.notifies(timeout=POLL_SECONDS):
                try:
                    stored = json.loads(notify.payload)
                    yield Event(stored["kind"], stored["ids"])
                except (ValueError, KeyError, TypeError):
                    log.warning("an event that is not ours was ignored")

    def _tell(self, event: Event) -> None:
        with self._guard:
            listeners, subscribers = list(self._listeners), list(self._subscribers)
        for listener in listeners:
            listener(event)
        for subscriber in subscribers:
            subscriber.put(event)


class _Subscriber:
    """A queue that any thread may fill and one coroutine empties."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._waiting: deque[Event | None] = deque()
        self._filled = asyncio.Event()

    def put(self, event: Event | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self._append, event)
        except RuntimeError:
            log.debug("a subscriber's event loop is closed")

    def _append(self, event: Event | None) -> None:
        if len(self._waiting) >= MOST_WAITING and event is not None:
            self._waiting.clear()
            event = Event(RECONNECTED)
        self._waiting.append(event)
        self._filled.set()

    async def events(self) -> AsyncIterator[Event]:
        while True:
            while self._waiting:
                event = self._waiting.popleft()
                if event is None:
                    return
                yield event
            self._filled.clear()
            await self._filled.wait()
