"""The content check finds what is missing or broken, with file and line."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.content import store
from bot.content.catalogue import Catalogue
from bot.content.check import check
from bot.errors import ContentProblem
from bot.runtime import Runtime

Files = dict[str, str]


@pytest.fixture
def files(content_files: Files) -> Files:
    """The real content, to be damaged."""
    return dict(content_files)


def found(files: Files, before: Files) -> set[str]:
    """Findings that the damage caused."""
    return {str(finding) for finding in check(files)} - {str(finding) for finding in check(before)}


def test_the_published_content_is_clean(files: Files) -> None:
    assert check(files) == []


def replaced(path: str, old: str, new: str) -> Callable[[Files], None]:
    def damage(files: Files) -> None:
        assert old in files[path], f"{old!r} is not in {path}"
        files[path] = files[path].replace(old, new, 1)

    return damage


def removed(path: str) -> Callable[[Files], None]:
    def damage(files: Files) -> None:
        del files[path]

    return damage


def added(path: str, text: str) -> Callable[[Files], None]:
    def damage(files: Files) -> None:
        files[path] = files[path] + text

    return damage


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (removed("uk/topics/kita-place.md"), "uk/topics/kita-place.md:1: the text is missing"),
        (removed("ar/examples/do/book.txt"), "ar/examples/do/book.txt:1: the file is missing"),
        (removed("en/privacy.md"), "en/privacy.md:1: the text is missing"),
        (removed("ar/safety/crisis.md"), "ar/safety/crisis.md:1: the text is missing"),
        (replaced("en/phrases.ftl", "\nmenu = ", "\nmenuu = "), "en/phrases.ftl:1: phrase menu is missing"),
        (replaced("uk/phrases.ftl", "{ $group }", ""), "placeholder { $group } is missing"),
        (replaced("ar/phrases.ftl", "[few]", "[3]"), "plural form few is missing"),
        (replaced("uk/phrases.ftl", "[many]", "[5]"), "plural form many is missing"),
        (added("de/examples/do/book.txt", "\nhallo\n"), "the same example stands in"),
        (added("de/topics/migrado.md", "x" * 900), "at most 900 are allowed"),
        (added("de/topics/migrado.md", "\n[mehr](topic:no-such)"), "topic no-such, which does not exist"),
        (added("de/topics/migrado.md", "\nTel. 0231 5"), "malformed telephone number"),
        (added("de/topics/migrado.md", "\nbis 41.13.2026"), "malformed date"),
        (added("de/topics/migrado.md", "\n[Seite](https:/dortmund)"), "malformed address"),
        (replaced("topics.yml", "as_of: 2026-11-20", "as_of: gestern"), "`as_of` is not a date"),
        (replaced("topics.yml", 'url: "https://', 'url: "https//'), "malformed address of a source"),
        (replaced("topics.yml", "related: [", "related: [no-such, "), "related topic no-such does not exist"),
        (replaced("languages.yml", "de:", "de"), "languages.yml:"),
        (replaced("services.yml", "minutes:", "minuten:"), "services.yml:"),
        (
            replaced("questionnaires/needs/survey.csv", "${has_children}", "${has_childen}"),
            "needs/survey.csv:",
        ),
    ],
)
def test_a_damage_is_found_where_it_is(files: Files, damage: Callable[[Files], None], expected: str) -> None:
    before = dict(files)
    damage(files)
    findings = found(files, before)
    assert any(expected in finding for finding in findings), findings
    assert all(finding.split(":")[1].isdecimal() for finding in findings)


def test_a_translation_older_than_its_source_is_found(files: Files) -> None:
    files["de/topics/migrado.md"] += "\n"
    outdated = [f.path for f in check(files) if "older than its source" in f.problem]
    assert outdated == sorted(
        f"{code}/topics/migrado.md" for code in Catalogue(files).enabled if code != "de"
    )


def test_translations_carry_the_hash_of_their_master(files: Files) -> None:
    master = hashlib.sha256(files["de/topics/migrado.md"].encode()).hexdigest()[:16]
    assert f"master: {master}" in files["uk/topics/migrado.md"]


@pytest.mark.parametrize("path", ["ar/consents/booking.md", "uk/privacy.md", "en/safety/violence.md"])
def test_nobody_is_served_without_consent_privacy_and_safety_texts(
    runtime: Runtime, files: Files, path: str
) -> None:
    del files[path]
    with runtime.database.session() as session, pytest.raises(ContentProblem, match=path):
        store.publish(session, files, runtime.clock())


def test_content_written_to_a_folder_is_read_back_as_it_was(files: Files, folder: Path) -> None:
    store.write_folder(files, folder)
    assert store.read_folder(folder) == files


def test_publishing_reaches_a_running_process(runtime: Runtime, files: Files) -> None:
    before = runtime.content.wording.phrase("menu", "de")
    files["de/phrases.ftl"] = files["de/phrases.ftl"].replace(f"menu = {before}", "menu = Neu")
    with runtime.database.session() as session:
        assert store.publish(session, files, runtime.clock()) == 1
    runtime.content.heard(type("Event", (), {"kind": "content"})())  # type: ignore[arg-type]
    assert runtime.content.wording.phrase("menu", "de") == "Neu"


def test_a_language_switched_off_is_not_checked(files: Files) -> None:
    files["languages.yml"] = files["languages.yml"].replace(
        "name: Українська, direction: ltr, script: cyrillic, enabled: true",
        "name: Українська, direction: ltr, script: cyrillic, enabled: false",
    )
    files = {path: body for path, body in files.items() if not path.startswith("uk/")}
    assert [f for f in check(files) if not f.path.startswith("questionnaires")] == []
    assert "uk" not in Catalogue(files).enabled
