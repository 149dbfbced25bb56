"""Every link leads to the sender's own domain.

What it sees
    There is at least one link to the registrable domain of From, and every other link leads there,
    too, or to a host any mail may link to. Throw-away looking domains and free mail do not count.
Why it matters
    Honest firms link to themselves; mail sent through hacked mailboxes leads elsewhere.
When it is wrong
    A swindler with a decent looking domain of his own. A weak sign.

Example
    From: info@sakura-sekkei.example, link to https://www.sakura-sekkei.example/
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import is_mailbox
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import Destination, chosen_label, destinations, ordinary
from mayoke.mail.signals.randomness import looks_random
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="all_links_on_sender_domain",
    speaks_for="clean",
    looks_at="links",
    ja="リンク先は、差出人と同じ {domain} のサイトです。",
    en="The links lead to the sender's own domain, {domain}.",
)

_NOT_IN = ("cheap_tlds", "free_hosting", "dynamic_dns", "shorteners")


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal, on the first such link."""
    sender = ctx.sender
    if sender is None or not ctx.sender_registrable or is_mailbox(ctx, sender.domain):
        return
    own: Destination | None = None
    for place in destinations(ctx):
        if place.url.registrable == ctx.sender_registrable:
            own = own or place
        elif not ordinary(ctx, place.host):
            return
    if own is None or looks_random(chosen_label(ctx.sender_registrable)):
        return
    if any(ctx.registry.in_list(name, sender.domain) for name in _NOT_IN):
        return
    yield Signal(SIGNAL.id, own.evidence(), {"domain": ctx.sender_registrable})
