"""Training of the weights over findings and text scores.

Signs are held: what speaks for scam can only add to scam, what speaks for clean can only take away.
A signal seldom or never seen keeps near its prior, so that a rare rule still counts.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from mayoke.mail.model.weights import KINDS
from mayoke.records.signal import SignalInfo

Floats = NDArray[np.float64]

LANGUAGES = ("ja", "other")
_PRIOR = {"scam": (1.3, 0.4), "junk": (0.0, 0.8), "clean": (-0.6, -0.6)}
# Biases in the order scam ja, scam other, junk ja, junk other. A mail that shows nothing must be
# clean: the lack of proof of honesty is no guilt, whatever the training set suggests. Scam in other
# languages, where the labels do not tell it from junk, is set; junk there, which text may decide, is
# free.
_BIAS_BOUNDS = ((-6.0, -2.0), (-3.5, -3.5), (-6.0, -2.0), (-6.0, 2.0))
_BOUNDS = {
    "scam": ((0.0, 6.0), (-1.0, 4.0)),
    "junk": ((-3.0, 2.0), (0.0, 6.0)),
    "clean": ((-6.0, 0.0), (-6.0, 0.0)),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One example: signals, the gated text scores, what it may be (one or two classes), weight."""

    language: str
    signals: tuple[str, ...]
    text_scam: float
    text_junk: float
    targets: tuple[int, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Shares for scam and junk by signal; biases and text factors by language."""

    scam: dict[str, float]
    junk: dict[str, float]
    bias: dict[str, tuple[float, float]]
    text: dict[str, tuple[float, float]]


def prior(catalogue: Mapping[str, SignalInfo]) -> Fitted:
    """Where learning starts, and what a signal never seen keeps."""
    return Fitted(
        scam={name: _PRIOR[info.speaks_for][0] for name, info in catalogue.items()},
        junk={name: _PRIOR[info.speaks_for][1] for name, info in catalogue.items()},
        bias={"ja": (-2.5, -2.5), "other": (-3.5, -1.0)},
        text={"ja": (0.8, 0.8), "other": (0.0, 1.0)},
    )


def fit_weights(
    rows: Sequence[Row], catalogue: Mapping[str, SignalInfo], strength: float
) -> Fitted:
    """Maximum a posteriori over scam, junk, clean; a row may allow two classes."""
    names = sorted(catalogue)
    column = {name: index for index, name in enumerate(names)}
    seen = np.zeros((len(rows), len(names)), dtype=np.float64)
    for index, row in enumerate(rows):
        seen[index, [column[name] for name in row.signals]] = 1.0
    extra = np.array([_extra(row) for row in rows])
    allowed = np.zeros((len(rows), 3))
    for index, row in enumerate(rows):
        allowed[index, list(row.targets)] = 1.0
    weight = np.array([row.weight for row in rows])
    weight /= weight.sum()

    prior_s = np.array([[*_PRIOR[catalogue[n].speaks_for]] for n in names]).T
    prior = np.concatenate([prior_s.ravel(), np.array([-2.5, -3.5, -2.5, -1.0, 0.8, 0.8, 1.0])])
    bounds = [_BOUNDS[catalogue[n].speaks_for][side] for side in (0, 1) for n in names]
    bounds += [*_BIAS_BOUNDS, (0.0, 1.5), (0.0, 1.5), (0.0, 3.0)]
    pull = np.full(len(prior), strength)
    pull[-7:-3] = 0.0
    count = len(names)

    def loss(parameters: Floats) -> tuple[float, Floats]:
        scam, junk, rest = np.split(parameters, [count, 2 * count])
        logits = np.zeros((len(rows), 3))
        logits[:, 0] = seen @ scam + extra[:, 0] * rest[0] + extra[:, 1] * rest[1]
        logits[:, 0] += extra[:, 2] * rest[4]
        logits[:, 1] = seen @ junk + extra[:, 0] * rest[2] + extra[:, 1] * rest[3]
        logits[:, 1] += extra[:, 3] * rest[5] + extra[:, 4] * rest[6]
        logits -= logits.max(axis=1, keepdims=True)
        chances = np.exp(logits)
        chances /= chances.sum(axis=1, keepdims=True)
        inside = (chances * allowed).sum(axis=1)
        value = -(weight * np.log(inside + 1e-12)).sum()
        slope = (chances - chances * allowed / inside[:, None]) * weight[:, None]
        gradient = np.concatenate(
            [
                seen.T @ slope[:, 0],
                seen.T @ slope[:, 1],
                [
                    (extra[:, 0] * slope[:, 0]).sum(),
                    (extra[:, 1] * slope[:, 0]).sum(),
                    (extra[:, 0] * slope[:, 1]).sum(),
                    (extra[:, 1] * slope[:, 1]).sum(),
                    (extra[:, 2] * slope[:, 0]).sum(),
                    (extra[:, 3] * slope[:, 1]).sum(),
                    (extra[:, 4] * slope[:, 1]).sum(),
                ],
            ]
        )
        off = parameters - prior
        value += 0.5 * (pull * off * off).sum()
        return float(value), gradient + pull * off

    best = minimize(
        loss,
        np.clip(prior, *np.array(bounds).T),
        jac=True,
        method="L-BFGS-B",
        bounds=bounds,
        options={"maxiter": 600},
    )
    scam, junk, rest = np.split(best.x, [count, 2 * count])
    return Fitted(
        scam={name: round(float(scam[i]), 4) for i, name in enumerate(names)},
        junk={name: round(float(junk[i]), 4) for i, name in enumerate(names)},
        bias={"ja": (float(rest[0]), float(rest[2])), "other": (float(rest[1]), float(rest[3]))},
        text={"ja": (float(rest[4]), float(rest[5])), "other": (0.0, float(rest[6]))},
    )


def _extra(row: Row) -> tuple[float, ...]:
    """Language columns (ja, other), then text columns (ja scam, ja junk, other junk)."""
    if row.language == "ja":
        return (1.0, 0.0, row.text_scam, row.text_junk, 0.0)
    return (0.0, 1.0, 0.0, 0.0, row.text_junk)


@dataclass(frozen=True, slots=True)
class KindRow:
    """One scam: its signals, the kind model's scores, the kind, its weight."""

    signals: tuple[str, ...]
    text: tuple[float, ...]
    kind: int
    weight: float


@dataclass(frozen=True, slots=True)
class FittedKinds:
    """Shares by kind and signal, biases, and the factor on the text scores."""

    shares: dict[str, dict[str, float]]
    bias: dict[str, float]
    text: float


def fit_kinds(
    rows: Sequence[KindRow], catalogue: Mapping[str, SignalInfo], strength: float
) -> FittedKinds:
    """Multinomial over the kinds; the prior is what each signal declares in ``kinds``."""
    names = sorted(name for name, info in catalogue.items() if info.speaks_for == "scam")
    column = {name: index for index, name in enumerate(names)}
    seen = np.zeros((len(rows), len(names)))
    for index, row in enumerate(rows):
        seen[index, [column[name] for name in row.signals if name in column]] = 1.0
    text = np.array([row.text for row in rows])
    truth = np.array([row.kind for row in rows])
    weight = np.array([row.weight for row in rows])
    weight /= weight.sum()
    declared = np.zeros((len(names), len(KINDS)))
    for name, index in column.items():
        for kind in catalogue[name].kinds:
            declared[index, KINDS.index(kind)] = 1.5 / len(catalogue[name].kinds) ** 0.5
    prior = np.concatenate([declared.ravel(), np.zeros(len(KINDS)), [0.8]])
    hot = np.eye(len(KINDS))[truth]

    def loss(parameters: Floats) -> tuple[float, Floats]:
        shares = parameters[: declared.size].reshape(declared.shape)
        bias = parameters[declared.size : -1]
        logits = seen @ shares + bias + parameters[-1] * text
        logits -= logits.max(axis=1, keepdims=True)
        chances = np.exp(logits)
        chances /= chances.sum(axis=1, keepdims=True)
        value = -(weight * np.log((chances * hot).sum(axis=1) + 1e-12)).sum()
        slope = (chances - hot) * weight[:, None]
        gradient = np.concatenate(
            [(seen.T @ slope).ravel(), slope.sum(axis=0), [(slope * text).sum()]]
        )
        off = parameters - prior
        return float(value + 0.5 * strength * (off * off).sum()), gradient + strength * off

    bounds = [(-4.0, 4.0)] * (declared.size + len(KINDS)) + [(0.0, 3.0)]
    best = minimize(
        loss, prior, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 400}
    )
    shares = best.x[: declared.size].reshape(declared.shape)
    return FittedKinds(
        shares={
            kind: {
                name: round(float(shares[i, k]), 3)
                for i, name in enumerate(names)
                if abs(shares[i, k]) >= 0.02
            }
            for k, kind in enumerate(KINDS)
        },
        bias={kind: round(float(best.x[declared.size + k]), 4) for k, kind in enumerate(KINDS)},
        text=round(float(best.x[-1]), 4),
    )
