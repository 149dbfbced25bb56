"""A company's or an authority's name on a free-mail address.

What it sees
    The From address is at a free-mail provider or a carrier's mailbox, and the display name holds
    a word of companies, banks, authorities or help desks.
Why it matters
    Firms and offices write from their own domains; a free mailbox is open to anybody.
When it is wrong
    Clubs, neighbourhood groups and one-person firms do use free mail.

Example
    From: 東都法律事務所 <touto.law8821@gmail.com>
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import is_mailbox
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.sender_name import folded_name
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="freemail_sender_claims_organisation",
    speaks_for="scam",
    ja="差出人は「{name}」と名乗っていますが、アドレスはだれでも作れる {domain} のものです。",
    en='The sender calls itself "{name}", but the address is at {domain}, where anyone can open one.',
)

_WORDS_TEXT = """
    株式会社 (株) 有限会社 (有) 合同会社 銀行 信用金庫 証券 カード 保険 サポート
    センター 事務局 警察 警視庁 検察 裁判所 法律 弁護士 税務署 国税 年金 厚生
    デジタル庁 消費者 サイバー 犯罪 捜査 調査室 本部 管理部 管理室 委員会 協会
    機構 財団 対策 運営 総務部 経理部 人事部 窓口 システム部 通信会社 宅配 運輸
    大使館 領事
"""
_WORDS = tuple(_WORDS_TEXT.split())
_ENGLISH_TEXT = """
    inc ltd llc co corp corporation company bank support department dept office
    security team center centre service services customer helpdesk police federal
    ministry embassy lottery foundation admin administrator insurance trust agency
    international
"""
_ENGLISH = frozenset(_ENGLISH_TEXT.split())


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the display name."""
    sender = ctx.sender
    if sender is None or not sender.name or not is_mailbox(ctx, sender.domain):
        return
    name = folded_name(ctx)
    tokens = name.replace(".", " ").replace(",", " ").split()
    if any(word in name for word in _WORDS) or not _ENGLISH.isdisjoint(tokens):
        yield Signal(
            SIGNAL.id, ctx.name_evidence(sender), {"name": sender.name, "domain": sender.domain}
        )
