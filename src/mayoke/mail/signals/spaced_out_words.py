"""Words are pulled apart by spaces.

What it sees
    Single Japanese characters with a space between each two of them, four or more in a row, inside
    lines that hold other text too: twice in a mail, or once in a word such as ク リ ッ ク.
Why it matters
    The reader puts the word together again; a filter does not.
When it is wrong
    Headings such as 「お 知 ら せ」 stand alone on their line and are let pass.
Example
    「下記を ク リ ッ ク してください。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="spaced_out_words",
    speaks_for="scam",
    kinds=(),
    ja="「{quote}」のように、言葉が一文字ずつ空白で切り離されています。迷惑メールの検査をすり抜けるための細工です。",
    en="Words are pulled apart by spaces (“{quote}”), a trick to slip past filters.",
)

_TEXT_LIMIT = 20_000
_RUN = re2.compile(
    "(?:^|[^\u3041-\u30ff\u4e00-\u9fff])"
    "((?:[\u3041-\u30ff\u4e00-\u9fff][ \u00a0\u3000\u2002-\u200a]){3,24}[\u3041-\u30ff\u4e00-\u9fff])"
    "(?:[^\u3041-\u30ff\u4e00-\u9fff]|$)"
)
_BAIT = (
    "クリック", "ログイン", "アカウント", "アマゾン", "カード", "銀行", "三井住友", "楽天", "口座",
    "確認", "パスワード", "お客様", "停止", "当選", "支払", "更新",
)  # fmt: skip


def find(ctx: Context) -> Iterator[Signal]:
    """The first such word."""
    seen: set[str] = set()
    for text in ctx.texts:
        raw = text.raw[:_TEXT_LIMIT]
        for found in _RUN.finditer(raw):
            start, end = found.span(1)
            word = "".join(found.group(1).split())
            if not _alone(raw, start, end):
                seen.add(word)
                if len(seen) > 1 or any(bait in word for bait in _BAIT):
                    evidence = Evidence(text.part, start, end, raw[start:end])
                    yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
                    return


def _alone(raw: str, start: int, end: int) -> bool:
    """Is there nothing else on the line, but for marks of a heading?"""
    left = raw.rfind("\n", 0, start) + 1
    right = raw.find("\n", end)
    rest = (
        raw[max(left, start - 40) : start]
        + raw[end : end + 40 if right < 0 else min(right, end + 40)]
    )
    return not any(ch.isalnum() for ch in rest)
