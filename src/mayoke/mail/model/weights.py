"""The learnt numbers: one generated table, never inside a rule."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from mayoke.mail.model.text_model import TextModel, TextModels

Language = str
"""``ja`` or ``other``: biases, text models and thresholds come in these two."""

KINDS = (
    "phishing",
    "fictitious_billing",
    "takeover_malware",
    "solicitation",
    "sextortion",
    "prize_aid",
    "romance_advance_fee",
    "bec",
    "recovery",
    "fake_invoice",
    "fake_police",
)
"""The kinds of scam, in the order of the kind model's rows."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where a probability becomes a word."""

    scam: float
    junk: float
    clean: float
    """Clean when scam and junk together are at most this."""
    evidence: float
    """The least log-odds of findings, without text statistics, that a condemnation needs."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds against clean.

    ``scam`` and ``junk``: each signal's share. ``bias``, ``text`` and ``thresholds`` by language:
    ``text`` holds the factors on the text model's scores. ``kinds``: by kind, each signal's share.
    """

    version: str
    scam: Mapping[str, float]
    junk: Mapping[str, float]
    bias: Mapping[Language, tuple[float, float]]
    text: Mapping[Language, tuple[float, float]]
    temperature: Mapping[Language, float]
    thresholds: Mapping[Language, Thresholds]
    kinds: Mapping[str, Mapping[str, float]]
    kind_bias: Mapping[str, float]
    kind_text: float


@dataclass(frozen=True, slots=True)
class Model:
    """Everything that was learnt."""

    weights: Weights
    text: Mapping[Language, TextModel]


@cache
def load_model() -> Model:
    """The shipped model."""
    folder = files("mayoke.mail.model")
    weights = msgspec.json.decode(folder.joinpath("weights.json").read_bytes(), type=Weights)
    return Model(weights, TextModels(lambda: folder.joinpath("text.npz").open("rb")))
