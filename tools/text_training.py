"""Training of the hashed n-gram models."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from mayoke.mail.model.text_model import buckets, distinct

LEAST_SENDERS = 10
"""A bucket is kept only when its n-grams came from so many senders (corpora README, rule 2)."""


def matrix(texts: Sequence[str], sizes: tuple[int, ...], bits: int) -> csr_matrix:
    """Masked texts as rows of their distinct n-grams, each one over the root of their number."""
    data: list[NDArray[np.float32]] = []
    indices: list[NDArray[np.intp]] = []
    starts = [0]
    for text in texts:
        present = distinct(buckets(text, sizes, bits))
        share = 1.0 / np.sqrt(max(len(present), 1))
        data.append(np.full(len(present), share, dtype=np.float32))
        indices.append(present)
        starts.append(starts[-1] + len(present))
    return csr_matrix(
        (np.concatenate(data), np.concatenate(indices), starts), shape=(len(texts), 1 << bits)
    )


def widely_seen(rows: csr_matrix, senders: Sequence[str]) -> NDArray[np.bool_]:
    """Which buckets were seen from at least ``LEAST_SENDERS`` senders."""
    numbers = {name: index for index, name in enumerate(dict.fromkeys(senders))}
    count = np.zeros(rows.shape[1], dtype=np.int32)
    by_sender: dict[int, list[int]] = {}
    for row, sender in enumerate(senders):
        by_sender.setdefault(numbers[sender], []).append(row)
    for group in by_sender.values():
        seen = np.unique(np.concatenate([rows[row].indices for row in group]))
        count[seen] += 1
    kept: NDArray[np.bool_] = count >= LEAST_SENDERS
    return kept


def fit(
    rows: csr_matrix,
    truth: NDArray[np.int64],
    weight: NDArray[np.float64],
    kept: NDArray[np.bool_],
    strength: float,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weights (classes, buckets) and biases of a multinomial logistic regression."""
    columns = np.flatnonzero(kept)
    model = LogisticRegression(C=strength, max_iter=80, tol=1e-3)
    model.fit(rows[:, columns], truth, sample_weight=weight)
    coefficients = model.coef_
    bias = model.intercept_
    if len(coefficients) == 1:
        coefficients = np.vstack([np.zeros_like(coefficients), coefficients])
        bias = np.concatenate([[0.0], bias])
    full = np.zeros((len(coefficients), rows.shape[1]), dtype=np.float32)
    full[:, columns] = coefficients
    return full, np.asarray(bias, dtype=np.float32)


def scores(
    rows: csr_matrix, weights: NDArray[np.float32], bias: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Raw scores (rows, classes)."""
    product: NDArray[np.float64] = np.asarray(rows @ weights.T, dtype=np.float64) + bias
    return product
