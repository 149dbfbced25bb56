"""An answer without anything that was answered.

What it sees
    A subject that begins with Re: or 返信 and a text of some length in which nothing is quoted and
    no earlier mail is named, without the header fields by which programs link an answer.
Why it matters
    A false "Re:" makes a stranger's mail look like part of a talk.
When it is wrong
    Telephones answer without quoting; some programs leave the fields out.
Example
    「Re: お見積りの件」 as the first mail of a stranger.
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="thread_faked",
    speaks_for="scam",
    kinds=(),
    ja="件名は「{quote}」と返信のようですが、もとになったメールがどこにもありません。",
    en="The subject (“{quote}”) looks like an answer, but nothing that was answered is there.",
)

_ANSWER = re2.compile(r"(?i)^\s{0,4}((?:re|aw|sv|返信|回复|回覆|答复)\s?(?:\[\d+\])?\s?[:：;])")
_QUOTED = re2.compile(
    r"(?m)^\s{0,3}[>|＞]|wrote:|writes:|書きました|Original Message|Originalnachricht|元のメッセージ|"
    r"(?:^|\n)\s{0,3}(?:From|差出人|Von|De|发件人)\s?[:：]|\n(?:On|Le|Am) .{8,80}[:：]"
)
_TEXT_LIMIT = 20_000


def find(ctx: Context) -> Iterator[Signal]:
    """The false "Re:"."""
    message = ctx.message
    found = _ANSWER.search(message.subject[:40])
    if found is None or message.unwrapped != "none":
        return
    if message.header("References") is not None or message.header("In-Reply-To") is not None:
        return
    if any(_QUOTED.search(text.raw[:_TEXT_LIMIT]) for text in ctx.bodies):
        return
    evidence = Evidence(ctx.subject.part, found.start(1), found.end(1), found.group(1))
    yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
