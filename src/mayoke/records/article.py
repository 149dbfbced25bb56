"""An article that warns others: neutral, in both languages; the presses make bytes of it."""

from dataclasses import dataclass
from datetime import date

from mayoke.records.timeline import Timeline
from mayoke.records.verdict import Sentence


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph."""

    text: Sentence


@dataclass(frozen=True, slots=True)
class Points:
    """A list; ``numbered`` when its order matters."""

    items: tuple[Sentence, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Somebody's own words, as they stand, with where they stand (Copyright Act, Article 32)."""

    words: str
    source: Sentence


@dataclass(frozen=True, slots=True)
class Course:
    """A course of events, labelled in each language."""

    ja: Timeline
    en: Timeline


Block = Para | Points | Citation | Course


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it. ``slug``: its address within the article."""

    slug: str
    heading: Sentence
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """The author's own words; they stand under the name, apart from the facts."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Article:
    """``id`` is permanent. ``told``: the day of the announcement it is about, if known.

    ``sources``: addresses and titles, shown as text. ``comment`` may be missing.
    """

    id: str
    title: Sentence
    summary: Sentence
    told: date | None
    sections: tuple[Section, ...]
    sources: tuple[str, ...]
    comment: Comment | None = None
