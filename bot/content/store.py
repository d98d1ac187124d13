"""Published content: files of the content tree in the database, and the catalogue made of them."""

import hashlib
import logging
import threading
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from bot.content.catalogue import Catalogue
from bot.database import Database
from bot.errors import ContentProblem
from bot.live import Event, announce
from bot.models import ContentFileRow
from bot.services import availability
from bot.wording import Wording

SUFFIXES = {".yml", ".csv", ".ftl", ".md", ".txt"}
LESSONS = ("%/examples/%", "%/concepts.txt")
"""What models learn from, as patterns of SQL: most of the content, and of no use while people are talked with."""
log = logging.getLogger(__name__)


def read_folder(folder: Path) -> dict[str, str]:
    """The files of a content tree by their path below it; raises ContentProblem when there is none."""
    if not (folder / "languages.yml").is_file():
        raise ContentProblem(f"{folder}: no content here (languages.yml is missing)")
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in SUFFIXES
    }


def write_folder(files: Mapping[str, str], folder: Path) -> int:
    """Write a content tree; returns how many files it has."""
    for path, body in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(body, encoding="utf-8")
    return len(files)


def is_empty(session: Session) -> bool:
    """Whether nothing was published yet."""
    return not session.scalar(select(func.count()).select_from(ContentFileRow))


def publish(session: Session, files: Mapping[str, str], now: datetime) -> int:
    """Make `files` the published content, remove what is not in them; returns how many changed.

    Every running process is told. Raises ContentProblem when a text without which nobody may be served is missing.
    """
    catalogue = Catalogue(dict(files))
    if missing := catalogue.missing_required_texts():
        raise ContentProblem("these texts must exist before anybody is served: " + ", ".join(missing))
    before = dict(session.execute(select(ContentFileRow.path, ContentFileRow.sha256)).all())
    changed = 0
    for path, body in files.items():
        digest = hashlib.sha256(body.encode()).hexdigest()
        if before.get(path) != digest:
            row = {"body": body, "sha256": digest, "changed_at": now}
            statement = insert(ContentFileRow).values(path=path, **row)
            session.execute(statement.on_conflict_do_update(index_elements=["path"], set_=row))
            changed += 1
    gone = set(before) - set(files)
    session.execute(delete(ContentFileRow).where(ContentFileRow.path.in_(gone)))
    availability.sync_counsellors(session, catalogue.services)
    if changed or gone:
        announce(session, "content")
    return changed + len(gone)


def published(session: Session, *, with_lessons: bool = True) -> Catalogue:
    """The published content. Without lessons: without the large files only training reads."""
    files = select(ContentFileRow.path, ContentFileRow.body)
    if not with_lessons:
        files = files.where(*(ContentFileRow.path.not_like(pattern) for pattern in LESSONS))
    return Catalogue(dict(session.execute(files).all()))


class ContentStore:
    """The published content of this process, read again when another process publishes."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._guard = threading.Lock()
        self._wording: Wording | None = None
        self._outdated = threading.Event()

    def heard(self, event: Event) -> None:
        """Listener of `Live`: what is published has changed, or may have."""
        if event.kind in ("content", "reconnected"):
            self._outdated.set()

    @property
    def wording(self) -> Wording:
        """The words in force."""
        wording = self._wording
        if wording is None or self._outdated.is_set():
            with self._guard:
                if self._wording is None or self._outdated.is_set():
                    self._outdated.clear()
                    with self._database.session() as session:
                        self._wording = Wording(published(session, with_lessons=False))
                wording = self._wording
        return wording

    @property
    def current(self) -> Catalogue:
        """The content in force, without examples and words of concepts: see `whole`."""
        return self.wording.catalogue

    def whole(self) -> Catalogue:
        """All the published content, read anew: what models learn from included."""
        with self._database.session() as session:
            return published(session)
