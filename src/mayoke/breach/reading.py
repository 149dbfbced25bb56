"""A notice laid out for the fact finders: one folded text, its lines, sections, dates and counts.

All offsets here are offsets of ``Reading.text`` (the flow); ``Reading.quote`` leads back to the
words and code points of the notice.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from mayoke.records.incident import DateBasis, DocumentKind, Precision, Qualifier, Quote
from mayoke.records.notice import Notice

_START: Callable[["Line | Sentence"], int] = attrgetter("start")

SectionKind = Literal[
    "",  # a heading that says nothing of the kind, or none
    "course",  # 経緯, 経過, 発覚の経緯 …
    "summary",  # 概要, 事案の概要 …
    "affected",  # 対象となるお客様, 影響範囲 …
    "items",  # 漏えいした可能性のある情報, 個人情報の項目 …
    "count",  # 件数 …
    "cause",  # 原因 …
    "request",  # お客様へのお願い
    "delay",  # 公表が遅れた経緯 …
    "prevention",  # 再発防止 …
    "response",  # 対応, 今後の対応 …
    "desk",  # お問い合わせ窓口 …
]


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line (hard-wrapped lines joined).

    ``mark``: the list mark it begins with, ``""`` if none (``1.``, ``(1)``, ``・``, ``※``, ``q``,
    ``a``). ``label``: of a ``label: value`` line or of a table row or definition list, the label
    without mark and brackets; the value is ``text[value:end]``. ``heading``: the line is a heading.
    """

    start: int
    end: int
    mark: str = ""
    label: str = ""
    value: int = 0
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it, up to the next heading of its level or above."""

    kind: SectionKind
    title: str
    start: int
    end: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or a list entry; never reaches over a line's end."""

    start: int
    end: int
    line: int  # index of its line


@dataclass(frozen=True, slots=True)
class Date:
    """A date in the text, as far as it can be known.

    ``iso``: ``2024-03-05``, ``2024-03``, ``2024`` or with ``XXXX`` where the year stands nowhere.
    ``basis`` tells how. ``relative`` is the word (同日, 翌日, 本日 …) when there is one.
    ``weekday``: 0 is Monday. ``damaged``: broken in the text (94日) and repaired here.
    """

    start: int
    end: int
    iso: str
    precision: Precision
    basis: DateBasis
    relative: str = ""
    weekday: int | None = None
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """From … to …; an open side is None. ``start``/``end`` hold the whole expression, から/まで too."""

    start: int
    end: int
    first: Date | None
    last: Date | None
    precision: Precision


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its counter: ``約3万2,345件``.

    ``unit`` as written after the number (件, 名, 人, 世帯 …; 名分 → 名). ``qualifier`` from the
    words around it. ``start``/``end`` cover qualifier, number and unit.
    """

    start: int
    end: int
    value: int
    unit: str
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Told:
    """When the operator announced (``date``), and the document's own date where it is another's."""

    date: str | None
    basis: Literal["absolute", "inherited", "from_url", "weekday"] | None
    span: tuple[int, int] | None = None
    document_date: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """The stretches of the flow that speak of one incident; shared ones belong to every part."""

    spans: tuple[tuple[int, int], ...]

    def holds(self, start: int) -> bool:
        """Does the offset lie in this part?"""
        return any(first <= start < last for first, last in self.spans)


@dataclass(frozen=True, slots=True)
class Reading:
    r"""Everything the fact finders share.

    ``text``: NFKC, lower case, no space next to Japanese, ``\\n`` between logical lines, ``\\t``
    between cells; circled digits and readings in brackets do not stand in it. ``main``: the notice
    itself, the frame of the page outside. ``dates`` in order, those inside periods too.
    """

    notice: Notice
    text: str
    span: Callable[[int, int], tuple[int, int]]
    main: tuple[int, int]
    lines: tuple[Line, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    dates: tuple[Date, ...] = ()
    periods: tuple[Period, ...] = ()
    numbers: tuple[Number, ...] = ()
    told: Told = Told(None, None)
    kind: DocumentKind = "not_a_breach"

    def quote(self, start: int, end: int) -> Quote:
        """The words of the notice behind ``text[start:end]``."""
        first, last = self.span(start, end)
        return Quote(self.notice.text[first:last], first, last)

    def section_at(self, at: int) -> Section | None:
        """The innermost section that holds an offset."""
        inside = [s for s in self.sections if s.start <= at < s.end]
        return max(inside, key=lambda s: (s.start, s.level)) if inside else None

    def line_at(self, at: int) -> Line:
        """The line that holds an offset."""
        after = bisect_right(self.lines, at, key=_START)
        if not after:
            raise ValueError("no line before the offset")
        return self.lines[after - 1]

    def sentence_at(self, at: int) -> Sentence:
        """The sentence that holds an offset, or the last one before it."""
        after = bisect_right(self.sentences, at, key=_START)
        if not after:
            raise ValueError("no sentence before the offset")
        return self.sentences[after - 1]
