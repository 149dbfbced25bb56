"""Is this mail about programs? Source code holds much that looks odd in a letter."""

from collections.abc import Iterable
from itertools import islice

import re2

from mayoke.mail.signals.views import Text

_LEAST_LINES = 5
_TEXT_LIMIT = 30_000
_CODE_LINE = re2.compile(
    r"(?m)^[ \t>]*(?:"
    r"//|/\*|#include|#define|import [a-z]|from [a-z.]+ import|using [A-Z]|public |private |"
    r"static |def [a-z_]+\(|class [A-Z]|for ?\(|if ?\(|while ?\(|return |function |var |let |"
    r"const |int |void |\$ |diff --git|@@ -|\+\+\+ |--- a/"
    r")|(?m)[;{}][ \t]*$"
)


def holds_program_text(bodies: Iterable[Text]) -> bool:
    """Do at least five lines of a body look like source code, a patch or a shell session?"""
    for text in bodies:
        raw = text.raw[:_TEXT_LIMIT]
        if ";" not in raw and "{" not in raw and "diff" not in raw:
            continue
        lines = islice(_CODE_LINE.finditer(raw), _LEAST_LINES)
        if sum(1 for _ in lines) == _LEAST_LINES:
            return True
    return False
