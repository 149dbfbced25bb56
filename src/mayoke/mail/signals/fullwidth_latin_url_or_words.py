"""Full-width letters where nobody writes them.

What it sees
    A word in which full-width and ordinary Latin letters alternate, or an address of the web
    written in full-width letters.
Why it matters
    It looks nearly the same and is another word to a filter.
When it is wrong
    Banks write names wholly in full-width letters (ＳＭＢＣ); that is let pass.
Example
    「Ａｍaｚon」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.odd_characters import odd_characters
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="fullwidth_latin_url_or_words",
    speaks_for="scam",
    kinds=("phishing",),
    ja="「{quote}」に、全角と半角の英字がまぜて使われています。迷惑メールの検査をすり抜けるための書き方です。",
    en="“{quote}” mixes letters of two widths, a trick to slip past filters.",
)

_WIDE = "\uff21-\uff3a\uff41-\uff5a"
_ODD = re2.compile(
    f"[A-Za-z]{{1,20}}[{_WIDE}]{{1,20}}[A-Za-z{_WIDE}]{{1,20}}"
    f"|[{_WIDE}]{{2,20}}[a-z]{{1,20}}[A-Za-z{_WIDE}]{{1,20}}"
    f"|[{_WIDE}][a-z]{{3,20}}"
    "|ｈｔｔｐ[ｓ]?[：:]|ｗｗｗ[．.]|[ａ-ｚ]{3,30}[．.](?:ｃｏｍ|ｊｐ|ｃｎ|ｎｅｔ|ｃｏ)"
)
_HARMLESS = ("ｅ", "Ｅ", "ｅ－", "ｉ", "Ｉ")
"""eメール, Eメール, iモード: the one full-width letter is a habit."""


def find(ctx: Context) -> Iterator[Signal]:
    """The first such word."""
    for text, odd in odd_characters(ctx):
        if not any("Ａ" <= ch <= "ｚ" for ch in odd):
            continue
        for found in _ODD.finditer(text.raw[:50_000]):
            word = found.group()
            if word[0] in _HARMLESS and word[1:].isascii():
                continue
            evidence = Evidence(text.part, found.start(), found.end(), word)
            yield Signal(SIGNAL.id, evidence, {"quote": word})
            return
