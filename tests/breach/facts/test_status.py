import pytest

from mayoke.breach.facts.status import find as status
from mayoke.breach.reading import Part
from tests.breach.facts.kind_specimens import names, reading, specimen, whole


@pytest.mark.parametrize("name", names("status"))
def test_specimen(name: str) -> None:
    read, expected = specimen("status", name)
    found = status.find(read, whole(read))
    assert {"leak_status": found.leak_status, "misuse": found.misuse} == expected


@pytest.mark.parametrize("name", names("status"))
def test_the_words_stand_in_the_notice(name: str) -> None:
    read, _ = specimen("status", name)
    for place in status.find(read, whole(read)).where:
        assert read.notice.text[place.quote.start : place.quote.end] == place.quote.quote


def test_nothing_is_said_outside_the_part() -> None:
    read = reading("カード情報が流出しました。カードが不正に利用されました。")
    assert status.find(read, Part(())) == status.StatusFound(None, None)


@pytest.mark.parametrize(
    ("text", "leak"),
    [
        ("個人情報が漏えいした可能性があります。", "possible"),
        ("個人情報の漏えいが確認されました。", "confirmed"),
        ("個人情報が漏えいした可能性を否定できません。", "cannot_be_ruled_out"),
        ("個人情報の漏えいの有無を調査しております。", "undetermined"),
    ],
)
def test_the_four_degrees(text: str, leak: str) -> None:
    read = reading(text)
    assert status.find(read, whole(read)).leak_status == leak
