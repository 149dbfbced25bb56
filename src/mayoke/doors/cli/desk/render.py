"""Consultations for the people at the desk. What a visitor wrote never steers the terminal."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from mayoke.doors.cli.desk.counter import shown
from mayoke.doors.cli.render_text import Page
from mayoke.doors.cli.terminal import defang, plain
from mayoke.doors.say import desk as words
from mayoke.doors.say.shapes import size
from mayoke.records.consultation import Consultation, Listed, Logged, Said
from mayoke.records.situation import Means, Situation
from mayoke.records.verdict import Sentence
from mayoke.registry.help_load import load_help


def render_list(found: Sequence[Listed], now: datetime, page: Page) -> str:
    """One line a consultation."""
    return "\n".join([_listed(one, now, page) for one in found] or [page.say(words.NONE)]) + "\n"


def _listed(one: Listed, now: datetime, page: Page) -> str:
    tail = page.say(words.LINE).format(
        entries=one.entries, size=size(one.size), days=one.days_left(now)
    )
    state = page.say(words.STATES[one.state])
    return f"{one.id}  {state}  {shown(one.arrived_at)}  {tail}"


def render_log(lines: Sequence[Logged], page: Page) -> str:
    """One line a deed, the newest last."""
    told = [
        f"{shown(one.at)}  {one.consultation or '-':7}  {_who(one, page)}  "
        f"{page.say(words.DEEDS[one.deed])}"
        for one in lines
    ]
    return "\n".join(told or [page.say(words.NO_LINES)]) + "\n"


def _who(one: Logged, page: Page) -> str:
    return page.say(words.SIDES["visitor"]) if one.who == "visitor" else plain(one.who)


def render_consultation(found: Consultation, page: Page) -> str:
    """Everything that was said, the oldest first."""
    blocks = [
        page.style(f"{found.id}  {page.say(words.STATES[found.state])}"),
        _fact(page, words.ARRIVED, shown(found.arrived_at)),
        _fact(page, words.EXPIRES, shown(found.expires_at)),
    ]
    for said in found.said:
        blocks += _said(said, page)
    return "\n".join(blocks) + "\n"


def _said(said: Said, page: Page) -> Iterator[str]:
    content, registry = said.content, load_help()
    who = page.say(words.SIDES[said.by])
    yield "\n" + page.style(f"{said.number}. {who}  {shown(said.at)}")
    facts = (
        (words.SITUATIONS, _names(content.situations, registry.situations, page)),
        (words.WHEN, content.when.isoformat() if content.when else ""),
        (words.AMOUNT, _yen(content.amount, page)),
        (words.MEANS, _names(content.means, registry.means, page)),
        (words.CONTACT, defang(plain(content.contact))),
        (words.VERDICT, defang(plain(content.verdict))),
    )
    yield from (_fact(page, label, text) for label, text in facts if text)
    yield from _lines(content.story, page)
    if content.text:
        yield _fact(page, words.TEXT, "")
        yield from _lines(content.text, page)
    if content.mail:
        told = page.say(words.MAIL_SIZE).format(size=size(len(content.mail)), entry=said.number)
        yield _fact(page, words.MAIL, told)


def _yen(amount: int | None, page: Page) -> str:
    return "" if amount is None else page.say(words.YEN).format(amount=f"{amount:,}")


def _names(
    slugs: Sequence[str], known: Mapping[str, Situation] | Mapping[str, Means], page: Page
) -> str:
    """The registry's names; a slug it does not know (any more) as it is."""
    names = [page.say(known[slug].name) if slug in known else plain(slug) for slug in slugs]
    return ("、" if page.lang == "ja" else ", ").join(names)


def _lines(text: str, page: Page) -> Iterator[str]:
    """A text with its own lines; nothing in it is live."""
    for line in text.splitlines():
        yield page.para(defang(plain(line)), "    ") if line.strip() else ""


def _fact(page: Page, label: Sentence, text: str) -> str:
    colon = "：" if page.lang == "ja" else ": "
    return page.para(f"{page.say(label)}{colon}{text}", "  ", "    ")
