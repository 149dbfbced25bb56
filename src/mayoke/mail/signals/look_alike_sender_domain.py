"""A sender's domain that is written almost like a brand's.

What it sees
    The chosen label of the From domain (or a piece of it between hyphens) is one slip away from
    the label of a brand's domain (two for nine letters and more; optimal string alignment), or
    looks the same in other characters.
Why it matters
    The eye completes what it knows; such names are registered to be misread.
When it is wrong
    Two honest companies may have names one letter apart.

Example
    From: info@rakutan.example (for rakuten)
"""

from collections.abc import Iterator

from mayoke.mail.signals.brand_words import brand_words
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import chosen_label
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="look_alike_sender_domain",
    speaks_for="scam",
    kinds=("phishing",),
    ja="差出人のアドレス {domain} は{brand}のものに似せてありますが、つづりが違う別のものです。",
    en="The sender's domain {domain} is spelled almost like {brand_en}'s, but it is a different one.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    sender = ctx.sender
    if sender is None or not sender.domain or ctx.registry.owner(sender.domain) is not None:
        return
    brand = brand_words(ctx.registry).like(chosen_label(ctx.sender_registrable))
    if brand is None or ctx.owns(brand, sender.domain):
        return
    yield Signal(
        SIGNAL.id,
        ctx.address_evidence(sender),
        {"brand": brand.name_ja, "brand_en": brand.name_en, "domain": sender.domain},
    )
