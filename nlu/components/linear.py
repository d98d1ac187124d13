"""A linear classifier whose confidences mean something: a support vector machine, its sharpness fitted."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence, Tuple

import numpy as np
from scipy.optimize import minimize_scalar
from scipy.sparse import csr_matrix
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import LinearSVC

FOLDS = 4


class LinearHead:
    """Scores one sparse row for every label. Weights are stored by feature, so one row is a quick sum."""

    def __init__(
        self, labels: Sequence[str], weights: np.ndarray, intercepts: np.ndarray, sharpness: float
    ) -> None:
        self.labels, self.weights, self.intercepts = list(labels), weights, intercepts
        self.sharpness = sharpness

    @classmethod
    def fit(cls, rows: csr_matrix, labels: Sequence[str], strictness: float) -> LinearHead:
        """Fit on the rows. How sharp the confidences are is learned from rows left out of the fit."""
        truth = np.asarray(labels)
        head = cls._fit_once(rows, truth, strictness)
        if len(head.labels) > 1:
            head.sharpness = cls._fit_sharpness(rows, truth, strictness, head.labels)
        return head

    @classmethod
    def _fit_once(cls, rows: csr_matrix, truth: np.ndarray, strictness: float) -> LinearHead:
        names = sorted(set(truth))
        if len(names) == 1:
            return cls(names, np.zeros((rows.shape[1], 1), np.float32), np.zeros(1, np.float32), 1.0)
        machine = LinearSVC(C=strictness, random_state=0).fit(rows, truth)
        weights, intercepts = machine.coef_, machine.intercept_
        if len(names) == 2:
            weights, intercepts = np.vstack([-weights, weights]), np.hstack([-intercepts, intercepts])
        return cls(
            list(machine.classes_),
            np.ascontiguousarray(weights.T, dtype=np.float32),
            intercepts.astype(np.float32),
            1.0,
        )

    @classmethod
    def _fit_sharpness(
        cls, rows: csr_matrix, truth: np.ndarray, strictness: float, names: List[str]
    ) -> float:
        if min(np.unique(truth, return_counts=True)[1]) < FOLDS:
            return 4.0
        scores = np.zeros((rows.shape[0], len(names)), np.float32)
        for kept, left_out in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(rows, truth):
            head = cls._fit_once(rows[kept], truth[kept], strictness)
            scores[left_out] = rows[left_out] @ head.weights + head.intercepts
        column = np.searchsorted(names, truth)

        def surprise(sharpness: float) -> float:
            shares = _shares(scores * sharpness)
            return float(-np.log(shares[np.arange(len(column)), column] + 1e-12).mean())

        return float(minimize_scalar(surprise, bounds=(0.5, 30.0), method="bounded").x)

    def ranking(self, row: csr_matrix) -> List[Tuple[str, float]]:
        """Every label with its confidence, most likely first."""
        scores = row.data @ self.weights[row.indices] + self.intercepts
        shares = _shares(scores * self.sharpness)
        return [(self.labels[column], float(shares[column])) for column in np.argsort(-shares, kind="stable")]

    def state(self) -> Tuple[Dict[str, Any], List[np.ndarray]]:
        """What has to be stored: a part for JSON and the arrays."""
        return {"labels": self.labels, "sharpness": self.sharpness}, [self.weights, self.intercepts]

    @classmethod
    def from_state(cls, described: Dict[str, Any], arrays: Sequence[np.ndarray]) -> LinearHead:
        """The head that `state` described."""
        return cls(described["labels"], arrays[0], arrays[1], described["sharpness"])


def _shares(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)
