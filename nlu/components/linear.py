"""A linear classifier whose confidences mean something: a support vector machine steadied by naive Bayes.

The machine is Crammer and Singer's (2001): it learns that the right label scores above every other, which ranks
better than one machine for each label and trains faster. Complement naive Bayes (Rennie and others, 2003) knows what
the machine has no need of to tell its own examples apart; both are linear, so their sum is one matrix. How sharp the
confidences are is fitted on rows left out.
"""

from __future__ import annotations

import warnings
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.svm import LinearSVC

LOOSE = 2.0
"""When to stop improving. Stricter takes twice as long and understands nobody better."""
ROUNDS = 20
LEFT_OUT = 6
"""Every sixth example is left out when the sharpness is fitted."""
SHARPNESS_UNKNOWN = 4.0
SMOOTHING = 0.1
BAYES = 0.5
"""How widely naive Bayes' scores spread, compared to those of the machine."""


class LinearHead:
    """Scores sparse rows for every label. Weights are whole numbers of one byte with a scale for each feature."""

    def __init__(
        self, labels: Sequence[str], weights: np.ndarray, scales: np.ndarray, sharpness: float
    ) -> None:
        self.labels, self.weights, self.scales, self.sharpness = list(labels), weights, scales, sharpness

    @classmethod
    def fit(
        cls, rows: csr_matrix, labels: Sequence[str], sources: Sequence[int], strictness: float
    ) -> LinearHead:
        """Fit on the rows. `sources`: which example a row was made from; the first of each is not a noisy copy.

        The machine and the one its sharpness is fitted with are trained at the same time; the latter without copies.
        """
        truth = np.asarray(labels)
        names = sorted(set(labels))
        if len(names) == 1:
            return cls(names, np.zeros((rows.shape[1], 1), np.int8), np.ones(rows.shape[1], np.float32), 1.0)
        source = np.asarray(sources)
        originals = np.diff(source, prepend=-1) != 0
        first = np.flatnonzero(originals & (source % LEFT_OUT == 0))
        rest = np.flatnonzero(originals & (source % LEFT_OUT != 0))
        with ThreadPoolExecutor(2) as both:
            final = both.submit(_weights, rows, truth, strictness)
            if set(truth[rest]) == set(names) and len(first):
                other = both.submit(_weights, rows[rest], truth[rest], strictness)
                sharpness = _sharpness(rows[first] @ other.result(), np.searchsorted(names, truth[first]))
            else:
                sharpness = SHARPNESS_UNKNOWN
            weights = final.result()
        scales = np.maximum(np.abs(weights).max(axis=1), 1e-9) / 127
        return cls(names, np.round(weights / scales[:, None]).astype(np.int8), scales, sharpness)

    def shares(self, rows: csr_matrix) -> np.ndarray:
        """The confidence of every label for every row."""
        scaled = csr_matrix((rows.data * self.scales[rows.indices], rows.indices, rows.indptr), rows.shape)
        return _shares((scaled @ self.weights.astype(np.float32)) * self.sharpness)

    def ranking(self, columns: np.ndarray, values: np.ndarray) -> List[Tuple[str, float]]:
        """Every label with its confidence for one row, most likely first. Much quicker than `shares` for one."""
        scores = (values * self.scales[columns]) @ self.weights[columns].astype(np.float32)
        return self.ranked(_shares(scores * self.sharpness))

    def ranked(self, shares: np.ndarray) -> List[Tuple[str, float]]:
        """Labels with their confidences, most likely first."""
        order = np.argsort(-shares, kind="stable")
        return list(zip([self.labels[column] for column in order], shares[order].tolist(), strict=True))

    def state(self) -> Tuple[Dict[str, Any], List[np.ndarray]]:
        """What has to be stored: a part for JSON and the arrays."""
        return {"labels": self.labels, "sharpness": self.sharpness}, [self.weights, self.scales]

    @classmethod
    def from_state(cls, described: Dict[str, Any], arrays: Sequence[np.ndarray]) -> LinearHead:
        """The head that `state` described."""
        return cls(described["labels"], arrays[0], arrays[1], described["sharpness"])


def _weights(rows: csr_matrix, truth: np.ndarray, strictness: float) -> np.ndarray:
    machine = _machine(rows, truth, strictness)
    bayes = _bayes(rows, truth)
    some = rows[:: max(1, rows.shape[0] // 2000)]
    return machine + bayes * (BAYES * (some @ machine).std() / (some @ bayes).std())


def _bayes(rows: csr_matrix, truth: np.ndarray) -> np.ndarray:
    """Complement naive Bayes, as in scikit-learn, which makes a dense matrix of all rows and labels on the way."""
    names, columns = np.unique(truth, return_inverse=True)
    members = csr_matrix(
        (np.ones(len(truth), np.float32), (columns, np.arange(len(truth)))), (len(names), len(truth))
    )
    counts = (members @ rows).toarray()
    others = counts.sum(axis=0) + np.float32(SMOOTHING) - counts
    shares = np.log(others.sum(axis=1, keepdims=True)) - np.log(others)
    # what is the same for all labels decides nothing
    return np.ascontiguousarray((shares - shares.mean(axis=0)).T)


def _machine(rows: csr_matrix, truth: np.ndarray, strictness: float) -> np.ndarray:
    machine = LinearSVC(
        multi_class="crammer_singer",
        C=strictness,
        tol=LOOSE,
        max_iter=ROUNDS,
        random_state=0,
        fit_intercept=False,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        machine.fit(rows, truth)
    weights = machine.coef_
    if len(machine.classes_) == 2 and weights.shape[0] == 1:
        weights = np.vstack([-weights, weights])
    return np.ascontiguousarray(weights.T, dtype=np.float32)


def _sharpness(scores: np.ndarray, columns: np.ndarray) -> float:
    def surprise(sharpness: float) -> float:
        shares = _shares(scores * sharpness)
        return float(-np.log(shares[np.arange(len(columns)), columns] + 1e-12).mean())

    return float(minimize_scalar(surprise, bounds=(0.5, 30.0), method="bounded").x)


def _shares(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
