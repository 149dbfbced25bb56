"""Somebody writes as the administration of the recipient's own domain.

What it sees
    The From domain is the recipient's (free mail excluded), or the display name holds that domain,
    and the display name speaks of administrators, systems, personnel or the mail service; no
    believed result confirms the sender.
Why it matters
    "Your mailbox is full" and "new pay rules" are sent in the name of one's own company to get
    passwords.
When it is wrong
    The true administrator, where the receiving server writes no results.

Example
    To: hanako@corp.example.com / From: システム管理部 <admin@corp.example.com>
"""

from collections.abc import Iterator

from mayoke.mail.signals import recipient
from mayoke.mail.signals.aligned import aligned_pass
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.sender_name import folded_name
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.url import registrable

SIGNAL = SignalInfo(
    id="sender_claims_recipient_domain",
    speaks_for="scam",
    kinds=("phishing", "bec"),
    ja="あなたの所属先（{own}）の管理担当を名乗っていますが、本当にそこから送られたとは確認できません。",
    en="The sender poses as the administration of your own domain ({own}), but nothing confirms that "
    "it was sent from there.",
)

_WORDS_TEXT = """
    管理者 管理部 管理課 システム 情報部 情報課 サーバー ヘルプデスク 人事 総務
    メール 事務局 admin helpdesk webmail support postmaster server mailbox hr
    payroll security notification
"""
_WORDS = tuple(_WORDS_TEXT.split())


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the display name."""
    sender = ctx.sender
    if sender is None or not sender.domain:
        return
    if not recipient.addresses(ctx):
        yield recipient.UNKNOWN
        return
    own = {registrable(domain) for domain in recipient.domains(ctx)}
    name = folded_name(ctx)
    if ctx.sender_registrable in own:
        administers = _administers(name, sender.local.lower())
        spoken = ctx.sender_registrable if administers and aligned_pass(ctx) is None else None
    else:
        spoken = next((domain for domain in sorted(own) if domain in name), None)
    if spoken is None:
        return
    if sender.address.lower() in recipient.addresses(ctx) or recipient.rewritten_by_list(ctx):
        return
    yield Signal(SIGNAL.id, ctx.name_evidence(sender), {"own": spoken})


def _administers(name: str, local: str) -> bool:
    tokens = set(name.replace("-", " ").split())
    if local in ("admin", "administrator", "postmaster", "helpdesk", "support", "webmaster"):
        return True
    return any(word in (tokens if word.isascii() and len(word) < 5 else name) for word in _WORDS)
