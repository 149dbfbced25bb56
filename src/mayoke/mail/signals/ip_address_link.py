"""A link to a bare network address.

What it sees
    The host of a link is an IPv4 or IPv6 address, and not a private one.
Why it matters
    Companies have names; a bare number hides whose computer it is.
When it is wrong
    Technicians send each other such links.

Example
    http://203.0.113.7/login
"""

from collections.abc import Iterator
from ipaddress import ip_address

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="ip_address_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンク先が {host} という番号になっていて、だれのサイトなのか分かりません。",
    en="The link leads to a bare number, {host}, which hides whose site it is.",
)

_HOME = ("127.", "10.", "192.168.", "169.254.", "0.")


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    for place in destinations(ctx):
        if place.url.host_form == "name" or _private(place.host):
            continue
        if not ctx.about_programs:
            yield Signal(SIGNAL.id, place.evidence(), {"host": place.host})


def _private(host: str) -> bool:
    # ip_address().is_private would also count the documentation ranges of RFC 5737.
    if host.startswith("["):
        return ip_address(host.strip("[]")).is_loopback
    return host.startswith(_HOME) or (
        host.startswith("172.") and 16 <= int(host.split(".")[1]) < 32
    )
