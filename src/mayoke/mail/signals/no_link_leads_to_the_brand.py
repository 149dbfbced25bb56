"""A mail in a brand's name in which not one link leads to the brand.

What it sees
    The mail speaks for a brand (name, address, subject or signature), it has links, none of them
    leads to a domain of the brand, and at least one leads to a host that is nobody's we know. When
    a believed result shows that the brand itself wrote, it does not fire.
Why it matters
    A company's mail leads to the company. This is the plainest mark of a phishing mail.
When it is wrong
    A shop that mentions a payment service in its subject; a domain the registry does not know yet.

Example
    From: 三井住友カード <info@…> and the only link is https://secure-xyz.example.net/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.foreign import away
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="no_link_leads_to_the_brand",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="{brand}からのメールに見えますが、リンク先は {host} で、{brand}のサイトへのリンクは一つもありません。",
    en="The message speaks for {brand_en}, but its link leads to {host}, and not one link leads to "
    "{brand_en}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal, on the first foreign link."""
    left = away(ctx)
    if left is None or left.has_own or not left.links:
        return
    place = left.links[0]
    yield Signal(
        SIGNAL.id,
        place.evidence(),
        {"brand": left.brand.name_ja, "brand_en": left.brand.name_en, "host": place.host},
    )
