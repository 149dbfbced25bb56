"""The reader is told to keep silent.

What it sees
    「誰にも言わないで」, 「家族に相談しない」, 「警察に通報すると」, 「極秘」, "keep this between us" and the
    like.
Why it matters
    A swindle ends the moment somebody else hears of it.
When it is wrong
    Confidential matters of firms, and the standing notice below their mails, which is let pass.
Example
    「この件は誰にも話さないでください。」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.asking import sentence
from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="secrecy_demanded",
    speaks_for="scam",
    kinds=("fake_police", "bec", "sextortion", "romance_advance_fee"),
    ja="「{quote}」と、誰にも話さないよう求めています。相談させないのは、詐欺でよく使われる手口です。",
    en="It wants you to keep silent (“{quote}”), so that nobody can warn you.",
)

_WATCH = Watch(
    "誰にも", "だれにも", "他の人に", "他の人には", "家族に", "家族には", "家族や", "周囲に", "周りに", "第三者に",
    "警察に", "警察へ", "社内の", "社内で", "他言", "口外", "極秘", "内密", "秘密に", "守秘義務", "相談は控え", "内緒", "機密案件", "秘匿", "銀行員に",
    "between us", "tell anyone", "tell nobody", "keep this confidential", "keep it secret", "keep this secret",
    "strictly confidential", "don't tell", "do not contact the police", "go to the police", "utmost confidentiality",
)  # fmt: skip
_SELF = (
    "極秘", "内密", "機密案件", "秘匿", "keep this confidential", "keep it secret", "keep this secret",
    "strictly confidential", "tell nobody", "utmost confidentiality", "do not contact the police",
)  # fmt: skip
_SILENT = re2.compile(
    r"^[^。]{0,16}?(?:言わ|話さ|話し|話す|言う|知らせ|相談|漏ら|もら|口外|教え|連絡|通報|届け|見せ)[^。]{0,6}?"
    r"(?:な(?:い|く)|ぬよう|禁|すると|しても|たら|ば|と(?:動|送|公|、))"
    r"|^(?:し|さ)?(?:ない|無用|厳禁|禁止|せず|なさら)|^(?:を|は|に)?(?:禁|ご?遠慮|しない|お控え|厳禁|しておいて|お願い|して(?:ください|下さい|くれ|ほしい)|とどめ)"
    r"|^(?:が|を)?(?:課|負|生じ|あります|違反|適用)"
)
_NOTICE = re2.compile(
    r"パスワード|暗証|コード|番号|フレーズ|秘密鍵|本メール|送信先|誤って|受信|転載|第三者への開示|添付ファイル|id|個人情報|目的外"
)
_ENGLISH = frozenset(("between us", "tell anyone", "don't tell", "go to the police"))
_ENGLISH_OK = re2.compile(
    r"(?:keep|stay|stays|just|strictly|secret|do not|don't|never|if you|not to) ?(?:this |it )?$"
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first demand."""
    for text, start, end in _WATCH.hits(ctx):
        folded = text.folded.text
        word, before = folded[start:end], folded[max(0, start - 40) : start]
        if _NOTICE.search(before) or _NOTICE.search(sentence(folded[end : end + 30])):
            continue
        if word in _SELF or (word in _ENGLISH and _ENGLISH_OK.search(before)):
            stop = end
        else:
            found = _SILENT.search(folded[end : end + 40])
            if found is None:
                continue
            stop = end + found.end()
        evidence = text.evidence(start, word_end(folded, stop))
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        return
