"""A page of knowledge: why scam mail comes, how to keep it away, how the law helps."""

from dataclasses import dataclass
from datetime import date

from mayoke.records.contact import Quality
from mayoke.records.verdict import Sentence


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its paragraphs, and points of a list (either may be empty)."""

    heading: Sentence
    paragraphs: tuple[Sentence, ...]
    points: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class KnowledgePage:
    """A record of ``registry/data/knowledge``. ``see_also``: other pages; ``contacts``: slugs."""

    slug: str
    order: int
    title: Sentence
    summary: Sentence
    sections: tuple[Section, ...]
    see_also: tuple[str, ...]
    contacts: tuple[str, ...]
    quality: Quality
    sources: tuple[str, ...]
    checked_on: date
