import pytest

from mayoke.breach.facts import reissue_fee
from tests.breach.facts.party_specimens import assert_quoted, names, reading, specimen


@pytest.mark.parametrize("name", names("reissue_fee"))
def test_reads_specimen(name: str) -> None:
    notice, expected = specimen("reissue_fee", name)
    value, where = reissue_fee.find(notice)
    assert value == expected["reissue_fee"]
    if value is None:
        assert where == ()
    else:
        assert_quoted(notice, where)


def test_asks_for_the_reissue_near_the_fee() -> None:
    far = "カードの再発行はカード会社へ。" + "ご案内です。" * 10 + "送料の負担はございません。"
    assert reissue_fee.find(reading(far)) == (None, ())
