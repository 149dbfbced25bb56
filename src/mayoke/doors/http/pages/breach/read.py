"""``/breach/read``: a notice pasted or chosen, and what it says."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from mayoke import pipeline
from mayoke.doors.http.body import read_form
from mayoke.doors.http.ledger import BESIDE
from mayoke.doors.http.links import Lang, lang_of
from mayoke.doors.http.pages.breach import words
from mayoke.doors.http.pages.breach.facts import IncidentView, same, view
from mayoke.doors.http.pages.breach.quotes import Quotation, quotations
from mayoke.doors.http.site import site_of
from mayoke.doors.say import leaks as told
from mayoke.doors.say.shapes import shorten
from mayoke.publish.show.show import show
from mayoke.publish.show.visible import visible
from mayoke.records.errors import BadInput
from mayoke.records.notice import NoticeContext
from mayoke.records.reading import NoticeReading
from mayoke.records.shown import Mark, Segment
from mayoke.records.verdict import Sentence
from mayoke.registry.load import load

_QUOTES_MOST = 60
_PART = "notice:text"
_INCIDENTS_MOST = 20


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The form as it stands, and what is wrong with it."""

    text: str = field(default="", repr=False)
    url: str = ""
    published: str = ""
    wrong: Sentence | None = None
    status: int = 200


@dataclass(frozen=True, slots=True)
class _Told:
    """An incident, and the words it was read from; ``first``: the number of the first of them."""

    view: IncidentView
    quotations: tuple[Quotation, ...]
    first: int


@dataclass(frozen=True, slots=True)
class _Read:
    """What is shown of a reading. ``text``: the notice with the numbers of the quotations on it."""

    leak: bool
    kind: Sentence
    why_not: Sentence | None
    organisation: Sentence | None
    incidents: tuple[_Told, ...]
    text: tuple[Segment, ...]
    gaps: tuple[str, ...]

    @property
    def placed(self) -> frozenset[int]:
        """The numbers that stand in the text."""
        return frozenset(note for one in self.text for note in one.begins)


async def form(request: Request) -> Response:
    """The empty form."""
    return _page(request, _Sheet())


async def answer(request: Request) -> Response:
    """What the notice says, or the form again with what was wrong."""
    site, lang = site_of(request), lang_of(request)
    sent = await read_form(request, site.settings)
    file = sent.files.get("file")
    sheet = _Sheet(sent.get("text"), sent.get("url").strip()[:2000], sent.get("published").strip())
    data: bytes | str = file.data if file and file.data else sheet.text
    if not data.strip():
        empty = words.EMPTY_FILE if file else words.NO_NOTICE
        return _page(request, _wrong(sheet, empty))
    try:
        about = _about(sheet)
    except ValueError:
        return _page(request, _wrong(sheet, words.BAD_DAY))
    try:
        # A notice takes longer than a mail of its size: never within the loop.
        found = await site.bench.do(
            max(len(data), BESIDE), lambda: _shown(pipeline.read_notice(data, about), lang)
        )
    except BadInput as error:
        return _page(request, _wrong(sheet, words.bad_notice(error)))
    return site.render(request, "breach_read_answer.html", tab="breach", read=found)


def _about(sheet: _Sheet) -> NoticeContext:
    """What the visitor knows beside the text. Raises ValueError for a day that is none."""
    published = date.fromisoformat(sheet.published) if sheet.published else None
    return NoticeContext(url=sheet.url or None, published=published)


def _wrong(sheet: _Sheet, says: Sentence) -> _Sheet:
    return _Sheet(sheet.text, sheet.url, sheet.published, says, 422)


def _shown(reading: NoticeReading, lang: Lang) -> _Read:
    incidents = tuple(_told(reading, lang))
    return _Read(
        leak=reading.describes_incident,
        kind=told.KINDS[reading.document_kind],
        why_not=told.NEGATIVES.get(reading.negative_kind or ""),
        organisation=same(reading.organisation, 200) if reading.organisation else None,
        incidents=incidents,
        text=_marked(reading.notice.text, incidents),
        gaps=tuple(shorten(visible(load().why(gap.why, lang)), 300) for gap in reading.gaps),
    )


def _told(reading: NoticeReading, lang: Lang) -> Iterator[_Told]:
    def text_of(_field: str) -> str:
        return reading.notice.text

    number = 1
    for incident in reading.incidents[:_INCIDENTS_MOST]:
        quoted = quotations(incident, text_of, most=_QUOTES_MOST)
        yield _Told(view(incident, lang), quoted, number)
        number += len(quoted)


def _marked(text: str, incidents: tuple[_Told, ...]) -> tuple[Segment, ...]:
    """The text, shortened where it is long, with a mark on each quotation."""
    marks = [
        Mark(number, _PART, quoted.start, quoted.end)
        for one in incidents
        for number, quoted in enumerate(one.quotations, one.first)
    ]
    parts = show({_PART: text}, marks).parts if marks else ()
    return tuple(segment for part in parts for segment in part.segments)


def _page(request: Request, sheet: _Sheet) -> Response:
    return site_of(request).render(
        request, "breach_read.html", sheet.status, tab="breach", sheet=sheet
    )
