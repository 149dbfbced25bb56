"""Items that stand side by side, and the clauses and brackets of their sentence."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from mayoke.breach.facts.items.words import CARD, PERSONAL, ItemWord
from mayoke.breach.facts.negation import Cue, clause_breaks

_BRACKETED = re.compile("\\([^()]{0,60}\\)")
_BRACKET = re.compile("[()]")
_PARTS_ITEMS = re.compile("[はがを。\\n]|以外|除[くき]|で、|であり|となり|に限|のみ|だけ|※|です")
_GAP = 40
_BARE_GAP = 22
UMBRELLAS = frozenset({PERSONAL, CARD})
"""Words for data as a whole: they name no item."""


@dataclass(slots=True)
class Chunk:
    """Words for items side by side. ``level``: where the innermost bracket around them opens."""

    words: list[ItemWord]
    level: int = -1

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end

    @property
    def codes(self) -> set[str]:
        """All codes of the words."""
        return {code for word in self.words for code in word.codes}

    @property
    def counts(self) -> bool:
        """Is there a word that stands for an item by itself, or are there several?"""
        return len(self.words) > 1 or not self.words[0].weak


@dataclass(slots=True)
class Clauses:
    """A sentence taken apart: chunks, cues, brackets and the ends of clauses."""

    text: str
    start: int
    end: int
    chunks: list[Chunk] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    closes: dict[int, int] = field(default_factory=dict)
    around: dict[int, int] = field(default_factory=dict)
    breaks: list[int] = field(default_factory=list)


def take_apart(text: str, start: int, end: int, words: list[ItemWord], cues: list[Cue]) -> Clauses:
    """The clauses of the sentence ``text[start:end]`` with its words and cues, both in order."""
    clauses = Clauses(text, start, end, cues=_outside(cues, words))
    _brackets(clauses)
    clauses.levels = [_level(clauses, cue.start) for cue in clauses.cues]
    clauses.breaks = clause_breaks(text, start, end)
    cue_starts = [cue.start for cue in clauses.cues]
    for word in words:
        level = _level(clauses, word.start)
        last = clauses.chunks[-1] if clauses.chunks else None
        if last is not None and last.level == level and _joined(clauses, last, word, cue_starts):
            last.words.append(word)
        else:
            clauses.chunks.append(Chunk([word], level))
    return clauses


def _outside(cues: list[Cue], words: list[ItemWord]) -> list[Cue]:
    """The cues that are no part of a word for an item (閲覧履歴)."""
    starts = [word.start for word in words]
    kept = []
    for cue in cues:
        at = bisect_left(starts, cue.start + 1) - 1
        if at < 0 or words[at].end <= cue.start:
            kept.append(cue)
    return kept


def _brackets(clauses: Clauses) -> None:
    waiting: list[int] = []
    for match in _BRACKET.finditer(clauses.text, clauses.start, clauses.end):
        at = match.start()
        if clauses.text[at] == "(":
            clauses.around[at] = waiting[-1] if waiting else -1
            waiting.append(at)
        elif waiting:
            clauses.closes[waiting.pop()] = at


def _level(clauses: Clauses, at: int) -> int:
    """Where the innermost closed bracket around an offset opens, -1 outside of all."""
    level = -1
    for opening, closing in clauses.closes.items():
        if opening < at < closing and opening > level:
            level = opening
    return level


def _joined(clauses: Clauses, last: Chunk, word: ItemWord, cue_starts: list[int]) -> bool:
    gap = clauses.text[last.end : word.start]
    if len(gap) > _GAP:
        return False
    bare = _BRACKETED.sub("", gap)
    if len(bare) > _BARE_GAP or _PARTS_ITEMS.search(bare):
        return False
    at = bisect_left(cue_starts, last.end)
    return not any(
        cue.start < word.start and level == last.level and cue.sense != "open"
        for cue, level in zip(clauses.cues[at : at + 6], clauses.levels[at : at + 6], strict=True)
    )
