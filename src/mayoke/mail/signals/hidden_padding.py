"""The mail holds text that a reader cannot see.

What it sees
    Hidden text that says something else than the visible text and is long (200 letters, and half
    of the visible ones), or holds strings of random letters and digits.
Why it matters
    It is there for filters: filler that makes every mail different or more harmless.
When it is wrong
    The short preview line of newsletters is let pass, and so are hidden copies of visible text
    made for telephones.
Example
    A white line of size 0: 「…すっかり寒くなりましたね。 q7Lb2Xz 先日は…」
"""

from collections.abc import Iterator
from itertools import pairwise

from mayoke.mail.signals.context import Context
from mayoke.records.evidence import Evidence
from mayoke.records.message import Body, Hidden
from mayoke.records.signal import Signal, SignalInfo

SIGNAL = SignalInfo(
    id="hidden_padding",
    speaks_for="scam",
    kinds=(),
    ja="読む人には見えない文字（{quote}…）が隠してあります。迷惑メールの検査をごまかすための水増しです。",
    en="Text that a reader cannot see is hidden in the mail (“{quote}…”), filler meant to fool filters.",
)

_LONG = 200
_LIMIT = 6_000
_SAMPLES = 12
_SAMPLE = 6
_RANDOM = 2
_QUOTE = 40


def find(ctx: Context) -> Iterator[Signal]:
    """The longest hidden text of the first part that pads."""
    for body in ctx.message.bodies:
        if not body.hidden:
            continue
        number, longest = max(enumerate(body.hidden, 1), key=lambda item: len(item[1].text))
        if _pads(body, longest):
            yield _signal(body.part.removesuffix("text") + f"hidden:{number}", longest.text)
            return


def _signal(part: str, text: str) -> Signal:
    start = len(text) - len(text.lstrip())
    evidence = Evidence(part, start, min(len(text), start + _QUOTE), text[start : start + _QUOTE])
    return Signal(SIGNAL.id, evidence, {"quote": " ".join(evidence.quote.split())})


def _pads(body: Body, longest: Hidden) -> bool:
    hidden = " ".join(longest.text[:_LIMIT].split())
    if sum(_random(word) for word in hidden.split()) >= _RANDOM:
        return True
    letters = sum(ch.isalnum() for ch in hidden)
    visible = len(body.text)
    return letters >= _LONG and letters * 2 >= visible and not _repeats(hidden, body.text[:20_000])


def _random(word: str) -> bool:
    """Mixed letters and digits such as ``q7Lb2Xz``; ``iPhone15`` and ``2024AW`` are none."""
    if not (5 <= len(word) <= 24 and word.isascii() and word.isalnum()):
        return False
    changes = sum(a.isdigit() != b.isdigit() for a, b in pairwise(word))
    return changes >= 2


def _repeats(hidden: str, visible: str) -> bool:
    """Does most of the hidden text stand in the visible text as well?"""
    step = max(1, len(hidden) // _SAMPLES)
    samples = [hidden[at : at + _SAMPLE] for at in range(0, len(hidden) - _SAMPLE, step)]
    return sum(sample in visible for sample in samples) * 2 >= len(samples)
