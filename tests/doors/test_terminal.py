import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.doors.cli.terminal import defang, defang_host, plain, width, wrap
from mayoke.doors.say.shapes import shorten

STEERING = [chr(c) for c in (*range(32), 0x7F, *range(0x80, 0xA0))] + list(
    "\u202e\u2066\u200f\u061c"
)


@pytest.mark.parametrize("ch", STEERING)
def test_nothing_that_steers_a_terminal_passes(ch: str) -> None:
    assert ch not in plain(f"a{ch}b")


@given(st.text())
def test_plain_text_has_no_control_character(text: str) -> None:
    assert not set(plain(text)) & set(STEERING)
    plain(text).encode("utf-8")


def test_direction_marks_are_shown_by_number() -> None:
    assert plain("exe.\u202egpj") == "exe.‹U+202E›gpj"


def test_lone_surrogates_become_replacement_characters() -> None:
    assert plain("a\ud800b") == "a\ufffdb"


def test_invisible_characters_are_left_out() -> None:
    assert plain("カ\u200bー\u2060ド") == "カード"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://a.example/x.html", "hxxps://a[.]example/x.html"),
        ("HTTP://A.Example/", "HxxP://A[.]Example/"),
        ("ftp://a.example/x", "fxp://a[.]example/x"),
        ("見るhttps://a.example", "見るhxxps://a[.]example"),
        ("見る：http://a.example。次", "見る：hxxp://a[.]example。次"),
        ("「https://a.example」です", "「hxxps://a[.]example」です"),
        ("見るwww.a.example", "見るwww[.]a[.]example"),
        ("www.a.example", "www[.]a[.]example"),
        ("1.5円、a.b", "1.5円、a.b"),
    ],
)
def test_links_cannot_be_clicked(text: str, shown: str) -> None:
    assert defang(text) == shown


def test_a_bare_host_is_defanged_where_a_link_is_expected() -> None:
    assert defang_host("login.example") == "login[.]example"
    assert defang_host("https://login.example/a.b") == "hxxps://login[.]example/a.b"


def test_shorten_counts_the_ellipsis() -> None:
    assert shorten("あいう", 3) == "あいう"
    assert shorten("あいうえ", 3) == "あい…"


def test_width_counts_wide_characters_twice() -> None:
    assert width("aあｱ㈱") == 1 + 2 + 1 + 2


@given(st.text(alphabet="あ。、「」ab c-", max_size=200), st.integers(20, 80))
def test_wrapped_lines_lose_nothing_and_keep_their_width(text: str, columns: int) -> None:
    wrapped = wrap(text, "- ", "  ", columns)
    lines = wrapped.split("\n")
    assert "".join(wrapped[2:].split()) == "".join(text.split())
    assert all(width(line) <= columns for line in lines)


def test_a_closing_mark_never_begins_a_line() -> None:
    text = "あいうえおかきくけこさ。つぎ"
    lines = wrap(text, columns=22).split("\n")
    assert lines == ["あいうえおかきくけこ", "さ。つぎ"]


def test_further_lines_are_indented() -> None:
    assert wrap("aaa bbb ccc", "* ", "  ", 10) == "* aaa bbb\n  ccc"
