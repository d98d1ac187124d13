"""Editors find the texts that time has overtaken, and read them."""

from datetime import date

import yaml

from bot.content import store
from bot.runtime import Runtime
from tests.bot.console.conftest import Cast


def publish(runtime: Runtime, files: dict[str, str]) -> None:
    with runtime.database.session() as session:
        store.publish(session, files, runtime.clock())
    runtime.content._outdated.set()


def test_an_expired_answer_is_listed_with_a_link_to_its_text(
    cast: Cast, console_runtime: Runtime, content_files: dict[str, str]
) -> None:
    topics = yaml.safe_load(content_files["topics.yml"])
    for entry in topics.values():
        entry["valid_until"] = date(2099, 1, 1)
    publish(console_runtime, {**content_files, "topics.yml": yaml.safe_dump(topics)})
    assert "abgelaufen</span>" not in cast["editor"].get("/staff/validity").text

    topics["register-address"]["valid_until"] = date(2020, 1, 1)
    publish(console_runtime, {**content_files, "topics.yml": yaml.safe_dump(topics)})

    page = cast["editor"].get("/staff/validity?what=expired").text
    assert '<a href="/staff/texts/de/topics/register-address">' in page
    assert page.count("abgelaufen</span>") == 1
    assert (
        "Das Datum dieser Antwort ist abgelaufen."
        in cast["editor"].get("/staff/texts/de/topics/register-address").text
    )


def test_an_outdated_translation_is_listed_and_shown_beside_its_source(
    cast: Cast, console_runtime: Runtime, content_files: dict[str, str]
) -> None:
    source = content_files["de/topics/register-address.md"] + "\nNeuer Satz.\n"
    publish(console_runtime, {**content_files, "de/topics/register-address.md": source})

    page = cast["editor"].get("/staff/validity?what=outdated&language=uk").text
    assert "/staff/texts/uk/topics/register-address" in page
    assert "/staff/texts/ar/topics/register-address" not in page
    text = cast["editor"].get("/staff/texts/uk/topics/register-address").text
    assert "Diese Übersetzung ist älter als ihr deutscher Text." in text
    assert "Neuer Satz." in text
    assert cast["editor"].get("/staff/texts/uk/topics/no-such-topic").status_code == 404
    assert cast["editor"].get("/staff/texts/xx/../../keys").status_code == 404
