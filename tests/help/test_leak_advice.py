"""What to do after a leak: by what leaked, and never without the warning of imitators."""

import pytest

from mayoke.help.leak_advice import ONLY_FROM_THE_NOTICE, leak_advice
from mayoke.records.incident import Incident


@pytest.mark.parametrize(
    ("item", "word"),
    [
        ("card_number", "カードの裏"),
        ("password", "パスワード"),
        ("bank_account", "口座"),
        ("my_number", "マイナンバー"),
        ("email", "覚えのないメール"),
    ],
)
def test_each_kind_of_data_has_its_step(item: str, word: str) -> None:
    steps = leak_advice(Incident(data_items=(item,)))
    assert any(word in step.ja for step in steps)
    assert steps[-1] == ONLY_FROM_THE_NOTICE


def test_every_step_is_written_in_both_languages() -> None:
    everything = ("card_number", "password", "bank_account", "my_number", "email")
    for step in leak_advice(Incident(data_items=everything)):
        assert step.en.isascii() and "safe" not in step.en and "安全" not in step.ja


def test_nothing_known_to_have_leaked_leaves_the_warning() -> None:
    assert leak_advice(Incident()) == (ONLY_FROM_THE_NOTICE,)
