"""Patterns of personal data and money: telephones, cards, addresses, wallets, yen, postal codes.

Every finder stops after 1,000 matches.
"""

from itertools import islice

import re2

_D = "[0-9０-９]"
_DASH = "[-‐‑‒–—―−－ー]"
_DIGITS = str.maketrans("０１２３４５６７８９，．", "0123456789,.")

_GAP = rf"[ 　]?(?:{_DASH}|[()（）.])[ 　]?"
_SPACE = rf"(?:[ 　]?{_DASH}[ 　]?|[ 　])?"
_PHONE = re2.compile(
    rf"[+＋][8８][1１]{_SPACE}(?:[(（]?[0０][)）]?)?{_D}{{1,4}}{_SPACE}{_D}{{1,4}}{_SPACE}{_D}{{4}}|"
    rf"[+＋]{_D}{{1,3}}[ 　.]?{_DASH}?(?:[(（]{_D}{{1,4}}[)）][ 　]?{_DASH}?)?"
    rf"{_D}{{1,4}}(?:{_SPACE}{_D}{{2,4}}){{1,3}}"
    rf"|[(（]?0{_D}{{1,4}}{_GAP}{_D}{{1,4}}{_GAP}{_D}{{3,4}}"
    rf"|[(（]?０{_D}{{1,4}}{_GAP}{_D}{{1,4}}{_GAP}{_D}{{3,4}}"
    rf"|[0０]{_D}{{2}} {_D}{{4}} {_D}{{4}}"
    rf"|[0０]{_D}{{9,10}}"
)
_CARD = re2.compile(
    rf"{_D}{{4}}{_SPACE}{_D}{{4}}{_SPACE}{_D}{{4}}{_SPACE}{_D}{{1,7}}"
    rf"|[3３]{_D}{{3}}{_SPACE}{_D}{{6}}{_SPACE}{_D}{{4,5}}"
)
_MAIL = re2.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_{|}~.\-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62}\.)+[A-Za-z]{2,24}"
)
_BASE58 = "[1-9A-HJ-NP-Za-km-z]"
_BECH32 = "[02-9ac-hj-np-z]"
_WALLET = re2.compile(
    rf"\b(?:bc1{_BECH32}{{11,71}}|BC1[02-9AC-HJ-NP-Z]{{11,71}}|ltc1{_BECH32}{{11,71}}"
    rf"|0x[0-9a-fA-F]{{40}}|T{_BASE58}{{33}}|[13]{_BASE58}{{25,34}}|[LM]{_BASE58}{{26,33}})\b"
)
_NUMBER = rf"{_D}[0-9０-９,，.．]{{0,17}}"
_KANJI = "[〇一二三四五六七八九十百千万億兆]"
_YEN = re2.compile(
    rf"[¥￥\\][ 　]?({_NUMBER})"
    rf"|((?:{_NUMBER}[ 　]?[兆億万千百]?[ 　]?){{1,4}}|{_KANJI}{{1,12}})(?:円|圓)"
    rf"|({_NUMBER})[ 　]?(?:[Yy][Ee][Nn]|JPY)\b"
    rf"|\bJPY[ 　]?({_NUMBER})"
)
_POSTAL = re2.compile(rf"(?:〒[ 　]?)?{_D}{{3}}{_DASH}{_D}{{4}}")

_UNITS = {"百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_KANJI_DIGITS = {ch: value for value, ch in enumerate("〇一二三四五六七八九")}
_MOST = 10**15
_FOUND_MAX = 1000
"""No message needs more of one sort."""

Span = tuple[int, int]


def phones(text: str) -> list[Span]:
    """Telephone numbers: Japanese ones (0…, +81) in any width, and international ones with +."""
    return [span for span in _spans(_PHONE, text) if _is_phone(text[slice(*span)])]


def card_numbers(text: str) -> list[Span]:
    """Payment card numbers: 13 to 19 digits, of a card scheme, right by Luhn (ISO/IEC 7812-1)."""
    return [span for span in _spans(_CARD, text) if _is_card(_digits(text[slice(*span)]))]


def mail_addresses(text: str) -> list[Span]:
    """Mail addresses in ASCII, as people write them."""
    return [found.span() for found in islice(_MAIL.finditer(_encodable(text)), _FOUND_MAX)]


def wallets(text: str) -> list[Span]:
    """Addresses of Bitcoin, Litecoin, Ethereum and Tron wallets, by their shape."""
    found = [match.span() for match in islice(_WALLET.finditer(_encodable(text)), _FOUND_MAX)]
    return [span for span in found if _is_wallet(text, *span)]


def yen_amounts(text: str) -> list[tuple[int, int, int]]:
    """``(start, end, yen)`` of sums in yen: ``¥1,000``, ``１万５千円``, ``1.5億円``, ``三万円``."""
    out = []
    for found in islice(_YEN.finditer(_encodable(text)), _FOUND_MAX):
        written = next(group for group in found.groups() if group)
        value = _value(written)
        if value is not None and value <= _MOST:
            out.append((found.start(), found.end(), value))
    return out


def postal_codes(text: str) -> list[Span]:
    """Japanese postal codes, with or without 〒."""
    return _spans(_POSTAL, text)


def _encodable(text: str) -> str:
    """The text without lone surrogates, which re2 cannot take; offsets stay."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _spans(pattern: "re2._Regexp[str]", text: str) -> list[Span]:
    """Matches that do not stand inside a longer number or word."""
    spans = []
    for found in islice(pattern.finditer(_encodable(text)), _FOUND_MAX):
        start, end = found.span()
        if not (_clings(text[start - 1 : start]) or _clings(text[end : end + 1])):
            spans.append((start, end))
    return spans


def _clings(ch: str) -> bool:
    return ch.isdigit() or (ch != "" and (ch in "_/=-&%" or (ch.isascii() and ch.isalpha())))


def _digits(written: str) -> str:
    return "".join(ch for ch in written.translate(_DIGITS) if "0" <= ch <= "9")


def _is_phone(written: str) -> bool:
    digits = _digits(written)
    international = any(ch in "+＋" for ch in written)
    if international and not digits.startswith("81"):
        return 9 <= len(digits) <= 15
    if digits.startswith("81") and international:
        digits = "0" + digits[2:].removeprefix("0")
    if not digits.startswith("0") or digits.startswith("00"):
        return False
    if digits[:3] in ("020", "050", "060", "070", "080", "090") or digits.startswith("0800"):
        return len(digits) == 11
    grouped = len(digits) < len(written)
    return len(digits) == 10 and (grouped or digits.startswith(("0120", "0570", "03", "06")))


def _is_card(digits: str) -> bool:
    if not 13 <= len(digits) <= 19 or digits[0] not in "23456" or len(set(digits)) < 2:
        return False
    total = 0
    for place, ch in enumerate(reversed(digits)):
        value = int(ch) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_wallet(text: str, start: int, end: int) -> bool:
    if start and text[start - 1] in "/=_-+.@%&":
        return False
    word = text[start:end]
    if word[:3].lower() in ("bc1", "ltc") or word.startswith("0x"):
        return any(ch.isdigit() for ch in word[4:])
    kinds = (str.isdigit, str.isupper, str.islower)
    return all(any(map(kind, word)) for kind in kinds)


def _value(written: str) -> int | None:
    """The number that is written, in yen; ``None`` when it is no number."""
    total = section = 0.0
    number = ""
    for ch in written.translate(_DIGITS):
        if ch in "0123456789.":
            number += ch
        elif ch in _KANJI_DIGITS:
            number += str(_KANJI_DIGITS[ch])
        elif ch == "十" or ch in _UNITS:
            unit = _UNITS.get(ch, 10)
            amount = _float(number)
            number = ""
            if unit >= 10**4:
                total += (section + amount if section or amount else 1) * unit
                section = 0
            else:
                section += (amount or 1) * unit
    try:
        return round(total + section + _float(number))
    except OverflowError:
        return None


def _float(number: str) -> float:
    whole, _, part = number.strip(".").partition(".")
    part = part.partition(".")[0]
    return float(f"{whole or 0}.{part or 0}")
