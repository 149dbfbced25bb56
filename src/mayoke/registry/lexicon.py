"""Phrases: their written form, their expansion, and what a match is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import ahocorasick_rs
import msgspec

from mayoke.records.errors import BadRegistry
from mayoke.records.signal import SpeaksFor
from mayoke.text.fold import fold_plain

GAP = 40
"""How many folded code points ``…`` may stand for, at most."""

MOST_SEQUENCES = 64

_PIECES = re.compile(r"\(([^()]*)\)|([^()]+)|([()])")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase. ``text`` is as written in the TOML file; ``specimen`` is a text it fires on."""

    text: str
    specimen: str

    @property
    def sequences(self) -> tuple[tuple[str, ...], ...]:
        """Its expansions: each a run of folded atoms with gaps of 0 to ``GAP`` between them.

        An atom that begins or ends with an ASCII letter or digit needs a word boundary there; a
        final ``*`` (no part of the words) lifts that at its end.
        """
        return expand(self.text)


@dataclass(frozen=True, slots=True)
class PhraseGroup:
    """One phrase signal: what it speaks for, its two sentences, its phrases.

    ``nearly`` are sentences close to it that must not match any of its phrases.
    """

    id: str
    speaks_for: SpeaksFor
    kinds: tuple[str, ...]
    topics: tuple[str, ...]
    ja: str
    en: str
    phrases: tuple[Phrase, ...]
    nearly: tuple[str, ...]


Entry = tuple[int, int, tuple[int, ...], int]
"""One sequence: the numbers of its group, of its phrase in the group, and of its atoms in order;
and which of these atoms is the rarest."""


@dataclass(frozen=True, slots=True)
class PhraseIndex:
    """All sequences of all groups, ready for one automaton.

    ``atoms`` are written as in ``Phrase.sequences``. ``rare`` are the numbers of those that are the
    rarest of some sequence, and ``entries`` these sequences: only where a rare atom stands need the
    others be looked for. They stay encoded until then: there are tens of thousands.
    """

    atoms: tuple[str, ...]
    rare: tuple[int, ...]
    entries: tuple[msgspec.Raw, ...]


_decoder = msgspec.json.Decoder(tuple[Entry, ...])


def decode_entries(raw: msgspec.Raw) -> tuple[Entry, ...]:
    """The sequences of one rare atom."""
    return _decoder.decode(raw)


def index(groups: Sequence[PhraseGroup]) -> PhraseIndex:
    """The index of ``groups``; the numbers of groups are their places."""
    numbers: dict[str, int] = {}
    found: list[tuple[int, int, tuple[int, ...]]] = []
    for place, group in enumerate(groups):
        for number, phrase in enumerate(group.phrases):
            for atoms in phrase.sequences:
                ids = tuple(numbers.setdefault(atom, len(numbers)) for atom in atoms)
                found.append((place, number, ids))
    names = tuple(numbers)
    common = _common(names, groups)
    entries: dict[int, list[Entry]] = {}
    for place, number, ids in found:
        # Of equally rare ones the longer.
        at = min(range(len(ids)), key=lambda k: (common[ids[k]], -len(names[ids[k]]), k))
        entries.setdefault(ids[at], []).append((place, number, ids, at))
    rare = tuple(sorted(entries))
    encoded = tuple(msgspec.Raw(msgspec.json.encode(entries[atom])) for atom in rare)
    return PhraseIndex(names, rare, encoded)


def _common(atoms: tuple[str, ...], groups: Sequence[PhraseGroup]) -> Counter[int]:
    """How often each atom stands in all specimens and near misses: a measure of common words."""
    automaton = ahocorasick_rs.AhoCorasick(
        [atom.removesuffix("*") for atom in atoms] or ["\0"],
        matchkind=ahocorasick_rs.MatchKind.Standard,
    )
    sentences = [phrase.specimen for group in groups for phrase in group.phrases]
    sentences += [near for group in groups for near in group.nearly]
    return Counter(
        atom
        for sentence in sentences
        for atom, _, _ in automaton.find_matches_as_indexes(fold_plain(sentence), overlapping=True)
    )


def expand(text: str) -> tuple[tuple[str, ...], ...]:
    """The sequences of a written phrase, each once, in order; raises BadRegistry."""
    choices: list[list[str]] = []
    total = 1
    for piece in _PIECES.finditer(text):
        if piece[3]:
            raise BadRegistry(f"brackets do not pair, or are nested: {text}")
        if piece[2]:
            if "|" in piece[2]:
                raise BadRegistry(f"'|' outside brackets: {text}")
            choices.append([piece[2]])
            continue
        choices.append(piece[1].split("|"))
        total *= len(choices[-1])
        if total > MOST_SEQUENCES:
            raise BadRegistry(f"more than {MOST_SEQUENCES} expansions: {text}")
    found = dict.fromkeys(_atoms("".join(parts), text) for parts in product(*choices))
    return tuple(found)


def _atoms(line: str, text: str) -> tuple[str, ...]:
    atoms = []
    for part in line.split(" … "):
        if "…" in part:
            raise BadRegistry(f"a gap is written ' … ', with spaces: {text}")
        prefix = part.endswith("*")
        atom = fold_plain(part[:-1] if prefix else part).strip()
        if not atom:
            raise BadRegistry(f"an expansion has an empty part: {text}")
        if "*" in atom:
            raise BadRegistry(f"'*' stands only at the end of a part: {text}")
        atoms.append(atom + "*" if prefix else atom)
    if len(atoms) == 1 and len(atoms[0].rstrip("*")) < 2:
        raise BadRegistry(f"an expansion of a single character: {text}")
    return tuple(atoms)


def places(atom: str, folded: str, start: int = 0, last: int | None = None) -> Iterator[int]:
    """Where ``atom`` (with its boundaries) begins in ``folded[start:]``, up to ``last``."""
    words = atom.removesuffix("*")
    at = folded.find(words, start)
    while at >= 0 and (last is None or at <= last):
        end = at + len(words)
        if not _touches(folded, at) and (atom.endswith("*") or not _touches(folded, end)):
            yield at
        at = folded.find(words, at + 1)


def _touches(folded: str, at: int) -> bool:
    """Do ASCII letters or digits stand on both sides of this place?"""
    pair = folded[at - 1 : at + 1] if at else ""
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def match(sequence: tuple[str, ...], folded: str) -> tuple[int, int] | None:
    """The first place of a sequence in a folded text; the plain form of what the automaton does."""
    ends = {at + len(sequence[0].removesuffix("*")): at for at in places(sequence[0], folded)}
    for atom in sequence[1:]:
        words = len(atom.removesuffix("*"))
        following: dict[int, int] = {}
        for end, begin in ends.items():
            for at in places(atom, folded, end, end + GAP):
                following.setdefault(at + words, begin)
        ends = following
    if not ends:
        return None
    end = min(ends, key=lambda e: (ends[e], e))
    return ends[end], end
