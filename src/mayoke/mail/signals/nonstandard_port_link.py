"""A link to an unusual port.

What it sees
    The target names a port other than the usual one of its scheme.
Why it matters
    Pages on hacked or rented machines are put beside the real server, on another port.
When it is wrong
    Technical mail; internal systems of companies.

Example
    http://secure-xyz.example.net:8181/login
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="nonstandard_port_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンク先 {host} には「:{port}」という、ふだんのサイトでは使わない番号が付いています。",
    en='The link to {host} carries the number ":{port}", which ordinary sites do not use.',
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    if ctx.about_programs:
        return
    for place in destinations(ctx):
        port = place.url.port
        if port not in (None, 80, 443) and facts(ctx.registry, place.host).owner is None:
            yield Signal(SIGNAL.id, place.evidence(), {"host": place.host, "port": str(port)})
