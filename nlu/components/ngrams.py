"""Words, their letters and their consonants as one sparse TF-IDF vector. Needs scikit-learn, not Rasa."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from nlu.components.skeleton import skeleton

Words = Sequence[str]


class NgramVectorizer:
    """Turns lists of words into rows of three blocks: n-grams of words, of letters and of consonants in words.

    `config` has for each block (`words`, `letters`, `consonants`) the shortest and longest n-gram and a weight.
    """

    def __init__(self, config: Dict[str, Any]) -> None:
        self._config = config
        analyzers = {"words": self._words, "letters": self._letters, "consonants": self._consonants}
        self._blocks = {
            name: TfidfVectorizer(
                analyzer=analyzer,
                sublinear_tf=True,
                dtype=np.float32,
                # a letter sequence seen once is noise and most of the vocabulary
                min_df=1 if name == "words" else 2,
            )
            for name, analyzer in analyzers.items()
        }

    def fit_transform(self, texts: Sequence[Words]) -> csr_matrix:
        """Learn the vocabulary and return the rows."""
        for block in self._blocks.values():
            block.fit(texts)
        return self.transform(texts)

    def transform(self, texts: Sequence[Words]) -> csr_matrix:
        """The rows of texts, in the learned vocabulary."""
        weighted = [block.transform(texts) * self._config[name][2] for name, block in self._blocks.items()]
        return hstack(weighted, format="csr", dtype=np.float32)

    def known(self, words: Words) -> float:
        """The share of words that were seen in training."""
        vocabulary = self._blocks["words"].vocabulary_
        return sum(word in vocabulary for word in words) / max(1, len(words))

    def state(self) -> Tuple[Dict[str, Any], List[np.ndarray]]:
        """What has to be stored: a part for JSON and the arrays."""
        vocabularies = {
            name: sorted(block.vocabulary_, key=block.vocabulary_.get) for name, block in self._blocks.items()
        }
        described = {"config": self._config, "vocabularies": vocabularies}
        return described, [block.idf_ for block in self._blocks.values()]

    @classmethod
    def from_state(cls, described: Dict[str, Any], arrays: Sequence[np.ndarray]) -> NgramVectorizer:
        """The vectorizer that `state` described."""
        vectorizer = cls(described["config"])
        for (name, block), idf in zip(vectorizer._blocks.items(), arrays, strict=True):
            ngrams = described["vocabularies"][name]
            block.min_df = 1
            block.vocabulary = {ngram: column for column, ngram in enumerate(ngrams)}
            block.idf_ = idf  # also makes vocabulary_ of the vocabulary
        return vectorizer

    def _words(self, words: Words) -> List[str]:
        low, high, _ = self._config["words"]
        return [
            " ".join(words[start : start + length])
            for length in range(low, high + 1)
            for start in range(len(words) - length + 1)
        ]

    def _letters(self, words: Words) -> List[str]:
        return _inside(words, *self._config["letters"][:2])

    def _consonants(self, words: Words) -> List[str]:
        return _inside([bones for bones in map(skeleton, words) if bones], *self._config["consonants"][:2])


def _inside(words: Words, low: int, high: int) -> List[str]:
    """N-grams of letters within each word, its edges marked by a space."""
    ngrams = []
    for word in words:
        padded = f" {word} "
        for length in range(low, high + 1):
            if len(padded) <= length:
                ngrams.append(padded)
                break
            ngrams += [padded[start : start + length] for start in range(len(padded) - length + 1)]
    return ngrams
