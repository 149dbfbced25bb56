"""From findings and text to log-odds and probabilities: the whole arithmetic of a verdict.

Log-odds of scam and of junk against clean are sums: a bias, each signal's share, and the text
model's share. Text statistics may not condemn by themselves: in Japanese mail they accuse at most
twice as much as the findings do, and in other languages never of scam. And they excuse words only,
never relations: a phishing mail and the mail it imitates share their words.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from mayoke.mail.model.weights import KINDS, Language, Weights
from mayoke.records.signal import SpeaksFor
from mayoke.records.verdict import Probabilities, VerdictWord

_TEXT_LIMIT = 6.0
_TEXT_AGAINST_FINDINGS = 2.0
_SCAM_RATHER_THAN_JUNK = 2.5
"""Findings for scam (log-odds) at which bad mail in other languages is as likely scam as junk."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is weighed: each signal's id once with what it speaks for, and the text's two scores.

    ``lexical`` holds the ids of the signals that are a matter of words alone.
    """

    language: Language
    signals: tuple[tuple[str, SpeaksFor], ...]
    text_scam: float
    text_junk: float
    lexical: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Score:
    """Log-odds against clean, the text's shares in them, and what findings alone say for harm."""

    scam: float
    junk: float
    text_scam: float
    text_junk: float
    scam_findings: float
    junk_findings: float


def score(features: Features, weights: Weights) -> Score:
    """Add everything up."""
    scam, junk = weights.bias[features.language]
    scam_findings = junk_findings = words = 0.0
    for name, speaks in features.signals:
        for_scam, for_junk = weights.scam.get(name, 0.0), weights.junk.get(name, 0.0)
        scam += for_scam
        junk += for_junk
        if speaks == "scam":
            scam_findings += for_scam
            words += for_scam if name in features.lexical else 0.0
        if speaks != "clean":
            junk_findings += max(for_junk, for_scam, 0.0)
    text_scam, text_junk = _text(features, weights)
    if features.language == "ja":
        text_scam = min(max(text_scam, -words), _TEXT_AGAINST_FINDINGS * scam_findings)
        text_junk = min(text_junk, _TEXT_AGAINST_FINDINGS * junk_findings)
    scam, junk = scam + text_scam, junk + text_junk
    if features.language != "ja":
        scam, junk = _split(scam, junk, scam_findings)
    return Score(scam, junk, text_scam, text_junk, scam_findings, junk_findings)


def _split(scam: float, junk: float, scam_findings: float) -> tuple[float, float]:
    """Log-odds of "bad" divided between scam and junk by what was found, never by text."""
    top = max(scam, junk)
    bad = top + math.log(math.exp(scam - top) + math.exp(junk - top))
    lean = scam_findings - _SCAM_RATHER_THAN_JUNK
    # log(s) and log(1 - s) of the logistic s, exact where s itself would round to 1.
    against = math.log1p(math.exp(-lean))
    return bad - against, bad - lean - against


def _text(features: Features, weights: Weights) -> tuple[float, float]:
    """The text model's shares before findings limit them."""
    factor_scam, factor_junk = weights.text[features.language]
    scam = min(max(features.text_scam, -_TEXT_LIMIT), _TEXT_LIMIT)
    junk = min(max(features.text_junk, -_TEXT_LIMIT), _TEXT_LIMIT)
    return factor_scam * scam, factor_junk * junk


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
