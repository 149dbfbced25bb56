"""A link whose host is written in a way that hides it.

What it sees
    The host is given as one number, with percent signs, in wide letters, after backslashes or
    without the slashes, and browsers read it all the same (WHATWG URL).
Why it matters
    Nobody writes an address like that except to get past filters and readers.
When it is wrong
    A broken template may write backslashes.

Example
    https://%73ecure-xyz.example.net/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="encoded_host_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンクの書き方が普通ではなく、本当のつながり先 {host} が見えないようにしてあります。",
    en="The link is written in an unusual way that hides where it really leads: {host}.",
)

_HIDING = frozenset({"numeric-ip", "encoded-host", "wide-host", "backslash", "missing-slashes"})


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for seen in ctx.clickable:
        if not _HIDING.isdisjoint(seen.url.oddities):
            yield Signal(SIGNAL.id, seen.evidence(), {"host": seen.url.host})
