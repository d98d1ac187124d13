"""What the simulated people do: talks of buttons or of sentences, the same for both systems, from the content."""

import itertools
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.content.catalogue import Catalogue
from nlu.rasa_client import rasa_name

SENTENCES = Path(__file__).parent.parent / "nlu"
TURNS = 20
"""About as long as a talk gets: then the next person begins."""


@dataclass(frozen=True)
class Turn:
    """One turn: what Lotse gets (`text` or `button`), and what stock Rasa gets."""

    kind: str
    lotse: str
    stock: str


@dataclass(frozen=True)
class Talk:
    """What one person does, in one language."""

    language: str
    turns: tuple[Turn, ...]


def button_talks(catalogue: Catalogue, seed: int = 1) -> Iterator[Talk]:
    """Endless talks of the menu, the help and every topic, in changing order and language."""
    help_intent = next(intent for intent in catalogue.intents if intent == "do/help")
    stock_help = "/" + rasa_name(help_intent)
    presses = [
        Turn("button", "menu", stock_help),
        Turn("button", help_intent.replace("/", ":"), stock_help),
        *(Turn("button", f"topic:{topic}", "/" + rasa_name(f"faq/{topic}")) for topic in catalogue.topics),
    ]
    order = random.Random(seed)
    for language in itertools.cycle(catalogue.enabled):
        yield Talk(language, tuple(order.choices(presses, k=TURNS)))


def text_talks(catalogue: Catalogue, seed: int = 1) -> Iterator[Talk]:
    """Endless talks of the sentences nobody trained on, each talk in one language."""
    order = random.Random(seed)
    by_language = {code: _shuffled(sentences(code), order) for code in catalogue.enabled}
    for language in itertools.cycle(catalogue.enabled):
        said = tuple(itertools.islice(by_language[language], TURNS))
        yield Talk(language, tuple(Turn("text", text, text) for text in said))


def sentences(language: str) -> list[str]:
    """The test sentences of a language."""
    lines = (SENTENCES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [str(json.loads(line)["text"]) for line in lines if line.strip()]


def _shuffled(texts: Sequence[str], order: random.Random) -> Iterator[str]:
    while True:
        yield from order.sample(texts, len(texts))
