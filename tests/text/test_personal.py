from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mayoke.text import personal

FINDERS: list[Callable[[str], list[tuple[int, int]]]] = [
    personal.phones,
    personal.card_numbers,
    personal.mail_addresses,
    personal.wallets,
    personal.postal_codes,
]


def _quotes(finder: Callable[[str], list[tuple[int, int]]], text: str) -> list[str]:
    return [text[start:end] for start, end in finder(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("電話 03-1234-5678 まで", ["03-1234-5678"]),
        ("０３（１２３４）５６７８", ["０３（１２３４）５６７８"]),
        ("(03)1234-5678", ["(03)1234-5678"]),
        ("090-1234-5678、0120-444-444", ["090-1234-5678", "0120-444-444"]),
        ("TEL:09012345678", ["09012345678"]),
        ("0120444444", ["0120444444"]),
        ("+81 90-1234-5678", ["+81 90-1234-5678"]),
        ("+81-3-1234-5678", ["+81-3-1234-5678"]),
        ("+1 (415) 555-2671", ["+1 (415) 555-2671"]),
        ("2026-11-22 10:00", []),
        ("注文番号 249-1234567-1234567", []),
        ("0123456789012", []),
        ("1234-5678-9012", []),
        ("https://example.com/?id=0312345678", []),
    ],
)
def test_telephones(text: str, found: list[str]) -> None:
    assert _quotes(personal.phones, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("カード 4111 1111 1111 1111 です", ["4111 1111 1111 1111"]),
        ("4111-1111-1111-1111", ["4111-1111-1111-1111"]),
        ("４１１１１１１１１１１１１１１１", ["４１１１１１１１１１１１１１１１"]),
        ("3782 822463 10005", ["3782 822463 10005"]),
        ("4111 1111 1111 1112", []),
        ("0000 0000 0000 0000", []),
        ("41111111111111111111111", []),
    ],
)
def test_card_numbers(text: str, found: list[str]) -> None:
    assert _quotes(personal.card_numbers, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("連絡は taro.yamada+x@mail.example.co.jp へ", ["taro.yamada+x@mail.example.co.jp"]),
        ("taro@example.comまで", ["taro@example.com"]),
        ("a@b @example.com", []),
    ],
)
def test_mail_addresses(text: str, found: list[str]) -> None:
    assert _quotes(personal.mail_addresses, text) == found


@pytest.mark.parametrize(
    "wallet",
    [
        "1BoatSLRHtKNngkdXEeobR76b53LETtpyT",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "LhK2kQwiaAvhjWY799cZvMyYwnQAcxkarr",
        "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
    ],
)
def test_wallets(wallet: str) -> None:
    assert _quotes(personal.wallets, f"送金先: {wallet} まで") == [wallet]
    assert _quotes(personal.wallets, f"https://example.com/{wallet}") == []


def test_a_long_word_is_no_wallet() -> None:
    assert personal.wallets("Thequickbrownfoxjumpsoverthelazydg 1" + "1" * 30) == []


@pytest.mark.parametrize(
    ("text", "written", "yen"),
    [
        ("1,000円", "1,000円", 1000),
        ("¥1,000", "¥1,000", 1000),
        ("￥１２，３４５です", "￥１２，３４５", 12345),
        ("計 300万円の", "300万円", 3_000_000),
        ("１万５千円", "１万５千円", 15_000),
        ("1億2000万円", "1億2000万円", 120_000_000),
        ("1.5億円", "1.5億円", 150_000_000),
        ("三万円", "三万円", 30_000),
        ("十二万三千円", "十二万三千円", 123_000),
        ("百万円", "百万円", 1_000_000),
        ("5,000 yen", "5,000 yen", 5000),
        ("JPY 5,000", "JPY 5,000", 5000),
        ("0円", "0円", 0),
    ],
)
def test_sums_in_yen(text: str, written: str, yen: int) -> None:
    ((start, end, value),) = personal.yen_amounts(text)
    assert (text[start:end], value) == (written, yen)


def test_what_is_no_sum_in_yen() -> None:
    assert personal.yen_amounts("円高 100ドル 1,000 points 円") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("〒100-0001 東京都", ["〒100-0001"]),
        ("１００－０００１", ["１００－０００１"]),
        ("03-100-0001", []),
        ("100-00012", []),
    ],
)
def test_postal_codes(text: str, found: list[str]) -> None:
    assert _quotes(personal.postal_codes, text) == found


@given(
    st.text(max_size=60)
    | st.text("0123４５-－ー()（）+＋ 　.円万億千百十一〒@aT\ud800", max_size=60)
)
def test_every_finder_gives_spans_in_order_on_any_text(text: str) -> None:
    spans = [finder(text) for finder in FINDERS]
    spans.append([(start, end) for start, end, _ in personal.yen_amounts(text)])
    for found in spans:
        last = 0
        for start, end in found:
            assert last <= start < end <= len(text)
            last = end


def test_no_finder_goes_on_for_ever() -> None:
    assert len(personal.yen_amounts("1円" * 5000)) == 1000
