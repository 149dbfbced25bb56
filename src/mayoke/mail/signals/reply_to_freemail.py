"""Answers go to a free-mail address though the sender has a domain.

What it sees
    From is not at a free-mail or carrier mailbox, Reply-To is, and no mailing list did it.
Why it matters
    A company that owns a domain has no need of a free mailbox; a forger has.
When it is wrong
    A private person with an own domain; a small club.

Example
    From: 社長 <shacho@corp.example.com> / Reply-To: shacho.office@gmail.com
"""

from collections.abc import Iterator

from mayoke.mail.signals import recipient
from mayoke.mail.signals.aligned import is_mailbox
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="reply_to_freemail",
    speaks_for="scam",
    kinds=("bec", "romance_advance_fee"),
    ja="返信すると、差出人（{domain}）ではなく、だれでも作れる無料メールのアドレス {reply} に届きます。",
    en="An answer would go to {reply}, a free-mail address anyone can open, not to {domain}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the Reply-To address."""
    sender = ctx.sender
    if sender is None or not sender.domain or not ctx.message.reply_to:
        return
    reply = ctx.message.reply_to[0]
    if is_mailbox(ctx, sender.domain) or not is_mailbox(ctx, reply.domain):
        return
    if recipient.rewritten_by_list(ctx):
        return
    yield Signal(
        SIGNAL.id,
        ctx.address_evidence(reply),
        {"domain": sender.domain, "reply": reply.address},
    )
