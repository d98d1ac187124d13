"""What every door needs, made once at start."""

import ctypes
import logging
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.content import store
from bot.content.store import ContentStore
from bot.database import Database
from bot.errors import ContentProblem
from bot.keys import load_keys
from bot.live import Live
from bot.migrations import migrate
from bot.nlu_server import NluServer, NoServer
from bot.services.retention import ensure_partitions
from bot.settings import Settings
from nlu import language
from nlu.rasa_client import Parser

CONTENT_FOLDER = Path(__file__).parent.parent / "content"

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Runtime:
    """Settings, database, events, published content, understanding, and the clock (aware UTC)."""

    settings: Settings
    database: Database
    live: Live
    content: ContentStore
    nlu: NluServer
    clock: Callable[[], datetime]

    @property
    def parser(self) -> Parser:
        """Who understands texts right now."""
        return self.nlu.client

    def stop(self) -> None:
        """Stop what `start_runtime` started; the database is closed by whoever opened it."""
        self.nlu.stop()
        self.live.stop()


def _warm_up(content: ContentStore) -> None:
    """Read what is slow to read the first time, so that no person waits for it."""
    language.prepare()
    log.debug("the questionnaire has %d questions", len(content.current.form.questions))


def utc_now() -> datetime:
    """The clock."""
    return datetime.now(UTC)


def start_runtime(
    settings: Settings,
    database: Database,
    *,
    nlu: Callable[[ContentStore], NluServer] | None = None,
    clock: Callable[[], datetime] = utc_now,
    content_folder: Path = CONTENT_FOLDER,
) -> Runtime:
    """Bring database, keys and content into order and start listening; `nlu` is started too.

    Raises KeyFileProblem, and ContentProblem when a text is missing without which nobody may be served.
    """
    migrate(database)
    with database.session() as session:
        ensure_partitions(session, clock())
        load_keys(session, settings.key_file)
    with database.session() as session:
        if store.is_empty(session):
            count = store.publish(session, store.read_folder(content_folder), clock())
            log.info("%d content files published", count)
    _give_back_memory()
    content = ContentStore(database)
    if missing := content.current.missing_required_texts():
        raise ContentProblem("these texts must exist before anybody is served: " + ", ".join(missing))
    live = Live(database.dsn)
    live.add_listener(content.heard)
    threading.Thread(target=_warm_up, args=(content,), name="warm-up", daemon=True).start()
    server = nlu(content) if nlu is not None else NoServer()
    live.add_listener(server.heard)
    live.start()
    server.start()
    return Runtime(settings, database, live, content, server, clock)


def _give_back_memory() -> None:
    """Let the kernel have what the first import needed: all content at once. glibc would keep it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
