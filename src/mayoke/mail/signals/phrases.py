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
        atoms: dict[str, int] = {}
        self._by_first: dict[int, list[tuple[tuple[int, ...], PhraseGroup, int]]] = {}
        for group in registry.lexicon:
            for number, phrase in enumerate(group.phrases):
                for sequence in phrase.sequences:
                    ids = tuple(atoms.setdefault(atom, len(atoms)) for atom in sequence)
                    self._by_first.setdefault(ids[0], []).append((ids, group, number))
        self._atoms = [atom.removesuffix("*") for atom in atoms]
        self._left = [atom[0].isascii() and atom[0].isalnum() for atom in atoms]
        self._right = [atom[-1].isascii() and atom[-1].isalnum() for atom in atoms]
        self._automaton = ahocorasick_rs.AhoCorasick(
            self._atoms or ["\0"],
            matchkind=ahocorasick_rs.MatchKind.Standard,
            implementation=ahocorasick_rs.Implementation.ContiguousNFA,
        )

    def hits(self, ctx: Context) -> Iterator[PhraseHit]:
        """Every phrase found, at its first place in each text."""
        for text in ctx.texts:
            places = self._places(text.folded.text[:_TEXT_LIMIT])
            for first in places:
                for ids, group, number in self._by_first.get(first, ()):
                    span = _sequence(places, ids)
                    if span is not None:
                        yield PhraseHit(group, number, _quote(text, *span))

    def _places(self, folded: str) -> Places:
        places: Places = {}
        for atom, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if self._left[atom] and start and _word(folded[start - 1]):
                continue
            if self._right[atom] and end < len(folded) and _word(folded[end]):
                continue
            found = places.setdefault(atom, [])
            if len(found) < _PLACES_LIMIT:
                found.append((start, end))
        return places


def _word(ch: str) -> bool:
    return ch.isascii() and ch.isalnum()


def _sequence(places: Places, ids: tuple[int, ...]) -> tuple[int, int] | None:
    """The first span in which the atoms follow one another, each within ``GAP`` of the last."""
    if any(atom not in places for atom in ids):
        return None
    reach = [(start, end) for start, end in places[ids[0]]]
    for atom in ids[1:]:
        following = []
        for start, end in places[atom]:
            origin = next((a for a, b in reach if 0 <= start - b <= GAP), None)
            if origin is not None:
                following.append((origin, end))
        reach = following
        if not reach:
            return None
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
    """One signal a group: the phrase that stands first."""
    seen: set[str] = set()
    for hit in phrase_finder(ctx.registry).hits(ctx):
        if hit.group.id not in seen:
            seen.add(hit.group.id)
            yield Signal(hit.group.id, hit.evidence, {"quote": hit.evidence.quote})
