"""Place-holders of a mailing program that were never filled in.

What it sees
    {{name}}, %{email}, ##random##, [RECEIVER_ADDRESS], %DATE%, *|FNAME|*, ${link} and the like in
    the subject or the text.
Why it matters
    The sender mails to masses with a program that he does not master; a company would notice.
When it is wrong
    Mail about programming; drafts that a shop sends to itself. Now and then a real newsletter
    slips.
Example
    「[RECEIVER_ADDRESS] 様」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="unexpanded_macros",
    speaks_for="scam",
    kinds=(),
    ja="「{quote}」という、差し込みの印がそのまま残っています。大量に送る道具で作られたメールです。",
    en="A place-holder (“{quote}”) was never filled in: the mail was made by a bulk tool.",
)

_FIELDS = (
    "(?:e?-?mail|name|fname|lname|first|last|random|rand|rnd|link|domain|victim|receiver|recipient|customer|"
    "company|current|mc|mix|custom|unsub(?:scribe)?|user|address|order)"
)
_RARE = "(?:e?mail|receiver|recipient|victim|customer|current|random|rand|link|unsub(?:scribe)?|first_?name|last_?name)"
_TEXT_LIMIT = 30_000
_MACRO = re2.compile(
    r"(?i)##[a-z_]{3,30}[0-9_]{0,6}##"
    rf"|\*\|{_FIELDS}[a-z0-9_:]{{0,30}}\|\*"
    rf"|\[\[?-?{_RARE}_[a-z0-9_]{{2,30}}-?\]"
    rf"|\{{\{{ ?\.?{_FIELDS}[a-z0-9_.]{{0,30}} ?\}}\}}"
    rf"|%\{{{_FIELDS}[a-z0-9_]{{0,30}}\}}"
    rf"|%{_FIELDS}(?:_?[a-z0-9]{{2,20}}){{0,3}}%"
    rf"|%%{_FIELDS}[a-z0-9_ ]{{0,30}}%%"
    rf"|\{{%?\$?{_RARE}_[a-z0-9_]{{2,30}}%?\}}"
    r"|\[(?:email|to|victimemail|emailname|random[a-z0-9]*)\]"
)

_SIGNS = ("##", "*|", "[", "{", "%")


def find(ctx: Context) -> Iterator[Signal]:
    """The first place-holder."""
    for text in ctx.texts:
        raw = text.raw[:_TEXT_LIMIT]
        if not any(sign in raw for sign in _SIGNS):
            continue
        found = _MACRO.search(raw)
        if found is not None and not ctx.about_programs:
            evidence = Evidence(text.part, found.start(), found.end(), found.group())
            yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
            return
