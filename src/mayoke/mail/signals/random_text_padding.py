"""Filler stands below many blank lines.

What it sees
    Ten or more blank lines in the visible text, and below them 20 letters or more, a third of the
    words random letters and digits.
Why it matters
    No reader scrolls so far. The filler is there for filters.
When it is wrong
    Forwarded mails and machine reports with many blank lines; footers in English.
Example
    Forty blank lines, then 「k2Lq8vTz mB71xQe …」.
"""

from collections.abc import Iterator
from itertools import pairwise

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import Text
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="random_text_padding",
    speaks_for="scam",
    kinds=(),
    ja="長い空白のあとに、本文と関係のない文字（{quote}…）が並んでいます。迷惑メールの検査をごまかすための水増しです。",
    en="Below a long blank there is filler that has nothing to do with the mail (“{quote}…”), meant to fool filters.",
)

_BLANK_LINES = 10
_TEXT_LIMIT = 50_000
_TAIL_LIMIT = 2_000
_LONG = 20


def find(ctx: Context) -> Iterator[Signal]:
    """The filler below the last long blank."""
    for text in ctx.bodies:
        raw = text.raw[:_TEXT_LIMIT]
        start = _below_last_blank(raw) if raw.count("\n") > _BLANK_LINES else 0
        if start and _filler(raw[start : start + _TAIL_LIMIT]):
            yield _signal(text, start)
            return


def _below_last_blank(raw: str) -> int:
    """Where the text goes on below the last long blank; 0 when there is none."""
    at = blanks = found = 0
    for line in raw.split("\n"):
        if line and not line.isspace():
            found = at if blanks >= _BLANK_LINES else found
            blanks = 0
        else:
            blanks += 1
        at += len(line) + 1
    return found


def _filler(tail: str) -> bool:
    words = tail.split()
    if sum(map(len, words)) < _LONG or len(words) < 2:
        return False
    return sum(_random(word) for word in words[:200]) * 3 >= min(len(words), 200)


def _random(word: str) -> bool:
    if not (word.isascii() and word.isalnum() and len(word) >= 5):
        return False
    digits = sum(a.isdigit() != b.isdigit() for a, b in pairwise(word))
    capitals = sum(a.islower() and b.isupper() for a, b in pairwise(word))
    return digits >= 2 or capitals >= 2


def _signal(text: Text, start: int) -> Signal:
    quote = text.raw[start : start + 40]
    evidence = Evidence(text.part, start, start + len(quote), quote)
    return Signal(SIGNAL.id, evidence, {"quote": " ".join(quote.split())})
