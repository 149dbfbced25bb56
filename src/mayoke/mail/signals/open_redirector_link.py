"""A link that borrows somebody else's site to pass the reader on.

What it sees
    The target is a known open redirector, or carries the full address of another site in its path
    or query, and the site in between is no tracker of a mail service. Addresses that lead back to
    the sender or to a known brand do not count.
Why it matters
    The good name of the site in front gets the link past filters and past a careful look.
When it is wrong
    "Share this page" and login links carry addresses as well.

Example
    https://www.example.com/redirect?url=https://secure-xyz.example.net/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import Destination, destinations, ordinary, passes_on
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="open_redirector_link",
    speaks_for="scam",
    looks_at="links",
    ja="リンクは {via} を踏み台にして、別のサイトへ自動的に移るようになっています。",
    en="The link uses {via} as a stepping stone and passes you on to another site.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such link."""
    for place in destinations(ctx):
        first = place.seen.url
        if passes_on(ctx, first.host):
            continue
        if ctx.registry.in_redirectors(first.host, first.path):
            if not _known(ctx, place):
                yield Signal(SIGNAL.id, place.seen.evidence(), {"via": first.host})
        elif place.via and not ordinary(ctx, place.via) and not _known(ctx, place):
            yield Signal(SIGNAL.id, place.seen.evidence(), {"via": place.via})


def _known(ctx: Context, place: Destination) -> bool:
    """Does the reader end at the sender's, a known brand's or an ordinary site after all?"""
    if place.url.registrable == ctx.sender_registrable:
        return True
    if not place.via:
        return False
    return facts(ctx.registry, place.host).owner is not None or ordinary(ctx, place.host)
