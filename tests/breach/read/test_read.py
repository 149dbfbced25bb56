from datetime import date

import pytest

from mayoke.breach.read.read import read
from mayoke.records.errors import EmptyInput, TooLarge, UnsupportedInput
from mayoke.records.gap import Gap
from mayoke.records.notice import NoticeContext

NOTICE = "2024年3月5日\n株式会社みかん堂\nお客様の個人情報が漏えいした可能性があります。\n"
CUT = (Gap("text", "limit-reached"),)


@pytest.mark.parametrize(
    "charset",
    ["utf-8", "utf-8-sig", "cp932", "euc-jp", "iso-2022-jp", "utf-16", "utf-16-le", "utf-16-be"],
)
def test_text_is_read_in_any_japanese_charset(charset: str) -> None:
    notice = read(NOTICE.encode(charset))
    assert notice.text == NOTICE
    assert notice.media_type == "text/plain"
    assert notice.main == (0, len(NOTICE))
    assert notice.gaps == ()


def test_text_may_be_handed_in_as_it_is() -> None:
    assert read(NOTICE).text == NOTICE
    assert read(NOTICE).sha256 == read(NOTICE.encode()).sha256


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0c"])
def test_line_ends_are_made_alike(end: str) -> None:
    assert read(NOTICE.replace("\n", end)).text == NOTICE


@pytest.mark.parametrize("data", [b"", "", b" \n\t", "\u3000\n", "\ufeff", "<html><p> </p></html>"])
def test_nothing_is_refused(data: bytes | str) -> None:
    with pytest.raises(EmptyInput):
        read(data)


def test_what_is_too_large_is_refused() -> None:
    with pytest.raises(TooLarge, match="25 MB"):
        read(b"a" * 25_000_001)


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + bytes(40),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40),
        b"\x89PNG\r\n\x1a\n" + bytes(40),
        b"\xff\xd8\xff\xe0" + bytes(40),
        b"BM" + bytes(40),
        b"{\\rtf1 x}",
        bytes(range(256)) * 20,
        bytes(1000) + b"x",
    ],
)
def test_other_forms_are_refused_and_the_words_tell_what_is_read(data: bytes) -> None:
    with pytest.raises(UnsupportedInput, match="PDF are read"):
        read(data)


def test_text_that_begins_like_a_picture_is_read() -> None:
    assert read("BMWの販売店からのお知らせ").text.startswith("BMW")


def test_a_page_is_told_by_its_looks_or_by_what_is_said_of_it() -> None:
    assert read("<!DOCTYPE html><p>漏えい</p>").media_type == "text/html"
    assert read("<div>漏えい</div>").media_type == "text/html"
    assert (
        read("漏えい<br>しました", media_type="text/html; charset=utf-8").text == "漏えい\nしました"
    )
    assert read("<要旨>\n・漏えい").media_type == "text/plain"
    assert read("<p>漏えい</p>", media_type="text/plain").text == "<p>漏えい</p>"


def test_what_the_caller_knows_goes_before_what_the_page_says() -> None:
    page = "<title>題</title><link rel=canonical href='https://a.example.jp/'><p>漏えい</p>"
    known = NoticeContext("表題", "https://b.example.jp/", "店", date(2024, 3, 5))
    assert read(page, known).context == known
    assert read(page).context.title == "題"
    assert read(page).context.url == "https://a.example.jp/"


def test_long_text_is_cut_and_the_gap_told() -> None:
    for text in ("漏えい" * 2_000_000, "漏えい\n" * 50_000):
        for data in (text, text.encode(), text.encode("cp932")):
            notice = read(data)
            assert notice.gaps == CUT
            assert len(notice.text) <= 100_000
            assert notice.text.startswith("漏えい")
            assert "\ufffd" not in notice.text


def test_empty_lines_do_not_count_against_the_limit_of_lines() -> None:
    notice = read("漏えい" + "\n" * 9000 + "です")
    assert notice.text.endswith("です")
    assert notice.gaps == ()


def test_broken_characters_do_no_harm() -> None:
    notice = read("漏え\ud800い\0です")
    assert notice.text == "漏え\ufffdいです"
