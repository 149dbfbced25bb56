import re
from typing import Any

import pytest

from mayoke.breach.facts.kind import find as kind
from mayoke.breach.facts.kind.score import NEEDED, POINTS
from mayoke.breach.facts.kind.words import hits
from tests.breach.facts.kind_specimens import names, reading, specimen


@pytest.mark.parametrize("name", names("kind"))
def test_specimen(name: str) -> None:
    found, expected = specimen("kind", name)
    got = kind.find(found)
    assert {
        "describes_incident": got.describes_incident,
        "document_kind": got.document_kind,
        "report": got.report,
        "negative_kind": got.negative_kind,
    } == expected, got.points


def test_the_specimens_cover_both_sides() -> None:
    expected: list[Any] = [specimen("kind", name)[1] for name in names("kind")]
    assert len({one["document_kind"] for one in expected}) == 7
    assert len({one["negative_kind"] for one in expected}) == 8
    assert sum(1 for one in expected if not one["describes_incident"]) >= len(expected) / 3


@pytest.mark.parametrize("name", [n for n in names("kind") if not n.startswith("nearly")])
def test_the_words_that_decided_are_words_of_the_notice(name: str) -> None:
    found, _ = specimen("kind", name)
    where = kind.find(found).where
    assert where
    for one in where:
        assert found.notice.text[one.quote.start : one.quote.end] == one.quote.quote


@pytest.mark.parametrize("name", ["shop-card-leak", "wrong-envelope", "nearly-tampering"])
def test_full_width_digits_change_nothing(name: str) -> None:
    found, expected = specimen("kind", name)
    wide = re.sub("[0-9,:.]", lambda m: chr(ord(m[0]) + 0xFEE0), found.notice.text)
    again = kind.find(reading(wide, title=found.notice.context.title or ""))
    assert again.describes_incident == expected["describes_incident"]
    assert again.document_kind == expected["document_kind"]


def test_points_are_those_of_the_table_and_decide() -> None:
    found, _ = specimen("kind", "shop-card-leak")
    points = dict(kind.find(found).points)
    assert all(POINTS[sign] == given for sign, given in points.items())
    assert sum(points.values()) >= NEEDED


def test_an_empty_page_is_no_notice() -> None:
    got = kind.find(reading("お知らせ"))
    assert not got.describes_incident
    assert got.document_kind == "not_a_breach"
    assert got.where == ()


def test_the_longest_word_wins() -> None:
    assert [sign for sign, _, _ in hits("個人情報保護委員会")] == ["ppc"]
    assert [sign for sign, _, _ in hits("漏えい対策")] == ["general"]
    assert [sign for sign, _, _ in hits("個人情報の漏えい")] == ["data", "leak"]


def test_the_title_alone_can_tip_the_scale() -> None:
    text = "このたびの件につきまして、関係の皆様に深くお詫び申し上げます。対応は決まり次第お知らせします。"
    assert not kind.find(reading(text)).describes_incident
    titled = reading(text, title="患者様の個人情報が流出した件に関するお詫び")
    assert kind.find(titled).describes_incident


@pytest.mark.parametrize(
    "text",
    [
        "不正アクセスにより個人情報が漏えい" * 20_000,
        "委託する会社が利用する株式会社のサーバー" * 20_000,
        "誤って別の方に" * 50_000,
        "第三者が閲覧" * 50_000 + "。",
        "○○年○月○日" * 50_000,
        "ある会社は、" * 50_000,
    ],
)
def test_hostile_repetition_is_read_to_an_end(text: str) -> None:
    assert kind.find(reading(text)).document_kind
