"""The commands people may type, and what each means."""

import re

START = "start"

PAYLOADS = {
    "menu": "menu",
    "language": "do:change-language",
    "book": "do:book",
    "appointments": "do:my-appointments",
    "person": "do:human",
    "questionnaire": "do:questionnaire",
    "places": "do:places-nearby",
    "data": "my-data",
    "delete": "do:delete-data",
    "back": "do:back",
    "skip": "do:skip",
    "stop": "do:stop",
    "help": "do:help",
}
"""The payload of the button a command stands for."""

LISTED = ("menu", "language", "book", "appointments", "person", "data", "stop", "help")
"""Commands in Telegram's menu, in this order; each is described by the phrase `telegram-command-<name>`."""

COMMAND = re.compile(r"/(?P<name>[A-Za-z0-9_]{1,32})(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?\Z", re.DOTALL)
DEEP_LINK = re.compile(r"[A-Za-z0-9_-]{1,64}")


def read_command(text: str) -> tuple[str, str] | None:
    """Name and the rest of a typed command, or None when the text is none that is known."""
    found = COMMAND.match(text.strip())
    if found is None:
        return None
    name = found["name"].lower()
    return (name, (found["rest"] or "").strip()) if name == START or name in PAYLOADS else None


def deep_link(rest: str) -> str:
    """The parameter of a deep link, or nothing when it is not one Telegram passes on."""
    return rest if DEEP_LINK.fullmatch(rest) else ""
