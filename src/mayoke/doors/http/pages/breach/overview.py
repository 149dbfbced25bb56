"""``/breach``: the ledger, searched and leafed through."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from mayoke.breach.describe import rows
from mayoke.doors.http.ledger import Trouble, ask, shown_states, told_by, trouble
from mayoke.doors.http.links import other_lang, path_of
from mayoke.doors.http.pages.breach.facts import days, headline, name_of, shown
from mayoke.doors.http.site import now, site_of
from mayoke.records.errors import StoreError
from mayoke.records.ledger import Entry, Filter, Page, State
from mayoke.records.verdict import Sentence
from mayoke.store import listing
from mayoke.store.connect import Store

EACH = 20
"""Incidents on one page."""
_PAGES_MOST = 5000
_QUERY_MOST = 200
_FIRST_YEAR = 2005  # the Act on the Protection of Personal Information came into force
_WHAT, _TOLD = 2, 4  # where these stand among describe.rows


@dataclass(frozen=True, slots=True)
class Asked:
    """What the visitor looks for. ``card``: ``yes``, ``no`` or empty for both."""

    q: str
    year: str
    card: str
    page: int

    def filter(self, states: frozenset[State]) -> Filter:
        """The same for the ledger."""
        card = {"yes": True, "no": False}.get(self.card)
        year = self.year or None
        return Filter(states, since=year, until=year, card_data=card)

    def query(self, page: int) -> str:
        """As the query of a link to a page of the results."""
        told = {"q": self.q, "year": self.year, "card": self.card}
        kept = {name: value for name, value in told.items() if value}
        if page > 1:
            kept["page"] = str(page)
        return "?" + urlencode(kept) if kept else ""


@dataclass(frozen=True, slots=True)
class Line:
    """One incident of the list; ``delay`` is None where the notice does not give both days."""

    id: str
    name: Sentence
    told: Sentence
    count: Sentence
    what: Sentence
    delay: Sentence | None
    reviewed: bool


async def incidents(request: Request) -> Response:
    """The list, the newest announcement first; what was found by words, last added first."""
    site, asked = site_of(request), _asked(request)
    wanted = asked.filter(shown_states(site.settings))
    found, wrong = Page((), 0, more=False, total=0), None
    try:
        found = await ask(request, lambda store: _found(store, asked, wanted))
    except StoreError as error:
        wrong = trouble(error)
    path = path_of(request)
    return site.render(
        request,
        "breach.html",
        wrong.status if wrong else 200,
        tab="breach",
        switch=other_lang(path) + asked.query(asked.page),
        asked=asked,
        years=tuple(str(year) for year in range(now().year, _FIRST_YEAR - 1, -1)),
        lines=tuple(line for entry in found.entries if (line := _line(entry))),
        total=found.total,
        more=found.more,
        wrong=wrong,
        state=_state(asked, found, wrong),
    )


def _asked(request: Request) -> Asked:
    """The query; what makes no sense in it is passed over."""
    sent = request.query_params
    q = " ".join(sent.get("q", "").replace("\0", " ").split())[:_QUERY_MOST]
    year, card = sent.get("year", ""), sent.get("card", "")
    year = year if len(year) == 4 and year.isascii() and year.isdigit() else ""
    page = sent.get("page", "")
    number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 1
    return Asked(q, year, card if card in {"yes", "no"} else "", min(max(number, 1), _PAGES_MOST))


def _found(store: Store, asked: Asked, wanted: Filter) -> Page:
    offset = (asked.page - 1) * EACH
    if asked.q:
        return listing.search(store, asked.q, wanted, offset=offset, limit=EACH)
    return listing.find(store, wanted, offset=offset, limit=EACH)


def _line(entry: Entry) -> Line | None:
    incident = told_by(entry)
    if incident is None:
        return None
    facts = rows(incident)
    late = incident.delays.suspicion_to_disclosure_days
    return Line(
        id=entry.id,
        name=name_of(incident),
        told=shown(facts[_TOLD].text),
        count=headline(incident),
        what=shown(facts[_WHAT].text, 300),
        delay=days(late) if late is not None else None,
        reviewed=entry.state == "published",
    )


def _state(asked: Asked, found: Page, wrong: Trouble | None) -> str:
    """``wrong``, ``empty`` (nothing is listed at all), ``none`` (nothing fits) or ``found``."""
    if wrong:
        return "wrong"
    if found.entries:
        return "found"
    return "none" if asked.query(asked.page) else "empty"
