"""Values that become words without a phrase: links, distances, names of languages."""

from urllib.parse import urlsplit

from babel import Locale, UnknownLocaleError
from babel.units import format_unit

from bot import markup
from bot.local_time import WESTERN_DIGITS, locale_of


def link(url: str, title: str = "") -> str:
    """A link in Markdown; without a title it shows where it leads."""
    shown = title or (urlsplit(url).hostname or url).removeprefix("www.")
    return f"[{markup.literal(shown)}]({markup.literal(url)})"


def distance(metres: int, language: str) -> str:
    """About how far: "350 Meter", "1,2 Kilometer"; to fifty metres, from a kilometre on to a hundred."""
    near = max(50, round(metres / 50) * 50)
    kind, value = ("length-meter", near) if near < 1000 else ("length-kilometer", round(metres / 1000, 1))
    return format_unit(value, kind, length="long", locale=locale_of(language)).translate(WESTERN_DIGITS)


def language_name(code: str, language: str) -> str:
    """What a language is called in another one."""
    try:
        return Locale.parse(code).get_display_name(locale_of(language)) or code
    except (UnknownLocaleError, ValueError):
        return code
