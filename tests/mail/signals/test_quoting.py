"""Where a quotation ends."""

import pytest

from mayoke.mail.signals.quoting import word_end


@pytest.mark.parametrize(
    ("text", "end", "whole"),
    [
        ("お受け取りいただけます。次は", 4, "お受け取りいただけます"),
        ("it will be suspended now", 18, "it will be suspended"),
        ("停止。しました", 2, "停止"),
        ("abc", 3, "abc"),
        ("あ" * 50, 1, "あ" * 15),
    ],
)
def test_a_quotation_ends_with_a_word(text: str, end: int, whole: str) -> None:
    assert text[: word_end(text, end)] == whole
