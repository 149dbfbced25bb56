"""A sender's domain that is almost, but not exactly, the one in the mail's own signature.

What it sees
    An address, a link or the Reply-To of the mail has a domain whose chosen label is one slip away
    from that of the From domain (two for nine letters and more), or equals it without "-co" … .
Why it matters
    Who copies the mail of a business partner forgets that the true domain still stands in it.
When it is wrong
    Companies with several similar domains; a slip of the pen in the signature.

Example
    From: sato@partnar-kogyo.example with 佐藤 sato@partner-kogyo.example in the signature
"""

import re
from collections.abc import Iterator
from itertools import islice

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.destinations import destinations
from mayoke.mail.signals.near_names import near_name
from mayoke.records.evidence import Evidence
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.url import registrable

SIGNAL = SignalInfo(
    id="sender_domain_like_domain_in_text",
    speaks_for="scam",
    kinds=("bec",),
    ja="差出人のアドレスは {domain} ですが、本文などに書かれている {other} と、よく似ていて違います。",
    en="The sender's domain {domain} is almost, but not exactly, the {other} that the message "
    "itself gives.",
)

_AFTER_AT = re.compile(r"@([A-Za-z0-9.-]{4,80})")
_TEXT_LIMIT = 20_000
_MOST = 40


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal, on the place where the other domain stands."""
    sender = ctx.sender_registrable
    if not sender:
        return
    for domain, evidence in _others(ctx):
        other = registrable(domain)
        if other == sender or not near_name(sender, other):
            continue
        owner = ctx.registry.owner(other)
        if owner is None or not ctx.owns(owner, sender):
            yield Signal(SIGNAL.id, evidence, {"domain": sender, "other": other})
            return


def _others(ctx: Context) -> Iterator[tuple[str, Evidence]]:
    for address in ctx.message.reply_to[:3]:
        if address.domain:
            yield address.domain, ctx.address_evidence(address)
    for place in destinations(ctx):
        yield place.host, place.evidence()
    for body in ctx.message.bodies:
        text = body.text[:_TEXT_LIMIT]
        if "@" in text:
            for match in islice(_AFTER_AT.finditer(text), _MOST):
                start, end = match.span(1)
                yield match[1].lower(), Evidence(body.part, start, end, match[1])
