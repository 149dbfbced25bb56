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

import re2

from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="urgent_bracket_subject",
    speaks_for="scam",
    kinds=("phishing",),
    ja="件名が「{quote}」で始まり、急がせようとしています。",
    en="The subject opens with a cry of urgency (“{quote}”).",
)

_OPENING = re2.compile(
    r"^[^\p{L}\p{N}]{0,6}(?:.{0,16}[】\])）」』>])?[【\[(（「『<〔!]+[^】\])）」』>〕]{0,12}"
    r"(?:緊急|重要|至急|警告|最終|要確認|要対応|必読|必ず|催告|督促|停止|異常|未納|通告|本人確認|urgent|important|warning|final|"
    r"action required|alert|attention|critical)[^】\])）」』>〕]{0,16}[】\])）」』>〕!]"
    r"|^(?:urgent|warning|alert|final notice|action required|attention|last warning|critical)\b"
)
_LIMIT = 120


def find(ctx: Context) -> Iterator[Signal]:
    """The opening of the subject."""
    found = _OPENING.search(ctx.subject.folded.text[:_LIMIT])
    if found is not None:
        evidence = ctx.subject.evidence(found.start(), found.end())
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
