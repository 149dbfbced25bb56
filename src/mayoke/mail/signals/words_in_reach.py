"""Two sorts of words close to each other."""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import Text
from mayoke.mail.signals.watch import Watch


def pairs(
    ctx: Context, first: Watch, second: Watch, *, before: int, after: int
) -> Iterator[tuple[Text, int, int]]:
    """Places that reach from a word of ``first`` to one of ``second`` or the other way round.

    ``after``: folded characters allowed between the first word and a second one that follows;
    ``before``: the same for a second one that stands ahead.
    """
    seconds = second.hits(ctx)
    if not seconds:
        return
    for text, start, end in first.hits(ctx):
        for other, begin, stop in seconds:
            if other is not text:
                continue
            if 0 <= begin - end <= after or 0 <= start - stop <= before:
                yield text, min(start, begin), max(end, stop)
                break
