"""HTML that is made to break whoever reads it.

What it sees
    The HTML of the mail passes the limits of this reader: thousands of nested elements, tags or
    attributes, far beyond what a mail program writes.

Why it matters
    Filters give up on such pages, while a browser still shows them: that is what they are made for.

When it is wrong
    Very long newsletters, and whole documents pasted into a mail.

Example
    A page of 200,000 nested boxes around one link.
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import whole
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="html_made_to_break_readers",
    speaks_for="scam",
    ja="メールの中身が、ふつうではありえないほど複雑に作られています。迷惑メールの検査をすり抜けるための作りかもしれません。",
    en="The page in this mail is built in a far more complicated way than mail programs do, perhaps to get past filters.",
)

_QUOTE = 60


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal, on the beginning of the HTML text."""
    if Gap("html", "limit-reached") not in ctx.message.gaps:
        return
    for body in ctx.message.bodies:
        if body.html:
            yield Signal(SIGNAL.id, whole(body.part, body.text[:_QUOTE]))
            return
