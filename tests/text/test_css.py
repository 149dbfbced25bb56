import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text import css


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("#fff", 0xFFFFFF),
        ("#FFFFFF", 0xFFFFFF),
        ("ffffff", 0xFFFFFF),
        ("#12345678", 0x123456),
        (" White ", 0xFFFFFF),
        ("rgb(1, 2, 3)", 0x010203),
        ("rgba(1,2,3,1)", 0x010203),
        ("rgba(1,2,3,0)", css.CLEAR),
        ("rgba(1,2,3,.5)", css.UNKNOWN),
        ("rgb(999,0,0)", 0xFF0000),
        ("transparent", css.CLEAR),
        ("hsl(0,0%,0%)", css.UNKNOWN),
        ("#ggg", css.UNKNOWN),
        ("", css.UNKNOWN),
    ],
)
def test_colours(value: str, colour: int) -> None:
    assert css.colour(value) == colour


def test_near_colours_cannot_be_told_apart() -> None:
    assert css.near(0xFFFFFF, 0xF0F0F0)
    assert not css.near(0xFFFFFF, 0xFFFF00)
    assert not css.near(0xFFFFFF, 0x999999)


def test_a_sheet_is_read_without_comments_and_at_rules() -> None:
    rules = css.rules(
        "<!-- @import 'x'; /* .a{display:none} */ .b , p { DISPLAY:none; } "
        "@media print { .c { display:none } .d { color:red } } .e{color:#fff} -->"
    )
    assert set(rules) == {".b", "p", ".e"}
    assert rules[".b"].display == "none"
    assert rules[".e"].colour == 0xFFFFFF


def test_a_rule_that_is_not_understood_makes_colours_unknown_and_hides_nothing() -> None:
    rules = css.rules("table td.x { color:#fff; background:#036; display:none }")
    assert rules["td.x"] == css.Style(colour=css.UNKNOWN, background=css.UNKNOWN)


@given(st.text("{}@;:/*.a#,-! \n<>()0px%displaynone", max_size=80))
def test_no_style_makes_it_raise(text: str) -> None:
    css.rules(text)
    css.declared(text)
    css.colour(text)
