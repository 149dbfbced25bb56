"""Part of a number that only the true sender should know.

What it sees
    The last digits of a card, account or customer number ("末尾4桁 1234", "****-1234").
Why it matters
    Who has a contract with you can show part of its number; who sends to millions cannot.
When it is wrong
    Phishing mails invent four digits, and few people compare them. Compare yours.

Example
    カード番号：****-****-****-1234
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.records.gap import Gap
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="partly_masked_number",
    speaks_for="clean",
    ja="「{quote}」と番号の一部が書かれています。お手元のカードや契約の番号と同じか、見比べてください。",
    en='Part of a number is given ("{quote}"). Compare it with your own card or contract.',
)

_NUMBER = re2.compile(
    r"(?:下|末尾|末)(?:4桁|四桁|4けた|3桁)[^0-9]{0,8}[0-9]{3,4}"
    r"|末尾[ :「(]{0,3}[0-9]{4}"
    r"|(?:\*{2,}|x{4}|●{2,}|•{2,}|・{4})(?:[- ]?(?:\*{2,}|x{4}|●{2,}|•{2,}))*[- ]?[0-9]{3,4}\b"
    r"|ending (?:in|with) [0-9]{4}\b"
)
_MARKS = ("桁", "末尾", "**", "xxxx", "●●", "••", "・・・・", "ending ")
_LIMIT = 20_000


def find(ctx: Context) -> Iterator[Signal | Gap]:
    """One signal on the first such number."""
    for text in ctx.bodies:
        folded = text.folded.text[:_LIMIT]
        if any(mark in folded for mark in _MARKS):
            match = _NUMBER.search(folded)
            if match is not None:
                evidence = text.evidence(*match.span())
                yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
                return
