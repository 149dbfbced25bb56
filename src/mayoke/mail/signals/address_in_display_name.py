"""Another address or domain written into the sender's name.

What it sees
    The display name in From holds a mail address or a domain, and its registrable domain is not
    that of the real address.
Why it matters
    Many programs show only the name, so a made-up address in it is taken for the real one.
When it is wrong
    Web forms that write the visitor's address into the name; services whose name is a domain.

Example
    From: "info@mizuhobank.co.jp" <web@secure-xyz.example.net>
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals import recipient
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.sender_name import folded_name
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.url import registrable

SIGNAL = SignalInfo(
    id="address_in_display_name",
    speaks_for="scam",
    ja="差出人の名前に「{shown}」と書かれていますが、本当のアドレスは {domain} のものです。",
    en='The sender\'s name reads "{shown}", but the real address is at {domain}.',
)

_ADDRESS = re2.compile(
    r"[a-z0-9._%+-]{1,64}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5})"
    r"|\b((?:[a-z0-9-]{1,63}\.){1,5}(?:com|net|org|jp|info|biz))\b"
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the display name."""
    sender = ctx.sender
    if sender is None or not sender.domain or "." not in folded_name(ctx):
        return
    match = _ADDRESS.search(folded_name(ctx))
    if match is None or recipient.rewritten_by_list(ctx):
        return
    shown = registrable(match.group(1) or match.group(2))
    if shown == ctx.sender_registrable:
        return
    owner = ctx.registry.owner(shown)
    if owner is not None and ctx.owns(owner, sender.domain):
        return
    yield Signal(
        SIGNAL.id,
        ctx.name_evidence(sender),
        {"shown": match.group(0), "domain": sender.domain},
    )
