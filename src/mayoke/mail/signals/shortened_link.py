"""A link through an address shortener.

What it sees
    The host is a public shortener (the registry's shorteners: ``bit.ly``, ``x.gd`` …).
Why it matters
    A short link hides where it leads until it is too late.
When it is wrong
    Newsletters and text messages use short links honestly.

Example
    https://bit.ly/mayoke-specimen
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.listed import listed
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="shortened_link",
    speaks_for="scam",
    looks_at="links",
    ja="{host} の短縮リンクが使われていて、押すまで本当の行き先が分かりません。",
    en="A short link ({host}) hides where it really leads.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in listed(ctx, "shorteners"):
        yield Signal(SIGNAL.id, place.evidence(), {"host": place.host})
