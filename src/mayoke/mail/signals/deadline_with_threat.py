"""A short time limit, with a threat.

What it sees
    「24時間以内」, 「本日中」, 「3日以内」, "within 48 hours" …, and near it that an account is stopped,
    frozen or deleted, money seized, a law suit filed or somebody arrested.
Why it matters
    Hurry and fear keep people from asking others. Real contracts leave weeks and write by post.
When it is wrong
    Bookings that lapse when they are not paid; last reminders of real firms.
Example
    「24時間以内にご確認がない場合、アカウントを停止します。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.watch import Watch
from mayoke.mail.signals.words_in_reach import pairs
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="deadline_with_threat",
    speaks_for="scam",
    kinds=("phishing", "fictitious_billing", "sextortion", "fake_police"),
    ja="「{quote}」と、短い期限を切っておどしています。あわてさせて、人に相談する間を与えないためです。",
    en="It sets a short time limit with a threat (“{quote}”), to leave no time to ask anybody.",
)

_LIMITS = Watch(
    "時間以内", "時間後", "日以内", "本日中", "今日中", "明日まで", "本日まで", "本日限り", "本日17時", "本日18時", "本日24時",
    "明日中", "翌日まで", "至急", "直ちに", "ただちに", "今すぐ", "営業日以内", "within 24", "within 48",
    "within 72", "within 12", "24 hours", "48 hours", "72 hours", "immediately", "24hrs", "24hours", "48hrs",
    "within one day", "within two days", "within 3 days", "within 2 days",
)  # fmt: skip
_THREATS = Watch(
    "停止", "凍結", "失効", "差し押さえ", "差押", "法的", "訴訟", "提訴", "告訴", "強制", "閉鎖", "無効", "解約", "利用制限",
    "利用を制限", "使用を制限", "制限させ", "制限され", "削除", "逮捕", "使えなく", "利用できなく", "ご利用いただけなく",
    "永久", "ロックさ", "公開し", "公開する", "ばらま", "送信します", "裁判", "退会", "遅延損害金", "強制捜査", "拘束",
    "信用情報", "起訴", "返送され", "取り消され", "取消され", "キャンセルされ", "キャンセルとなり", "没収", "共犯", "出頭",
    "権利がなく", "権利を失", "削除し", "suspend*", "terminat*", "deactivat*", "closed", "closure", "legal action", "arrest*",
    "be deleted", "be blocked", "be locked", "be disabled", "lose access", "de-activat*", "shut down",
)  # fmt: skip
_NOT = re2.compile(r"分以内|緊急停止|しないでください|詐欺|フィッシング|ご注意|年間|不審な")
_ANY_NUMBER = re2.compile(r"(?:\d|[一二三四五六七八九十]|数|半)$")
_NUMBERED = ("時間以内", "時間後", "日以内", "営業日以内")
_LONGEST_DAYS = 5
_DAYS = re2.compile(r"(\d{1,3})$")


def find(ctx: Context) -> Iterator[Signal]:
    """The first limit with a threat in reach."""
    for text, start, end in pairs(ctx, _LIMITS, _THREATS, before=30, after=60):
        folded = text.folded.text
        if _NOT.search(folded[max(0, start - 20) : end + 20]) or not _short(folded, start):
            continue
        evidence = text.evidence(_begin(folded, start), word_end(folded, end))
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        return


def _begin(folded: str, start: int) -> int:
    """The number belongs to 「時間以内」."""
    while start > 0 and folded[start - 1].isdigit():
        start -= 1
    return start


def _short(folded: str, start: int) -> bool:
    """Is the limit one of hours or a few days? (「30日以内」 is none)"""
    if not folded.startswith(("日以内", "営業日以内"), start):
        return True
    number = _DAYS.search(folded[max(0, start - 3) : start])
    return number is None or int(number.group(1)) <= _LONGEST_DAYS
