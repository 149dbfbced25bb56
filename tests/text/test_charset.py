import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text.charset import Decoded, decode
from mayoke.text.jis import decode_iso_2022_jp

LABELS = [
    None, "", "utf-8", "us-ascii", "iso-2022-jp", "cp50221", "shift_jis", "windows-31j", "x-sjis",
    "euc-jp", "gb2312", "hz-gb-2312", "big5", "ks_c_5601-1987", "iso-2022-kr", "utf-7", "utf-16",
    "utf-16le", "utf-32", "iso-8859-1", "koi8-r", "base64", "rot13", "idna", "nonsense", "\0", "é",
]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "declared", "text", "used"),
    [
        ("確認".encode(), "utf-8", "確認", "utf-8"),
        ("確認".encode(), "us-ascii", "確認", "utf-8"),
        ("確認".encode(), "iso-8859-1", "確認", "utf-8"),
        (b"\xef\xbb\xbfabc", None, "abc", "utf-8"),
        (b"plain", "shift_jis", "plain", "ascii"),
        ("①髙橋㈱～".encode("cp932"), "Shift_JIS", "①髙橋㈱～", "cp932"),
        ("①髙橋".encode("cp932"), "windows-31j", "①髙橋", "cp932"),
        ("①髙橋".encode("cp932"), "x-sjis", "①髙橋", "cp932"),
        ("ご確認ください".encode("cp932"), None, "ご確認ください", "cp932"),
        ("楽天カード".encode("cp932"), "iso-8859-1", "楽天カード", "cp932"),
        ("ﾃｽﾄです".encode("cp932"), "shift_jis", "ﾃｽﾄです", "cp932"),
        (b"\xad\xa1\xa4\xa2", "euc-jp", "①あ", "euc-jp"),
        ("ご確認ください".encode("euc-jp"), None, "ご確認ください", "euc-jp"),
        ("简体镕".encode("gbk"), "gb2312", "简体镕", "gb18030"),
        ("繁體".encode("big5"), "big5", "繁體", "big5"),
        ("한글똠".encode("cp949"), "ks_c_5601-1987", "한글똠", "euc-kr"),
        (b"\x1b$)C\x0e0!\x0f", "iso-2022-kr", "가", "iso2022_kr"),
        (b"~{VPND~}", "hz-gb-2312", "中文", "hz"),
        ("Привет".encode("koi8-r"), "koi8-r", "Привет", "koi8-r"),
        ("café".encode("latin-1"), "iso-8859-1", "café", "windows-1252"),
        (b"\x93quoted\x94", "iso-8859-1", "“quoted”", "windows-1252"),
        (b"\xff\xfe\xe5e,g", None, "日本", "utf-16"),
        (b"+ZeVnLA-", "utf-7", "日本", "utf-7"),
        (b"+ZeVnLA-", "us-ascii", "+ZeVnLA-", "ascii"),
        (b"+ZeVnLA-", None, "+ZeVnLA-", "ascii"),
        ("確認".encode(), "iso-2022-jp", "確認", "utf-8"),
        ("ご確認ください".encode("euc-jp"), "iso-2022-jp", "ご確認ください", "euc-jp"),
        ("確認".encode() + b"\x1b(B", "utf-8", "確認\x1b(B", "utf-8"),
        (b"\x1b[31mred", "us-ascii", "\x1b[31mred", "ascii"),
    ],
)
def test_the_bytes_decide_and_the_label_helps(
    data: bytes, declared: str | None, text: str, used: str
) -> None:
    assert decode(data, declared) == Decoded(text, used, 0)


@pytest.mark.parametrize("label", ["iso-2022-jp", "cp50220", "ISO-2022-JP-MS", None, "us-ascii"])
@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\x1b$BF|K\\8l\x1b(B abc", "日本語 abc"),
        (b"\x1b$B\x2d\x21\x2d\x6a\x1b(B", "①㈱"),  # NEC row 13
        (b"\x1b$B\x79\x21\x1b(B", "纊"),  # NEC selection of IBM characters
        (b"\x1b(I\x43\x3d\x44\x1b(B", "ﾃｽﾄ"),
        (b"\x1b$B%F\x1b(J~\\\x1b(B", "テ~\\"),  # JIS Roman is shown as ASCII
        (b"\x1b$B!A\x1b(B", "～"),
        (b"\x1b$BF|\r\nabc", "日\r\nabc"),  # the state ends with the line
        (b"\x1b$BF|\x1b(I\x31\r\n\x1b(Babc", "日ｱ\r\nabc"),
        (b"\x1b$(D\x30\x21\x1b(B", "丂"),  # JIS X 0212
    ],
)
def test_iso_2022_jp_is_read_as_mail_programs_do(label: str | None, data: bytes, text: str) -> None:
    assert decode(data, label) == Decoded(text, "iso-2022-jp", 0)


def test_every_character_of_jis_x_0208_is_read_alike_on_the_quick_and_the_slow_way() -> None:
    for row in range(0x21, 0x75):
        cells = bytes(byte for cell in range(0x21, 0x7F) for byte in (row, cell))
        quick = decode_iso_2022_jp(b"\x1b$B" + cells + b"\x1b(B")[0]
        slow = decode_iso_2022_jp(b"\x1b$B" + cells + b"\x1b(I\x1b(B")[0]
        assert quick == slow


def test_two_byte_euc_is_not_taken_for_utf_8() -> None:
    assert decode("袖".encode("euc-jp"), "euc-jp").text == "袖"


def test_one_broken_byte_does_not_turn_utf_8_into_something_else() -> None:
    data = "ご確認".encode() + b"\xff" + "ください".encode()
    assert decode(data, "utf-8") == Decoded("ご確認\ufffdください", "utf-8", 1)


def test_a_text_that_is_cut_in_a_character_is_read_to_there() -> None:
    found = decode("ご確認ください".encode("cp932")[:-1], "shift_jis")
    assert found.text.startswith("ご確認くださ")
    assert found.undecodable == 1


@given(st.binary(max_size=200), st.sampled_from(LABELS))
def test_decoding_never_raises_and_gives_text_that_can_be_encoded(
    data: bytes, label: str | None
) -> None:
    found = decode(data, label)
    found.text.encode("utf-8")
    assert found.undecodable >= 0
    assert found.used


@given(st.text(max_size=60))
def test_utf_8_is_always_read_back(text: str) -> None:
    data = text.encode("utf-8", "ignore")
    if b"\x1b" not in data and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert decode(data, "utf-8").text == data.decode()


KANA = st.text(st.sampled_from("あいうえおかきくけこアイウエオ、。ー日本語確認①㈱髙"), min_size=4)


@given(KANA.filter(lambda text: sum("ぁ" <= ch <= "ん" for ch in text) * 2 > len(text)))
def test_unlabelled_japanese_is_recognised(text: str) -> None:
    assert decode(text.encode("cp932"), None).text == text
