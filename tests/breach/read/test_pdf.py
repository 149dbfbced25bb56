import pytest

from mayoke.breach.read.layout import lay_out
from mayoke.breach.read.read import read
from mayoke.records.errors import UnsupportedInput
from mayoke.records.gap import Gap
from tests.breach.read.pdfs import LEFT, STEP, TOP, pdf, placed


def lines(data: bytes) -> list[str]:
    reading = lay_out(read(data))
    return [reading.text[line.start : line.end] for line in reading.lines]


def test_the_text_of_a_document_is_read() -> None:
    notice = read(pdf([["2024年3月5日", "株式会社みかん堂", "情報が漏えいしました。"]]))
    assert notice.media_type == "application/pdf"
    assert notice.text == "2024年3月5日\n株式会社みかん堂\n情報が漏えいしました。"
    assert notice.main == (0, len(notice.text))
    assert notice.gaps == ()


def test_lines_that_reach_the_margin_are_joined() -> None:
    found = lines(
        pdf(
            [
                [
                    "個人情報の漏えいについて",
                    "このたび、当社が管理するお客様情報が外部に漏えいした可能性があることがわか",
                    "りました。お客様にご迷惑をおかけしますことをお詫びします。",
                    "1.項目",
                    "・氏名",
                    "・住所",
                ]
            ]
        )
    )
    assert found == [
        "個人情報の漏えいについて",
        "このたび、当社が管理するお客様情報が外部に漏えいした可能性があることがわかりました。お客様にご迷惑をおかけしますことをお詫びします。",
        "項目",
        "氏名",
        "住所",
    ]


def test_lines_set_to_the_right_are_not_joined() -> None:
    right = LEFT + 380
    data = placed(
        [
            [
                (right - 80, TOP, "2024年3月5日"),
                (right - 80, TOP - STEP, "株式会社みかん堂"),
                (LEFT, TOP - 2 * STEP, "あ" * 38),
                (LEFT, TOP - 3 * STEP, "い" * 38),
            ]
        ]
    )
    assert lines(data)[:2] == ["2024年3月5日", "株式会社みかん堂"]


def test_heads_feet_and_page_numbers_do_not_cut_a_sentence() -> None:
    head = "株式会社みかん堂 広報"
    first = "お客様の情報が外部から閲覧できる状態になっていたことが判明いたしましたので、対"
    second = "象となる方にお知らせします。"
    data = pdf([[head, "あ" * 38, first, "- 1 -"], [head, second, "以上です。", "- 2 -"]])
    found = lines(data)
    assert found[0] == "株式会社みかん堂広報"
    assert any(line.endswith("対象となる方にお知らせします。") for line in found)
    assert not any("- 2" in line or line == "2" for line in found)
    assert found.count("株式会社みかん堂広報") == 1


def test_pages_that_are_all_alike_are_kept() -> None:
    notice = read(pdf([["漏えい1件"], ["漏えい2件"], ["漏えい3件"]]))
    assert notice.text == "漏えい1件\n漏えい2件\n漏えい3件"


def test_an_address_broken_over_two_pages_is_one() -> None:
    data = pdf(
        [["詳細は https://www.example.jp/news/2024/", "1"], ["owabi.html をご覧ください。", "2"]]
    )
    assert "https://www.example.jp/news/2024/owabi.html" in lines(data)[0]


def test_radicals_for_characters_are_quoted_as_they_stand() -> None:
    reading = lay_out(read(pdf([["7⽉21⽇に市⺠の情報が漏えい"]])))
    assert reading.text.startswith("7月21日に市民の情報")
    assert reading.quote(0, 5).quote == "7⽉21⽇"


def test_a_locked_document_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnsupportedInput, match="password: save it without one"):
        read(pdf([["漏えい"]], password="secret"))


def test_a_picture_of_a_notice_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnsupportedInput, match="only a picture"):
        read(pdf([[], []]))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.4\n%%EOF", pdf([["漏えい"]])[:300]])
def test_a_damaged_document_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedInput):
        read(data)


def test_thousands_of_pages_are_cut() -> None:
    notice = read(pdf([[f"漏えい{i}件目の{chr(0x4E00 + i)}"] for i in range(3000)]))
    assert notice.gaps == (Gap("text", "limit-reached"),)
    assert notice.text.count("漏えい") == 60


def test_full_pages_are_cut() -> None:
    page = [chr(0x4E00 + i) * 45 + "。" for i in range(45)]
    notice = read(pdf([page] * 70))
    assert notice.gaps == (Gap("text", "limit-reached"),)
    assert len(notice.text) <= 100_000


@pytest.mark.parametrize("seed", range(40))
def test_a_document_with_a_wrong_byte_is_read_or_refused(seed: int) -> None:
    data = bytearray(pdf([["2024年3月5日に個人情報が漏えいしました。"]]))
    data[8 + (seed * 7919) % (len(data) - 8)] ^= 1 << seed % 8
    try:
        notice = read(bytes(data))
    except UnsupportedInput:
        return
    assert len(lay_out(notice).text) < 200
