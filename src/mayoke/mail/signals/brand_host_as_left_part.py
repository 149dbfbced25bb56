"""A brand's whole domain as the left part of somebody else's host.

What it sees
    The host of a link, or the domain of the sender, begins with (or holds) a full domain of a
    brand, also with hyphens for dots, and ends in another registrable domain.
Why it matters
    People read from the left and stop at the name they know; browsers go where the right end says.
When it is wrong
    Translation and archive services write hosts like that (they have signals of their own).

Example
    https://amazon.co.jp.secure-xyz.example.net/
"""

from collections.abc import Iterator

from mayoke.mail.signals.brand_words import brand_words, kin
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations
from mayoke.mail.signals.host_facts import facts
from mayoke.records.evidence import Evidence
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="brand_host_as_left_part",
    speaks_for="scam",
    kinds=("phishing",),
    ja="{host} は「{shown}」が入っていて{brand}のものに見えますが、実際は {real} という別のものです。",
    en='{host} looks like {brand_en}\'s because it contains "{shown}", but it really belongs '
    "to {real}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host, links first."""
    for place in destinations(ctx):
        if "translators" not in facts(ctx.registry, place.host).lists:
            yield from _signal(ctx, place.host, place.url.registrable, place.evidence())
    if ctx.sender is not None and ctx.sender.domain.count(".") >= 2:
        evidence = ctx.address_evidence(ctx.sender)
        yield from _signal(ctx, ctx.sender.domain, ctx.sender_registrable, evidence)


def _signal(ctx: Context, host: str, own: str, evidence: Evidence) -> Iterator[Signal]:
    if host.count(".") + host.count("-") < 2 or kin(host):
        return
    hit = brand_words(ctx.registry).left_part(host, own)
    if hit is None or ctx.registry.owner(host) is not None or ctx.owns(hit[0], host):
        return
    brand, shown = hit
    yield Signal(
        SIGNAL.id,
        evidence,
        {
            "brand": brand.name_ja,
            "brand_en": brand.name_en,
            "host": host,
            "shown": shown,
            "real": own,
        },
    )
