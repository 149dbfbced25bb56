"""Payment is to be made in crypto coins.

What it sees
    An instruction to pay, send or deposit bitcoin or another crypto coin.
Why it matters
    A payment in coins cannot be called back and nobody sees who gets it. It is the money of
    extortion and of false investments.
When it is wrong
    Exchanges that explain how to deposit; firms that take coins.
Example
    「48時間以内にビットコインで送金してください。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.asking import sentence
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="pay_by_crypto",
    speaks_for="scam",
    kinds=("sextortion", "romance_advance_fee", "recovery", "solicitation"),
    ja="「{quote}」と、暗号資産（仮想通貨）で払わせようとしています。送ったお金は取り戻せません。",
    en="It wants payment in crypto coins (“{quote}”), which cannot be called back.",
)

_COINS = Watch(
    "ビットコイン", "仮想通貨", "暗号資産", "暗号通貨", "イーサリアム", "ライトコイン", "テザー",
    "btc", "usdt", "eth", "bitcoin*", "ethereum", "litecoin", "crypto*", "xmr", "monero",
)  # fmt: skip
_REACH = 50
_AFTER = re2.compile(
    r"^[^。]{0,24}?(?:送金|送信|送って|お送り|振り込|振込|支払|入金|送付|買って|転送)"
    r"[^。]{0,6}?(?:ください|下さい|くだ|お願い|願い|頂|いただ|しろ|せよ|すれば|すること|れば|して。|て欲しい|てほしい|が必要|が条件|に限|のみ|なければ|ない場合|たら|後)"
    r"|^[^。]{0,4}?(?:アドレス|ウォレット)(?:は|に|へ|:)"
    r"|^(?:のみ|で。|で$|でのみ|に限)"
    r"|^\)?:? ?(?:bc1|[13][a-z0-9]{25}|0x[0-9a-f]{20}|t[a-z0-9]{30})"
    r"|^ ?(?:address|wallet)\b"
)
_BEFORE = re2.compile(
    r"\b(?:pay|send|transfer|deposit|buy|payment|amount|worth)\b(?: \S{1,20}){0,6} ?(?:in |of |to |by |via |with )?$"
    r"|(?:支払|送金|入金|振込)(?:い)?(?:は|方法(?:は|:))[^。]{0,8}$"
)
_NOT = re2.compile(r"ないで|詐欺|ご注意|never|scam|完了")


def find(ctx: Context) -> Iterator[Signal]:
    """The first instruction."""
    for text, start, end in _COINS.hits(ctx):
        folded = text.folded.text
        before = folded[max(0, start - _REACH) : start]
        after = sentence(folded[end : end + _REACH])
        found = _AFTER.search(after)
        ahead = _BEFORE.search(before)
        if (found is None and ahead is None) or _NOT.search(after) or _NOT.search(before):
            continue
        begin = start - len(before) + ahead.start() if ahead is not None else start
        stop = word_end(folded, end + found.end()) if found is not None else end
        evidence = text.evidence(begin, stop)
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        return
