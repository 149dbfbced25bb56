import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.wrap import continues, joint, width

PROSE = (
    "このたび当社が管理するお客様の情報の一部について、外部から閲覧できる状態になっていたことが判明いたしました。"
    "対象となるお客様には、書面または電子メールにより個別にご連絡を差し上げております。"
    "お客様には多大なご迷惑とご心配をおかけしますことを、深くお詫び申し上げます。"
)


def wrapped(line: str, cells: int) -> list[str]:
    """The line as a program breaks it that knows no rules."""
    found, row = [], ""
    for ch in line:
        if width(row + ch) > cells:
            found.append(row)
            row = ""
        row += ch
    return [*found, row]


def rejoined(lines: list[str], own: list[bool] | None = None) -> list[str]:
    found: list[str] = []
    for line, goes_on in zip(lines, continues(lines, own or [False] * len(lines)), strict=True):
        if goes_on:
            found[-1] = joint(found[-1], line.lstrip())
        else:
            found.append(line)
    return found


@pytest.mark.parametrize("cells", [40, 48, 60, 70, 76, 80])
def test_prose_broken_at_a_width_becomes_one_again(cells: int) -> None:
    lines = wrapped(PROSE, cells)
    assert len(lines) > 2
    again = rejoined(lines)
    assert "".join(again) == PROSE
    assert all(line.endswith("。") for line in again)


def test_lines_broken_at_a_number_of_letters_become_one_again() -> None:
    line = "当社の会員サイト「MIKAN-DO 2020」のサーバー3台に、IDとパスワード1,234件を用いた不正なアクセスがありました。"
    lines = [line[i : i + 20] for i in range(0, len(line), 20)]
    assert rejoined(lines) == [line]


def test_short_lines_and_lists_stay_apart() -> None:
    lines = ["氏名", "住所", "電話番号", "メールアドレス", "クレジットカード番号"]
    assert rejoined(lines) == lines


def test_lines_of_their_own_are_never_joined() -> None:
    lines = wrapped(PROSE, 60)
    assert rejoined(lines, [True] * len(lines)) == lines


def test_long_lines_that_were_not_broken_stay_apart() -> None:
    lines = [
        "対象となる可能性のあるお客様の人数は次のとおりですのでご確認をお願いします",
        "会員登録をされているお客様 1,234名",
        "会員登録をされていないお客様 567名",
        PROSE,
    ]
    assert rejoined(lines) == lines


def test_a_sentence_broken_by_hand_is_one() -> None:
    lines = [
        "このたび、弊社が運営するサイトにおきまして、",
        "第三者による不正アクセスを受け、",
        "情報が漏えいした可能性があることが",
        "判明いたしました。",
    ]
    assert rejoined(lines) == ["".join(lines)]


def test_a_title_broken_by_hand_is_one() -> None:
    lines = ["弊社ECサイトへの不正アクセスによる", "個人情報流出に関するお詫びとお知らせ"]
    assert rejoined(lines) == ["".join(lines)]


def test_an_open_bracket_is_closed_on_the_next_line() -> None:
    lines = ["対象は2,024件です(漏えいし", "た期間ではありません)。"]
    assert rejoined(lines) == ["".join(lines)]


def test_a_whole_line_is_not_continued_although_it_ends_in_a_particle() -> None:
    lines = ["本年の漏えいの件で被害のあったお客様に", "次のとおりお知らせします。"]
    assert continues(lines, [False, False]) == [False, True]
    assert continues(lines, [False, False], [True, False]) == [False, False]


def test_a_broken_address_is_one_but_a_number_below_it_is_none() -> None:
    assert rejoined(["詳細 https://www.example.jp/news/2024/", "owabi.html"]) == [
        "詳細 https://www.example.jp/news/2024/owabi.html"
    ]
    lines = ["https://www.example.jp/", "0120-000-123"]
    assert rejoined(lines) == lines


def test_an_amount_ends_a_line() -> None:
    lines = [
        "給湯器の点検をご契約のお客様の氏名と住所と電話番号と備考 1,600件",
        "口座振替をご利用のお客様の口座番号と金融機関の名称と支店 210件",
        "以上のとおりです。",
    ]
    assert rejoined(lines) == lines


def test_a_space_stands_only_between_latin_words() -> None:
    assert joint("the quick brown", "fox jumps") == "the quick brown fox jumps"
    assert joint("記録したUS", "Bメモリ") == "記録したUSBメモリ"
    assert joint("合計 1,2", "34件") == "合計 1,234件"
    assert joint("https://www.example.jp/ab", "cdef.html") == "https://www.example.jp/abcdef.html"


def test_width_counts_cells() -> None:
    assert width("漏えいABCｱｲ、") == 6 + 3 + 2 + 2


@given(
    st.lists(st.text(alphabet="あ漢aA1、。（）「・ -:/", min_size=0, max_size=80).map(str.rstrip))
)
def test_any_lines_are_judged(lines: list[str]) -> None:
    own = [not line for line in lines]
    found = continues(lines, own)
    assert len(found) == len(lines)
    assert not any(goes_on and alone for goes_on, alone in zip(found, own, strict=True))
    assert not found[:1] or not found[0]


def test_a_broken_text_that_was_widened_afterwards_is_joined_as_before() -> None:
    lines = [
        "当社は2024年6月7日に公表した後、外部の調査会社2社に依頼して確認を進めてまいりまし",
        "た。対象となるお客様は1,204名、うちカード情報を入力された方は318名であることがわか",
        "りました。6月28日から順次、書面でお知らせしており、7月15日までに全員へお届けする予",
        "定です。ご不明な点は、0120-000-226(平日9時から18時まで)へお問い合わせくださいます",
        "ようお願いいたします。",
    ]
    own = [False] * len(lines)
    wide = {c: c + 0xFEE0 for c in range(0x21, 0x7F) if not chr(c).isalpha()}
    narrow = continues(lines, own)
    assert narrow == [False, True, True, True, True]
    assert continues([line.translate(wide) for line in lines], own) == narrow
