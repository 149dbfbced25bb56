"""A link to a domain that is almost the sender's, but another one.

What it sees
    The chosen label of a link's domain is one slip away from that of the From domain (two for nine
    letters and more), or is the same under one of the cheap top-level domains.
Why it matters
    Who forges a company's address registers a similar name for the trap.
When it is wrong
    A company that owns several similar names.

Example
    From: info@tsubame-bank.example, link to https://tsubame-bonk.example/
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import chosen_label, destinations
from mayoke.mail.signals.host_facts import facts
from mayoke.mail.signals.near_names import near_name
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="link_domain_like_sender_domain",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="リンク先の {host} は、差出人の {domain} に似せてありますが、別のサイトです。",
    en="The link leads to {host}, which resembles the sender's {domain} but is another site.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """A signal for each such host."""
    sender = ctx.sender_registrable
    if ctx.sender is None or not sender:
        return
    name = chosen_label(sender)
    brand = ctx.registry.owner(ctx.sender.domain)
    for place in destinations(ctx):
        own = place.url.registrable
        if own == sender or (brand is not None and ctx.owns(brand, place.host)):
            continue
        same = place.name == name and "cheap_tlds" in facts(ctx.registry, place.host).lists
        if same or near_name(own, sender):
            yield Signal(
                SIGNAL.id, place.evidence(), {"host": place.host, "domain": ctx.sender.domain}
            )
