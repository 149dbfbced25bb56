"""Is a document about one concrete leak of personal data, and who speaks?

Source: study §3 and §4.13. The decision is a sum of points; see ``kind_score.POINTS``.
"""

from dataclasses import dataclass
from typing import Literal

from mayoke.breach.facts.kind.frames import negative_kind
from mayoke.breach.facts.kind.page import Page, look
from mayoke.breach.facts.kind.score import NEEDED, score
from mayoke.breach.facts.kind.voices import document_kind, report
from mayoke.breach.reading import Reading
from mayoke.records.incident import DocumentKind, Located, NegativeKind

_SHOWN = 3
_LOOKED = 400


@dataclass(frozen=True, slots=True)
class KindFound:
    """The kind of a document.

    ``report``: which report of the operator's it is, None for others' voices. ``where``: the
    words that decided (value: ``describes_incident``), and ``points``: sign → points.
    """

    describes_incident: bool
    document_kind: DocumentKind
    report: Literal["first", "later", "final"] | None
    negative_kind: NegativeKind | None
    where: tuple[Located, ...]
    points: tuple[tuple[str, int], ...] = ()


def find(reading: Reading) -> KindFound:
    """The kind of a document; never fails."""
    page = look(reading)
    points = score(page)
    describes = sum(points.values()) >= NEEDED
    kind: DocumentKind = document_kind(page) if describes else "not_a_breach"
    return KindFound(
        describes_incident=describes,
        document_kind=kind,
        report=report(page, kind),
        negative_kind=None if describes else negative_kind(page, points),
        where=_where(page, admitted=describes),
        points=tuple(points.items()),
    )


def _where(page: Page, *, admitted: bool) -> tuple[Located, ...]:
    """The first sentences that speak for the decision."""
    wanted = ("admits", "fears", "hints") if admitted else ("denies",)
    chosen = [j for says in wanted for j in page.judged if j.says == says][:_SHOWN]
    spans = [(j.start, j.end) for j in chosen]
    if admitted and not spans:  # told by its shape alone: whose data stood in it
        shown = zip(page.spans[:_LOOKED], page.signs, strict=False)
        spans = [span for span, signs in shown if "data" in signs][:1] or list(page.spans[:1])
    return tuple(Located("describes_incident", page.reading.quote(*span)) for span in spans)
