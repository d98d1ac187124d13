"""Which of our languages a browser asks for."""

from collections.abc import Sequence

MOST_LANGUAGES = 30


def best_language(accept_language: str, enabled: Sequence[str]) -> str | None:
    """The first of the `Accept-Language` header's languages that is enabled, or None."""
    wishes: list[tuple[float, str]] = []
    for part in accept_language.split(",")[:MOST_LANGUAGES]:
        tag, _, weight = part.partition(";")
        wishes.append((_weight(weight), tag.strip().partition("-")[0].lower()))
    wishes.sort(key=lambda wish: -wish[0])
    return next((language for weight, language in wishes if weight > 0 and language in enabled), None)


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
