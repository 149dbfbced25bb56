"""A link that shows a brand's address and leads elsewhere.

What it sees
    The text of a link is a web address of a known brand, and the target is not the brand's. Known
    trackers are left out, unless the address they pass on to is known and foreign.
Why it matters
    The true address is shown only so that nobody looks where the link goes.
When it is wrong
    Brands count clicks through services of their own that the registry may not know.

Example
    <a href="https://secure-xyz.example.net/">https://www.amazon.co.jp/</a>
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.host_facts import facts
from mayoke.mail.signals.shown_addresses import misleading
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="shown_brand_url_differs_from_target",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="画面には{brand}の {shown} と表示されますが、実際につながる先は {host} で、{brand}のサイトではありません。",
    en="The message shows {brand_en}'s address {shown}, but the link really leads to {host}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such link."""
    for link in misleading(ctx):
        brand = facts(ctx.registry, link.shown.host).owner
        if brand is not None:
            values = {
                "brand": brand.name_ja,
                "brand_en": brand.name_en,
                "shown": link.shown.host,
                "host": link.real.host,
            }
            yield Signal(SIGNAL.id, link.evidence(), values)
