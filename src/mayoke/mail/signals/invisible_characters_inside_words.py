"""Invisible characters stand inside words.

What it sees
    Three or more places (two in the subject) where a character that is drawn as nothing (zero
    width space, joiner, soft hyphen, variation selector, tag) stands between two letters or kana.
Why it matters
    The reader sees the word; a filter that searches for it does not. Nobody types such characters.
When it is wrong
    Joiners of emoji, Arabic and Indic scripts are let pass, and so are single marks that an editor
    left behind.
Example
    「ア<U+200B>マ<U+200B>ゾ<U+200B>ン」
"""

import re
from collections.abc import Iterator
from itertools import islice

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.odd_characters import INVISIBLE_RANGES, odd_characters
from mayoke.mail.signals.views import Text
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="invisible_characters_inside_words",
    speaks_for="scam",
    kinds=(),
    ja="「{quote}」などの言葉の中に、目に見えない文字が{count}か所まぜてあります。迷惑メールの検査をすり抜けるための細工です。",
    en="Invisible characters are mixed into words such as “{quote}” ({count} places), a trick to slip past filters.",
)

_INVISIBLE = re.compile(f"[{INVISIBLE_RANGES}]+")
_LATIN_OR_JAPANESE = re.compile("[A-Za-z0-9\u00c0-\u024f\u3041-\u30ff\u3400-\u9fff\uff21-\uff9f]")
_MOST = 400
_ENOUGH = 3
_ENOUGH_IN_SUBJECT = 2
_AROUND = 6


def find(ctx: Context) -> Iterator[Signal]:
    """The first such word of the text that has most of them."""
    best: tuple[int, Text, int, int] | None = None
    for text, odd in odd_characters(ctx):
        if any(_INVISIBLE.match(ch) for ch in odd):
            spans = list(islice(_inside(text.raw), _MOST))
            enough = _ENOUGH_IN_SUBJECT if text is ctx.subject else _ENOUGH
            if len(spans) >= enough and (best is None or len(spans) > best[0]):
                best = (len(spans), text, *spans[0])
    if best is not None:
        count, text, start, end = best
        raw = text.raw
        start, end = max(0, start - _AROUND), min(len(raw), end + _AROUND)
        quote = _INVISIBLE.sub("", raw[start:end]).strip()
        evidence = Evidence(text.part, start, end, raw[start:end])
        yield Signal(SIGNAL.id, evidence, {"quote": quote, "count": str(count)})


def _inside(raw: str) -> Iterator[tuple[int, int]]:
    for found in _INVISIBLE.finditer(raw):
        start, end = found.span()
        if start and end < len(raw) and _is_letter(raw[start - 1]) and _is_letter(raw[end]):
            yield start, end


def _is_letter(ch: str) -> bool:
    return _LATIN_OR_JAPANESE.match(ch) is not None
