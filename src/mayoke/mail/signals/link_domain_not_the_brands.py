"""Besides the brand's own links, one that leads to somebody unknown.

What it sees
    The mail speaks for a brand (name, address, subject or signature), some links lead to the
    brand's own sites, and another leads to a host that is neither the brand's, nor another known
    brand's, nor one that any mail may link to. When a believed result shows that the brand itself
    wrote, it does not fire.
Why it matters
    Impostors copy the brand's mail with its true links and change the one that matters.
When it is wrong
    A brand may link to a partner or to a tracker the registry does not know.

Example
    A mail "from" Amazon: the logo leads to amazon.co.jp, the button to secure-xyz.example.net
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.foreign import away
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="link_domain_not_the_brands",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="{brand}からのメールに見えますが、リンクの一つは {host} という別のサイトへつながっています。",
    en="The message speaks for {brand_en}, but one of its links leads to another site, {host}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each foreign host."""
    left = away(ctx)
    if left is None or not left.has_own:
        return
    for place in left.links:
        yield Signal(
            SIGNAL.id,
            place.evidence(),
            {
                "brand": left.brand.name_ja,
                "brand_en": left.brand.name_en,
                "host": place.host,
            },
        )
