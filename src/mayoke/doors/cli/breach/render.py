"""A notice and its incidents for people."""

from collections.abc import Iterator

from mayoke import pipeline
from mayoke.breach.delays_told import delays_told
from mayoke.breach.describe import paragraph, rows
from mayoke.doors.cli.render_text import Page
from mayoke.doors.cli.terminal import defang, plain
from mayoke.doors.say import leaks as words
from mayoke.help.leak_advice import leak_advice
from mayoke.records.incident import Incident
from mayoke.records.reading import NoticeReading
from mayoke.records.verdict import Sentence
from mayoke.registry.load import load


def render_reading(reading: NoticeReading, page: Page) -> str:
    """The whole answer, ending in a line break."""
    blocks = list(_document(reading, page))
    for number, incident in enumerate(reading.incidents, 1):
        if len(reading.incidents) > 1:
            heading = words.NTH.ja if page.lang == "ja" else words.NTH.en
            blocks.append("\n" + page.style(heading.format(n=number)))
        blocks += render_incident(incident, page)
    blocks += _gaps(reading, page)
    return "\n".join(blocks) + "\n"


def paragraphs(reading: NoticeReading, page: Page) -> str:
    """Each incident in a few sentences; of a document that tells of none, just that."""
    told = [paragraph(incident) for incident in reading.incidents] or [words.NO_LEAK]
    return "\n\n".join(page.para(page.say(one), "") for one in told) + "\n"


def render_incident(incident: Incident, page: Page) -> Iterator[str]:
    """The facts, the course, the delays, the clocks, and what to do."""
    yield from _who(incident, page)
    yield page.title(words.FACTS)
    for row in rows(incident):
        yield fact(page, row.label, plain(page.say(row.text)))
    lines = list(pipeline.course(incident, page.lang))
    if lines:
        yield page.title(words.COURSE)
        yield from ("  " + line for line in lines)
    yield from _delays(incident, page)
    clocks = pipeline.legal_clocks(incident)
    if clocks:
        yield page.title(words.CLOCKS)
        yield from (page.para(page.say(clock.says), dot(page)) for clock in clocks)
    yield page.title(words.ADVICE)
    for number, sentence in enumerate(leak_advice(incident), 1):
        yield page.para(page.say(sentence), f"  {number}. ")


def fact(page: Page, label: Sentence, text: str) -> str:
    """One labelled line."""
    colon = "：" if page.lang == "ja" else ": "
    return page.para(f"{page.say(label)}{colon}{text}", "  ", "    ")


def dot(page: Page) -> str:
    """The mark before an entry of a list."""
    return "  ・" if page.lang == "ja" else "  - "


def _document(reading: NoticeReading, page: Page) -> Iterator[str]:
    if reading.describes_incident:
        yield page.style(page.say(words.LEAK), "yellow")
        yield fact(page, words.KIND, page.say(words.KINDS[reading.document_kind]))
        return
    yield page.style(page.say(words.NO_LEAK))
    if reading.negative_kind:
        yield page.para(page.say(words.NEGATIVES[reading.negative_kind]), "  ")
    if reading.organisation:
        yield fact(page, words.WHO, defang(plain(reading.organisation)))


def _who(incident: Incident, page: Page) -> Iterator[str]:
    if incident.organisation:
        yield fact(page, words.WHO, defang(plain(incident.organisation)))
    for site in incident.sites:
        name = " ".join(text for text in (site.name, site.url) if text)
        yield fact(page, words.SITE, defang(plain(name)))


def _delays(incident: Incident, page: Page) -> Iterator[str]:
    for number, row in enumerate(delays_told(incident)):
        if number == 0:
            yield page.title(words.DELAYS)
        yield fact(page, row.label, page.say(row.text))


def _gaps(reading: NoticeReading, page: Page) -> Iterator[str]:
    if reading.gaps:
        yield page.title(words.GAPS)
    for gap in reading.gaps:
        yield page.para(defang(plain(load().why(gap.why, page.lang))), dot(page))
