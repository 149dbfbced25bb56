"""Names drawn by a machine against names that people chose."""

import pytest

from mayoke.mail.signals.randomness import looks_random


@pytest.mark.parametrize(
    "label",
    ["bnjdxfqv", "x6h86sfg", "k3j9x2q8w7e5r1t6", "gvgzblgth0", "account-0k6x7center", "ckfrmsq"],
)
def test_drawn_names(label: str) -> None:
    assert looks_random(label)


@pytest.mark.parametrize(
    "label",
    [
        "",
        "jcb",
        "shinjuku-shokuhin",
        "tsutsumi-kogyo",
        "kyushu-shinkin",
        "lightspeed",
        "nightclub",
        "web2print",
        "7card",
        "20250303",
        "xn--u9jy52g",
    ],
)
def test_chosen_names(label: str) -> None:
    assert not looks_random(label)
