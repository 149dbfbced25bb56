"""A messenger account to write to stands in the text.

What it sees
    An account written out (LINE ID：@…, Telegram @…, WhatsApp +…), or a link that adds a friend
    (lin.ee, line.me/R/ti, t.me, wa.me).
Why it matters
    Swindlers move the talk to a messenger as soon as they can.
When it is wrong
    Shops and towns advertise their LINE account.
Example
    「LINE ID：@example まで」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="messenger_account_in_text",
    speaks_for="scam",
    kinds=("solicitation", "romance_advance_fee", "recovery", "bec"),
    ja="「{quote}」へ連絡するよう誘っています。メールの外へ連れ出すのは、詐欺でよく使われる手口です。",
    en="It invites you to a messenger (“{quote}”). Swindlers like to move the talk there.",
)

_WORDS = Watch(
    "line", "lineid", "ライン", "テレグラム", "telegram*", "whatsapp*", "カカオトーク", "シグナル", "wechat",
    "微信", "ワッツアップ",
)  # fmt: skip
_ACCOUNT = re2.compile(
    r"^ ?(?:の?(?:友だち追加|アカウント|id)|id|を入れて|番号|で)? ?[:;( は]{0,3}(@[a-z0-9_.-]{4,30}|\+\d[\d -]{7,16}\d)"
)
_HOSTS = frozenset(
    {"lin.ee", "t.me", "wa.me", "api.whatsapp.com", "chat.whatsapp.com", "open.kakao.com"}
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first account written out, else the first link."""
    for text, start, end in _WORDS.hits(ctx):
        found = _ACCOUNT.search(text.folded.text[end : end + 60])
        if found is not None:
            evidence = text.evidence(start, end + found.end())
            yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
            return
    for seen in ctx.clickable:
        host = seen.url.host.removeprefix("www.")
        if host in _HOSTS or (host in ("line.me", "liff.line.me") and "/ti/" in seen.url.path):
            evidence = seen.evidence()
            yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
            return
