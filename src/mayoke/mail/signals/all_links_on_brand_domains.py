"""Every link leads to the brand the mail speaks for.

What it sees
    The mail speaks for a brand and has at least one link to a domain where the brand lets its
    customers sign in or that it sends from; every other link leads there, too, or to a host any
    mail may link to. Domains where strangers publish do not count.
Why it matters
    A phishing mail must lead its reader away from the brand at some place.
When it is wrong
    Fraud that wants a call, a transfer or an answer needs no link at all.

Example
    From: Amazon.co.jp, all links to www.amazon.co.jp
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import Destination, destinations, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="all_links_on_brand_domains",
    speaks_for="clean",
    looks_at="links",
    ja="リンク先はどれも{brand}のサイト（{host}）です。",
    en="Every link leads to {brand_en}'s own site ({host}).",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal, on the first of the brand's links."""
    claim = ctx.claim
    if claim is None:
        return
    own: Destination | None = None
    for place in destinations(ctx):
        if facts(ctx.registry, place.host).owner is not None and ctx.owns(claim.brand, place.host):
            own = own or place
        elif not ordinary(ctx, place.host):
            return
    if own is not None:
        yield Signal(
            SIGNAL.id,
            own.evidence(),
            {
                "brand": claim.brand.name_ja,
                "brand_en": claim.brand.name_en,
                "host": own.host,
            },
        )
