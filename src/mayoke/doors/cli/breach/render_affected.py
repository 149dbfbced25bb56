"""The answer to "was I affected?" for people and for programs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mayoke.breach.dates_in_words import day as day_in_words
from mayoke.breach.purchases import words as said
from mayoke.doors.cli.breach import purchase_words as words
from mayoke.doors.cli.breach.render import dot
from mayoke.doors.cli.render_json import dumps
from mayoke.doors.cli.render_text import Page
from mayoke.doors.cli.terminal import defang, plain, shorten
from mayoke.help.leak_advice import leak_advice
from mayoke.records.purchase import Answer, Finding, Tally, Watched
from mayoke.records.verdict import Sentence

SCHEMA = "mayoke.affected/1"
_SHOWN = 20
_ORDER: tuple[Answer, ...] = ("inside", "near_edge", "cannot_tell", "outside")
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
    return min(_ORDER.index(one.answer) for one in found)


def _incident(
    one: Watched, found: Sequence[Finding], page: Page, *, everything: bool
) -> Iterator[str]:
    told = one.incident.notice_date
    date = f"  ({page.say(day_in_words(told))})" if told else ""
    yield page.title(_plain(_name(one))) + date + f"  {one.id}"
    if one.state == "new":
        yield page.para(page.say(words.NOT_REVIEWED), "  ")
    shown = found if everything else [f for f in found if f.answer != "outside"]
    ordered = sorted(shown, key=lambda f: (_ORDER.index(f.answer), f.purchase.number))
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


def affected_json(
    tally: Tally, findings: Iterator[Finding], known: Sequence[Watched]
) -> Iterator[str]:
    """``mayoke.affected/1`` in pieces, so that millions of findings need no memory."""
    head = {
        "purchases": tally.purchases,
        "matched": tally.matched,
        "other_lines": tally.unread,
        "answers": {answer: tally.answers.get(answer, 0) for answer in _ORDER},
    }
    yield f'{{"schema":{_json(SCHEMA)},"counts":{_json(head)},\n"findings":['
    seen: set[str] = set()
    for number, finding in enumerate(findings):
        seen.add(finding.match.incident)
        yield (",\n" if number else "\n") + _json(_finding(finding))
    about = {one.id: _about(one) for one in known if one.id in seen}
    yield f'\n],\n"incidents":{_json(about)}}}\n'


def _json(value: object) -> str:
    return dumps(value).decode()


def _finding(finding: Finding) -> dict[str, Any]:
    purchase, match = finding.purchase, finding.match
    return {
        "line": purchase.number,
        "date": purchase.day.isoformat() if purchase.day else None,
        "merchant": purchase.merchant,
        "amount": purchase.amount,
        "kind": purchase.kind,
        "card": purchase.card or None,
        "incident": match.incident,
        "answer": finding.answer,
        "why": finding.why,
        "says": _both(said.WHYS[finding.why]),
        "certainty": match.certainty,
        "match": _both(match.says),
        "quote": finding.quote or None,
        "belongs_to_line": finding.points_to,
    }


def _about(one: Watched) -> dict[str, Any]:
    incident = one.incident
    return {
        "state": one.state,
        "organisation": incident.organisation,
        "sites": [{"name": site.name, "url": site.url} for site in incident.sites],
        "notice_date": incident.notice_date,
        "advice": [_both(sentence) for sentence in leak_advice(incident)],
    }


def _both(sentence: Sentence) -> dict[str, str]:
    return {"ja": sentence.ja, "en": sentence.en}


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
