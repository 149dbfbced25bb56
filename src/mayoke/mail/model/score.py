"""From findings and text to log-odds and probabilities: the whole arithmetic of a verdict.

Log-odds of scam and of junk against clean are sums: a bias, each signal's share, and the text
model's share. Text statistics may not condemn by themselves: they speak only as far as findings
speak (half with one finding, fully with two), and in other languages than Japanese never for scam.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mayoke.mail.model.weights import KINDS, Language, Weights
from mayoke.records.signal import SpeaksFor
from mayoke.records.verdict import Probabilities, VerdictWord

_TEXT_LIMIT = 6.0


@dataclass(frozen=True, slots=True)
class Features:
    """What is weighed: each signal's id once with what it speaks for, and the text's two scores."""

    language: Language
    signals: tuple[tuple[str, SpeaksFor], ...]
    text_scam: float
    text_junk: float


@dataclass(frozen=True, slots=True)
class Score:
    """Log-odds against clean, the text's shares in them, and what findings alone say for harm."""

    scam: float
    junk: float
    text_scam: float
    text_junk: float
    scam_findings: float
    junk_findings: float


def gates(features: Features) -> tuple[float, float]:
    """How far text may speak for scam and for junk: 0 to 1."""
    scams = sum(speaks == "scam" for _, speaks in features.signals)
    junks = sum(speaks != "clean" for _, speaks in features.signals)
    if features.language != "ja":
        return 0.0, 1.0
    return min(1.0, scams / 2), min(1.0, junks / 2)


def text_shares(features: Features) -> tuple[float, float]:
    """The text scores as they may count: gated where they accuse, and bounded."""
    gate_scam, gate_junk = gates(features)
    scam = min(max(features.text_scam, -_TEXT_LIMIT), _TEXT_LIMIT)
    junk = min(max(features.text_junk, -_TEXT_LIMIT), _TEXT_LIMIT)
    if features.language != "ja":
        return 0.0, junk
    return scam * (gate_scam if scam > 0 else 1.0), junk * (gate_junk if junk > 0 else 1.0)


def score(features: Features, weights: Weights) -> Score:
    """Add everything up."""
    bias_scam, bias_junk = weights.bias[features.language]
    factor_scam, factor_junk = weights.text[features.language]
    share_scam, share_junk = text_shares(features)
    text_scam, text_junk = share_scam * factor_scam, share_junk * factor_junk
    scam = bias_scam + text_scam
    junk = bias_junk + text_junk
    scam_findings = junk_findings = 0.0
    for name, speaks in features.signals:
        for_scam, for_junk = weights.scam.get(name, 0.0), weights.junk.get(name, 0.0)
        scam += for_scam
        junk += for_junk
        if speaks == "scam":
            scam_findings += for_scam
        if speaks != "clean":
            junk_findings += max(for_junk, for_scam, 0.0)
    return Score(scam, junk, text_scam, text_junk, scam_findings, junk_findings)


def probabilities(result: Score, temperature: float) -> Probabilities:
    """Softmax over scam, junk and clean (log-odds 0)."""
    scam, junk = result.scam / temperature, result.junk / temperature
    top = max(scam, junk, 0.0)
    parts = (math.exp(scam - top), math.exp(junk - top), math.exp(-top))
    total = sum(parts)
    return Probabilities(parts[0] / total, parts[1] / total, parts[2] / total)


def kind_scores(
    signals: Iterable[str], text: tuple[float, ...], weights: Weights
) -> dict[str, float]:
    """Log-odds of each kind of scam; ``text`` is the kind model's scores, or empty."""
    names = tuple(signals)
    scores = {}
    for index, kind in enumerate(KINDS):
        shares = weights.kinds.get(kind, {})
        total = weights.kind_bias.get(kind, 0.0) + sum(shares.get(name, 0.0) for name in names)
        scores[kind] = total + (weights.kind_text * text[index] if text else 0.0)
    return scores


def decide(
    result: Score, chances: Probabilities, weights: Weights, language: Language
) -> VerdictWord:
    """The word for it: scam, junk, clean or unsure."""
    limits = weights.thresholds[language]
    if chances.scam >= limits.scam and result.scam_findings >= limits.evidence:
        return "scam"
    may_be_junk = language != "ja" or result.junk_findings >= limits.evidence
    bad = chances.scam + chances.junk
    if bad >= limits.junk and may_be_junk:
        # Harm that is certain, but not which: without findings enough for scam it is junk.
        if chances.junk >= chances.scam or result.scam_findings < limits.evidence:
            return "junk"
        return "scam" if chances.scam >= limits.scam * 0.75 else "unsure"
    return "clean" if bad <= limits.clean else "unsure"
