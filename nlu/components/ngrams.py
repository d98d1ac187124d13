"""Words and their n-grams as one sparse TF-IDF vector. Needs scikit-learn, not Rasa."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

Words = Sequence[str]


class NgramVectorizer:
    """Turns lists of words into rows: word n-grams in one block, n-grams of letters inside words in another."""

    def __init__(self, word_ngrams: Tuple[int, int], letter_ngrams: Tuple[int, int]) -> None:
        self.word_ngrams, self.letter_ngrams = tuple(word_ngrams), tuple(letter_ngrams)
        self._blocks = [
            TfidfVectorizer(analyzer=self._word_ngrams, sublinear_tf=True, dtype=np.float32),
            # a letter sequence seen once is noise and most of the vocabulary
            TfidfVectorizer(analyzer=self._letter_ngrams, sublinear_tf=True, dtype=np.float32, min_df=2),
        ]

    def fit_transform(self, texts: Sequence[Words]) -> csr_matrix:
        """Learn the vocabulary and return the rows."""
        return hstack([block.fit_transform(texts) for block in self._blocks]).tocsr()

    def transform(self, texts: Sequence[Words]) -> csr_matrix:
        """The rows of texts, in the learned vocabulary."""
        return hstack([block.transform(texts) for block in self._blocks]).tocsr()

    def state(self) -> Tuple[Dict[str, Any], List[np.ndarray]]:
        """What has to be stored: a part for JSON and the arrays."""
        described = {
            "word_ngrams": self.word_ngrams,
            "letter_ngrams": self.letter_ngrams,
            "vocabularies": [sorted(block.vocabulary_, key=block.vocabulary_.get) for block in self._blocks],
        }
        return described, [block.idf_ for block in self._blocks]

    @classmethod
    def from_state(cls, described: Dict[str, Any], idfs: Sequence[np.ndarray]) -> NgramVectorizer:
        """The vectorizer that `state` described."""
        vectorizer = cls(described["word_ngrams"], described["letter_ngrams"])
        for block, vocabulary, idf in zip(vectorizer._blocks, described["vocabularies"], idfs):
            block.vocabulary = {ngram: column for column, ngram in enumerate(vocabulary)}
            block.min_df = 1
            block.idf_ = idf
        return vectorizer

    def _word_ngrams(self, words: Words) -> List[str]:
        low, high = self.word_ngrams
        return [
            " ".join(words[start : start + length])
            for length in range(low, high + 1)
            for start in range(len(words) - length + 1)
        ]

    def _letter_ngrams(self, words: Words) -> List[str]:
        low, high = self.letter_ngrams
        ngrams = []
        for word in words:
            padded = f" {word} "
            for length in range(low, high + 1):
                if len(padded) <= length:
                    ngrams.append(padded)
                    break
                ngrams += [padded[start : start + length] for start in range(len(padded) - length + 1)]
        return ngrams
