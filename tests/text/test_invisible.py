import sys
import unicodedata

from mayoke.text.invisible import INVISIBLE, is_invisible


def test_every_format_and_control_character_is_in_it_but_no_white_space() -> None:
    for code in range(sys.maxunicode + 1):
        ch = chr(code)
        if unicodedata.category(ch) in ("Cf", "Cc"):
            assert is_invisible(ch) != ch.isspace(), hex(code)


def test_what_senders_put_between_letters_is_invisible() -> None:
    for ch in "\u200b\u200c\u200d\u2060\u00ad\ufeff\u034f\u3164\u2800\ufe0f\U000e0100\U000e0041":
        assert is_invisible(ch)


def test_what_shows_or_takes_room_is_not() -> None:
    assert not INVISIBLE & set("aあ漢 \u3000\u00a0\n\t\u3099😀ー・")
