"""Examples for stock Rasa: a choice of them that stays the same, and Rasa's own YAML."""

import hashlib
import json
from collections.abc import Iterator, Sequence

from nlu.normalise import visible
from nlu.rasa_client import rasa_name
from nlu.training import Examples

MARKUP = {ord("["): "(", ord("]"): ")"}
"""Rasa reads [word](entity) as markup."""


def at_most(examples: Examples, count: int | None) -> Examples:
    """At most so many examples of each intent in each language, in their order; None: all of them.

    The choice depends on nothing but the texts: a new example takes the place of one other at most.
    """
    if count is None:
        return examples
    return {
        intent: {language: _chosen(spoken, count) for language, spoken in by_language.items()}
        for intent, by_language in examples.items()
    }


def number_of(examples: Examples) -> int:
    """How many examples there are."""
    return sum(len(spoken) for by_language in examples.values() for spoken in by_language.values())


def as_yaml(examples: Examples) -> str:
    """The examples as Rasa's YAML training data."""
    lines = ['version: "3.1"', "nlu:"]
    for intent, language, sentences in _blocks(examples):
        lines.append(f"- intent: {json.dumps(rasa_name(intent))}")
        lines.append(f"  metadata: {{language: {json.dumps(language)}}}")
        lines.append("  examples: |")
        lines += [f"    - {sentence}" for sentence in sentences]
    return "\n".join(lines) + "\n"


def _chosen(spoken: Sequence[str], count: int) -> list[str]:
    drawn = set(sorted(set(spoken), key=_lot)[:count])
    return [text for text in dict.fromkeys(spoken) if text in drawn]


def _lot(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _blocks(examples: Examples) -> Iterator[tuple[str, str, list[str]]]:
    for intent, by_language in sorted(examples.items()):
        for language, sentences in sorted(by_language.items()):
            clean = [visible(sentence).translate(MARKUP) for sentence in sentences]
            if kept := [sentence for sentence in clean if sentence]:
                yield intent, language, kept
