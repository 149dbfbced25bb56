"""Temperature and thresholds, chosen on the dev parts."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mayoke.mail.model.score import Score, probabilities
from mayoke.mail.model.weights import Thresholds


@dataclass(frozen=True, slots=True)
class Scored:
    """A dev mail as scored, with its truth (several when the label does not say which) and weight."""

    result: Score
    truths: tuple[str, ...]
    weight: float


def temperature(items: Sequence[Scored]) -> float:
    """The temperature with the least log-loss."""
    best = (float("inf"), 1.0)
    for candidate in np.arange(0.6, 3.01, 0.1):
        loss = 0.0
        for item in items:
            chances = probabilities(item.result, float(candidate))
            inside = sum(getattr(chances, truth) for truth in item.truths)
            loss -= item.weight * float(np.log(max(inside, 1e-9)))
        best = min(best, (loss, round(float(candidate), 2)))
    return best[1]


def choose(
    items: Sequence[Scored], heat: float, *, false_alarms: tuple[float, float], evidence: float
) -> Thresholds:
    """The lowest thresholds that keep false alarms (scam; scam or junk) among clean mails in bounds.

    ``clean`` is set so that about 1 % of the clean mails are "unsure", never above 0.5: what is
    rather bad than not must not be called clean.
    """
    clean = [probabilities(item.result, heat) for item in items if item.truths == ("clean",)]
    scam = _above([chance.scam for chance in clean], false_alarms[0])
    bad = _above([chance.scam + chance.junk for chance in clean], false_alarms[1])
    doubtful = _above([chance.scam + chance.junk for chance in clean], 0.01)
    junk = max(bad, 0.5)
    return Thresholds(
        scam=round(max(scam, 0.5), 4),
        junk=round(junk, 4),
        clean=round(min(max(doubtful, 0.3), 0.5), 4),
        evidence=evidence,
    )


def _above(values: Sequence[float], share: float) -> float:
    """A threshold a little above the first value that is one too many."""
    ordered = sorted(values, reverse=True)
    allowed = int(len(ordered) * share)
    if allowed >= len(ordered):
        return 0.0
    return min(ordered[allowed] + 0.02, 0.98)
