"""Answers as plain text and HTML: escaped, tappable numbers, Latin fragments isolated in right-to-left text."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot import markup

TAGS = re.compile(r"</?(p|ul|ol|li|strong|em|br|bdi|small|a)( [^<>]*)?>")


def test_a_phone_number_inside_an_arabic_sentence_keeps_its_order() -> None:
    text = "اتصلوا بالرقم 0231 50-11150 أو احضروا"
    assert markup.plain(text, rtl=True) == "اتصلوا بالرقم \u20660231 50-11150\u2069 أو احضروا"
    assert '<a href="tel:02315011150"><bdi dir="ltr">0231 50-11150</bdi></a>' in markup.html(text, rtl=True)


def test_brackets_are_isolated_in_pairs_only() -> None:
    assert markup.isolate("روضة (Kita) هنا") == "روضة (\u2066Kita\u2069) هنا"
    assert markup.isolate("Kita (Tagespflege)") == "\u2066Kita (Tagespflege)\u2069"


def test_emergency_numbers_can_be_tapped_and_other_numbers_not() -> None:
    html = markup.html("Rufen Sie **112** oder 116 117. Die Straße 112a hat 1120 Häuser.")
    assert re.findall(r'href="([^"]*)"', html) == ["tel:112", "tel:116117"]


def test_markup_of_answers_becomes_html_and_plain_text() -> None:
    body = "Erst *das*.\n\n**Wo**\n- hier: [Seite](https://example.org/?a=1&b=2)\n- [Kita](topic:kita-place)"
    assert markup.plain(body) == "Erst das.\n\nWo\n• hier: Seite\n• Kita"
    html = markup.html(body, "Titel", "Quelle")
    assert html.startswith("<p><strong>Titel</strong></p>")
    assert 'href="https://example.org/?a=1&amp;b=2"' in html
    assert "topic:" not in html
    assert html.rstrip().endswith("<p><small>Quelle</small></p>")


@given(st.text(max_size=200), st.booleans())
def test_no_text_becomes_markup_of_its_own(text: str, rtl: bool) -> None:
    html = markup.html(text, rtl=rtl)
    without = TAGS.sub("", html)
    assert "<" not in without
    assert not re.search(r'href="(?!https?:|tel:)', html)
