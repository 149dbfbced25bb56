"""The subject ends in a string that means nothing.

What it sees
    At the end of the subject a run of random letters and digits, or a long serial number after
    「番号：」, 「No.」 or blanks, that does not stand in the text of the mail.
Why it matters
    Each copy gets its own subject, so that filters do not see one mail sent a thousand times.
When it is wrong
    Dates, names of changes in source archives, and numbers that stand in the text are let pass; some machines write theirs
    only in the subject.
Example
    「お客様のアカウントがロックされました 番号：8271940355」
"""

from collections.abc import Iterator
from itertools import pairwise

import re2

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="subject_with_random_tail",
    speaks_for="scam",
    kinds=("phishing",),
    ja="件名の終わりに「{quote}」という意味のない文字が付いています。同じメールを大量に送るときの細工です。",
    en="The subject ends in a meaningless string (“{quote}”), a trick of mass mailing.",
)

_TAIL = re2.compile(r"(?:^|[^A-Za-z0-9._/@+-])([A-Za-z0-9]{6,40}|\d{7,20})[\s\])）】」』>.]{0,4}$")
_HEX = frozenset("0123456789abcdef")
_LIMIT = 300
_TAIL_LIMIT = 60


def find(ctx: Context) -> Iterator[Signal]:
    """The tail."""
    subject = ctx.message.subject[:_LIMIT].rstrip()
    shift = max(0, len(subject) - _TAIL_LIMIT)
    found = _TAIL.search(subject[shift:])
    if found is None or found.start(1) + shift == 0:
        return
    tail = found.group(1)
    if _meaningless(tail) and not any(tail.lower() in text.folded.text for text in ctx.bodies):
        start = shift + found.start(1)
        evidence = Evidence(ctx.subject.part, start, start + len(tail), tail)
        yield Signal(SIGNAL.id, evidence, {"quote": tail})


def _meaningless(tail: str) -> bool:
    """A long number, or letters and digits that alternate."""
    if tail.isdigit():
        return len(tail) >= 7 and not (len(tail) == 8 and tail.startswith(("19", "20")))
    if len(tail) >= 12 and _HEX.issuperset(tail):
        return False  # the name of a change in a source archive
    if tail.isalpha():
        inner = sum(a.islower() and b.isupper() for a, b in pairwise(tail))
        return inner >= 2 and len(tail) >= 8
    return sum(a.isdigit() != b.isdigit() for a, b in pairwise(tail)) >= 3
