"""A warning that asks for nothing and leads nowhere.

What it sees
    「リンクを開かないでください」, 「入力しないでください」, "do not click" and the like, in a mail without any
    link to click and without attachments.
Why it matters
    Those who warn of false mails need no click. A swindler does.
When it is wrong
    A swindler who wants an answer or a call may copy the words.
Example
    「不審なメールのリンクは開かないでください。」 without any link.
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.quoting import word_end
from mayoke.mail.signals.watch import Watch
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="says_do_not_click_and_has_no_link",
    speaks_for="clean",
    ja="「{quote}」と注意を呼びかけていて、押させるリンクも添付ファイルもありません。",
    en="It warns (“{quote}”) and holds neither a link to click nor an attachment.",
)

_WATCH = Watch(
    "リンクを", "リンクは", "urlを", "urlは", "urlに", "urlへ", "リンクに", "リンクへ", "添付ファイルを", "添付ファイルは",
    "個人情報を", "パスワードを", "暗証番号を", "click", "open any", "open attach*", "サイトに", "メールは",
)  # fmt: skip
_DONT = re2.compile(
    r"^[^。]{0,14}?(?:開|クリック|タップ|アクセス|入力|押|教え|返信)[^。]{0,6}?(?:ないで(?:ください|下さい)|ないよう|ず(?:に)?[、,]|ぬよう)"
)
_ENGLISH = re2.compile(r"\b(?:do not|don't|never|avoid)\b.{0,12}$")


def find(ctx: Context) -> Iterator[Signal]:
    """The first warning."""
    hits = _WATCH.hits(ctx)
    if not hits or ctx.clickable or ctx.message.attachments:
        return
    for text, start, end in hits:
        folded = text.folded.text
        if folded[start].isascii() and folded[start:end].isascii():
            if _ENGLISH.search(folded[max(0, start - 30) : start]) is None:
                continue
            stop = end
        else:
            found = _DONT.search(folded[end : end + 40])
            if found is None:
                continue
            stop = end + found.end()
        evidence = text.evidence(start, word_end(folded, stop))
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
        return
