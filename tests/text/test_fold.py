import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text import fold as module
from mayoke.text.fold import fold, fold_plain
from mayoke.text.invisible import INVISIBLE

HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            "aA ｱﾞかﾞき\u3099\u309aＡｍ　\n\t\r \u00a0\u200b\u200d\u00ad\u034f①㈱㌘％〜～~ー一İΣσς"
            "é\u0301\u0323E\u1100\u1161\u11a8가￥¥﷽😀𠮟\U000e0100\ud800\u2800日本。、"
        ),
        st.characters(),
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Hello World", "hello world"),
        ("hello \n\t world", "hello world"),
        ("ＡＭＡＺＯＮ", "amazon"),
        ("ｶｰﾄﾞ ｱｶﾞﾝ", "カードアガン"),
        ("か\u3099き\u3099", "がぎ"),
        ("か\u200b\u3099", "が"),
        ("楽\u200b天\u00adカ\u034fード", "楽天カード"),
        ("楽天 カード　です。\n　ご利用", "楽天カードです。ご利用"),
        ("Amazon からの お知らせ", "amazonからのお知らせ"),
        ("５ 日", "5日"),
        ("Ａ　Ｂ", "a b"),
        ("a \u200b \u200b b", "a b"),
        ("日\u200b \u200bb", "日b"),
        ("①㈱", "1(株)"),
        ("１０：００〜１２：００", "10:00~12:00"),
        ("10:00～12:00", "10:00~12:00"),
        ("don’t “click”—now", 'don\'t "click"-now'),
        ("ΣΟΦΟΣ", "σοφοσ"),
        ("İ", "i"),
        ("deuxième été", "deuxième été"),
        ("оплата счёта", "оплата счёта"),
        ("E\u0301te\u0301", "été"),
        ("´ ¨", "´ ¨"),
    ],
)
def test_writings_of_one_word_become_one(text: str, folded: str) -> None:
    assert fold_plain(text) == folded


@pytest.mark.parametrize(
    ("text", "hit", "quote"),
    [
        ("本人 確認", "人確", "人 確"),
        ("楽\u200b天カード", "楽天", "楽\u200b天"),
        ("ご利用の㈱です", "(株)", "㈱"),
        ("ご利用の㈱です", "株", "㈱"),
        ("ＡＭＡＺＯＮから", "amazon", "ＡＭＡＺＯＮ"),
        ("ｱｶﾞﾝです", "ガ", "ｶﾞ"),
        ("ﾊﾟｽﾜｰﾄﾞ を", "パスワードを", "ﾊﾟｽﾜｰﾄﾞ を"),
        ("か\u3099め", "が", "か\u3099"),
        ("か\u3099め", "め", "め"),
        ("click  \n here", "click here", "click  \n here"),
        ("か\u200b\u3099め", "が", "か\u200b\u3099"),
    ],
)
def test_a_hit_is_quoted_as_it_was_written(text: str, hit: str, quote: str) -> None:
    folded = fold(text)
    at = folded.text.index(hit)
    start, end = folded.span(at, at + len(hit))
    assert text[start:end].strip("\u200b") == quote


@given(HOSTILE)
def test_spans_are_monotone_and_in_range(text: str) -> None:
    folded = fold(text)
    last = 0
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert start >= last or folded.span(at - 1, at)[0] == start
        last = start
    assert folded.span(len(folded.text), len(folded.text) + 5) == (len(text), len(text))
    assert folded.span(-3, 10**6)[1] <= len(text)


@given(HOSTILE, st.data())
def test_the_quote_of_a_hit_folds_to_the_hit(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    a, b = folded.span(start, end)
    hit = folded.text[start:end].strip()
    assert hit in fold_plain(text[a:b])


@given(HOSTILE)
def test_the_whole_is_quoted_whole_but_for_what_is_not_seen(text: str) -> None:
    folded = fold(text)
    start, end = folded.span(0, len(folded.text))
    outside = text[:start] + text[end:]
    assert all(ch in INVISIBLE or ch.isspace() for ch in outside)


@given(HOSTILE)
def test_nothing_invisible_and_no_run_of_spaces_is_left(text: str) -> None:
    out = fold_plain(text)
    assert not INVISIBLE & set(out)
    assert "  " not in out
    assert "\n" not in out
    assert out == out.lower()


@given(st.text(st.characters(exclude_categories=["Zs", "Zl", "Zp", "Cc", "Cf", "Cs"]), max_size=20))
def test_no_character_that_folding_changes_is_passed_over(text: str) -> None:
    """Folding the characters one by one gives the same as folding them in a text of others."""
    out = fold_plain("a".join(text))
    assert out.replace("a", "") == "a".join(map(fold_plain, text)).replace("a", "") or any(
        module._joins(ch) for ch in text
    )


def test_the_class_of_changing_characters_misses_none() -> None:
    for code in range(0x10000):
        ch = chr(code)
        if ch != " " and module._form(ch) != ch.lower():
            assert module._RUN.search(f"a{ch}a"), hex(code)


def test_common_characters_are_left_out_of_it_so_that_folding_is_quick() -> None:
    for first, last in (
        ("!", "~"),
        ("ぁ", "ゖ"),
        ("ァ", "ヾ"),
        ("一", "龥"),
        ("а", "я"),
        ("가", "힣"),
    ):
        for code in range(ord(first), ord(last) + 1):
            assert not module._RUN.search(f"a{chr(code)}a"), hex(code)


def test_what_was_folded_before_changes_nothing() -> None:
    assert fold_plain("\u0301") == "\u0301"
    assert fold_plain("e\u0301") == "é"
    assert fold_plain("\u3099 a") == "\u3099a"
    assert fold_plain("か\u3099 a") == "がa"


def test_many_marks_on_one_letter_end_soon() -> None:
    text = "a" + "\u0301\u0323" * 50_000
    assert len(fold(text).text) <= len(text)


@given(st.text(max_size=30))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold_plain(text)
    if unicodedata.is_normalized("NFKC", once):
        assert fold_plain(once).replace(" ", "") == once.replace(" ", "")
