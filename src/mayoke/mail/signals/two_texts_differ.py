"""The plain text and the HTML of one mail tell different stories.

What it sees
    A mail with both forms, each of 120 letters or more, that share hardly anything (under a tenth
    of their letter pairs).
Why it matters
    The reader sees one form, some filters read the other: a harmless story is put there for them.
When it is wrong
    Newsletters whose plain text says only that the mail needs HTML are short and are let pass.
Example
    Plain text: a passage of a novel. HTML: a forged sign-in notice.
"""

from collections.abc import Iterator
from itertools import pairwise

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import Text, twins
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="two_texts_differ",
    speaks_for="scam",
    kinds=(),
    ja="このメールには、画面に出る文章とはまったく別の文章（{quote}…）も入っています。迷惑メールの検査をごまかすための細工です。",
    en="The mail holds a second text, quite unlike the one that is shown (“{quote}…”), to mislead filters.",
)

_LONG = 120
_LIMIT = 3_000
_SAMPLES = 12
_SAMPLE = 5
_ALIKE = 2
_OVERLAP = 0.1


def find(ctx: Context) -> Iterator[Signal]:
    """The plain text, when the HTML tells something else."""
    bodies = ctx.message.bodies
    plain = next((n for n, body in enumerate(bodies) if not body.html), None)
    html = next((n for n, body in enumerate(bodies) if body.html), None)
    if plain is None or html is None or plain > html:
        return
    one, other = ctx.bodies[plain], ctx.bodies[html]
    if not twins(one, other) and _differ(one.folded.text, other.folded.text):
        yield _signal(one)


def _differ(one: str, other: str) -> bool:
    if len(one) < _LONG or len(other) < _LONG:
        return False
    step = max(1, min(len(one), _LIMIT) // _SAMPLES)
    samples = (one[at : at + _SAMPLE] for at in range(0, min(len(one), _LIMIT), step))
    if sum(sample in other for sample in samples) >= _ALIKE:
        return False
    left, right = set(pairwise(one[:_LIMIT])), set(pairwise(other[:_LIMIT]))
    return len(left & right) < _OVERLAP * min(len(left), len(right))


def _signal(text: Text) -> Signal:
    start = len(text.raw) - len(text.raw.lstrip())
    quote = text.raw[start : start + 40]
    evidence = Evidence(text.part, start, start + len(quote), quote)
    return Signal(SIGNAL.id, evidence, {"quote": " ".join(quote.split())})
