"""A Japanese mail from an address under a far country's domain.

What it sees
    The text is Japanese and the From domain ends in a country's domain (.cn, .ru, .br …) where
    hardly any sender to Japanese readers is at home. Domains sold to the whole world (.io, .co,
    .me …) do not count.
Why it matters
    Phishing in Japanese is sent in bulk through domains and hacked mailboxes abroad.
When it is wrong
    A business partner or a friend who lives there.

Example
    From: お客様センター <info@mayoke-specimen.cn>
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="foreign_tld_sender_in_japanese_mail",
    speaks_for="scam",
    ja="日本語のメールですが、差出人のアドレスは日本ではなく外国の「.{tld}」のものです。",
    en='The text is Japanese, but the sender\'s address is under the foreign domain ".{tld}".',
)

_FAR_TEXT = """
    cn ru su br in id vn th my ph pl ua ro bg hu cz sk rs tr ir iq pk bd lk np kz
    uz by md ge am az ng ke gh za eg ma dz tn mx ar cl pe ec ve bo py uy kh la mm
    mn tk ml ga cf gq pw
"""
_FAR = frozenset(_FAR_TEXT.split())


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the From address."""
    sender = ctx.sender
    if sender is None:
        return
    tld = sender.domain.rpartition(".")[2]
    if tld not in _FAR or ctx.registry.owner(sender.domain) is not None or not ctx.japanese:
        return
    yield Signal(SIGNAL.id, ctx.address_evidence(sender), {"tld": tld})
