"""Phrase signals: the lexicon's groups, found in one pass over the folded text.

A phrase is a sequence of atoms with up to ``GAP`` folded characters between two of them. The rarest
atom of every sequence lives in one Aho-Corasick automaton; the others are looked for beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick_rs

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.per_registry import PerRegistry
from mayoke.mail.signals.views import Text
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo
from mayoke.registry.lexicon import Entry, PhraseGroup, decode_entries
from mayoke.registry.load import Registry

GAP = 40
"""Folded characters allowed between two atoms."""

_TEXT_LIMIT = 50_000
_PLACES_LIMIT = 24
_QUOTE_LIMIT = 120


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """One phrase of one group, found in the message."""

    group: PhraseGroup
    phrase: int
    evidence: Evidence


class PhraseFinder:
    """The compiled lexicon."""

    def __init__(self, registry: Registry) -> None:
        index = registry.phrases
        self._groups = registry.lexicon
        self._encoded = index.entries
        self._decoded: dict[int, tuple[Entry, ...]] = {}
        self._words = [atom.removesuffix("*") for atom in index.atoms]
        self._bounds = [_needs_bounds(atom) for atom in index.atoms]
        self._rare = index.rare
        self._automaton = ahocorasick_rs.AhoCorasick(
            [self._words[atom] for atom in index.rare] or ["\0"],
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def hits(self, ctx: Context, *, every: bool = False) -> Iterator[PhraseHit]:
        """One phrase found for each group, or ``every`` phrase found in each text."""
        seen: set[int] = set()
        for text in ctx.texts:
            folded = text.folded.text[:_TEXT_LIMIT]
            for found, start, end in self._rare_atoms(folded):
                for group, phrase, atoms, at in self._entries(found):
                    if group in seen and not every:
                        continue
                    # Most end here: the next atom (or the one before) is not in reach.
                    if at + 1 < len(atoms):
                        beside = self._words[atoms[at + 1]]
                        if folded.find(beside, end, end + GAP + len(beside)) < 0:
                            continue
                    elif at:
                        beside = self._words[atoms[at - 1]]
                        if folded.rfind(beside, max(0, start - GAP - len(beside)), start) < 0:
                            continue
                    span = self._span(folded, atoms, at, (start, end))
                    if span is not None:
                        seen.add(group)
                        yield PhraseHit(self._groups[group], phrase, _quote(text, *span))

    def _entries(self, rare: int) -> tuple[Entry, ...]:
        entries = self._decoded.get(rare)
        if entries is None:
            entries = self._decoded[rare] = decode_entries(self._encoded[rare])
        return entries

    def _rare_atoms(self, folded: str) -> Iterator[tuple[int, int, int]]:
        """Where rare atoms stand, as their number among these, start and end."""
        counts: dict[int, int] = {}
        for found, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            bounds = self._bounds[self._rare[found]]
            if bounds is not None and not _stands(folded, start, end, bounds):
                continue
            counts[found] = counts.get(found, 0) + 1
            if counts[found] <= _PLACES_LIMIT:
                yield found, start, end

    def _span(
        self, folded: str, atoms: tuple[int, ...], at: int, place: tuple[int, int]
    ) -> tuple[int, int] | None:
        """The whole sequence around its rare atom at ``place``, if the others stand there."""
        start, end = place
        if len(atoms) > 1:
            last = self._onward(folded, atoms[at + 1 :], end)
            first = self._back(folded, atoms[:at], start)
            if last is None or first is None:
                return None
            start, end = first, last
        return start, end

    def _onward(self, folded: str, atoms: tuple[int, ...], after: int) -> int | None:
        """The end of ``atoms`` standing in order after a place, each within ``GAP`` of the last."""
        if not atoms:
            return after
        word = self._words[atoms[0]]
        limit = after + GAP + len(word)
        start = folded.find(word, after, limit)
        while start >= 0:
            end = start + len(word)
            bounds = self._bounds[atoms[0]]
            if bounds is None or _stands(folded, start, end, bounds):
                last = self._onward(folded, atoms[1:], end)
                if last is not None:
                    return last
            start = folded.find(word, start + 1, limit)
        return None

    def _back(self, folded: str, atoms: tuple[int, ...], before: int) -> int | None:
        """The start of ``atoms`` standing in order before a place."""
        if not atoms:
            return before
        word = self._words[atoms[-1]]
        lowest = max(0, before - GAP - len(word))
        start = folded.rfind(word, lowest, before)
        while start >= 0:
            end = start + len(word)
            bounds = self._bounds[atoms[-1]]
            if bounds is None or _stands(folded, start, end, bounds):
                first = self._back(folded, atoms[:-1], start)
                if first is not None:
                    return first
            start = folded.rfind(word, lowest, end - 1)
        return None


def _needs_bounds(atom: str) -> tuple[bool, bool] | None:
    """Must a word begin (end) where the atom does? A final ``*`` lifts that at its end."""
    bounds = _word(atom[0]), _word(atom[-1])
    return bounds if any(bounds) else None


def _stands(folded: str, start: int, end: int, bounds: tuple[bool, bool]) -> bool:
    left, right = bounds
    if left and start and _word(folded[start - 1]):
        return False
    return not (right and end < len(folded) and _word(folded[end]))


def _word(ch: str) -> bool:
    return ch.isascii() and ch.isalnum()


def _quote(text: Text, start: int, end: int) -> Evidence:
    return text.evidence(start, min(end, start + _QUOTE_LIMIT))


phrase_finder = PerRegistry(PhraseFinder)


def info(group: PhraseGroup) -> SignalInfo:
    """A group as a signal."""
    return SignalInfo(
        id=group.id,
        speaks_for=group.speaks_for,
        ja=group.ja,
        en=group.en,
        kinds=group.kinds,
        lexical=True,
    )


def find(ctx: Context) -> Iterator[Signal]:
    """One signal a group."""
    for hit in phrase_finder(ctx.registry).hits(ctx):
        yield Signal(hit.group.id, hit.evidence, {"quote": hit.evidence.quote})
