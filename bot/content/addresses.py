"""Whether a web address or a telephone number in the content can be used."""

import re
from urllib.parse import urlsplit

PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{1,24}[0-9]")


def is_phone(text: str) -> bool:
    """Whether it is a number one can dial as it is written."""
    return PHONE.fullmatch(text) is not None


def is_url(text: str) -> bool:
    """Whether it is a whole http(s) address."""
    if "…" in text or any(character.isspace() for character in text):
        return False
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and "." in (parts.hostname or "")
