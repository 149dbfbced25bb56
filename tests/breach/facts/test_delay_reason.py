import pytest

from mayoke.breach.facts import delay_reason
from mayoke.breach.reading import Part
from tests.breach.facts.kind_specimens import names, reading, specimen, whole


@pytest.mark.parametrize("name", names("delay_reason"))
def test_specimen(name: str) -> None:
    found, expected = specimen("delay_reason", name)
    quote = delay_reason.find(found, whole(found))
    assert (quote.quote if quote else None) == expected["delay_reason"]


@pytest.mark.parametrize("name", names("delay_reason"))
def test_the_quotation_is_of_the_notice(name: str) -> None:
    found, _ = specimen("delay_reason", name)
    quote = delay_reason.find(found, whole(found))
    assert quote is None or found.notice.text[quote.start : quote.end] == quote.quote


def test_the_reason_of_another_part_is_not_taken() -> None:
    found = reading("氏名が漏えいしました。捜査への影響を考慮し、公表を控えておりました。")
    assert delay_reason.find(found, Part(((0, 5),))) is None
    assert delay_reason.find(found, whole(found)) is not None
