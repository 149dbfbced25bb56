import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mayoke.breach.counted import count
from mayoke.breach.facts.affected import find as affected
from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.breach.reading import Part, Reading
from mayoke.records.incident import AffectedCount
from mayoke.records.notice import NoticeContext

SPECIMENS = Path(__file__).parents[2] / "specimens" / "facts" / "affected"
NAMES = sorted(path.stem for path in SPECIMENS.glob("*.txt"))
_WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789,():~/"}


def laid_out(text: str) -> Reading:
    title = None
    if text.startswith("# title: "):
        head, _, text = text.partition("\n\n")
        title = head.removeprefix("# title: ")
    reading = count(lay_out(read(text, NoticeContext(title=title))))
    return replace(reading, kind="operator_notice")


def found(text: str) -> tuple[AffectedCount, ...]:
    reading = laid_out(text)
    return affected.find(reading, Part(((0, len(reading.text)),)))


def plain(one: AffectedCount) -> dict[str, Any]:
    out: dict[str, Any] = {
        "count": one.count,
        "unit": one.unit,
        "qualifier": one.qualifier,
        "what": one.what,
    }
    if one.parent is not None:
        out |= {"parent": one.parent, "relation": one.relation}
    if one.primary:
        out["primary"] = True
    if one.superseded:
        out["superseded"] = True
    return out


@pytest.mark.parametrize("name", NAMES)
def test_a_specimen_gives_exactly_its_groups(name: str) -> None:
    text = (SPECIMENS / f"{name}.txt").read_text(encoding="utf-8")
    want = json.loads((SPECIMENS / f"{name}.json").read_text(encoding="utf-8"))
    assert [plain(one) for one in found(text)] == want["counts"]


@pytest.mark.parametrize("name", NAMES)
def test_full_width_digits_change_nothing(name: str) -> None:
    text = (SPECIMENS / f"{name}.txt").read_text(encoding="utf-8")
    head, _, body = text.rpartition("\n\n") if text.startswith("# title") else ("", "", text)
    wide = f"{head}\n\n{body.translate(_WIDE)}" if head else body.translate(_WIDE)
    values = {(one.count, one.unit, one.primary) for one in found(text)}
    assert {(one.count, one.unit, one.primary) for one in found(wide)} == values


def test_there_are_specimens_that_nearly_yield() -> None:
    nearly = [name for name in NAMES if name.startswith("nearly")]
    assert len(nearly) >= 5
    assert all(found((SPECIMENS / f"{name}.txt").read_text("utf-8")) == () for name in nearly)


def test_quotes_are_words_of_the_notice() -> None:
    text = "お客様のカード情報 約３,２００ 件が漏えいした可能性があります。"
    (one,) = found(text)
    assert one.quote.quote == "約３,２００ 件"
    assert text[one.quote.start : one.quote.end] == one.quote.quote


def test_a_repeated_number_is_quoted_where_it_is_told_first() -> None:
    text = "個人情報1,250件が流出しました。\n対象の1,250件には個別にお知らせします。\n"
    (one,) = found(text)
    assert one.quote.start == text.index("1,250件")


def test_numbers_of_another_part_are_left_out() -> None:
    text = "お客様情報120件が流出しました。\n\n職員名簿の情報45件が流出しました。\n"
    reading = laid_out(text)
    cut = reading.text.index("職員")
    first = affected.find(reading, Part(((0, cut),)))
    second = affected.find(reading, Part(((cut, len(reading.text)),)))
    assert [one.count for one in first] == [120]
    assert [one.count for one in second] == [45]


def test_a_document_that_is_no_breach_gives_nothing() -> None:
    reading = replace(laid_out("お客様情報120件が流出しました。"), kind="not_a_breach")
    assert affected.find(reading, Part(((0, len(reading.text)),))) == ()


def test_parents_are_indices_of_the_same_list() -> None:
    groups = found("漏えいした会員情報は9,000件で、うち関東が5,000件、関西が4,000件です。\n")
    assert [one.parent for one in groups] == [None, 0, 0]
    assert groups[0].primary


def test_a_page_of_many_numbers_is_read_to_a_limit() -> None:
    groups = found("".join(f"漏えいした会員{n}名分の情報\n" for n in range(1000, 4000)))
    assert 0 < len(groups) <= 40
