"""Names of people in a text: after a greeting, before 様, and frequent names in any script."""

import re
from collections.abc import Iterator
from functools import cache

import re2

from mayoke.mail.redact.people import FAMILY, GIVEN, roman
from mayoke.mail.redact.squeeze import Squeezed, squeezed
from mayoke.text.fold import fold

Span = tuple[int, int]

_HAN = "[一-鿿々ァ-ヶー]"
_CALLED = re2.compile(
    rf"({_HAN}{{1,10}}(?:・{_HAN}{{1,10}})?|[a-z][a-z.\-]*(?: [a-z][a-z.\-]*){{0,3}})[)」]?(?:様|さま|さん|殿|宛て?(?:$|[^先名て]))"
)
_KANA_CALLED = re2.compile(r"^[^ぁ-ん]{0,6}([ぁ-ん]{2,16}?)(?:様|さま|殿)")
_MIXED_CALLED = re2.compile(
    rf"^[^\w一-鿿々ぁ-ヶー]{{0,3}}({_HAN}{{1,4}}[ぁ-ん]{{2,5}})(?:様|さま|さん)"
)
_NO_MIXED = ("の", "る", "た", "お客", "皆")
_COMPANY = re2.compile(r"([^、。,:「」]{2,30})御中")
_DEAR = re2.compile(
    r"^\W{0,3}(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)),? "
    r"(?:mr\.?|ms\.?|mrs\.?|dr\.?)? ?([a-z][a-z.'\-]*(?: [a-z][a-z.'\-]*){0,3})"
)
_NOBODY = re.compile(
    r"(?:(?:お|ご|御)?(?:客|皆|方|名|組|子|父|母|夫|奥|先|主|者|人|社|店|宮|殿|王|神|仏|貴|同|多|仕|模|有|異"
    r"|一|文|御)"
    r"|.*(?:客|会員|ユーザー?|者|得意先?|取引先|本人|名義人|受取人|友人|家族|株主|担当|各位|加盟店|オーナー|メンバー"
    r"|御社|貴社))"
)
"""Whoever is called so is nobody in particular. Single signs stand alone: 子 ends many names."""
_NOBODY_LATIN = frozenset(
    [
        "customer",
        "customers",
        "user",
        "sir",
        "madam",
        "friend",
        "all",
        "member",
        "client",
        "valued",
        "team",
        "everyone",
        "there",
        "account",
        "holder",
        "owner",
        "subscriber",
        "dear",
        "our",
        "shopper",
        "cardholder",
    ]
)
_NOBODY_KANA = ("きゃく", "みな", "おとく", "かた")


def find(text: str) -> list[Span]:
    """Spans of names, by how the text calls people."""
    found: list[Span] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        folded = fold(line.rstrip())
        for start, end in _in_line(folded.text.strip()[:20_000]):
            lead = len(folded.text) - len(folded.text.lstrip())
            first, last = folded.span(start + lead, end + lead)
            found.append((offset + first, offset + last))
        offset += len(line)
    return found


def _in_line(line: str) -> Iterator[Span]:
    for match in _CALLED.finditer(line):
        start, end = match.span(1)
        name = line[start:end]
        if name.isascii():
            if not _NOBODY_LATIN & set(name.split()):
                yield start, end
        elif not _NOBODY.fullmatch(name):
            yield _from_family(name, start), end
    yield from _less_often(line)


def _less_often(line: str) -> Iterator[Span]:
    """Names with hiragana, companies, and greetings in English."""
    for pattern in (_KANA_CALLED, _COMPANY):
        for match in pattern.finditer(line):
            if not any(word in match[1] for word in _NOBODY_KANA):
                yield match.span(1)
    for match in _MIXED_CALLED.finditer(line):
        if not match[1].endswith(_NO_MIXED[:3]) and not match[1].startswith(_NO_MIXED[3:]):
            yield match.span(1)
    for match in _DEAR.finditer(line):
        if not _NOBODY_LATIN & set(match[1].split()):
            yield match.span(1)


def _from_family(name: str, start: int) -> int:
    """Where in a run of kanji the name begins: この度山田太郎様 is 山田太郎."""
    if len(name) <= 4:
        return start
    for at in range(len(name) - 1):
        if any(name.startswith(family, at) for family in FAMILY if len(family) > 1):
            return start + at
    return start


@cache
def _frequent() -> "tuple[re2._Regexp[str], re2._Regexp[str], re2._Regexp[str]]":
    def one_of(words: Iterator[str] | set[str]) -> str:
        return "(?:" + "|".join(sorted({squeezed(word) for word in words}, key=len)[::-1]) + ")"

    kanji = one_of(set(FAMILY)) + one_of(set(GIVEN))
    kana = one_of(set(FAMILY.values())) + one_of(set(GIVEN.values()))
    family = one_of({form for word in FAMILY.values() for form in roman(word)})
    given = one_of({form for word in GIVEN.values() for form in roman(word)})
    options = re2.Options()
    options.max_mem = 64 << 20
    return (
        re2.compile(kanji, options),
        re2.compile(kana, options),
        re2.compile(f"{family}{given}|{given}{family}", options),
    )


def frequent(text: Squeezed) -> list[Span]:
    """Full names made of a frequent family and given name, in kanji, kana or Latin letters."""
    kanji, kana, latin = _frequent()
    found: list[Span] = []
    for pattern, least in ((kanji, 2), (kana, 5), (latin, 8)):
        for match in pattern.finditer(text.text):
            start, end = text.first[match.start()], text.last[match.end() - 1]
            if match.end() - match.start() < least or end - start > 30:
                continue
            if pattern is kanji:
                if end - start <= match.end() - match.start() + 3:
                    found.append((start, end))
            elif text.is_alone(start, end):
                found.append((start, end))
    return found
