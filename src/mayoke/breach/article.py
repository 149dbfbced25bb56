"""An incident as an article: when, how many, what, why, the announcement, the course, what to do.

Assembled from the facts; nothing is added. What a notice does not say is said to be missing.
"""

from collections.abc import Iterator
from typing import Final

from mayoke.breach.delays import full
from mayoke.breach.delays_told import delays_told
from mayoke.breach.describe import REASON, Row, paragraph, rows
from mayoke.breach.timeline import timeline
from mayoke.records.article import Article, Citation, Comment, Course, Para, Points, Section
from mayoke.records.incident import Incident
from mayoke.records.verdict import Sentence

LONGEST: Final = 200
"""Characters of one citation: no more than it needs (Copyright Act, Article 32)."""

_SLUGS: Final = ("when", "count", "items", "cause", "announced")
_NOTICE: Final = Sentence("事業者のお知らせ", "the organisation's notice")


def incident_article(
    incident: Incident,
    *,
    id: str,  # noqa: A002  what it is called in the record
    advice: tuple[Sentence, ...],
    sources: tuple[str, ...] = (),
    comment: Comment | None = None,
) -> Article:
    """The article on one incident. ``advice``: what customers should do, from the help room."""
    facts = rows(incident)
    first = [
        Section(slug, row.label, (Para(_sentence(row.text)),))
        for slug, row in zip(_SLUGS, facts, strict=False)
    ]
    return Article(
        id=id,
        title=_title(incident),
        summary=paragraph(incident),
        told=full(incident.notice_date),
        sections=(*first, *_rest(incident, advice)),
        sources=sources,
        comment=comment,
    )


def _title(incident: Incident) -> Sentence:
    site = next((site.name for site in incident.sites if site.name), None)
    who = site or incident.organisation
    ja, en = (f"「{who}」", who) if who else ("ある事業者", "An unnamed organisation")
    return Sentence(
        f"{ja}で情報が漏れた、または漏れたおそれ", f"{en}: data leaked, or may have leaked"
    )


def _rest(incident: Incident, advice: tuple[Sentence, ...]) -> Iterator[Section]:
    more = tuple(_labelled(row) for row in rows(incident)[len(_SLUGS) :] if row.label != REASON)
    if more:
        yield Section(
            "more", Sentence("そのほかにわかること", "What else is known"), (Points(more),)
        )
    if incident.timeline:
        course = Course(timeline(incident, "ja"), timeline(incident, "en"))
        yield Section("course", Sentence("ことの経過", "Course of events"), (course,))
    delays = tuple(_labelled(row) for row in delays_told(incident))
    if delays:
        heading = Sentence("かかった日数", "How long it took")
        yield Section("delays", heading, (Points(delays),))
    cited = tuple(_cited(incident))
    if cited:
        yield Section("words", Sentence("事業者の言葉", "In the organisation's words"), cited)
    heading = Sentence("この店や窓口を利用していた方へ", "If you were a customer")
    yield Section("advice", heading, (Points(advice, numbered=True),))


def _cited(incident: Incident) -> Iterator[Citation]:
    if incident.delay_reason:
        words = "".join(incident.delay_reason.quote.split())
        yield Citation(words if len(words) <= LONGEST else words[: LONGEST - 1] + "…", _NOTICE)


def _labelled(row: Row) -> Sentence:
    return Sentence(f"{row.label.ja}：{row.text.ja}", f"{row.label.en}: {row.text.en}")


def _sentence(text: Sentence) -> Sentence:
    return Sentence(text.ja + "。", text.en[:1].upper() + text.en[1:] + ".")
