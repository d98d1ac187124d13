"""One function: a text in, an Understanding out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from nlu.language import guess_language
from nlu.normalise import visible, words
from nlu.rasa_client import NluUnavailable, Parse, Parser
from nlu.understanding import DEFAULT_THRESHOLDS, Decision, Thresholds, Understanding, decide

__all__ = ["Parser", "understand"]

LONGEST = 600
"""Characters that are looked at. Of a longer text the beginning and the end: the question is mostly there."""

_LINK = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@[^\s@.]+\.\S+", re.IGNORECASE)


def understand(
    text: str,
    *,
    languages: Mapping[str, str],
    prior: str | None,
    client: Parser,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Understanding:
    """Understand one message of a person.

    `languages` are the enabled languages with their script (`{"de": "latin"}`), `prior` is the conversation's.
    Never raises because of the text or because NLU is down: then there are no intents. Blocks for the time of
    one request to `client`.
    """
    spoken = _spoken(text)
    if spoken is None:
        return Understanding.nothing()
    try:
        parse = client.parse(spoken)
    except NluUnavailable:
        parse = Parse()
    guess = guess_language(spoken, languages=languages, prior=prior, model=parse.languages, known=parse.known)
    intents, decision = decide(parse.intents, thresholds)
    if parse.known == 0 and decision is Decision.ANSWER and intents[0].kind != "safety":
        decision = Decision.ASK  # letters alone resemble much: not one word was ever seen
    if guess.foreign is not None and decision is Decision.ASK:
        decision = Decision.ADMIT
    return Understanding(intents, decision, guess.language, guess.confidence, guess.foreign, guess.likely)


def _spoken(text: str) -> str | None:
    """What is worth understanding; None for emoji, one letter (also many times), numbers, a link on its own."""
    spoken = _LINK.sub(" ", visible(_shortened(text))).strip()
    letters = [word for word in words(spoken) if not word.isdigit()]
    if len(set("".join(letters))) < 2:
        return None
    return spoken


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half]} {text[-half:]}"
