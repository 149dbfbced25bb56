"""Phrase signals: the lexicon's groups, found in one pass over the folded text.

A phrase is a sequence of atoms with up to ``GAP`` folded characters between two of them. All atoms
of all groups live in one Aho-Corasick automaton.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import ahocorasick_rs

from mayoke.mail.signals.context import Context
from mayoke.mail.signals.per_registry import PerRegistry
from mayoke.mail.signals.views import Text
from mayoke.records.evidence import Evidence
from mayoke.records.signal import Signal, SignalInfo
from mayoke.registry.lexicon import PhraseGroup
from mayoke.registry.load import Registry

GAP = 40
"""Folded characters allowed between two atoms."""

_TEXT_LIMIT = 50_000
_PLACES_LIMIT = 24
_QUOTE_LIMIT = 120

Places = dict[int, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """One phrase of one group, found in the message."""

    group: PhraseGroup
    phrase: int
    evidence: Evidence


class PhraseFinder:
    """The compiled lexicon."""

    def __init__(self, registry: Registry) -> None:
        self._groups = registry.lexicon
        self._entries = registry.phrases.entries
        atoms = registry.phrases.atoms
        self._bounded = [_needs_bounds(atom) for atom in atoms]
        self._automaton = ahocorasick_rs.AhoCorasick(
            [atom.removesuffix("*") for atom in atoms] or ["\0"],
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def hits(self, ctx: Context, *, every: bool = False) -> Iterator[PhraseHit]:
        """One phrase found for each group, or ``every`` phrase found in each text."""
        seen: set[int] = set()
        for text in ctx.texts:
            places = self._places(text.folded.text[:_TEXT_LIMIT])
            for atom in places:
                for group, phrase, atoms in self._entries[atom]:
                    if group in seen and not every:
                        continue
                    span = _first_span(places, atoms)
                    if span is not None:
                        seen.add(group)
                        yield PhraseHit(self._groups[group], phrase, _quote(text, *span))

    def _places(self, folded: str) -> Places:
        places: Places = {}
        bounded = self._bounded
        for atom, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if (bounds := bounded[atom]) is not None and not _stands(folded, start, end, bounds):
                continue
            found = places.setdefault(atom, [])
            if len(found) < _PLACES_LIMIT:
                found.append((start, end))
        return places


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


def _first_span(places: Places, atoms: tuple[int, ...]) -> tuple[int, int] | None:
    """The first span in which the atoms follow one another, each within ``GAP`` of the last."""
    for atom in atoms:
        if atom not in places:
            return None
    reach = places[atoms[0]]
    for atom in atoms[1:]:
        following = []
        for start, end in places[atom]:
            for origin, last in reach:
                if 0 <= start - last <= GAP:
                    following.append((origin, end))
                    break
        if not following:
            return None
        reach = following
    return reach[0]


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
