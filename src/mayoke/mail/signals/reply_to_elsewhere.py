"""Answers go to another domain than the one the mail comes from.

What it sees
    The registrable domain of Reply-To differs from that of From, Reply-To is no free mail (that is
    another signal), both are not one brand's, and no mailing list did it (the answer does not go to
    those who got the mail).
Why it matters
    Who forges an address cannot read what arrives there, and leads answers elsewhere.
When it is wrong
    Firms that let a service provider send for them set Reply-To to their own domain.

Example
    From: 経理部 <keiri@partner.example.jp> / Reply-To: keiri@partner-office.example
"""

from collections.abc import Iterator

from mayoke.mail.signals import recipient
from mayoke.mail.signals.aligned import is_mailbox
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.url import registrable

SIGNAL = SignalInfo(
    id="reply_to_elsewhere",
    speaks_for="scam",
    ja="返信すると、差出人（{domain}）とは別の {reply} に届くように設定されています。",
    en="An answer would go to {reply}, not to the sender's own domain {domain}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the Reply-To address."""
    sender = ctx.sender_registrable
    if ctx.sender is None or not sender or not ctx.message.reply_to:
        return
    reply = ctx.message.reply_to[0]
    if not reply.domain or registrable(reply.domain) == sender:
        return
    if is_mailbox(ctx, reply.domain) or recipient.rewritten_by_list(ctx):
        return
    brand = ctx.registry.owner(reply.domain)
    if brand is not None and ctx.owns(brand, sender):
        return
    if _in_any(ctx, ("To", "Cc", "List-Id", "List-Post"), registrable(reply.domain)):
        return
    yield Signal(
        SIGNAL.id, ctx.address_evidence(reply), {"domain": ctx.sender.domain, "reply": reply.domain}
    )


def _in_any(ctx: Context, names: tuple[str, ...], domain: str) -> bool:
    fields = (ctx.message.header(name) for name in names)
    return any(field is not None and domain in field.value.lower() for field in fields)
