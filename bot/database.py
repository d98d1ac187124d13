"""The one database of a process: engine, sessions, and the embedded server when there is no other."""

import logging
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo
from sqlalchemy import URL, Engine, create_engine, make_url
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.orm import Session, sessionmaker

from bot.embedded_postgres import OPTIONS, SUPERUSER, EmbeddedPostgres
from bot.errors import AlreadyRunning, DatabaseProblem
from bot.folder_lock import FolderLock
from bot.settings import Settings

DATABASE = "lotse"
CONNECTIONS_KEPT = 24
CONNECTIONS_MORE = 16
START_SECONDS = 20
STARTS = 3
WATCH_SECONDS = 0.5
AWAY = (OperationalError, InterfaceError, NoConnectionFree)
"""The database restarts or is overloaded: the transaction is not done, unless its commit was the last thing asked."""

log = logging.getLogger(__name__)


class Database:
    """Made once per process; sessions may be used from 40 threads at once."""

    def __init__(self, url: str, *, server: EmbeddedPostgres | None = None) -> None:
        self._url = make_url(url).set(drivername="postgresql+psycopg")
        self._server = server
        self._closing = threading.Event()
        self._watching: threading.Thread | None = None
        self.engine: Engine = create_engine(
            self._url,
            pool_size=CONNECTIONS_KEPT,
            max_overflow=CONNECTIONS_MORE,
            pool_timeout=30,
            pool_pre_ping=True,
            hide_parameters=True,
            connect_args={"application_name": "lotse", "connect_timeout": 5, "options": "-c timezone=UTC"},
        )
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)

    @property
    def url(self) -> str:
        """SQLAlchemy URL, password included."""
        return self._url.render_as_string(hide_password=False)

    @property
    def dsn(self) -> str:
        """The same address for psycopg, password included."""
        parts: dict[str, Any] = self._url.translate_connect_args(username="user", database="dbname")
        parts.update(self._url.query)
        return make_conninfo(**{"options": "-c timezone=UTC", **parts})

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session in a transaction: committed at the end, rolled back on an error."""
        with self._sessions.begin() as session:
            yield session

    def watch(self) -> None:
        """Start the embedded server again whenever it ends by itself, until `close`; nothing to do for another one."""
        if self._server is not None:
            self._watching = threading.Thread(target=self._keep_running, name="database-watch", daemon=True)
            self._watching.start()

    def _keep_running(self) -> None:
        while self._server is not None and not self._closing.wait(WATCH_SECONDS):
            try:
                if self._server.running() is None:
                    log.error("the embedded database has ended; starting it again")
                    self._server.start()
            except DatabaseProblem as problem:
                log.error("%s", problem)

    def close(self) -> None:
        """Close all connections, then stop the embedded server if this process started it."""
        self._closing.set()
        if self._watching is not None:
            self._watching.join()
        self.engine.dispose()
        if self._server is not None:
            self._server.stop()


def start_database(settings: Settings, options: Mapping[str, str] = OPTIONS) -> Database:
    """The database of a process that holds the lock of the data folder. Raises DatabaseProblem.

    `options` are the embedded server's.
    """
    if settings.database_url is not None:
        return _reachable(Database(settings.database_url))
    server = EmbeddedPostgres(settings.data_dir / "postgres", options)
    for _ in range(STARTS):
        server.start()
        running = server.running()
        try:
            if running is not None:
                _make_database(running.socket_folder)
                return Database(_socket_url(running.socket_folder), server=server)
        except psycopg.OperationalError:
            log.warning("the embedded database ended while starting; starting it again")
    raise DatabaseProblem(f"the embedded database ends as soon as it has started; see {server.log_file}")


@contextmanager
def shared_database(settings: Settings) -> Iterator[Database]:
    """The database for an operator's command: that of the running application, else started for the command alone.

    Raises DatabaseProblem.
    """
    lock = FolderLock(settings.data_dir)
    if settings.database_url is not None:
        database = start_database(settings)
    else:
        try:
            lock.acquire()
            database = start_database(settings)
        except AlreadyRunning:
            database = Database(_socket_url(_wait_for_server(settings)))
    try:
        yield database
    finally:
        database.close()
        lock.release()


def _wait_for_server(settings: Settings) -> str:
    """The socket folder of the running application's server, which may only just be starting."""
    server = EmbeddedPostgres(settings.data_dir / "postgres")
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        running = server.running()
        if running is not None and running.ready:
            return running.socket_folder
        time.sleep(0.1)
    raise DatabaseProblem(f"another process uses {settings.data_dir}, but its database does not answer")


def _socket_url(socket_folder: str) -> str:
    url = URL.create(
        "postgresql+psycopg", username=SUPERUSER, database=DATABASE, query={"host": socket_folder}
    )
    return url.render_as_string(hide_password=False)


def _make_database(socket_folder: str) -> None:
    dsn = make_conninfo(host=socket_folder, user=SUPERUSER, dbname="postgres")
    with psycopg.connect(dsn, autocommit=True) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone():
            connection.execute("CREATE DATABASE lotse")


def _reachable(database: Database) -> Database:
    try:
        with psycopg.connect(database.dsn, connect_timeout=10):
            return database
    except psycopg.OperationalError as error:
        database.close()
        reason = type(error).__name__ if error.sqlstate is None else f"SQLSTATE {error.sqlstate}"
        raise DatabaseProblem(f"LOTSE_DATABASE_URL: the database cannot be reached ({reason})") from None
