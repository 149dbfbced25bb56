"""The account for payments is said to have changed.

What it sees
    「振込先を変更」, 「新しい口座へ」, "our bank details have changed" and the like.
Why it matters
    The costliest swindle of firms: a false partner names a new account for a true invoice.
When it is wrong
    Firms do change their bank, and say so in the same words, mostly weeks ahead and by letter.
Example
    「今月分より振込先の口座が変更になりました。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="sudden_bank_change",
    speaks_for="scam",
    kinds=("bec", "fake_invoice"),
    ja="「{quote}」と、振り込み先の口座が変わったと言っています。前から知っている電話番号にかけて、本当か確かめてください。",
    en="It says the account for payments has changed (“{quote}”). Call a number you already know and ask.",
)

_ACCOUNTS = Watch(
    "振込先", "振込口座", "振り込み先", "送金先", "お支払先", "入金先", "口座情報", "銀行情報", "旧口座",
    "新口座", "新しい口座", "別の口座", "別口座", "口座を変更", "bank details", "bank account",
    "banking details", "account details", "bank information", "new account", "payment details",
)  # fmt: skip
_AFTER = re2.compile(
    r"^[^。]{0,24}?(?:変更|変わ|切り替え|切替|移行|差し替え|訂正|誤り|凍結|監査|使え(?:ない|ません)|送金しないで|ご利用いただけ)"
)
_SELF = re2.compile(r"^[^。]{0,3}(?:に|へ|宛)[^。]{0,20}(?:送金|振込|振り込|お支払|変更|お願い)")
_ENGLISH = re2.compile(r"^.{0,30}\b(?:chang|updat|new|audit|different)|^ (?:below|attached) for")
_ENGLISH_BEFORE = re2.compile(r"\b(?:new|updated|changed?|change of|different)\b.{0,12}$")
_NOT = re2.compile(
    r"ません|ご注意|不審|詐欺|お客様の|ご自身|会員|ご登録|登録口座|引落|引き落とし|マイページ"
)
_NEW = ("新口座", "新しい口座", "別の口座", "別口座")


def find(ctx: Context) -> Iterator[Signal]:
    """The first such sentence."""
    for text, start, end in _ACCOUNTS.hits(ctx):
        folded = text.folded.text
        word, after = folded[start:end], folded[end : end + 60]
        before = folded[max(0, start - 20) : start]
        if _NOT.search(before) or _NOT.search(after[:30]):
            continue
        pattern = _ENGLISH if word.isascii() else _SELF if word in _NEW else _AFTER
        found = pattern.search(after)
        if found is not None:
            stop = end + found.end()
        elif word.isascii() and _ENGLISH_BEFORE.search(before):
            stop = end
        else:
            continue
        evidence = text.evidence(start, word_end(folded, stop))
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        return
