import pytest

from mayoke.breach.facts import parts
from tests.breach.facts.kind_specimens import names, reading, specimen


@pytest.mark.parametrize("name", names("parts"))
def test_specimen(name: str) -> None:
    found, expected = specimen("parts", name)
    split = parts.split(found)
    assert len(split) == expected["parts"]
    for words in expected["shared"]:
        assert all(part.holds(found.text.index(words.lower())) for part in split)
    for i, words in enumerate(expected["own"]):
        at = found.text.index(words.lower())
        assert [part.holds(at) for part in split] == [j == i for j in range(len(split))]


@pytest.mark.parametrize("name", names("parts"))
def test_every_offset_belongs_to_some_part(name: str) -> None:
    found, _ = specimen("parts", name)
    split = parts.split(found)
    assert all(any(part.holds(at) for part in split) for at in range(len(found.text)))


def test_a_hundred_cases_are_left_whole() -> None:
    text = "".join(
        f"{i}件目\n4月3日、氏名{i}名分の書類を紛失しました。再度確認します。\n"
        for i in range(1, 101)
    )
    assert len(parts.split(reading(text))) == 1
