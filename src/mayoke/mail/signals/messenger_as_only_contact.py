"""The only way to answer is a messenger.

What it sees
    A LINE, Telegram, WhatsApp, KakaoTalk or Signal account to add or write to, by words or by
    link, and neither a telephone number nor any link to somewhere else.
Why it matters
    In a messenger nobody filters, accounts cost nothing and vanish: side jobs, false investments
    and false refunds are all sold there.
When it is wrong
    Friends, clubs and small shops who use LINE.
Example
    「詳しくはLINE ID：@example まで。」
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo
from mayoke.text.personal import phones

SIGNAL = SignalInfo(
    id="messenger_as_only_contact",
    speaks_for="scam",
    kinds=("solicitation", "romance_advance_fee", "recovery", "bec"),
    ja="連絡先が「{quote}」だけです。LINEなどのアプリだけで連絡させる相手は、すぐに姿を消せます。",
    en="The only contact is a messenger (“{quote}”). Whoever is there can vanish at once.",
)

_WORDS = Watch(
    "lineid", "line id", "line:@", "line @", "lineで", "lineを追加", "lineに登録", "line登録", "友だち追加", "友達追加", "友達登録",
    "lineグループ", "lineへ", "lineのグループ", "ラインで", "テレグラム", "telegram", "whatsapp", "カカオトーク",
    "カカオ", "シグナルで", "シグナルを", "wechat", "微信", "公式line", "個人line", "lineまで", "line追加",
)  # fmt: skip
_HOSTS = (
    "lin.ee",
    "line.me",
    "t.me",
    "wa.me",
    "telegram.me",
    "whatsapp.com",
    "kakao.com",
    "line.naver.jp",
)
_TRIVIAL = ("w3.org",)
_OWN = frozenset(
    {"line.me", "linecorp.com", "lycorp.co.jp", "telegram.org", "whatsapp.com", "kakao.com"}
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first link, else the first words."""
    if ctx.sender is not None and ctx.sender_registrable in _OWN:
        return
    links = [seen for seen in ctx.clickable if seen.url.registrable not in _TRIVIAL]
    others = [seen for seen in links if not seen.url.host.removeprefix("www.").endswith(_HOSTS)]
    words = _WORDS.hits(ctx)
    if (
        others
        or not (links or words)
        or any(phones(text.folded.text[:5000]) for text in ctx.bodies)
    ):
        return
    evidence = links[0].evidence() if links else words[0][0].evidence(*words[0][1:])
    yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
