from hypothesis import given
from hypothesis import strategies as st

from mayoke.breach.read.flow import Builder, Flow


def whole(text: str) -> Flow:
    builder = Builder(text)
    builder.keep(0, len(text))
    return builder.flow()


def quoted(flow: Flow, original: str, words: str) -> str:
    at = flow.text.index(words)
    start, end = flow.span(at, at + len(words))
    return original[start:end]


def test_readings_in_brackets_are_left_out() -> None:
    text = "情報が漏洩（ろうえい）し、脆弱(ぜいじゃく)性を突かれた"
    flow = whole(text)
    assert flow.text == "情報が漏洩し、脆弱性を突かれた"
    assert quoted(flow, text, "漏洩し") == "漏洩（ろうえい）し"


def test_words_in_brackets_that_are_no_readings_stay() -> None:
    text = "氏名（ふりがな）、件数（うち）、会員（など）、約1万件（のべ）"
    assert "(ふりがな)" in whole(text).text
    assert "(うち)" in whole(text).text
    assert "(のべ)" in whole(text).text


def test_circled_numbers_do_not_melt_into_amounts() -> None:
    text = "これは③2件です"
    flow = whole(text)
    assert flow.text == "これは(3)2件です"
    assert quoted(flow, text, "(3)") == "③"
    assert quoted(flow, text, "2件") == "2件"


def test_hyphens_within_katakana_become_long_vowels() -> None:
    assert (
        whole("パスワ－ド、サ-バ-へ、クレジットカ‐ド").text
        == "パスワード、サーバーへ、クレジットカード"
    )
    assert whole("9:00ー17:00").text == "9:00-17:00"
    assert whole("ABC-アイウ").text == "abc-アイウ"


def test_radicals_become_characters() -> None:
    assert whole("市⺠の⻑、⽉⽇").text == "市民の長、月日"


def test_private_signs_of_a_notice_cannot_forge_lines() -> None:
    text = "a\ue000b\ue001c"
    flow = whole(text)
    assert "\n" not in flow.text
    assert "\t" not in flow.text
    assert flow.span(0, len(flow.text)) == (0, len(text))


def test_stretches_are_joined_and_lead_back() -> None:
    text = "氏名、住\n  所、電話\n番号"
    builder = Builder(text)
    builder.keep(0, 4)
    builder.keep(7, 11)
    builder.keep(12, 14)
    builder.end_line(14)
    flow = builder.flow()
    assert flow.text == "氏名、住所、電話番号\n"
    assert quoted(flow, text, "住所") == "住\n  所"
    assert quoted(flow, text, "電話番号") == "電話\n番号"


def test_an_empty_flow_leads_to_the_start() -> None:
    assert Builder("").flow().span(0, 0) == (0, 0)


PIECES = st.lists(
    st.sampled_from(
        [*"あア漢ー-～〜①⑫ A1,.。、（）()㈱ﾊﾟ⽉⺠", "（ろうえい）", "\u200b", "か゛", "\ue000"]
    ),
    max_size=30,
).map("".join)


@given(PIECES | st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_every_stretch_of_the_flow_comes_from_the_words_it_is_quoted_by(text: str) -> None:
    flow = whole(text)
    last = 0
    for at in range(len(flow.text)):
        start, end = flow.span(at, at + 1)
        assert last <= start <= end <= len(text)
        last = start
        sign = flow.text[at]
        if sign.isalnum() and sign != "ー":  # others depend on their neighbours
            assert sign in whole(text[start:end]).text
    assert flow.span(0, len(flow.text))[1] <= len(text)
