"""A link to a host under a dynamic-name service.

What it sees
    The host is below a service that hands out names for changing connections (the registry's
    dynamic_dns: ``*.duckdns.org`` …).
Why it matters
    Such names cost nothing and point to anybody's computer; campaigns in Japan use them in series.
When it is wrong
    Hobbyists reach their own machines that way.

Example
    https://secure-xyz.duckdns.org/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.listed import listed
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="dynamic_dns_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンク先の {host} は、だれでもすぐに作れる使い捨ての名前で、会社や役所が使うものではありません。",
    en="The link leads to {host}, a throw-away name anyone can get at once; companies and offices do "
    "not use such names.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in listed(ctx, "dynamic_dns"):
        yield Signal(SIGNAL.id, place.evidence(), {"host": place.host})
