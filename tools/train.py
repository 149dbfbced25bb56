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
from mayoke.mail.model.score import Features, score
from mayoke.mail.model.text_model import MOST_BITS, TextModel
from mayoke.mail.model.weights import KINDS, Model, Thresholds, Weights
from mayoke.mail.signals.catalogue import all_signals
from tools.corpora import labelled
from tools.evidence_training import (
    LANGUAGES,
    Fitted,
    FittedKinds,
    KindRow,
    Row,
    fit_kinds,
    fit_weights,
    prior,
)
from tools.examples import FOLDS, Example, examples
from tools.text_training import fit, matrix, scores, widely_seen
from tools.thresholds import Scored, choose, temperature

VIEWS = {"as-is": 0.5, "trusted": 0.25, "no-headers": 0.25}
CLASSES = {"scam": 0, "junk": 1, "clean": 2}
STRENGTH = {"ja": 5.0, "other": 50.0, "kind": 10.0}
SIZES = {"ja": (2, 3, 4), "other": (3, 5, 7), "kind": (2, 3, 4)}
BITS = {"ja": 18, "other": MOST_BITS, "kind": 18}
STRENGTH_EVIDENCE = 0.0004
STRENGTH_KINDS = 0.0008
MASS = {"ja": {0: 0.35, 1: 0.15, 2: 0.5}, "other": {0: 0.2, 1: 0.2, 2: 0.6}}
# Clean dev mails that may be called scam, and scam or junk, by language.
FALSE_ALARMS = {"ja": (0.0055, 0.0075), "other": (0.0, 0.0045)}
EVIDENCE = 1.0
ONE_HAND = ("ja_mail", "own", "messages")
ROUNDS = 3

Floats = NDArray[np.float64]
Truth = NDArray[np.int64]


def cluster_weights(items: Sequence[Example]) -> Floats:
    """Each cluster weighs the root of its size, shared among its mails and their views."""
    sizes = Counter((e.mail.corpus, e.mail.cluster) for e in items if e.view == "as-is")
    return np.array(
        [e.share / max(sizes[(e.mail.corpus, e.mail.cluster)], 1) ** 0.5 for e in items]
    )


def balanced(weight: Floats, truth: Truth, mass: dict[int, float]) -> Floats:
    """Weights scaled so that each class has its mass (times the number of rows)."""
    result = weight.copy()
    for label, share in mass.items():
        chosen = truth == label
        if chosen.any():
            result[chosen] *= share * len(truth) / weight[chosen].sum()
    return result


class TextTrainer:
    """One text model, and scores by models that have not seen the fold of what they score."""

    def __init__(
        self, items: Sequence[Example], truth: Truth, mass: dict[int, float], name: str
    ) -> None:
        self._sizes, self._bits = SIZES[name], BITS[name]
        self._rows = matrix([e.text for e in items], self._sizes, self._bits)
        self._truth = truth
        self._weight = balanced(cluster_weights(items), truth, mass)
        self._kept = widely_seen(self._rows, [e.sender for e in items])
        self._strength = STRENGTH[name]
        self._folds = np.array([e.fold for e in items])
        self.whole = self._fit(np.ones(len(items), dtype=bool))

    def _fit(self, chosen: NDArray[np.bool_]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        return fit(
            self._rows[chosen],
            self._truth[chosen],
            self._weight[chosen],
            self._kept,
            self._strength,
        )

    def unseen_scores(self, items: Sequence[Example]) -> Floats:
        """Scores (items, classes); the items may be others than those it was fitted on."""
        rows = matrix([e.text for e in items], self._sizes, self._bits)
        folds = np.array([e.fold for e in items])
        result = np.zeros((len(items), len(self.whole[1])))
        for fold in range(FOLDS):
            weights, bias = self._fit(self._folds != fold)
            held = folds == fold
            result[held] = scores(rows[held], weights, bias)
        return result


def text_models(
    seen: Sequence[Example],
) -> tuple[dict[str, TextModel], dict[int, tuple[float, float]]]:
    """The two verdict models, and for each example its unseen scores for scam and for junk."""
    japanese = [e for e in seen if e.language == "ja"]
    other = [e for e in seen if e.language == "other"]
    # Only a set with both sides of one hand: elsewhere Japanese itself would be the label.
    own = [e for e in japanese if e.mail.corpus in ONE_HAND and e.view != "trusted"]
    views = [e for e in other if e.view != "trusted"]
    ja = TextTrainer(own, _truth(own), {0: 0.45, 1: 0.1, 2: 0.45}, "ja")
    bad = np.array([int(e.mail.truth != "clean") for e in views])
    rest = TextTrainer(views, bad, {0: 0.6, 1: 0.4}, "other")
    unseen: dict[int, tuple[float, float]] = {}
    for e, row in zip(japanese, ja.unseen_scores(japanese), strict=True):
        unseen[id(e)] = (row[0] - row[2], row[1] - row[2])
    for e, row in zip(other, rest.unseen_scores(other), strict=True):
        unseen[id(e)] = (0.0, row[1] - row[0])
    weights, bias = ja.whole
    against, offset = rest.whole
    return {
        "ja": TextModel(_shipped(weights[:2] - weights[2]), bias[:2] - bias[2], SIZES["ja"]),
        "other": TextModel(
            _shipped(against[1:] - against[:1]), offset[1:] - offset[:1], SIZES["other"]
        ),
    }, unseen


def kind_model(seen: Sequence[Example]) -> tuple[TextModel, FittedKinds]:
    """The text model over kinds of Japanese scam, and the shares of the findings in them."""
    scams = [e for e in seen if e.language == "ja" and e.mail.truth == "scam"]
    truth = np.array([KINDS.index(e.mail.kind) for e in scams])
    # Phishing is by far the commonest, in Japan as everywhere; the rest share alike.
    masses = {k: 0.3 if kind == "phishing" else 0.07 for k, kind in enumerate(KINDS)}
    trainer = TextTrainer(scams, truth, masses, "kind")
    weight = balanced(cluster_weights(scams), truth, masses)
    rows = [
        KindRow(tuple(name for name, _ in e.signals), tuple(text), int(kind), float(w))
        for e, text, kind, w in zip(scams, trainer.unseen_scores(scams), truth, weight, strict=True)
    ]
    model = TextModel(_shipped(trainer.whole[0]), trainer.whole[1], SIZES["kind"])
    return model, fit_kinds(rows, all_signals(), STRENGTH_KINDS)


def train(folder: Path) -> None:
    """Train on ``folder``'s train parts and write the two model files."""
    mails = [m for m in labelled(folder, ("train",)) if m.truth != "apart"]
    seen = list(examples(mails, VIEWS))
    print(f"{len(mails)} mails, {len(seen)} views")
    texts, unseen = text_models(seen)
    texts["kind"], kinds = kind_model(seen)
    fitted = prior(all_signals())
    for _ in range(ROUNDS):  # what text may say depends on what findings say
        rows = _rows(seen, unseen, with_fitted(fitted))
        fitted = fit_weights(rows, all_signals(), STRENGTH_EVIDENCE)
    weights = replace(
        with_fitted(fitted), kinds=kinds.shares, kind_bias=kinds.bias, kind_text=kinds.text
    )
    write(with_thresholds(Model(weights, texts), folder))


def with_fitted(fitted: Fitted) -> Weights:
    """The weights so far: no kinds, no calibration."""
    return Weights(
        version="",
        scam=fitted.scam,
        junk=fitted.junk,
        bias=fitted.bias,
        text=fitted.text,
        temperature=dict.fromkeys(LANGUAGES, 1.0),
        thresholds=dict.fromkeys(LANGUAGES, Thresholds(0.5, 0.5, 0.3, EVIDENCE)),
        kinds={},
        kind_bias={},
        kind_text=0.0,
    )


def _truth(items: Sequence[Example]) -> Truth:
    return np.array([CLASSES[e.mail.truth] for e in items])


def _shipped(weights: NDArray[np.float32]) -> NDArray[np.float16]:
    """The weights as the product has them: in half precision, the classes of a bucket together."""
    return np.ascontiguousarray(weights.T.astype(np.float16))


def _rows(
    seen: Sequence[Example], unseen: dict[int, tuple[float, float]], weights: Weights
) -> list[Row]:
    rows = []
    for language in LANGUAGES:
        items = [e for e in seen if e.language == language]
        weight = balanced(cluster_weights(items), _truth(items), MASS[language])
        factor_scam, factor_junk = weights.text[language]
        for e, w in zip(items, weight / len(items), strict=True):
            scam, junk = unseen[id(e)]
            limited = score(features_of(e, float(scam), float(junk)), weights)
            rows.append(
                Row(
                    language,
                    tuple(name for name, _ in e.signals),
                    limited.text_scam / max(factor_scam, 0.1),
                    limited.text_junk / max(factor_junk, 0.1),
                    targets_of(e),
                    float(w),
                )
            )
    return rows


def features_of(example: Example, scam: float, junk: float) -> Features:
    """What the product would weigh."""
    catalogue = all_signals()
    lexical = frozenset(name for name, _ in example.signals if catalogue[name].lexical)
    return Features(example.language, example.signals, scam, junk, lexical)


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
        scores_ = model.text[e.language].scores(e.text)
        pair = scores_ if e.language == "ja" else (0.0, scores_[0])
        result = score(features_of(e, *pair), model.weights)
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
        arrays[f"{name}_weights"] = text.weights.T
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
