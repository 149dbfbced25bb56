"""A short message about a parcel, a payment or an account, with a link to a host nobody knows.

What it sees
    A text without a header, at most 400 characters, that speaks of a parcel, of money due, of a
    bank, a card or an account, and has a link whose host belongs to no organisation in the
    registry.
Why it matters
    That is what nearly every phishing message on a phone looks like. The companies it speaks of
    send links to their own sites, or none.
When it is wrong
    A small shop that writes of your parcel and links to its own site looks the same.
Example
    「お荷物をお届けに上がりましたがご不在でした。 https://saihai.example.net/a」
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.short_messages import is_short_message, unknown_link
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="short_message_of_business_with_unknown_link",
    speaks_for="scam",
    looks_at="links",
    kinds=("phishing",),
    ja="「{quote}」という用件の短いメッセージですが、リンク先は {host} で、知られている会社や役所のサイトではありません。",
    en="A short message about “{quote}”, but its link leads to {host}, which is no known company's "
    "or office's site.",
)

_BUSINESS = Watch(
    *("荷物", "小包", "郵便物", "配達", "配送", "宅配", "お届け", "置き配", "再配", "不在", "保管期限"),
    *("料金", "未払", "未納", "滞納", "支払", "請求", "関税", "税金", "還付", "給付金", "延滞"),
    *("口座", "銀行", "カード", "アカウント", "本人確認", "利用停止", "利用制限", "ログイン", "認証"),
    *("パスワード", "年金", "取引", "引き落", "引落", "会員", "国税", "通関", "回線", "ポイント"),
)  # fmt: skip


def find(ctx: Context) -> Iterator[Signal]:
    """The first such word."""
    if not is_short_message(ctx):
        return
    hits = _BUSINESS.hits(ctx)
    place = unknown_link(ctx) if hits else None
    if place is None:
        return
    text, start, end = hits[0]
    evidence = text.evidence(start, end)
    yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote, "host": place.host})
