"""Half-width and ordinary katakana in one word.

What it sees
    A katakana word in which both widths alternate, at least twice in the mail or once in the
    subject.
Why it matters
    Nobody types so; programs that vary each mail do, to make it differ from the last.
When it is wrong
    Data of old machines pasted into a text.
Example
    「ログｲﾝ」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.odd_characters import odd_characters
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="mixed_width_katakana",
    speaks_for="scam",
    kinds=(),
    ja="「{quote}」のように、一つの言葉の中に全角と半角のカタカナがまざっています。ふつうの会社の書き方ではありません。",
    en="One word mixes two widths of katakana (“{quote}”), which nobody types by hand.",
)

_MIXED = re2.compile(
    "[\u30a1-\u30fc]{1,12}[\uff66-\uff9f]{1,12}|[\uff66-\uff9f]{1,12}[\u30a1-\u30fc]{1,12}"
)
_ENOUGH = 2


def find(ctx: Context) -> Iterator[Signal]:
    """The first such word."""
    words: dict[str, Evidence] = {}
    for text, odd in odd_characters(ctx):
        if any("ｦ" <= ch <= "ﾟ" for ch in odd):
            for found in _MIXED.finditer(text.raw[:50_000]):
                word = found.group()
                words.setdefault(word, Evidence(text.part, found.start(), found.end(), word))
                if len(words) >= _ENOUGH or text is ctx.subject:
                    first = next(iter(words.values()))
                    yield Signal(SIGNAL.id, first, {"quote": first.quote})
                    return
