"""The page's and the problems' own words: `chat.ftl` of each language."""

from collections.abc import Mapping

from bot.channels.web.languages import best_language
from bot.channels.web.problems import PROBLEMS
from bot.runtime import Runtime

PAGE_WORDS = (
    "title",
    "log",
    "skip-to-input",
    "language",
    "menu",
    "input",
    "input-placeholder",
    "send",
    "location",
    "location-denied",
    "location-sent",
    "you",
    "assistant",
    "staff",
    "staff-nameless",
    "typing",
    "new-messages",
    "today",
    "chosen",
    "opens-new-page",
    "download",
    "attachment",
    "connection-lost",
    "connection-back",
    "waiting-to-be-sent",
    "not-sent",
    "too-long",
    "slow-down",
    "starting",
    "failed-to-start",
    "waiting-for-person",
    "with-person",
    "conversation-renewed",
    "erased",
    "start-anew",
    "kiosk-welcome",
    "kiosk-end",
    "kiosk-idle-title",
    "kiosk-idle",
    "kiosk-stay",
    "needs-script",
)
"""Every word of the page; its phrase is `chat-<word>`."""

PLACEHOLDERS: Mapping[str, Mapping[str, str]] = {
    "staff": {"name": "{name}"},
    "with-person": {"name": "{name}"},
    "download": {"name": "{name}"},
    "kiosk-idle": {"seconds": "{seconds}"},
    "too-long": {"most": "{most}"},
}
"""Values the page fills in itself."""


class Words:
    """Words in any enabled language, as they are published now."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime

    @property
    def enabled(self) -> tuple[str, ...]:
        """Languages that may be used, in the order they are offered."""
        return self._runtime.content.current.enabled

    def wished(self, accept_language: str) -> str:
        """The language to show to a browser that asks like this."""
        return best_language(accept_language, self.enabled) or self._runtime.content.current.common_language

    def own_name(self, language: str) -> str:
        """What a language calls itself."""
        return self._runtime.content.current.language(language).name

    def direction(self, language: str) -> str:
        """`ltr` or `rtl`."""
        return self._runtime.content.wording.direction(language)

    def spoken(self, language: str) -> str:
        """The language itself while it is switched on, else the common one."""
        return self._runtime.content.current.spoken(language)

    def page(self, language: str) -> dict[str, str]:
        """All words of the page."""
        return {word: self.phrase(f"chat-{word}", language, word) for word in PAGE_WORDS}

    def phrase(self, key: str, language: str, word: str = "") -> str:
        """One phrase, with placeholders left for the page."""
        return self._runtime.content.wording.phrase(key, language, **PLACEHOLDERS.get(word, {}))

    def problem(self, slug: str, language: str) -> tuple[str, str]:
        """Title of a problem, and what to do about it."""
        return self.phrase(f"chat-problem-{slug}", language), self.phrase(
            f"chat-problem-{slug}-hint", language
        )


def problem_keys() -> list[str]:
    """Every phrase of the problems."""
    return [f"chat-problem-{slug}{part}" for slug in PROBLEMS for part in ("", "-hint")]
