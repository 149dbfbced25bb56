"""The words for kinds of personal data: one automaton over all vocabularies, word to code."""

import re
from dataclasses import dataclass
from itertools import product

import ahocorasick_rs

from mayoke.breach.facts.items import words_account as item_words_account
from mayoke.breach.facts.items import words_card as item_words_card
from mayoke.breach.facts.items import words_general as item_words_general
from mayoke.breach.facts.items import words_life as item_words_life
from mayoke.breach.facts.items import words_person as item_words_person
from mayoke.breach.facts.items import words_trade as item_words_trade

PERSONAL = "personal_info_unspecified"
CARD = "card_info_unspecified"
OTHER = "other"
"""What stands in lists of items and has no code in the schema."""
_LONGEST = 300_000
_MOST = 4000
"""So many words of one notice are looked at; a longer list is no notice."""

_TOKEN = re.compile(r"(?:\{[^{}]{0,2000}\}|[^\s{}]){1,400}")
_BRACES = re.compile(r"\{([^{}]{0,2000})\}")
_COUNTED = re.compile("[\\t(]?(?:約|最大|計|延べ)?[0-9][0-9,]{0,9}(?:名|人|世帯|組)")
"""People counted, of a table: no item."""
_BEFORE_WEAK = frozenset(")、,・/|(「『【[:;\t\n 。のとや及びごおは-=+&~…並又或下記")
_AFTER_WEAK = frozenset("、,・/|)」』】]:;\t\n 。のとやをがはも及等な並又(約〇+&…")


@dataclass(frozen=True, slots=True)
class ItemWord:
    """A word for an item at ``text[start:end]``; ``weak`` words count only beside other items."""

    start: int
    end: int
    codes: tuple[str, ...]
    weak: bool = False


def all_codes() -> frozenset[str]:
    """The codes of ``data_items`` that can be found."""
    return frozenset(code for codes, _ in _ENTRIES for code in codes) - {"guardian", OTHER}


def patterns(written: str) -> list[str]:
    """The patterns of a table: divided by white space, of which braces may hold some too."""
    return ["".join(found.split()) for found in _TOKEN.findall(written)]


def expand(written: str) -> list[str]:
    """All writings of one pattern: ``{クレジット|}カード番号`` gives two."""
    pieces = _BRACES.split(written)
    choices = [piece.split("|") if index % 2 else [piece] for index, piece in enumerate(pieces)]
    return ["".join(choice) for choice in product(*choices)]


def find_words(text: str) -> list[ItemWord]:
    """Every word for an item, in order, never overlapping (leftmost and longest wins).

    ``text`` is the flow of a notice (folded, lower case). A word that only looks like an item
    (パスワードの変更) has no codes.
    """
    found: list[ItemWord] = []
    for index, start, end in _AUTOMATON.find_matches_as_indexes(text[:_LONGEST]):
        codes, weak = _ENTRIES[index]
        if not _stands_alone(text, start, end, weak=weak):
            continue
        found.append(ItemWord(start, end, codes, weak))
        if len(found) >= _MOST:
            break
    return found


def _stands_alone(text: str, start: int, end: int, *, weak: bool) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isascii() and before.isalnum() and text[start].isascii() and text[start].isalnum():
        return False
    if after.isascii() and after.isalpha() and text[end - 1].isascii():
        return False
    if not weak:
        return True
    if _COUNTED.match(text, end):
        return False
    return (not before or before in _BEFORE_WEAK) and (not after or after in _AFTER_WEAK)


def _entries() -> tuple[list[str], list[tuple[tuple[str, ...], bool]]]:
    words: dict[str, tuple[tuple[str, ...], bool]] = {}
    modules = (
        item_words_card,
        item_words_account,
        item_words_life,
        item_words_trade,
        item_words_person,
        item_words_general,
    )
    for module in modules:
        for code, written in module.STRONG.items():
            for word in _words(written):
                words.setdefault(word, (tuple(code.split("+")), False))
    for module in modules[:-1]:
        for code, written in vars(module)["WEAK"].items():
            for word in _words(written):
                words.setdefault(word, ((code,), True))
    for word in _words(item_words_general.BLOCKED):
        words[word] = ((), False)
    return list(words), list(words.values())


def _words(written: str) -> list[str]:
    return [word for pattern in patterns(written) for word in expand(pattern) if word]


_PATTERNS, _ENTRIES = _entries()
_AUTOMATON = ahocorasick_rs.AhoCorasick(
    _PATTERNS, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
)
