"""A text as a sparse row: its words, the letters and consonants inside them, and the concepts it names.

Needs NumPy and SciPy, not Rasa.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any, Callable, Dict, Iterable, Iterator, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix, hstack

from nlu.components.skeleton import skeleton
from nlu.concepts import Lexicon

Words = Sequence[str]
Features = Callable[[Words], Iterable[str]]
REMEMBERED_WORDS = 50_000
OF_CONCEPTS = ("concepts", "pairs")
"""The blocks that look at the concepts of a text, not at its words."""


class Vectorizer:
    """Turns lists of normalised words into rows of five blocks, each of length one before its weight.

    `config` has for each block a weight, and for n-grams the shortest and longest before it: `words: [1, 2, 0.7]`.
    """

    def __init__(self, config: Dict[str, Any], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._config = {
            name: config[name] for name in ("words", "letters", "consonants", "concepts", "pairs")
        }
        words, letters, consonants = (tuple(config[name][:2]) for name in ("words", "letters", "consonants"))
        # what was seen once is noise and most of the vocabulary; a word or a concept may still matter
        self._blocks = {
            "words": _Block(lambda text: _phrases(text, *words), fewest=1),
            "letters": _WordBlock(lambda word: ngrams(word, *letters), fewest=2),
            "consonants": _WordBlock(lambda word: ngrams(skeleton(word), *consonants), fewest=2),
            "concepts": _Block(iter, fewest=1),
            "pairs": _Block(_pairs, fewest=2),
        }

    def fit_transform(self, texts: Sequence[Words]) -> csr_matrix:
        """Learn the vocabulary and return the rows."""
        return self._joined(texts, "fit_transform")

    def transform(self, texts: Sequence[Words]) -> csr_matrix:
        """The rows of texts, in the learned vocabulary."""
        return self._joined(texts, "transform")

    def row(self, text: Words) -> Tuple[np.ndarray, np.ndarray]:
        """Columns and values of one text, as `transform` has them; without SciPy's cost for each matrix."""
        concepts = self._lexicon.find(text)
        columns, values, offset = [], [], 0
        for name, block in self._blocks.items():
            found, strengths = block.row(concepts if name in OF_CONCEPTS else text)
            columns.append(found + offset)
            values.append(strengths * self._config[name][-1])
            offset += len(block.columns)
        return np.concatenate(columns), np.concatenate(values)

    def known(self, words: Words) -> float:
        """The share of words that were seen in training."""
        return sum(word in self._blocks["words"].columns for word in words) / max(1, len(words))

    def state(self) -> Tuple[Dict[str, Any], List[np.ndarray]]:
        """What has to be stored: a part for JSON and the arrays."""
        vocabularies = {name: list(block.columns) for name, block in self._blocks.items()}
        described = {"config": self._config, "vocabularies": vocabularies, "lexicon": self._lexicon.state()}
        return described, [block.rarity for block in self._blocks.values()]

    @classmethod
    def from_state(cls, described: Dict[str, Any], arrays: Sequence[np.ndarray]) -> Vectorizer:
        """The vectorizer that `state` described."""
        vectorizer = cls(described["config"], Lexicon.from_state(described["lexicon"]))
        for (name, block), rarity in zip(vectorizer._blocks.items(), arrays, strict=True):
            block.remember(described["vocabularies"][name], rarity)
        return vectorizer

    def _joined(self, texts: Sequence[Words], how: str) -> csr_matrix:
        concepts = [self._lexicon.find(text) for text in texts]
        rows = [
            getattr(block, how)(concepts if name in OF_CONCEPTS else texts) * self._config[name][-1]
            for name, block in self._blocks.items()
        ]
        return hstack(rows, format="csr", dtype=np.float32)


class _Block:
    """One kind of features: how often each occurs in a text, weighed by how rare it is in all (TF-IDF)."""

    def __init__(self, features: Features, *, fewest: int) -> None:
        self._features, self._fewest = features, fewest
        self.columns: Dict[str, int] = {}
        self.rarity = np.zeros(0, np.float32)

    def fit_transform(self, texts: Sequence[Words]) -> csr_matrix:
        """Learn the features that occur in enough texts, and return the rows."""
        found, ends = self._find(texts, self._number)
        counts = _counts(found, ends, len(self.columns))
        times = np.bincount(counts.indices, minlength=len(self.columns))
        often = times >= self._fewest
        kept = [feature for feature, is_kept in zip(self.columns, often, strict=True) if is_kept]
        self.remember(kept, (np.log((1 + len(texts)) / (1 + times[often])) + 1).astype(np.float32))
        return self._weighed(counts[:, often])

    def remember(self, features: Sequence[str], rarity: np.ndarray) -> None:
        """Know exactly these features."""
        self.columns = {feature: column for column, feature in enumerate(features)}
        self.rarity = rarity

    def transform(self, texts: Sequence[Words]) -> csr_matrix:
        """A row of length one for each text; zero when nothing in it is known."""
        return self._weighed(_counts(*self._find(texts, self.columns.get), len(self.columns)))

    def row(self, text: Words) -> Tuple[np.ndarray, np.ndarray]:
        """Columns and values of one text."""
        found = self._columns_of(text, self.columns.get)
        columns, times = np.unique(np.array(found, np.int32), return_counts=True)
        strengths = (1 + np.log(times)) * self.rarity[columns]
        return columns, strengths / (np.sqrt((strengths**2).sum()) or 1.0)

    def _weighed(self, counts: csr_matrix) -> csr_matrix:
        strengths = (1 + np.log(counts.data)) * self.rarity[counts.indices]
        row_of = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        lengths = np.sqrt(np.bincount(row_of, strengths**2, minlength=counts.shape[0]))
        counts.data = (strengths / lengths[row_of]).astype(np.float32)
        return counts

    def _number(self, feature: str) -> int:
        return self.columns.setdefault(feature, len(self.columns))

    def _find(
        self, texts: Sequence[Words], column_of: Callable[[str], int | None]
    ) -> Tuple[List[int], List[int]]:
        """The columns of all features of all texts one after the other, and where each text ends."""
        found: List[int] = []
        ends = [0]
        for text in texts:
            found += self._columns_of(text, column_of)
            ends.append(len(found))
        return found, ends

    def _columns_of(self, text: Words, column_of: Callable[[str], int | None]) -> List[int]:
        return [column for feature in self._features(text) if (column := column_of(feature)) is not None]


class _WordBlock(_Block):
    """Features inside single words: looked up once for each word."""

    def __init__(self, features: Callable[[str], Iterable[str]], *, fewest: int) -> None:
        super().__init__(lambda text: (feature for word in text for feature in features(word)), fewest=fewest)
        self._of_word: Dict[str, List[int]] = {}

    def remember(self, features: Sequence[str], rarity: np.ndarray) -> None:
        super().remember(features, rarity)
        self._of_word.clear()

    def _columns_of(self, text: Words, column_of: Callable[[str], int | None]) -> List[int]:
        columns: List[int] = []
        for word in text:
            known = self._of_word.get(word)
            if known is None:
                known = super()._columns_of((word,), column_of)
                if len(self._of_word) < REMEMBERED_WORDS:
                    self._of_word[word] = known
            columns += known
        return columns


def _counts(found: List[int], ends: List[int], width: int) -> csr_matrix:
    ones = np.ones(len(found), np.float32)
    counts = csr_matrix((ones, np.array(found, np.int32), ends), (len(ends) - 1, width))
    counts.sum_duplicates()
    return counts


def _pairs(concepts: Sequence[str]) -> Iterator[str]:
    for one, other in combinations(sorted(set(concepts)), 2):
        yield f"{one} {other}"


def _phrases(text: Words, low: int, high: int) -> Iterator[str]:
    for length in range(low, high + 1):
        for start in range(len(text) - length + 1):
            yield " ".join(text[start : start + length])


def ngrams(word: str, low: int, high: int) -> List[str]:
    """The n-grams of letters of a word, its edges marked by a space; none of an empty word."""
    found: List[str] = []
    padded = f" {word} "
    for length in range(low, high + 1) if word else ():
        if len(padded) <= length:
            found.append(padded)
            break
        found += [padded[start : start + length] for start in range(len(padded) - length + 1)]
    return found
