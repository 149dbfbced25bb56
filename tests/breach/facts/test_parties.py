from pathlib import Path

import pytest

from mayoke.breach.facts.parties import find as parties
from tests.breach.facts.party_specimens import assert_quoted, names, reading, specimen


@pytest.mark.parametrize("name", names("parties"))
def test_reads_specimen(name: str) -> None:
    notice, expected = specimen("parties", name)
    found = parties.find(notice)
    got = {key: getattr(found, key) for key in expected}
    assert got == expected


@pytest.mark.parametrize("name", names("parties"))
def test_quotes_what_it_read_in_the_notice(name: str) -> None:
    notice, _ = specimen("parties", name)
    found = parties.find(notice)
    for key, value in (
        ("organisation", found.organisation if found.organisation_from == "text" else None),
        ("publisher", found.publisher),
        ("processor", found.processor),
    ):
        if value is not None:
            assert_quoted(notice, found.where[key])


def test_says_nothing_of_a_notice_without_names() -> None:
    found = parties.find(reading("お客様の情報が漏えいしました。"))
    assert found == parties.Parties(None, None, None, None, {})


def test_keeps_the_aliases_of_others_apart() -> None:
    notice = reading(
        "株式会社つばめ雑貨店は、発送を委託している株式会社ふくろう便(以下「ふくろう便社」)が"
        "不正アクセスを受けたため、お知らせします。",
        kind="processor_client_notice",
    )
    found = parties.find(notice)
    assert found.aliases == ("ふくろう便社",)
    assert found.processor == "株式会社ふくろう便"


def test_reads_a_name_whose_line_breaks_in_the_middle() -> None:
    lines = """\
このたび、当会が会員証の印刷と発送を委託している株式会社ふくろう便(以下「委託先」
といいます。)のサーバーが不正アクセスを受け、会員の皆様の氏名、住所、電話番号が外
部に漏えいしたおそれのあることがわかりました。会員の皆様に深くお詫びいたします。公
益社団法人つばめ連盟では、原因の究明と再発の防止に努めてまいります。委託先とは、今
後の対応について話し合っております。結果は本会のホームページでお知らせいたします。
"""
    found = parties.find(reading(lines, kind="processor_client_notice"))
    assert found.organisation == "公益社団法人つばめ連盟"
    assert found.processor == "株式会社ふくろう便"


def test_bounds_the_work_on_a_page_of_names() -> None:
    text = "株式会社つばめ\n" * 5000
    found = parties.find(reading(text))
    assert found.organisation == "株式会社つばめ"


def test_specimens_come_in_pairs() -> None:
    folder = Path(__file__).parents[2] / "specimens" / "facts"
    for fact in ("parties", "sites", "contacts", "reissue_fee"):
        texts = {path.stem for path in (folder / fact).glob("*.txt")}
        assert texts == {path.stem for path in (folder / fact).glob("*.json")}
        assert any(name.startswith("nearly") for name in texts)
