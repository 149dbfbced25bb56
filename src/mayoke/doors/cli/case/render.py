"""The casebook for people. What a scammer wrote never steers the terminal, and no link is live."""

from collections.abc import Iterator, Mapping
from typing import Final

from mayoke.doors.cli.breach.render import dot, fact
from mayoke.doors.cli.case import words
from mayoke.doors.cli.render_text import Page
from mayoke.doors.cli.terminal import defang, plain
from mayoke.doors.say import leaks
from mayoke.doors.say import words as mails
from mayoke.doors.say.shapes import shorten
from mayoke.records.case import Case
from mayoke.records.ledger import StateChange
from mayoke.records.verdict import Sentence
from mayoke.registry.load import load
from mayoke.store.cases import CaseFile, CasePage

_LINES: Final = 60
"""So many lines of a mail's body are shown."""
_LINE: Final = 500


def render_page(found: CasePage, page: Page) -> str:
    """One line a case."""
    if not found.cases:
        return page.say(words.NOTHING) + "\n"
    lines = [_line(case, page) for case in found.cases]
    if found.more:
        lines.append(page.say(leaks.MORE).format(n=found.offset + len(found.cases)))
    return "\n".join(lines) + "\n"


def render_file(file: CaseFile, parts: Mapping[str, str], page: Page) -> str:
    """Facts, the mail, who did what. ``parts``: the specimen's texts by part name."""
    case = file.case
    blocks = [page.style(f"{case.id}  {page.say(leaks.STATES[case.state])}")]
    blocks += [fact(page, label, text) for label, text in _facts(case, page) if text]
    blocks.append(page.title(words.SPECIMEN))
    subject = defang(plain(parts.get("header:Subject", "")))
    blocks.append(fact(page, words.SUBJECT, shorten(subject, _LINE)))
    blocks += _body(parts, page)
    blocks.append(page.title(words.HISTORY))
    blocks += [_step(one, page) for one in file.history]
    return "\n".join(blocks) + "\n"


def _facts(case: Case, page: Page) -> Iterator[tuple[Sentence, str]]:
    judged = case.judged
    yield words.VERDICT, page.say(mails.SHORT[judged.verdict])
    yield words.KIND, _kind(case, page)
    yield words.BRAND, _brand(case, page)
    yield words.FIRST_SEEN, case.first_seen.isoformat()
    yield words.SOURCE, defang(plain(case.source))
    yield words.NOTES, defang(plain(case.notes))
    who = plain(case.comment_by)
    by = Sentence(words.COMMENT.ja.format(who=who), words.COMMENT.en.format(who=who))
    yield by, defang(plain(case.comment))
    yield words.CAMPAIGN, case.campaign


def _kind(case: Case, page: Page) -> str:
    """The registry's name; a kind that it does not know (any more) as it is."""
    kind = load().kinds.get(case.judged.kind)
    return page.say(kind.name) if kind else plain(case.judged.kind)


def _brand(case: Case, page: Page) -> str:
    brand = load().brands.get(case.judged.brand)
    if brand is None:
        return plain(case.judged.brand)
    return brand.name_ja if page.lang == "ja" else brand.name_en


def _line(case: Case, page: Page) -> str:
    state = page.say(leaks.STATES[case.state])
    verdict = page.say(mails.SHORT[case.judged.verdict])
    facts = (case.id, case.first_seen.isoformat(), state, verdict)
    return "  ".join(one for one in (*facts, _kind(case, page), _brand(case, page)) if one)


def _body(parts: Mapping[str, str], page: Page) -> Iterator[str]:
    """The lines of the first body that has any."""
    bodies = (text for part, text in parts.items() if part.endswith(":text") and text.strip())
    lines = [line for line in next(bodies, "").splitlines() if line.strip()]
    for line in lines[:_LINES]:
        yield page.para(shorten(defang(plain(line)), _LINE), "    ")
    if len(lines) > _LINES or any(len(line) > _LINE for line in lines):
        yield "  " + page.say(words.CUT)


def _step(one: StateChange, page: Page) -> str:
    state = page.say(leaks.STATES[one.after])
    why = f"  {plain(one.why)}" if one.why else ""
    return page.para(f"{one.at.date()}  {state}  {plain(one.who)}{why}", dot(page))
