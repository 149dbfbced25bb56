"""Characters that have no business in ordinary Japanese or English text, found in one pass."""

import re
from weakref import WeakKeyDictionary

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.simplified import SIMPLIFIED_ONLY
from mayoke.mail.signals.views import Text

_TEXT_LIMIT = 100_000

INVISIBLE_RANGES = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
"""Drawn as nothing: joiners, marks of direction, soft hyphen, variation selectors, tags."""

LOOKALIKES = (
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5"
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0423\u0425"
    "\u0430\u0433\u0435\u043a\u043e\u043f\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04bb\u04cf"
    "\u0501\u051b\u0261\u0251\u0131"
)
"""Greek, Cyrillic and phonetic letters that look like Latin ones (Unicode confusables, the safe
part: letters that Japanese writers use as symbols, such as α, μ, Ω, are left out)."""

WIDE_LATIN = "\uff21-\uff3a\uff41-\uff5a"
HALF_KANA = "\uff66-\uff9f"

_ODD = re.compile(f"[{INVISIBLE_RANGES}{LOOKALIKES}{WIDE_LATIN}{HALF_KANA}{SIMPLIFIED_ONLY}]")
_found: WeakKeyDictionary[Context, tuple[tuple[Text, frozenset[str]], ...]] = WeakKeyDictionary()


def odd_characters(ctx: Context) -> tuple[tuple[Text, frozenset[str]], ...]:
    """The texts that hold odd characters, each with the set of them."""
    found = _found.get(ctx)
    if found is None:
        sets = ((text, frozenset(_ODD.findall(text.raw[:_TEXT_LIMIT]))) for text in ctx.texts)
        found = _found[ctx] = tuple((text, odd) for text, odd in sets if odd)
    return found
