"""An application of a test's own: killed in different ways, looked into, and gone when the test ends."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import httpx
import psutil

from bot import encryption
from bot.database import Database, shared_database
from bot.embedded_postgres import EmbeddedPostgres
from bot.settings import Settings
from tests.application import Application
from tests.reliability.records import Records

LONGEST_START = 180
"""Seconds; on an idle machine a start takes two."""

Blow = Literal["application", "with its children", "with its database"]


@contextmanager
def running(
    parts: str = "web,worker", *, models: Path | None = None, **settings: str
) -> Iterator[Application]:
    """A started application on a new folder; killed, with its database, at the end.

    `models` are trained ones it finds there.
    """
    folder = Path(tempfile.mkdtemp(prefix="lotse-rel-"))
    application = Application(folder / "data", parts, settings)
    try:
        if models is not None:
            shutil.copytree(models, application.folder / "nlu" / "models")
        application.start(wait=LONGEST_START)
        yield application
    finally:
        kill(application, "with its database")
        shutil.rmtree(folder, ignore_errors=True)


def kill(application: Application, blow: Blow) -> None:
    """End the application's processes at once, as a power cut or the kernel would."""
    doomed = []
    process = application.process
    if process is not None and process.poll() is None:
        doomed.append(psutil.Process(process.pid))
        if blow != "application":
            doomed += doomed[0].children(recursive=True)
    server = server_of(application).running() if blow == "with its database" else None
    if server is not None:
        doomed += [server.process, *server.process.children(recursive=True)]
    for one in doomed:
        try:
            one.kill()
        except psutil.NoSuchProcess:
            continue
    if process is not None:
        process.wait(timeout=30)
    psutil.wait_procs([one for one in doomed if process is None or one.pid != process.pid], timeout=30)


def server_of(application: Application) -> EmbeddedPostgres:
    """The embedded database server of the application."""
    return EmbeddedPostgres(application.folder / "postgres")


@contextmanager
def inside(application: Application) -> Iterator[Database]:
    """The running application's database, read with its keys."""
    encryption.install_file(Path(application.settings.get("LOTSE_KEY_FILE", application.folder / "keys")))
    url = application.settings.get("LOTSE_DATABASE_URL")
    with shared_database(Settings(data_dir=application.folder, database_url=url)) as database:
        yield database


def records_of(application: Application) -> Records:
    """What the running application's database holds."""
    with inside(application) as database:
        return Records.read(database)


def health(application: Application) -> dict[str, object]:
    """What the application says about itself; empty when it does not answer."""
    try:
        answer = httpx.get(application.address + "/health/ready", timeout=5, trust_env=False)
    except httpx.TransportError:
        return {}
    return dict(answer.json())


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 120) -> None:
    """Return once the condition holds. Raises AssertionError when the time is up."""
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:.0f} s in vain until {what}")
        time.sleep(0.02)
