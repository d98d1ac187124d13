"""Which texts need an editor because time went by: answers past their date, translations older than their source."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.content.catalogue import Catalogue

SOON = timedelta(days=60)
WHATS = ("expired", "expiring", "outdated")


@dataclass(frozen=True)
class Stale:
    """A text to look at. `what` is one of WHATS; `until` the last valid day, `office` who knows (both of topics)."""

    what: str
    language: str
    name: str
    title: str
    until: date | None = None
    office: str = ""


def stale(catalogue: Catalogue, today: date) -> Sequence[Stale]:
    """Expired and soon expiring topics (their source text), earliest first; then outdated translations."""
    return [*_expiring(catalogue, today), *_outdated(catalogue)]


def _expiring(catalogue: Catalogue, today: date) -> Sequence[Stale]:
    found = []
    for topic in catalogue.topics.values():
        if topic.valid_until is not None and topic.valid_until <= today + SOON:
            what = "expired" if today > topic.valid_until else "expiring"
            name, language = f"topics/{topic.id}", catalogue.master_language
            document = catalogue.document(name, language)
            title = document[0].title if document else topic.id
            found.append(Stale(what, language, name, title, topic.valid_until, topic.office))
    return sorted(found, key=lambda one: (one.until or date.max, one.title))


def _outdated(catalogue: Catalogue) -> Sequence[Stale]:
    """Translations of enabled languages whose source was changed since; a missing one is for the content check."""
    master = catalogue.master_language
    found = []
    for name in catalogue.document_names(master):
        source = catalogue.own_document(name, master)
        for code in catalogue.enabled:
            translated = catalogue.own_document(name, code)
            if code == master or source is None or translated is None:
                continue
            if translated.master != source.version:
                found.append(Stale("outdated", code, name, translated.title))
    return sorted(found, key=lambda one: (one.language, one.name))
