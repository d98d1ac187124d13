"""A message as Telegram shows it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.channels.contract import Outgoing
from bot.channels.telegram import letter
from tests.fakes.telegram.entities import clean, parse_html


def message(text: str = "", **given: Any) -> Outgoing:
    kept = {"number": 1, "sender": "assistant", "language": "de", "direction": "ltr", "at": datetime.now(UTC)}
    return Outgoing(text=text, **{**kept, **given})


def shown(html: str) -> str:
    return clean(*parse_html(html))[0]


def test_plain_text_keeps_its_paragraphs_and_is_escaped() -> None:
    assert letter.parts(message("a < b & c\n\nd\n• e")) == ["a &lt; b &amp; c\n\nd\n• e"]


def test_paragraphs_lists_and_links_become_lines() -> None:
    html = (
        "<p><strong>Anmelden</strong></p>\n<p>Gehen Sie <em>bald</em>.<br>\nNoch heute.</p>\n"
        "<ul>\n<li>Pass</li>\n<li><strong>Miete</strong> &amp; mehr</li>\n</ul>\n"
        '<p><small>Quelle: <a href="https://x.example/?a=1&amp;b=2" rel="noopener">Stadt</a></small></p>'
    )
    assert letter.parts(message("x", html=html)) == [
        "<b>Anmelden</b>\n\nGehen Sie <i>bald</i>.\nNoch heute.\n• Pass\n• <b>Miete</b> &amp; mehr\n\n"
        'Quelle: <a href="https://x.example/?a=1&amp;b=2">Stadt</a>'
    ]


def test_a_loose_list_keeps_each_entry_on_one_line() -> None:
    html = "<ol><li><p>eins</p></li><li><p>zwei</p></li></ol><p>Ende</p>"
    assert letter.parts(message("x", html=html)) == ["1. eins\n2. zwei\n\nEnde"]


def test_a_telephone_number_is_text_in_its_own_order() -> None:
    html = '<p>اتصلوا <a href="tel:023150"><bdi dir="ltr">0231 50</bdi></a></p>'
    assert letter.parts(message("x", html=html, direction="rtl")) == ["اتصلوا \u20660231 50\u2069"]


@pytest.mark.parametrize("first", ["112", "Jobcenter", "🚑", "\u2068x\u2069", "• "])
def test_a_right_to_left_line_that_begins_otherwise_is_marked(first: str) -> None:
    (part,) = letter.parts(message(f"{first} خطر\nخطر {first}", direction="rtl"))
    assert part == f"\u200f{first} خطر\nخطر {first}".rstrip()
    assert clean(part, [])[0] == part


def test_left_to_right_text_is_not_marked() -> None:
    assert letter.parts(message("112 rufen")) == ["112 rufen"]


def test_staff_are_named() -> None:
    assert letter.parts(message("Guten Tag", sender="staff", author="Eva <M>")) == [
        "<b>\u2068Eva &lt;M&gt;\u2069</b>\n\nGuten Tag"
    ]


def test_a_long_message_is_cut_between_paragraphs() -> None:
    paragraphs = [f"{number} " + "wort " * 300 for number in range(6)]
    parts = letter.parts(message("\n\n".join(paragraphs)))
    assert len(parts) == 3
    assert all(len(shown(part)) <= letter.TEXT_LIMIT for part in parts)
    assert [part[0] for part in parts] == ["0", "2", "4"]
    assert "".join("\n\n".join(parts).split()) == "".join("".join(paragraphs).split())


def test_one_endless_paragraph_is_cut_between_words_with_its_markup() -> None:
    html = f"<p><strong>{'wort ' * 2000}</strong></p>"
    parts = letter.parts(message("x", html=html))
    assert all(part.startswith("<b>wort") and part.endswith("</b>") for part in parts)
    assert all(len(shown(part)) <= letter.TEXT_LIMIT for part in parts)
    assert sum(shown(part).count("wort") for part in parts) == 2000


def test_one_endless_word_is_cut_at_the_limit() -> None:
    parts = letter.parts(message("🙂" * 5000))
    assert [len(shown(part)) for part in parts] == [4096, 904]


def test_the_limit_counts_characters_without_markup() -> None:
    html = f"<p><strong>{'&amp;' * 4096}</strong></p>"
    assert len(letter.parts(message("x", html=html))) == 1
