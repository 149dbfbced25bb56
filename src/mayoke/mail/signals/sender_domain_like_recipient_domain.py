"""A sender's domain that is written almost like the recipient's own.

What it sees
    The chosen label of the From domain is one slip away from the recipient's (two for nine letters
    and more; optimal string alignment), or is the recipient's with "-co", "-jp", "-group" … added.
Why it matters
    Who wants to pass for a colleague or the boss registers a name that the eye takes for one's own.
When it is wrong
    Sister companies and neighbours may have names one letter apart.

Example
    To: keiri@sakuragi.example / From: 社長 <shacho@sakuragl.example>
"""

from collections.abc import Iterator

from mayoke.mail.signals import recipient
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.near_names import near_name
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.url import registrable

SIGNAL = SignalInfo(
    id="sender_domain_like_recipient_domain",
    speaks_for="scam",
    kinds=("bec",),
    ja="差出人のアドレス {domain} は、あなたの側の {own} によく似ていますが、別のものです。",
    en="The sender's domain {domain} looks much like your own {own}, but it is a different one.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    if ctx.sender is None or not ctx.sender.domain:
        return
    if not recipient.addresses(ctx):
        yield recipient.UNKNOWN
        return
    for domain in sorted(recipient.domains(ctx)):
        own = registrable(domain)
        if near_name(ctx.sender_registrable, own):
            yield Signal(
                SIGNAL.id,
                ctx.address_evidence(ctx.sender),
                {"domain": ctx.sender_registrable, "own": own},
            )
            return
