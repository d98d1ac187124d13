"""Examples and concepts in, a ranking of intents and languages out. Needs NumPy, SciPy and scikit-learn, not Rasa."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Dict, List, Sequence, Tuple

import numpy as np

from nlu.components.features import Vectorizer
from nlu.components.linear import LinearHead
from nlu.components.noise import noisy
from nlu.concepts import Lexicon

RANKING_LENGTH = 10


@dataclass(frozen=True)
class Example:
    """The normalised words of what somebody said, what it means, and in which language it was said."""

    words: Tuple[str, ...]
    intent: str
    language: str


@dataclass(frozen=True)
class Ranking:
    """The likeliest intents, the languages with their shares, and the share of words seen in training."""

    intents: List[Tuple[str, float]]
    languages: Dict[str, float]
    known: float


class IntentModel:
    """Ranks intents and languages of normalised words."""

    def __init__(self, vectorizer: Vectorizer, intents: LinearHead, languages: LinearHead) -> None:
        self._vectorizer, self._intents, self._languages = vectorizer, intents, languages

    @classmethod
    def fit(cls, examples: Sequence[Example], lexicon: Lexicon, config: Dict[str, Any]) -> IntentModel:
        """Learn the examples, each with `copies` noisy copies. The same examples always give the same model."""
        random = Random(0)  # noqa: S311 - not for secrets
        copies = config["copies"]
        texts: List[Sequence[str]] = []
        sources: List[int] = []
        for source, example in enumerate(examples):
            texts += [example.words, *(noisy(example.words, random) for _ in range(copies))]
            sources += [source] * (1 + copies)
        vectorizer = Vectorizer(config, lexicon)
        rows = vectorizer.fit_transform(texts)
        strictness = config["strictness"]
        intents = LinearHead.fit(rows, [examples[s].intent for s in sources], sources, strictness)
        languages = LinearHead.fit(rows, [examples[s].language for s in sources], sources, strictness)
        return cls(vectorizer, intents, languages)

    def rank(self, words: Sequence[str]) -> Ranking:
        """The ranking of one text."""
        row = self._vectorizer.row(words)
        intents = self._intents.ranking(*row)[:RANKING_LENGTH]
        return Ranking(intents, dict(self._languages.ranking(*row)), self._vectorizer.known(words))

    def rank_all(self, texts: Sequence[Sequence[str]]) -> List[Ranking]:
        """The rankings of many texts, quicker than one by one."""
        rows = self._vectorizer.transform(texts)
        intents, languages = self._intents.shares(rows), self._languages.shares(rows)
        return [
            Ranking(
                self._intents.ranked(intents[place])[:RANKING_LENGTH],
                dict(self._languages.ranked(languages[place])),
                self._vectorizer.known(words),
            )
            for place, words in enumerate(texts)
        ]

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder."""
        described = {}
        parts = {"vectorizer": self._vectorizer, "intents": self._intents, "languages": self._languages}
        for name, part in parts.items():
            described[name], arrays = part.state()
            _store(folder / f"{name}.npz", arrays)
        (folder / "model.json").write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> IntentModel:
        """The model that `save` wrote."""
        described = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        arrays = {}
        for name in described:
            with np.load(folder / f"{name}.npz", allow_pickle=False) as stored:
                arrays[name] = [stored[key] for key in stored.files]
        return cls(
            Vectorizer.from_state(described["vectorizer"], arrays["vectorizer"]),
            LinearHead.from_state(described["intents"], arrays["intents"]),
            LinearHead.from_state(described["languages"], arrays["languages"]),
        )


def _store(path: Path, arrays: Sequence[np.ndarray]) -> None:
    """Like `numpy.savez`, lightly compressed: Rasa packs models with gzip's strongest, slow on long rows of zeros."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for number, array in enumerate(arrays):
            with packed.open(f"arr_{number}.npy", "w", force_zip64=True) as member:
                np.lib.format.write_array(member, array, allow_pickle=False)
