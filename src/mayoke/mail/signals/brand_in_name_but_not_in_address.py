"""A brand's name as the sender's name, but an address that is not the brand's.

What it sees
    The display name in From is a brand's name, alone or with words of service ("support",
    "事務局" …) around it, and the domain of the address is none of the brand's.
Why it matters
    Most mail programs show only the name. It can be written freely; the address is harder to fake.
When it is wrong
    A brand may send through a domain the registry does not know yet.

Example
    From: えきねっと <member@ekinet-mail.example>
"""

from collections.abc import Iterator

from mayoke.mail.signals.aligned import aligned_pass
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.sender_name import folded_name
from mayoke.records.brand import Brand
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.fold import fold_plain

SIGNAL = SignalInfo(
    id="brand_in_name_but_not_in_address",
    speaks_for="scam",
    kinds=("phishing",),
    ja="差出人の名前は「{brand}」ですが、アドレスは {domain} で、{brand}のものではありません。",
    en="The sender is named {brand_en}, but the address is at {domain}, "
    "which does not belong to {brand_en}.",
)

# Longest first, so that what is taken away leaves nothing of a longer word behind.
_SERVICE_TEXT = """
    株式会社 有限会社 (株) カスタマー サービス サポート センター デスク 事務局
    お知らせ 公式 本部 重要 緊急 ご案内 案内 通知 連絡 会員 様 お客様 お客さま
    相談 窓口 係 管理 運営 チーム セキュリティ アカウント ログイン 自動 配信 専用
    確認 情報 メール マガジン ニュース 日本 ジャパン ショップ オンライン ストア
    インターネット ネット カード 銀行 ポイント 部門 部 課 より から の を に ご
    プライム 会社 グループ 受付 支払い 決済 認証 本人 更新 利用 照会 メンバー 登録
    アプリ account accounts security support service services customer care center
    centre team info information noreply no-reply reply mail japan official online
    notice alert help desk inc ltd corporation member members update admin id pay
    prime news shop store web net card bank verification confirm the your co jp
    com
"""
_SERVICE = sorted(_SERVICE_TEXT.split(), key=len, reverse=True)


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal for the brand the display name holds."""
    sender = ctx.sender
    if sender is None or not sender.domain:
        return
    for claim in ctx.claims:
        if claim.where != "name" or ctx.owns(claim.brand, sender.domain):
            continue
        if ctx.registry.owner(sender.domain) is not None and aligned_pass(ctx):
            continue
        if not _essentially(folded_name(ctx).partition("@")[0], claim.brand):
            continue
        yield Signal(
            SIGNAL.id,
            claim.evidence,
            {
                "brand": claim.brand.name_ja,
                "brand_en": claim.brand.name_en,
                "domain": sender.domain,
            },
        )
        return


def _essentially(name: str, brand: Brand) -> bool:
    """Is a folded display name the brand's, give or take words of service, signs and digits?"""
    for word in sorted((fold_plain(n) for n in brand.names), key=len, reverse=True):
        name = name.replace(word, " ")
    for word in _SERVICE:
        name = name.replace(word, " ")
    return sum(ch.isalpha() for ch in name) <= 1
