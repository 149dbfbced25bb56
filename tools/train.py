"""Train what ships: the text models and the weights, from the train parts only.

Deterministic: fixed order, fixed folds (by a hash of the cluster), no random start. Thresholds are
chosen on the dev parts; the restricted mails are never read here.

    python -m tools.train ../shared
"""

import hashlib
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from mayoke.mail.model import weights as weights_module
from mayoke.mail.model.score import Features, score, text_shares
from mayoke.mail.model.text_model import SIZES_JAPANESE, SIZES_OTHER, TextModel
from mayoke.mail.model.weights import KINDS, Model, Thresholds, Weights
from mayoke.mail.signals.catalogue import all_signals
from tools.corpora import labelled
from tools.evidence_training import LANGUAGES, KindRow, Row, fit_kinds, fit_weights
from tools.examples import FOLDS, Example, examples
from tools.text_training import fit, matrix, scores, widely_seen
from tools.thresholds import Scored, choose, temperature

VIEWS = {"as-is": 0.5, "trusted": 0.25, "no-headers": 0.25}
CLASSES = {"scam": 0, "junk": 1, "clean": 2}
STRENGTH = {"ja": 30.0, "other": 100.0, "kind": 30.0}
SIZES = {"ja": SIZES_JAPANESE, "other": SIZES_OTHER, "kind": SIZES_JAPANESE}
STRENGTH_EVIDENCE = 0.0004
STRENGTH_KINDS = 0.0008
MASS = {"ja": {0: 0.4, 1: 0.1, 2: 0.5}, "other": {0: 0.2, 1: 0.2, 2: 0.6}}
FALSE_ALARMS = {"ja": 0.003, "other": 0.002}
EVIDENCE = 1.0

Floats = NDArray[np.float64]


def cluster_weights(items: Sequence[Example]) -> Floats:
    """Each cluster weighs the root of its size, shared among its mails and their views."""
    sizes = Counter((e.mail.corpus, e.mail.cluster) for e in items if e.view == "as-is")
    return np.array(
        [e.share / max(sizes[(e.mail.corpus, e.mail.cluster)], 1) ** 0.5 for e in items]
    )


def balanced(weight: Floats, truth: NDArray[np.intp], mass: dict[int, float]) -> Floats:
    """Weights scaled so that each class has its mass (times the number of rows)."""
    result = weight.copy()
    for label, share in mass.items():
        chosen = truth == label
        if chosen.any():
            result[chosen] *= share * len(truth) / weight[chosen].sum()
    return result


class TextTrainer:
    """One text model: fitted on all rows, and its scores of rows it has not seen."""

    def __init__(
        self,
        items: Sequence[Example],
        truth: NDArray[np.intp],
        mass: dict[int, float],
        sizes: tuple[int, ...],
        strength: float,
    ) -> None:
        self.sizes = sizes
        self._rows = matrix([e.text for e in items], sizes)
        self._truth = truth
        self._weight = balanced(cluster_weights(items), truth, mass)
        self._kept = widely_seen(self._rows, [e.sender for e in items])
        self._strength = strength
        self._folds = np.array([e.fold for e in items])
        self.weights, self.bias = self._fit(np.ones(len(items), dtype=bool))

    def _fit(self, chosen: NDArray[np.bool_]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        return fit(
            self._rows[chosen],
            self._truth[chosen],
            self._weight[chosen],
            self._kept,
            self._strength,
        )

    def unseen_scores(self) -> Floats:
        """Scores of each row by a model that has not seen its fold."""
        result = np.zeros((len(self._truth), len(self.bias)))
        for fold in range(FOLDS):
            held = self._folds == fold
            if held.any():
                weights, bias = self._fit(~held)
                result[held] = scores(self._rows[held], weights, bias)
        return result


def train(folder: Path) -> None:
    """Train on ``folder``'s train parts and write the two model files."""
    catalogue = all_signals()
    train_mails = [m for m in labelled(folder, ("train",)) if m.truth != "apart"]
    seen = list(examples(train_mails, VIEWS))
    print(f"{len(train_mails)} mails, {len(seen)} views")
    japanese = [e for e in seen if e.language == "ja"]
    other = [e for e in seen if e.language == "other"]
    scams = [e for e in japanese if e.mail.truth == "scam"]
    truth_ja = np.array([CLASSES[e.mail.truth] for e in japanese])
    truth_other = np.array([int(e.mail.truth != "clean") for e in other])
    truth_kind = np.array([KINDS.index(e.mail.kind) for e in scams])

    text_ja = TextTrainer(
        japanese, truth_ja, {0: 0.45, 1: 0.1, 2: 0.45}, SIZES_JAPANESE, STRENGTH["ja"]
    )
    text_other = TextTrainer(other, truth_other, {0: 0.6, 1: 0.4}, SIZES_OTHER, STRENGTH["other"])
    text_kind = TextTrainer(
        scams,
        truth_kind,
        {k: 1 / len(KINDS) for k in range(len(KINDS))},
        SIZES_JAPANESE,
        STRENGTH["kind"],
    )
    against = {id(e): row[:2] - row[2] for e, row in zip(japanese, text_ja.unseen_scores())}
    against |= {id(e): (0.0, row[1] - row[0]) for e, row in zip(other, text_other.unseen_scores())}
    kinds = {id(e): tuple(row) for e, row in zip(scams, text_kind.unseen_scores())}
    text = {
        "ja": (text_ja.weights[:2] - text_ja.weights[2], text_ja.bias[:2] - text_ja.bias[2]),
        "other": (
            text_other.weights[1:] - text_other.weights[:1],
            text_other.bias[1:] - text_other.bias[:1],
        ),
        "kind": (text_kind.weights, text_kind.bias),
    }

    fitted = fit_weights(_rows(seen, against), catalogue, STRENGTH_EVIDENCE)
    fitted_kinds = fit_kinds(
        [
            KindRow(tuple(n for n, _ in e.signals), kinds[id(e)], KINDS.index(e.mail.kind), w)
            for e, w in zip(
                scams,
                balanced(cluster_weights(scams), truth_kind, {k: 1.0 for k in range(len(KINDS))}),
            )
        ],
        catalogue,
        STRENGTH_KINDS,
    )
    weights = Weights(
        version="",
        scam=fitted.scam,
        junk=fitted.junk,
        bias=fitted.bias,
        text=fitted.text,
        temperature=dict.fromkeys(LANGUAGES, 1.0),
        thresholds=dict.fromkeys(LANGUAGES, Thresholds(0.5, 0.5, 0.3, EVIDENCE)),
        kinds=fitted_kinds.shares,
        kind_bias=fitted_kinds.bias,
        kind_text=fitted_kinds.text,
    )
    model = Model(
        weights,
        {
            name: TextModel(w.astype(np.float16).astype(np.float32), b, SIZES[name])
            for name, (w, b) in text.items()
        },
    )
    write(with_thresholds(model, folder))


def _rows(seen: Sequence[Example], against: dict[int, Floats]) -> list[Row]:
    rows = []
    for language in LANGUAGES:
        items = [e for e in seen if e.language == language]
        truth = np.array([CLASSES[e.mail.truth] for e in items])
        weight = balanced(cluster_weights(items), truth, MASS[language])
        for e, w in zip(items, weight / len(items)):
            scam, junk = against[id(e)]
            shares = text_shares(Features(language, e.signals, float(scam), float(junk)))
            targets = targets_of(e)
            rows.append(Row(language, tuple(n for n, _ in e.signals), *shares, targets, float(w)))
    return rows


def targets_of(example: Example) -> tuple[int, ...]:
    """The classes a mail may be: a weak label says "bad", not which."""
    if example.mail.truth != "clean" and example.mail.corpus in ("lore_sf_junk", "spamassassin"):
        return (CLASSES["scam"], CLASSES["junk"])
    return (CLASSES[example.mail.truth],)


def with_thresholds(model: Model, folder: Path) -> Model:
    """The model with temperature and thresholds chosen on the dev parts."""
    dev = [m for m in labelled(folder, ("dev",)) if m.truth != "apart"]
    seen = list(examples(dev, {"as-is": 1.0, "no-headers": 0.5}))
    scored: dict[str, list[Scored]] = {language: [] for language in LANGUAGES}
    names = tuple(CLASSES)
    for e, w in zip(seen, cluster_weights(seen)):
        scores_ = model.text[e.language].masked_scores(e.text)
        pair = scores_ if e.language == "ja" else (0.0, scores_[0])
        result = score(Features(e.language, e.signals, *pair), model.weights)
        truths = tuple(names[t] for t in targets_of(e))
        scored[e.language].append(Scored(result, truths, float(w)))
    heat = {language: temperature(scored[language]) for language in LANGUAGES}
    limits = {
        language: choose(
            scored[language], heat[language], false_alarms=FALSE_ALARMS[language], evidence=EVIDENCE
        )
        for language in LANGUAGES
    }
    print("temperature", heat, "thresholds", limits)
    return replace(model, weights=replace(model.weights, temperature=heat, thresholds=limits))


def write(model: Model) -> None:
    """Write ``weights.json`` and ``text.npz`` beside the code that reads them."""
    place = Path(weights_module.__file__).parent
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, text in model.text.items():
        arrays[f"{name}_weights"] = text.weights.astype(np.float16)
        arrays[f"{name}_bias"] = text.bias.astype(np.float32)
        arrays[f"{name}_sizes"] = np.array(text.sizes)
    with (place / "text.npz").open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    body = msgspec.json.encode(replace(model.weights, version=""), order="sorted")
    digest = hashlib.sha256(body + (place / "text.npz").read_bytes()).hexdigest()[:12]
    named = replace(model.weights, version=digest)
    text_form = msgspec.json.format(msgspec.json.encode(named, order="sorted"), indent=1)
    (place / "weights.json").write_bytes(text_form + b"\n")
    print(f"model {digest}")


if __name__ == "__main__":
    train(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared"))
