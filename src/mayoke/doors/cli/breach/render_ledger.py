"""The ledger for people: lists, one incident with its history, the figures."""

from collections.abc import Iterator, Sequence
from typing import Any

from mayoke.breach import words as codes
from mayoke.breach.ledger.diff import count_history
from mayoke.doors.cli.breach.render import dot, fact, render_incident
from mayoke.doors.cli.render_text import Page
from mayoke.doors.cli.terminal import defang, plain
from mayoke.doors.say import leaks as words
from mayoke.doors.say.shapes import shorten
from mayoke.records import ledger
from mayoke.records.incident import Incident
from mayoke.records.ledger import Dossier, Entry, Stats
from mayoke.records.verdict import Sentence


def render_entries(found: ledger.Page, page: Page) -> str:
    """One line an incident."""
    if not found.entries:
        return page.say(words.NOTHING) + "\n"
    lines = [_line(entry, page) for entry in found.entries]
    if found.more:
        lines.append(page.say(words.MORE).format(n=found.offset + len(found.entries)))
    return "\n".join(lines) + "\n"


def render_dossier(
    dossier: Dossier,
    incident: Incident,
    page: Page,
    rivals: Sequence[tuple[int, float, float]],
) -> str:
    """Facts, course, delays, clocks, documents, history."""
    entry = dossier.entry
    blocks = [page.style(f"{entry.id}  {page.say(words.STATES[entry.state])}")]
    blocks += render_incident(incident, page)
    for number, middle, share in rivals:
        blocks.append(page.title(words.AMONG))
        text = page.say(words.AMONG_LINE)
        told = text.format(n=f"{number:,}", median=f"{middle:g}", share=round(share * 100))
        blocks.append(page.para(told, dot(page)))
    blocks.append(page.title(words.DOCUMENTS))
    for version in dossier.versions:
        kind = page.say(words.KINDS[version.document.document_kind])
        where = version.document.url or version.document.title or version.document.sha256[:12]
        blocks.append(page.para(f"{version.number}. {kind}  {defang(plain(where))}", "  ", "     "))
    blocks += _counts(dossier, page)
    blocks += _changes(dossier, page)
    return "\n".join(blocks) + "\n"


def _counts(dossier: Dossier, page: Page) -> Iterator[str]:
    """The headline number of each notice, where they give more than one."""
    history = count_history(version.data for version in dossier.versions)
    told = [f"{one['count']:,}{one['unit']}" if one else "―" for one in history]
    if len(set(told)) > 1:
        yield fact(page, words.COUNTS, " → ".join(told))


def _changes(dossier: Dossier, page: Page) -> Iterator[str]:
    yield page.title(words.HISTORY)
    for change in dossier.history:
        day, who = change.at.date(), plain(change.who)
        state = page.say(words.STATES[change.after])
        why = f"  {plain(change.why)}" if change.why else ""
        yield page.para(f"{day}  {state}  {who}{why}", dot(page))
    for one in dossier.corrections:
        text = (
            f"{one.at.date()}  {one.field}: {_value(one.old)} → {_value(one.new)}  {plain(one.who)}"
        )
        yield page.para(f"{text}  {plain(one.why)}", dot(page))


def render_stats(stats: Stats, page: Page) -> str:
    """Where the ledger is, and what is in it."""
    blocks = [fact(page, words.PLACE, plain(stats.place))]
    blocks.append(fact(page, words.INCIDENTS, f"{stats.incidents:,}"))
    blocks.append(fact(page, words.PAPERS, f"{stats.documents:,}"))
    blocks += [
        fact(page, words.STATES[state], f"{number:,}") for state, number in stats.by_state.items()
    ]
    for label, days in (
        (words.MEDIAN, stats.disclosure),
        (words.MEDIAN_CARD, stats.disclosure_card),
    ):
        middle = days.median()
        if middle is not None:
            told = page.say(words.OF_SO_MANY).format(days=f"{middle:g}", n=f"{len(days.days):,}")
            blocks.append(fact(page, label, told))
    blocks += _table(page, words.BY_CAUSE, [(_cause(c), n) for c, n in stats.by_cause.items()])
    years = [
        (Sentence(str(y), str(y)) if y else words.NO_YEAR, n) for y, n in stats.by_year.items()
    ]
    blocks += _table(page, words.BY_YEAR, years)
    return "\n".join(blocks) + "\n"


def _table(page: Page, title: Sentence, rows: Sequence[tuple[Sentence, int]]) -> Iterator[str]:
    if rows:
        yield page.title(title)
    yield from (fact(page, label, f"{number:,}") for label, number in rows)


def _cause(code: str | None) -> Sentence:
    return codes.CAUSES.get(code or "", words.NO_CAUSE)


def _line(entry: Entry, page: Page) -> str:
    data = entry.data
    told = data.get("notice_date") or "----------"
    who = data.get("organisation") or data.get("site_name") or page.say(words.UNNAMED)
    counts = [c for c in data.get("affected_count", ()) if c.get("primary")]
    many = f"{counts[0]['count']:,}{counts[0]['unit']}" if counts else ""
    cause = page.say(codes.CAUSES[data["cause"]]) if data.get("cause") else ""
    state = page.say(words.STATES[entry.state])
    return (
        f"{entry.id}  {told}  {state}  {shorten(defang(plain(who)), 40)}  {many}  {cause}".rstrip()
    )


def _value(value: Any) -> str:
    return shorten(plain(str(value)), 60)
