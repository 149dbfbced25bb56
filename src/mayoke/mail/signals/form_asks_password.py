"""A form inside the mail asks for a password or a card.

What it sees
    A form in an HTML part with a password field, or with fields named like a card number, a
    security code or a one-time code; the same in the first bytes of an attached web page.
Why it matters
    What is typed goes to whoever wrote the mail. No honest mail holds a sign-in form.
When it is wrong
    Hardly ever.
Example
    <form action="https://secure-xyz.example.net/"><input type="password">
"""

import re
from collections.abc import Iterator

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import whole
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="form_asks_password",
    speaks_for="scam",
    kinds=("phishing",),
    ja="メールの中に、パスワードやカード番号を書き込ませる欄（{field}）があります。書いた内容は相手に送られます。",
    en="The mail itself holds a field for a password or card ({field}). What is typed goes to its sender.",
)

_NAMES = re.compile(
    r"pass(?:word|wd|code)?|pwd|card|cvv|cvc|pin(?:code)?$|otp|ccnum|secret", re.IGNORECASE
)


def find(ctx: Context) -> Iterator[Signal]:
    """The first such field of every form."""
    for body in ctx.message.bodies:
        for form in body.forms:
            field = next((name or kind for name, kind in form.fields if _asks(name, kind)), "")
            if field:
                yield Signal(SIGNAL.id, whole(form.part, form.action), {"field": field[:40]})


def _asks(name: str, kind: str) -> bool:
    if kind.lower() == "password":
        return True
    return kind.lower() in ("text", "tel", "number", "") and bool(_NAMES.match(name))
