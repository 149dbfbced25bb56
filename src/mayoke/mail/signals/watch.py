"""Words that signals wait for, found for all of them in one pass over the folded text.

A signal file makes a ``Watch`` of its words when it is imported. The first message builds one
automaton of all words of all files; a message that holds none of a signal's words then costs that
signal one look-up.
"""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

import ahocorasick_rs

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.views import Text
from mayoke.text.fold import fold_plain

_TEXT_LIMIT = 50_000
_HITS_LIMIT = 30

Hit = tuple[Text, int, int]
"""``text.folded.text[start:end]`` is the word."""

_NONE: list[Hit] = []


class Watch:
    """Words one signal waits for.

    They are folded here. A word that begins or ends with an ASCII letter or digit must not stand
    inside a longer one; ``word*`` may go on to the right.
    """

    __slots__ = ("_number",)

    def __init__(self, *words: str) -> None:
        self._number = _WORDS.add(words)

    def hits(self, ctx: Context) -> list[Hit]:
        """Every place of every word, text by text in reading order, at most 30 a text."""
        found = _scans.get(ctx)
        if found is None:
            found = _scans[ctx] = _WORDS.scan(ctx.texts)
        return found.get(self._number, _NONE)


class _Words:
    """All watched words, and which watches wait for each."""

    def __init__(self) -> None:
        self._owners: dict[str, list[int]] = {}
        self._count = 0
        self._automaton: _Automaton | None = None

    def add(self, words: tuple[str, ...]) -> int:
        """A new watch's number."""
        for word in words:
            star = "*" if word.endswith("*") else ""
            folded = fold_plain(word.removesuffix("*")) + star
            self._owners.setdefault(folded, []).append(self._count)
        self._count += 1
        self._automaton = None
        return self._count - 1

    def scan(self, texts: tuple[Text, ...]) -> Mapping[int, list[Hit]]:
        """Hits by the number of the watch."""
        if self._automaton is None:
            self._automaton = _Automaton(self._owners)
        return self._automaton.scan(texts)


class _Automaton:
    def __init__(self, owners: Mapping[str, list[int]]) -> None:
        self._owners = list(owners.values())
        self._open_left = [not _latin(word[0]) for word in owners]
        self._open_right = [not _latin(word[-1]) for word in owners]
        self._words = ahocorasick_rs.AhoCorasick(
            [word.removesuffix("*") for word in owners],
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.DFA,
        )

    def scan(self, texts: tuple[Text, ...]) -> Mapping[int, list[Hit]]:
        found: dict[int, list[Hit]] = {}
        for text in texts:
            folded = text.folded.text[:_TEXT_LIMIT]
            counts: dict[int, int] = {}
            for word, start, end in self._words.find_matches_as_indexes(folded, overlapping=True):
                if not self._open_left[word] and start and _latin(folded[start - 1]):
                    continue
                if not self._open_right[word] and end < len(folded) and _latin(folded[end]):
                    continue
                for owner in self._owners[word]:
                    count = counts[owner] = counts.get(owner, 0) + 1
                    if count <= _HITS_LIMIT:
                        found.setdefault(owner, []).append((text, start, end))
        return found


def _latin(ch: str) -> bool:
    return ch.isascii() and ch.isalnum()


_WORDS = _Words()
_scans: WeakKeyDictionary[Context, Mapping[int, list[Hit]]] = WeakKeyDictionary()
