"""Payment is to be made with gift cards or electronic money.

What it sees
    An instruction to pay with electronic money, or to buy gift cards and pass on their codes.
Why it matters
    A code that was told cannot be taken back. No authority, no court and no firm collects money
    this way; swindlers do.
When it is wrong
    Shops that name electronic money among their ways of paying, or that sell gift cards.
Example
    「コンビニで電子マネー3万円分を購入し、番号をお知らせください。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.asking import sentence
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="pay_by_gift_card",
    speaks_for="scam",
    kinds=("fictitious_billing", "prize_aid", "bec", "takeover_malware"),
    ja="「{quote}」と、電子マネーやギフトカードで払わせようとしています。番号を教えると、お金は戻りません。",
    en="It wants payment by gift card or electronic money (“{quote}”). Once the code is told, the money is gone.",
)

_CARDS = Watch(
    "電子マネー", "ギフトカード", "ギフト券", "ギフトコード", "プリペイドカード", "プリペイド",
    "itunesカード", "google playカード", "グーグルプレイカード", "アップルカード", "ビットキャッシュ",
    "bitcash", "webmoney", "vプリカ", "ウェブマネー", "gift card*", "itunes card*", "steam card*",
    "google play card*", "apple card*",
)  # fmt: skip
_REACH = 60
_AFTER = re2.compile(
    r"^[^。]{0,14}?で(?:の)?(?:お)?(?:支払|納付|納め|決済|送|清算|精算)(?:い|って|し|手続き)*(?:を)?"
    r"(?:ください|下さい|お願い|頂|いただ|願|くだ|と|が必要|後|。|$|し|に限|のみ)"
    r"|^.{0,40}?(?:購入|買|用意|入手).{0,30}?(?:番号|コード|裏面|写真|画像|送っ|送信|伝え|知らせ|返信|連絡|教え)"
    r"|^(?:に限|のみ|で。|で$|でも(?:かま|構))|^を?[^。]{0,14}?(?:買って|購入して|ご?用意して?)[^。]{0,3}?(?:くだ|下さ|もら|ほし|くれ|いただ|頂)"
    r"|^.{0,24}?(?:番号|コード|裏面)(?:の写真)?を.{0,12}?(?:送|伝え|知らせ|返信|連絡|教え|撮)"
)
_ENGLISH_BEFORE = re2.compile(
    r"\b(?:buy|purchase|get|pick up|pay (?:with|by|via|in)|need)\b.{0,40}$"
)
_ENGLISH_AFTER = re2.compile(r"^.{0,80}\b(?:scratch|send|code|codes|back of|photo|picture|email)\b")
_NOT = re2.compile(
    r"詐欺|ご注意|ません|ないで|不審|騙|だまし|scam|never|プレゼント|進呈|もれなく|抽選"
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first instruction."""
    for text, start, end in _CARDS.hits(ctx):
        folded = text.folded.text
        after = folded[end : end + _REACH + 30]
        if _NOT.search(folded[max(0, start - 30) : start]) or _NOT.search(sentence(after)):
            continue
        found = _AFTER.search(after)
        if found is None and _ENGLISH_BEFORE.search(folded[max(0, start - _REACH) : start]):
            found = _ENGLISH_AFTER.search(after)
        if found is not None:
            evidence = text.evidence(start, word_end(folded, end + found.end()))
            yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
            return
