"""What a dialogue says becomes words: the language's own, its plurals, its direction, its calendar."""

from datetime import UTC, date, datetime

import pytest

from bot.content.catalogue import Catalogue
from bot.wording import Wording
from dialogues.turn import Button, Say, Text

TODAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def wording(content_files: dict[str, str]) -> Wording:
    return Wording(Catalogue(content_files))


def test_an_answer_shows_source_date_and_who_to_ask(wording: Wording) -> None:
    said = wording.say(Say(Text("topic:register-address"), ("answer", "register-address")), "de", TODAY)
    assert "Quelle: Stadt Dortmund: Wohnsitzanmeldung. Stand: 20. November 2026" in said.text
    assert "Bürgerdienste der Stadt Dortmund" in said.text
    assert said.html is not None
    assert 'href="https://www.dortmund.de/services/wohnsitzanmeldung.html"' in said.html


def test_an_answer_past_its_date_is_still_given_with_a_note(wording: Wording) -> None:
    fresh = wording.say(Say(Text("topic:integration-course")), "de", TODAY)
    old = wording.say(Say(Text("topic:integration-course")), "de", date(2030, 1, 1))
    assert "Achtung" not in fresh.text
    assert "Achtung" in old.text


@pytest.mark.parametrize("language", ["de", "en", "ar", "uk"])
def test_every_topic_has_words_in_its_own_language_and_fits_telegram(wording: Wording, language: str) -> None:
    for topic in wording.catalogue.topics:
        said = wording.say(Say(Text(f"topic:{topic}"), ("answer", topic)), language, TODAY)
        assert said.language == language
        assert len(said.text) < 4096
        assert said.direction == wording.catalogue.language(language).direction


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("de", 1, "eine Nachricht"),
        ("de", 5, "5 Nachrichten"),
        ("uk", 1, "повідомлення"),
        ("uk", 3, "повідомлення"),
        ("uk", 5, "повідомлень"),
        ("uk", 21, "21 повідомлення"),
        ("ar", 2, "رسالتان"),
        ("ar", 3, "رسائل"),
        ("ar", 11, "رسالة"),
    ],
)
def test_numbers_have_the_plural_of_the_language(
    wording: Wording, language: str, number: int, expected: str
) -> None:
    said = wording.phrase(
        "my-data-overview",
        language,
        messages=number,
        answers=0,
        appointments=0,
        notes=0,
        agreed=0,
        since=TODAY,
        consents=(),
    )
    assert expected in said.replace("\u2068", "").replace("\u2069", "")


def test_values_are_isolated_in_right_to_left_text_and_not_in_left_to_right_text(wording: Wording) -> None:
    at = datetime(2026, 11, 24, 9, tzinfo=UTC)
    values = {"at": at, "service": Text("plain", {"text": "X"})}
    assert "\u2068" in wording.text(Text("appointments-cancelled", values), "ar")
    assert "\u2068" not in wording.text(Text("appointments-cancelled", values), "de")
    arabic = {"at": at, "service": Text("plain", {"text": "لقاء"})}
    assert "\u2068لقاء\u2069" in wording.text(Text("appointments-cancelled", arabic), "de")


def test_an_empty_value_leaves_no_empty_line(wording: Wording) -> None:
    values = {"service": "Beratung", "at": "morgen", "office": "", "directions": ""}
    said = wording.text(Text("book-moved", values), "de")
    assert said == "Ihr Termin ist verschoben. Er ist jetzt:\nBeratung\nmorgen"


def test_a_missing_phrase_falls_back_along_the_chain(content_files: dict[str, str]) -> None:
    files = {**content_files, "uk/phrases.ftl": "welcome = Вітаємо"}
    wording = Wording(Catalogue(files))
    assert wording.phrase("menu", "uk") == wording.phrase("menu", "en")
    assert wording.phrase("no-such-phrase", "uk") == "no-such-phrase"


def test_labels_are_one_line_and_short(wording: Wording) -> None:
    label = wording.label(Text("plain", {"text": "viel\nzu " + "lang " * 30}), "de")
    assert "\n" not in label
    assert len(label) <= 60


def test_a_message_asks_for_another_language_than_the_conversations(wording: Wording) -> None:
    said = wording.say(
        Say(Text("menu"), language="ar", buttons=((Button(Text("button-menu"), "menu"),),)), "de", TODAY
    )
    assert (said.language, said.direction) == ("ar", "rtl")
    assert said.buttons[0][0].label == wording.phrase("button-menu", "ar")
