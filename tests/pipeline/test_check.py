"""The whole product on real-looking mails: what holds for every answer."""

import math
from pathlib import Path

import pytest

import mayoke
from mayoke.pipeline import check, parts
from mayoke.records.known import Known
from tools.corpora import OWN
from tools.specimens import specimens

ROOT = Path(__file__).resolve().parent.parent.parent
OWN_MAILS = sorted(path for path in OWN.rglob("*") if path.suffix in {".eml", ".txt"})
MAILS = [*sorted((ROOT / "examples").glob("*.eml")), *specimens(), *OWN_MAILS]
KINDS_OF_JUNK_AND_CLEAN = {"junk": "advertising", "clean": "none"}


@pytest.mark.parametrize("path", MAILS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_answer_is_sound(path: Path) -> None:
    data = path.read_bytes()
    verdict = check(data)
    texts = parts(data)
    for item in verdict.evidence:
        place = item.evidence
        assert texts[place.part][place.start : place.end] == place.quote
        assert "{" not in item.says.ja or "{" in place.quote
        assert item.weight >= 0
    chances = verdict.probabilities
    assert math.isclose(chances.scam + chances.junk + chances.clean, 1.0)
    assert KINDS_OF_JUNK_AND_CLEAN.get(verdict.verdict, verdict.kind) == verdict.kind
    assert verdict.advice
    assert not any("check-failed" in gap.why for gap in verdict.gaps)


def test_gaps_are_told_in_the_wanted_language() -> None:
    text = "お荷物の件でご連絡しました。"
    japanese, english = (check(text, lang=lang).gaps for lang in ("ja", "en"))
    assert {gap.what for gap in japanese} == {gap.what for gap in english}
    assert all(not gap.why.isascii() for gap in japanese)
    assert all(gap.why.isascii() for gap in english)


def test_missing_header_is_a_gap_and_no_guilt() -> None:
    verdict = check("明日の打ち合わせは10時からでお願いします。")
    assert verdict.verdict == "clean"
    assert "authentication" in {gap.what for gap in verdict.gaps}


def test_known_sender_speaks_for_the_mail() -> None:
    mail = (
        b"From: Hanako <hanako@example.jp>\nTo: me@example.com\nSubject: hi\n\nSee you tomorrow.\n"
    )
    known = Known(senders=frozenset({"hanako@example.jp"}))
    assert "known_sender" in {item.id for item in check(mail, known=known).evidence}


def test_verdict_says_what_would_change_it() -> None:
    verdict = check((ROOT / "examples" / "phishing.eml").read_bytes())
    assert verdict.verdict == "scam" and verdict.family == "phishing"
    assert verdict.brand is not None
    assert check((ROOT / "examples" / "sextortion.eml").read_bytes()).kind == "sextortion"


def test_the_package_offers_few_names() -> None:
    assert len(mayoke.__all__) <= 10
    assert all(hasattr(mayoke, name) for name in mayoke.__all__)


def test_same_mail_same_answer() -> None:
    data = (ROOT / "examples" / "delivery.eml").read_bytes()
    assert check(data) == check(data)
