"""The subject shouts.

What it sees
    Three or more exclamation marks, money signs or stars in a row, or a subject of three or more English
    words in capitals.
Why it matters
    Advertising that nobody asked for tries to be loud.
When it is wrong
    Sales of shops one likes; machines that write their reports in capitals.
Example
    「本日限定！！！全品半額」
"""

from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="shouting_subject",
    speaks_for="junk",
    ja="件名が「{quote}」と、記号や大文字で大げさに書かれています。",
    en="The subject shouts (“{quote}”).",
)

_LOUD = ("!!!", "！！！", "$$$", "＄＄＄", "‼", "★★★", "☆☆☆", "♪♪♪", "◆◆◆", "◎◎◎", "●●●")
_WORDS = 3
_WORD = 3
_LIMIT = 200


def find(ctx: Context) -> Iterator[Signal]:
    """What is loud."""
    subject = ctx.message.subject[:_LIMIT]
    span = _run(subject)
    if span is None and _capitals(subject):
        span = 0, len(subject)
    if span is not None:
        evidence = Evidence(ctx.subject.part, *span, subject[slice(*span)])
        yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})


def _run(subject: str) -> tuple[int, int] | None:
    loud = next((run for run in _LOUD if run in subject), None)
    if loud is None:
        return None
    start = end = subject.find(loud)
    while end < len(subject) and subject[end] == loud[0]:
        end += 1
    return start, end


def _capitals(subject: str) -> bool:
    if not subject.isascii() or not subject.isupper():
        return False
    return sum(len(word) >= _WORD and word.isalpha() for word in subject.split()) >= _WORDS
