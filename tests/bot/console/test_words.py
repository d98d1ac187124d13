"""The console speaks German and English, completely, and its words stay out of the chat."""

import re
from pathlib import Path

import pytest

from bot.console.words import FIRST_ISOLATE, Words, isolated, words
from bot.runtime import CONTENT_FOLDER
from bot.services.staff import CONSOLE_LANGUAGES

CONSOLE = Path("bot/console")
KEY = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)


def keys(language: str) -> set[str]:
    """Keys of the console's words."""
    return set(KEY.findall((CONTENT_FOLDER / language / "console.ftl").read_text()))


def test_both_languages_have_the_same_words() -> None:
    assert keys("de") == keys("en")


@pytest.mark.parametrize("language", CONSOLE_LANGUAGES)
def test_both_languages_ask_for_the_same_values(language: str) -> None:
    def values(code: str) -> dict[str, set[str]]:
        source = (CONTENT_FOLDER / code / "console.ftl").read_text()
        parts = re.split(r"^(?=[a-z][\w-]* =)", source, flags=re.MULTILINE)
        return {found[1]: set(re.findall(r"\$(\w+)", part)) for part in parts if (found := KEY.match(part))}

    assert values(language) == values("de")


def test_every_word_a_page_uses_exists() -> None:
    templates = "\n".join(path.read_text() for path in CONSOLE.rglob("*.html"))
    used = set(re.findall(r'\bt\("([a-z-]+)"[,)]', templates))

    assert used - keys("de") == set()


def test_every_word_is_used_by_a_page_or_by_a_code() -> None:
    sources = "\n".join(path.read_text() for path in CONSOLE.rglob("*") if path.suffix in (".html", ".py"))
    stems = set(re.findall(r'"([a-z-]+-)" ~', sources))
    stems |= {f"{kind}-" for kind in re.findall(r'code\("([a-z]+)"', sources)}
    unused = {key for key in keys("de") if f'"{key}"' not in sources and not key.startswith(tuple(stems))}

    assert unused - {"text-empty", "text-too-long"} == set()


def test_a_code_nobody_knows_has_general_words() -> None:
    assert words("de").code("reason", "brand-new") == "braucht einen Menschen"


def test_a_name_from_right_to_left_does_not_turn_the_sentence() -> None:
    assert FIRST_ISOLATE in words("de")("event-staff-by", name="أمينة")
    assert isolated("Mara König") == "Mara König"


def test_any_other_language_gets_german() -> None:
    assert words("ar").language == "de"


def test_counts_have_their_plural() -> None:
    said = [Words("de")("message-count", count=count) for count in (1, 2)]

    assert said == ["1 Nachricht", "2 Nachrichten"]
