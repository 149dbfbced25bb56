"""A link to a page on free web space.

What it sees
    The host is below a service where anybody puts up a page for nothing (the registry's
    free_hosting: ``*.web.app``, ``*.r2.dev`` …).
Why it matters
    A page there is made in minutes without a name; banks, shops and authorities have their own.
When it is wrong
    Clubs, hobbyists and small shops use them honestly.

Example
    https://secure-xyz.web.app/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.listed import listed
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="free_hosting_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンク先の {host} は、だれでも名前を出さずに作れる無料の場所に置かれたページです。",
    en="The link leads to {host}, free web space where anyone can put up a page without a name.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in listed(ctx, "free_hosting"):
        yield Signal(SIGNAL.id, place.evidence(), {"host": place.host})
