"""The mail greets its reader by a mail address.

What it sees
    A mail address, whoever's it is, where the name belongs: 「user@… 様」, "Dear user@…", in the
    first lines.
Why it matters
    A company where one has an account knows the name. Who has only bought a list of addresses
    has nothing else to write.
When it is wrong
    Services that one joined by mail address alone greet so too.
Example
    「hanako@example.jp 様」
"""

from collections.abc import Iterator

import re2

from mayoke.mail.signals.context import Context
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="recipient_address_as_salutation",
    speaks_for="scam",
    kinds=("phishing",),
    ja="あて名が名前ではなく「{quote}」というメールアドレスになっています。相手はあなたの名前を知らないようです。",
    en="It greets you by a mail address (“{quote}”), so the sender does not seem to know your name.",
)

_OPENING = 500
_SALUTATION = re2.compile(
    r"(?:^|[^a-z0-9._%+-])([a-z0-9._%+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:会員)?(?:様|さま|さん|殿|御中)"
    r"|\b(?:dear|hello|hi|hey|good day|good morning|attention|attn)[ ,:]{1,2}([a-z0-9._%+-]{1,64}@[a-z0-9-]+(?:\.[a-z0-9-]+)+)"
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first salutation."""
    for text in ctx.bodies:
        opening = text.folded.text[:_OPENING]
        found = _SALUTATION.search(opening) if "@" in opening else None
        if found is not None:
            group = 1 if found.group(1) else 2
            evidence = text.evidence(found.start(group), found.end())
            yield Signal(SIGNAL.id, evidence, {"quote": evidence.quote})
            return
