"""Domains that a reader takes for one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.mail.signals.near_names import near_name

LABEL = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=5, max_size=20)


@pytest.mark.parametrize(
    ("domain", "other"),
    [
        ("sakuraqi.example", "sakuragi.example"),
        ("tsubame-kogoy.co.jp", "tsubame-kogyo.co.jp"),
        ("tsubame-co.example", "tsubame.co.jp"),
    ],
)
def test_near(domain: str, other: str) -> None:
    assert near_name(domain, other)


@pytest.mark.parametrize(
    ("domain", "other"),
    [
        ("tsubame.co.jp", "tsubame.com"),  # companies own both
        ("abc.co.jp", "abd.co.jp"),  # too short to tell
        ("kawada.co.jp", "hawada.co.jp"),  # nobody misreads the first letter
    ],
)
def test_not_near(domain: str, other: str) -> None:
    assert not near_name(domain, other)


@given(LABEL)
def test_a_name_is_never_near_itself(label: str) -> None:
    assert not near_name(f"{label}.co.jp", f"{label}.example")
