"""Characters of simplified Chinese in a Japanese text.

What it sees
    Two or more characters that exist only in the simplified script (认, 请, 账 …) near kana, in a
    text that is Japanese.
Why it matters
    A Japanese keyboard does not produce them: the text was written or put together elsewhere.
When it is wrong
    Names of Chinese people, firms and places quoted as they write themselves.
Example
    「ご本人确认のお手续きをお愿いします。」
"""

import re
from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.odd_characters import odd_characters
from mayoke.mail.signals.simplified import SIMPLIFIED_ONLY
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="foreign_glyphs_in_japanese",
    speaks_for="scam",
    kinds=(),
    ja="「{quote}」に、日本語では使わない中国の簡体字がまじっています。日本の会社が書いた文章ではなさそうです。",
    en="“{quote}” holds simplified Chinese characters that Japanese does not use.",
)

_SIMPLIFIED = frozenset(SIMPLIFIED_ONLY)
_WORD = re.compile(
    f"[\u3041-\u30ff\u4e00-\u9fff]{{0,4}}[{SIMPLIFIED_ONLY}][\u3041-\u30ff\u4e00-\u9fff]{{0,4}}"
)
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_NAMED = ("さん", "様", "氏", "先生")
_ENOUGH = 2


def find(ctx: Context) -> Iterator[Signal]:
    """The first such word."""
    count = 0
    first: Evidence | None = None
    for text, odd in odd_characters(ctx):
        if _SIMPLIFIED.isdisjoint(odd) or not ctx.japanese:
            continue
        for found in _WORD.finditer(text.raw[:50_000]):
            word = found.group()
            if _KANA.search(word) is None or any(title in word for title in _NAMED):
                continue
            count += 1
            first = first or Evidence(text.part, found.start(), found.end(), word)
            if count >= _ENOUGH:
                yield Signal(SIGNAL.id, first, {"quote": first.quote})
                return
