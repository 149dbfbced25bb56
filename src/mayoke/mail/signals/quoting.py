"""Quotations that end where a word ends."""

_MOST = 14


def word_end(folded: str, end: int) -> int:
    """``end`` moved on past the rest of a Latin word or past the kana that end a Japanese one."""
    limit = min(len(folded), end + _MOST)
    if 0 < end < limit and _latin(folded[end - 1]):
        while end < limit and _latin(folded[end]):
            end += 1
        return end
    while end < limit and "ぁ" <= folded[end] <= "ん":
        end += 1
    return end


def _latin(ch: str) -> bool:
    return ch.isascii() and ch.isalnum()
