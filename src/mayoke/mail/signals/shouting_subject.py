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

import re2

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="shouting_subject",
    speaks_for="junk",
    ja="件名が「{quote}」と、記号や大文字で大げさに書かれています。",
    en="The subject shouts (“{quote}”).",
)

_SHOUT = re2.compile(r"[!！‼]{3,20}|[$＄]{3,20}|[★☆♪◆◎●]{3,20}")
_CAPITALS = re2.compile(
    r"^(?:(?:RE|FW|FWD): ?)?[^a-z]*(?:[A-Z']{3,}[ !?.,:-]+){2,}[A-Z']{3,}[^a-z]*$"
)
_LIMIT = 200


def find(ctx: Context) -> Iterator[Signal]:
    """What is loud."""
    subject = ctx.message.subject[:_LIMIT]
    found = _SHOUT.search(subject) or (_CAPITALS.search(subject) if subject.isascii() else None)
    if found is not None:
        quote = found.group()
        evidence = Evidence(ctx.subject.part, found.start(), found.end(), quote)
        yield Signal(SIGNAL.id, evidence, {"quote": quote})
