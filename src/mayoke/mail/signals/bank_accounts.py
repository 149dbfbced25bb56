"""Bank accounts written in the text."""

from collections.abc import Iterator
from dataclasses import dataclass

import re2

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import Text
from mayoke.mail.signals.watch import Watch
from mayoke.records.evidence import Evidence

_WORDS = Watch("普通", "当座", "口座番号", "iban", "account number", "account no", "a/c")
_NUMBER = re2.compile(
    r"^(?:預金|口座)?(?:口座)?(?:番号|no\.?|#)?[:;\)）(（・/,.は-]{0,3} ?(\d{6,8})(?:\D|$)"
)
_FOREIGN = re2.compile(r"^[ :.#(]{0,4}([a-z]{0,4}[\d -]{7,34}\d)")
_HOLDER = re2.compile(
    r"^[^0-9a-z]{0,3}?(?:\(?(?:口座)?名義(?:人|名)?\)?[:は ]?)?[:「(]?"
    r"([\p{Katakana}ー()・.]{3,30}|[\p{Han}\p{Hiragana}]{2,20})"
)


@dataclass(frozen=True, slots=True)
class Account:
    """An account in ``text`` (folded offsets), and its holder as far as it was read."""

    text: Text
    start: int
    end: int
    holder: str

    def evidence(self) -> Evidence:
        """Kind, number and holder."""
        return self.text.evidence(self.start, self.end)


def accounts(ctx: Context) -> Iterator[Account]:
    """Every account, in reading order."""
    for text, start, end in _WORDS.hits(ctx):
        folded = text.folded.text
        after = folded[end : end + 80]
        japanese = not folded[start].isascii()
        found = (_NUMBER if japanese else _FOREIGN).search(after)
        if found is None:
            continue
        holder = _HOLDER.search(after[found.end(1) :]) if japanese else None
        stop = end + found.end(1) + (holder.end() if holder else 0)
        yield Account(text, start, stop, holder.group(1) if holder else "")
