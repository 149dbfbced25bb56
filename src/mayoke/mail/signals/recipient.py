"""Whom the message was sent to."""

from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap

UNKNOWN = Gap("recipient", "recipient-unknown")

_MOST = 20


def addresses(ctx: Context) -> frozenset[str]:
    """The user's addresses, else those in To; lower case, empty when there is none."""
    if ctx.known.me:
        return ctx.known.me
    return frozenset(to.address.lower() for to in ctx.message.to[:_MOST] if to.domain)


def domains(ctx: Context) -> frozenset[str]:
    """The recipient's domains, without those where strangers have mailboxes."""
    found = {address.rpartition("@")[2] for address in addresses(ctx)}
    registry = ctx.registry
    return frozenset(
        domain
        for domain in found
        if domain and domain not in registry.mailboxes and not registry.in_list("freemail", domain)
    )


def rewritten_by_list(ctx: Context) -> bool:
    """Did a mailing list put its own address into From (the author is then in Reply-To)?

    Lists do so for authors whose domain has a DMARC policy (RFC 7960 §4.1.3.1).
    """
    if ctx.sender is None or not ctx.message.reply_to:
        return False
    if " via " in ctx.sender.name.lower() or rewritten_by_posting(ctx):
        return True
    sender = ctx.sender.address.lower()
    copied = ctx.message.header("Cc")
    return sender in addresses(ctx) or (copied is not None and sender in copied.value.lower())


def rewritten_by_posting(ctx: Context) -> bool:
    """Is the From domain that of the mailing list which carried the mail?"""
    posting = ctx.message.header("List-Post") or ctx.message.header("List-Id")
    return posting is not None and ctx.sender_registrable in posting.value.lower()
