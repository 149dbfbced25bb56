"""The answer to "was I affected?" for people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from mayoke.breach.dates_in_words import day as day_in_words
from mayoke.breach.purchases import words as said
from mayoke.doors.cli.breach.render import dot
from mayoke.doors.cli.render_text import Page
from mayoke.doors.cli.terminal import defang, plain
from mayoke.doors.objects.affected_json import ORDER
from mayoke.doors.say import purchases as words
from mayoke.doors.say.shapes import shorten
from mayoke.help.leak_advice import leak_advice
from mayoke.records.purchase import Answer, Finding, Tally, Watched
from mayoke.records.verdict import Sentence

_SHOWN = 20
_COLOURS: Mapping[Answer, str | None] = {
    "inside": "red",
    "near_edge": "yellow",
    "cannot_tell": "yellow",
    "outside": None,
}


def render_affected(
    tally: Tally,
    findings: Sequence[Finding],
    known: Sequence[Watched],
    page: Page,
    *,
    everything: bool = False,
) -> str:
    """The whole answer: incident by incident, what is certain first."""
    blocks = [_filled(page, words.HEAD, n=f"{tally.purchases:,}", matched=f"{tally.matched:,}")]
    by_incident: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_incident[finding.match.incident].append(finding)
    if not by_incident:
        blocks = [page.style(page.say(words.NOTHING))]
    watched = {one.id: one for one in known}
    for incident in sorted(by_incident, key=lambda name: _worst(by_incident[name])):
        blocks += _incident(watched[incident], by_incident[incident], page, everything=everything)
    if tally.unread:
        blocks.append("\n" + _filled(page, words.UNREAD_LINES, n=f"{tally.unread:,}"))
    blocks.append(page.para(page.say(words.NOTHING_MORE), ""))
    return "\n".join(blocks) + "\n"


def _worst(found: Sequence[Finding]) -> int:
    return min(ORDER.index(one.answer) for one in found)


def _incident(
    one: Watched, found: Sequence[Finding], page: Page, *, everything: bool
) -> Iterator[str]:
    told = one.incident.notice_date
    date = f"  ({page.say(day_in_words(told))})" if told else ""
    yield page.title(_plain(_name(one))) + date + f"  {one.id}"
    if one.state == "new":
        yield page.para(page.say(words.NOT_REVIEWED), "  ")
    shown = found if everything else [f for f in found if f.answer != "outside"]
    ordered = sorted(shown, key=lambda f: (ORDER.index(f.answer), f.purchase.number))
    limit = len(shown) if everything else _SHOWN
    quotes = dict.fromkeys(f.quote for f in ordered[:limit] if f.quote)
    for finding in ordered[:limit]:
        yield from _line(finding, page)
    if len(shown) > limit:
        yield page.para(_filled(page, words.MORE, n=f"{len(shown) - limit:,}"), dot(page))
    outside = sum(f.answer == "outside" for f in found)
    if outside and not everything:
        yield page.para(_filled(page, words.OUTSIDE, n=f"{outside:,}"), dot(page))
    for words_of_notice in quotes:
        text = _filled(page, words.QUOTE, quote=plain(words_of_notice))
        yield page.para(text, "  ")
    if any(f.answer != "outside" for f in found):
        yield f"  {page.say(words.STEPS)}"
        for number, sentence in enumerate(leak_advice(one.incident), 1):
            yield page.para(page.say(sentence), f"  {number}. ")


def _line(finding: Finding, page: Page) -> Iterator[str]:
    purchase = finding.purchase
    head = page.style(page.say(said.ANSWERS[finding.answer]), _COLOURS[finding.answer])
    parts = [
        _filled(page, words.ONE, n=f"{purchase.number:,}"),
        str(purchase.day or "----------"),
        shorten(defang(plain(purchase.merchant)), 40),
        f"{purchase.amount:,}" if purchase.amount is not None else "",
        purchase.card,
    ]
    yield f"{dot(page)}{head}: {'  '.join(part for part in parts if part)}"
    gap = "" if page.lang == "ja" else " "
    name = page.say(said.CERTAINTIES[finding.match.certainty]) + (
        f"（{page.say(finding.match.says)}）。"
        if page.lang == "ja"
        else f" ({page.say(finding.match.says)})."
    )
    belongs = ""
    if finding.points_to is not None:
        belongs = gap + _filled(page, words.BELONGS, n=f"{finding.points_to:,}")
    yield page.para(f"{page.say(said.WHYS[finding.why])}{belongs}{gap}{name}", "    ")


def _name(one: Watched) -> str:
    site = next((site.name for site in one.incident.sites if site.name), None)
    names = dict.fromkeys(name for name in (site, one.incident.organisation) if name)
    return " / ".join(names) or one.id


def _plain(name: str) -> Sentence:
    text = shorten(defang(plain(name)), 60)
    return Sentence(text, text)


def _filled(page: Page, sentence: Sentence, **values: str) -> str:
    """The sentence with its braces filled after it was made fit for the terminal."""
    return (sentence.ja if page.lang == "ja" else sentence.en).format(**values)
