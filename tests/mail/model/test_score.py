"""The arithmetic of a verdict: sums, gates, and what text may never do."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.mail.model.score import Features, decide, probabilities, score
from mayoke.mail.model.weights import Thresholds, Weights
from mayoke.records.signal import SpeaksFor

LIMITS = Thresholds(scam=0.6, junk=0.6, clean=0.4, evidence=1.0)
WEIGHTS = Weights(
    version="test",
    scam={"lure": 2.0, "mark": 1.5, "own": -3.0, "sale": 0.0},
    junk={"lure": 0.2, "mark": 0.1, "own": -3.0, "sale": 2.5},
    bias={"ja": (-1.5, -1.5), "other": (-1.5, -1.5)},
    text={"ja": (1.0, 1.0), "other": (0.0, 1.0)},
    temperature={"ja": 1.0, "other": 1.0},
    thresholds={"ja": LIMITS, "other": LIMITS},
    kinds={},
    kind_bias={},
    kind_text=1.0,
)
ANY: list[tuple[str, SpeaksFor]] = [
    ("lure", "scam"),
    ("mark", "scam"),
    ("own", "clean"),
    ("sale", "junk"),
]
TEXT = st.floats(-50, 50, allow_nan=False)
SIGNALS = st.sets(st.sampled_from(ANY)).map(tuple)


def word(features: Features) -> str:
    result = score(features, WEIGHTS)
    return decide(result, probabilities(result, 1.0), WEIGHTS, features.language)


@given(TEXT, TEXT)
def test_text_alone_never_condemns_japanese_mail(scam: float, junk: float) -> None:
    assert word(Features("ja", (), scam, junk)) in ("clean", "unsure")


@given(SIGNALS, TEXT, TEXT)
def test_text_alone_never_makes_scam_in_other_languages(
    signals: tuple[tuple[str, SpeaksFor], ...], scam: float, junk: float
) -> None:
    harmless = tuple(entry for entry in signals if entry[1] != "scam")
    assert word(Features("other", harmless, scam, junk)) != "scam"


def test_text_alone_may_make_junk_in_other_languages() -> None:
    assert word(Features("other", (), 0.0, 6.0)) == "junk"


@given(SIGNALS, st.sampled_from(["ja", "other"]), TEXT, TEXT)
def test_probabilities_sum_to_one(
    signals: tuple[tuple[str, SpeaksFor], ...], language: str, scam: float, junk: float
) -> None:
    chances = probabilities(score(Features(language, signals, scam, junk), WEIGHTS), 1.3)
    assert chances.scam + chances.junk + chances.clean == pytest.approx(1.0)


@given(SIGNALS, st.sampled_from(["ja", "other"]), TEXT, TEXT)
def test_a_finding_for_scam_never_lowers_scam(
    signals: tuple[tuple[str, SpeaksFor], ...], language: str, scam: float, junk: float
) -> None:
    before = tuple(entry for entry in signals if entry[0] != "lure")
    without = score(Features(language, before, scam, junk), WEIGHTS)
    with_it = score(Features(language, (*before, ("lure", "scam")), scam, junk), WEIGHTS)
    assert with_it.scam >= without.scam


def test_very_many_findings_keep_the_arithmetic_finite() -> None:
    heavy = replace(WEIGHTS, scam={f"s{n}": 6.0 for n in range(100)})
    signals: tuple[tuple[str, SpeaksFor], ...] = tuple((f"s{n}", "scam") for n in range(100))
    for language in ("ja", "other"):
        result = score(Features(language, signals, 6.0, 6.0), heavy)
        assert probabilities(result, 0.7).scam == pytest.approx(1.0)


def test_findings_condemn() -> None:
    assert word(Features("ja", (("lure", "scam"), ("mark", "scam")), 0.0, 0.0)) == "scam"


def test_what_speaks_for_the_mail_counts() -> None:
    signals: tuple[tuple[str, SpeaksFor], ...] = (("lure", "scam"), ("own", "clean"))
    assert word(Features("ja", signals, 0.0, 0.0)) == "clean"


def test_text_accuses_at_most_as_much_as_findings() -> None:
    result = score(Features("ja", (("lure", "scam"),), 6.0, 0.0), WEIGHTS)
    assert (result.scam_findings, result.text_scam) == (2.0, 4.0)


def test_text_excuses_words_but_not_relations() -> None:
    words = Features("ja", (("lure", "scam"),), -6.0, 0.0, frozenset({"lure"}))
    relation = Features("ja", (("lure", "scam"),), -6.0, 0.0)
    assert (score(words, WEIGHTS).text_scam, score(relation, WEIGHTS).text_scam) == (-2.0, 0.0)


def test_without_enough_findings_certain_harm_is_not_called_scam() -> None:
    weak = replace(WEIGHTS, scam={"lure": 0.5}, bias={"ja": (4.0, -1.0), "other": (4.0, -1.0)})
    features = Features("ja", (("lure", "scam"),), 0.0, 0.0)
    result = score(features, weak)
    assert decide(result, probabilities(result, 1.0), weak, "ja") != "scam"
