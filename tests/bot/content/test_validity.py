"""Editors are told of answers past their date and of translations older than their source."""

from datetime import date, timedelta

from bot.content.catalogue import Catalogue
from bot.content.validity import SOON, stale

FACTS = """
a-topic:
  group: arrival
  office: Amt
  sources: [{title: T, url: "https://example.org"}]
  as_of: 2026-01-01
  valid_until: %s
"""


def catalogue(content_files: dict[str, str], until: str, **more: str) -> Catalogue:
    files = {
        "languages.yml": content_files["languages.yml"],
        "topics.yml": FACTS % until,
        "de/topics/a-topic.md": "---\ntitle: Ein Thema\n---\nText\n",
        **more,
    }
    return Catalogue(files)


def whats(found: Catalogue, today: date) -> list[tuple[str, str, str]]:
    return [(one.what, one.language, one.name) for one in stale(found, today)]


def test_an_answer_is_listed_from_sixty_days_before_its_date_and_marked_after_it(
    content_files: dict[str, str],
) -> None:
    until = date(2026, 6, 30)
    found = catalogue(content_files, until.isoformat())
    assert whats(found, until - SOON - timedelta(days=1)) == []
    assert whats(found, until - SOON) == [("expiring", "de", "topics/a-topic")]
    assert whats(found, until) == [("expiring", "de", "topics/a-topic")]
    assert whats(found, until + timedelta(days=1)) == [("expired", "de", "topics/a-topic")]


def test_a_translation_is_outdated_exactly_when_its_source_changed(content_files: dict[str, str]) -> None:
    source = catalogue(content_files, "2030-01-01").own_document("topics/a-topic", "de")
    assert source is not None
    for master, expected in ((source.version, []), ("0" * 16, [("outdated", "en", "topics/a-topic")])):
        translated = f"---\ntitle: A topic\nmaster: {master}\n---\nText\n"
        found = catalogue(content_files, "2030-01-01", **{"en/topics/a-topic.md": translated})
        assert whats(found, date(2026, 1, 1)) == expected
