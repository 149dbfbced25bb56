"""The answer to "was I affected?" as JSON: ``mayoke.affected/1``."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from mayoke.breach.purchases import words as said
from mayoke.doors.objects.verdict_json import dumps
from mayoke.help.leak_advice import leak_advice
from mayoke.records.purchase import Answer, Finding, Tally, Watched
from mayoke.records.verdict import Sentence

SCHEMA: Final = "mayoke.affected/1"
ORDER: Final[tuple[Answer, ...]] = ("inside", "near_edge", "cannot_tell", "outside")
"""Answers, what is certain first."""


def affected_json(
    tally: Tally, findings: Iterator[Finding], known: Sequence[Watched]
) -> Iterator[str]:
    """``mayoke.affected/1`` in pieces, so that millions of findings need no memory."""
    head = {
        "purchases": tally.purchases,
        "matched": tally.matched,
        "other_lines": tally.unread,
        "answers": {answer: tally.answers.get(answer, 0) for answer in ORDER},
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
