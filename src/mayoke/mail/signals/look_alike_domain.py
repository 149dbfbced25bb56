"""A link to a host that is written almost like a brand's.

What it sees
    The chosen label of a link's domain (or a piece of it between hyphens) is one slip away from
    the label of a brand's domain (two for nine letters and more; optimal string alignment), or
    looks the same in other characters.
Why it matters
    The eye completes what it knows; such names are registered to be misread.
When it is wrong
    Two honest companies may have names one letter apart.

Example
    https://www.rnercari.example/ (for mercari)
"""

from collections.abc import Iterator

from mayoke.mail.signals.brand_words import brand_words
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations, ordinary
from mayoke.mail.signals.host_facts import facts
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="look_alike_domain",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="リンク先の {host} は{brand}のサイトに似せてありますが、つづりが違う別のサイトです。",
    en="The link leads to {host}, which is spelled almost like {brand_en}'s site but is another one.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    words = brand_words(ctx.registry)
    for place in destinations(ctx):
        brand = words.like(place.name)
        if brand is None or ctx.owns(brand, place.host):
            continue
        if facts(ctx.registry, place.host).owner is not None or ordinary(ctx, place.host):
            continue
        yield Signal(
            SIGNAL.id,
            place.evidence(),
            {"brand": brand.name_ja, "brand_en": brand.name_en, "host": place.host},
        )
