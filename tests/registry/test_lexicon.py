"""How phrases are written, expanded and matched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.records.errors import BadRegistry
from mayoke.registry.lexicon import GAP, expand, match
from mayoke.registry.load import load
from mayoke.text.fold import fold_plain


def found(text: str, sentence: str) -> bool:
    folded = fold_plain(sentence)
    return any(match(sequence, folded) for sequence in expand(text))


def test_alternatives_are_multiplied_out_in_order() -> None:
    assert expand("(a1|b1) … (c1|d1)") == (("a1", "c1"), ("a1", "d1"), ("b1", "c1"), ("b1", "d1"))


def test_an_alternative_may_be_empty() -> None:
    assert expand("has (been |)suspended") == (("has been suspended",), ("has suspended",))


def test_equal_expansions_are_kept_once() -> None:
    assert expand("ＡＢ(c|C)") == (("abc",),)


def test_the_text_is_folded_after_it_was_multiplied_out() -> None:
    assert expand("ｶｰﾄﾞ (番号|Number)") == (("カード番号",), ("カードnumber",))


@pytest.mark.parametrize(
    "text",
    [
        "(a|b",
        "a|b)",
        "((a|b)|c)",
        "ab|cd",
        "ab…cd",
        "ab … ",
        "ab* cd",
        "(ab|)",
        "x",
        "(a|b|c|d)(e|f|g|h)(i|j|k|l)(m|n)",
    ],
)
def test_what_cannot_be_meant_is_refused(text: str) -> None:
    with pytest.raises(BadRegistry):
        expand(text)


def test_sixty_four_expansions_are_allowed() -> None:
    assert len(expand("(a|b|c|d)(e|f|g|h)(i|j|k|l)x")) == 64


def test_a_gap_is_at_most_forty_characters_and_may_be_none() -> None:
    assert found("番号 … 入力", "番号入力")
    assert found("番号 … 入力", "番号" + "あ" * GAP + "入力")
    assert not found("番号 … 入力", "番号" + "あ" * (GAP + 1) + "入力")
    assert not found("番号 … 入力", "入力番号")


def test_a_later_beginning_may_save_the_match() -> None:
    assert found("番号 … 入力", "番号" + "あ" * 60 + "番号を入力")


def test_latin_words_need_their_boundaries() -> None:
    assert found("verify", "please verify!")
    assert not found("verify", "please verifying")
    assert not found("verify", "unverify")
    assert found("verify", "今すぐverifyしてください")
    assert found("24時間", "あと24時間")
    assert not found("24時間", "あと124時間")


def test_a_star_lets_the_word_go_on_but_not_begin_earlier() -> None:
    assert found("verif*", "verification")
    assert not found("verif*", "unverified")
    assert expand("verif* … account") == (("verif*", "account"),)


def test_a_match_tells_its_place() -> None:
    assert match(("番号", "入力"), "カード番号を入力") == (3, 8)


@given(st.text(max_size=200))
def test_matching_never_fails_on_any_text(text: str) -> None:
    folded = fold_plain(text)
    place = match(("a", "b"), folded)
    if place is not None:
        assert folded[place[0]] == "a"
        assert folded[place[1] - 1] == "b"


def test_every_specimen_of_the_lexicon_matches_and_no_nearly_does() -> None:
    for group in load().lexicon:
        for phrase in group.phrases:
            specimen = fold_plain(phrase.specimen)
            assert any(match(s, specimen) for s in phrase.sequences), (group.id, phrase.text)
            for text in group.nearly:
                folded = fold_plain(text)
                assert not any(match(s, folded) for s in phrase.sequences), (group.id, text)
