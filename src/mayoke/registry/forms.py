"""The forms of the compiled registry, as ``compiled.json`` holds them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mayoke.records.brand import Brand
from mayoke.records.law import Duty
from mayoke.records.purchase import Statement
from mayoke.records.verdict import Family, Sentence, VerdictWord
from mayoke.registry.lexicon import PhraseGroup, PhraseIndex

NameMode = Literal["sub", "word", "weak"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of answer. ``topics`` are its likelier topics, the usual ones first."""

    slug: str
    family: Family | None
    verdict: VerdictWord
    name: Sentence
    what: Sentence
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DomainList:
    """``entries`` stand for themselves and everything below; ``exact`` for themselves only."""

    entries: frozenset[str]
    exact: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Compiled:
    """Everything. ``groups`` are brands of one house; ``shared`` the domains a brand only uses."""

    version: str
    brands: tuple[Brand, ...]
    brand_names: tuple[tuple[str, str, NameMode], ...]
    groups: Mapping[str, tuple[str, ...]]
    shared: Mapping[str, tuple[str, ...]]
    mailboxes: Mapping[str, str]
    lists: Mapping[str, DomainList]
    lexicon: tuple[PhraseGroup, ...]
    phrases: PhraseIndex
    kinds: Mapping[str, Kind]
    gaps: Mapping[str, Sentence]
    advice: Mapping[str, tuple[Sentence, ...]]
    laws: tuple[Duty, ...]
    statements: tuple[Statement, ...]
