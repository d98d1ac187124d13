"""The console's own words, from `content/<language>/console.ftl`."""

import logging
import unicodedata
from functools import cache

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource

from bot.local_time import locale_of
from bot.runtime import CONTENT_FOLDER
from bot.services.staff import CONSOLE_LANGUAGES

FIRST_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

log = logging.getLogger(__name__)


class Words:
    """Labels and sentences in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        source = (CONTENT_FOLDER / language / "console.ftl").read_text(encoding="utf-8")
        self._bundle = FluentBundle([str(locale_of(language)).replace("_", "-")], use_isolating=False)
        self._bundle.add_resource(FluentResource(source))

    def __contains__(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def __call__(self, key: str, /, **values: str | int) -> str:
        """The words for a key; names among the values keep their own direction."""
        if key not in self:
            log.error("the console has no words for %s in %s", key, self.language)
            return key
        pattern = self._bundle.get_message(key).value
        shown = {name: isolated(value) if isinstance(value, str) else value for name, value in values.items()}
        text, problems = self._bundle.format_pattern(pattern, shown) if pattern else (key, [])
        if problems:
            log.error("the words for %s in %s need other values", key, self.language)
        return str(text)

    def code(self, kind: str, code: str | None) -> str:
        """The words for a stored code such as a reason; general words for one that is not known."""
        key = f"{kind}-{code}"
        return self(key if key in self else f"{kind}-other")

    def language_name(self, code: str) -> str:
        """A language as staff call it: "Arabisch"."""
        try:
            return Locale.parse(code).get_display_name(self.language) or code
        except ValueError:
            return code


@cache
def words(language: str) -> Words:
    """The words of a console language; German for any other."""
    return Words(language if language in CONSOLE_LANGUAGES else CONSOLE_LANGUAGES[0])


def isolated(name: str) -> str:
    """A name that may be written from right to left, kept from turning the sentence around it."""
    if any(unicodedata.bidirectional(sign) not in ("L", "EN", "WS", "CS", "ES", "ON") for sign in name):
        return f"{FIRST_ISOLATE}{name}{POP_ISOLATE}"
    return name
