"""The subject opens with a cry of urgency in brackets.

What it sees
    【緊急】, 【重要】, 【最終警告】, 「要確認」, [URGENT], "Action required" and the like at the head of
    the subject.
Why it matters
    It is the commonest opening of Japanese phishing.
When it is wrong
    Real notices of banks and shops often begin with 【重要】 too.
Example
    【最終警告】ご利用のアカウントについて
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="urgent_bracket_subject",
    speaks_for="scam",
    kinds=("phishing",),
    ja="件名が「{quote}」で始まり、急がせようとしています。",
    en="The subject opens with a cry of urgency (“{quote}”).",
)

_WORDS = Watch(
    "緊急", "重要", "至急", "警告", "最終", "要確認", "要対応", "必読", "必ず", "催告", "督促", "停止", "異常", "未納", "通告",
    "本人確認", "urgent", "important", "warning", "final", "action required", "alert", "attention", "critical",
)  # fmt: skip
_BARE = ("urgent", "warning", "alert", "final notice", "action required", "attention", "critical")
_OPEN, _CLOSE = "【[(「『<〔", "】])」』>〕"
_REACH = 14
_HEAD = 30


def find(ctx: Context) -> Iterator[Signal]:
    """The opening of the subject."""
    for text, start, end in _WORDS.hits(ctx):
        if text is not ctx.subject or start > _HEAD:
            return
        span = _bracket(text.folded.text, start, end)
        if span is not None:
            evidence = text.evidence(*span)
            yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
            return


def _bracket(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """The brackets around the word, or the bare English word at the very head."""
    if start == 0 and folded.startswith(_BARE):
        return start, end
    left = max(folded.rfind(ch, max(0, start - _REACH), start) for ch in _OPEN)
    ends = [folded.find(ch, end, end + _REACH + 1) for ch in _CLOSE]
    right = min((at for at in ends if at >= 0), default=-1)
    if left < 0 or right < 0 or any(ch in folded[left:start] for ch in _CLOSE):
        return None
    return left, right + 1
