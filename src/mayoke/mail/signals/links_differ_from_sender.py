"""Not one link leads to where the mail comes from.

What it sees
    The sender has a domain of its own, the mail has links, and every one leads to another
    registrable domain that is neither a known brand's nor one any mail may link to.
Why it matters
    Firms link to themselves. Mail sent through a hacked mailbox leads somewhere else.
When it is wrong
    People who share what they found; firms with several domains. A weak sign.

Example
    From: info@sakura-sekkei.example, the only link is https://secure-xyz.example.net/
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import is_mailbox
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="links_differ_from_sender",
    speaks_for="scam",
    looks_at="links",
    ja="差出人は {domain} ですが、リンク先はどれも別のサイト（{host} など）です。",
    en="The sender is at {domain}, but every link leads to some other site, such as {host}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal, on the first link."""
    sender = ctx.sender_registrable
    if ctx.sender is None or not sender or is_mailbox(ctx, ctx.sender.domain):
        return
    places = destinations(ctx)
    brand = ctx.registry.owner(ctx.sender.domain)
    for place in places:
        if brand is not None and ctx.owns(brand, place.host):
            return
        if place.url.registrable == sender or ordinary(ctx, place.host):
            return
        if facts(ctx.registry, place.host).owner is not None:
            return
    if places:
        first = places[0]
        yield Signal(
            SIGNAL.id,
            first.evidence(),
            {"domain": ctx.sender.domain, "host": first.host},
        )
