"""A From address that is forged, as the receiving host found (not a brand's).

What it sees
    The receiving host wrote ``dmarc=fail`` for the From domain, and that domain is no brand's
    (a brand's has its own signal). Without results, or with results of a host nobody vouches for
    and no failure in them, it is a gap: absence speaks neither for nor against a mail.
Why it matters
    Whoever owns the domain asked that such mail be distrusted (RFC 7489 §6.3).
When it is wrong
    Mailing lists and forwarding services change mails so that the check fails.

Example
    From: 経理部 <keiri@partner.example.jp> with dmarc=fail header.from=partner.example.jp
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import dmarc_failure, sending_brand, trusted
from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="sender_fails_authentication",
    speaks_for="scam",
    ja="差出人のアドレス {address} は、メールサーバーの検査で「本物の差出人ではない」という結果でした。",
    en="The mail server's check says that this message did not really come from {address}.",
)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address, or the gap when nobody trustworthy checked it."""
    if ctx.message.form == "text":
        yield Gap("authentication", "no-header")
    elif ctx.auth is None:
        yield Gap("authentication", "no-authentication-results")
    elif ctx.sender is not None and dmarc_failure(ctx) is not None:
        if sending_brand(ctx) is None:
            yield Signal(
                SIGNAL.id, ctx.address_evidence(ctx.sender), {"address": ctx.sender.address}
            )
    elif not trusted(ctx):
        yield Gap("authentication", "untrusted-authentication-results")
