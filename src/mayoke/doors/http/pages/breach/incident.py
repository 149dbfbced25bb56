"""``/breach/{id}``: one incident with its picture, its reports and its corrections."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from mayoke import pipeline
from mayoke.doors.http.ledger import ask, shown_states, told_by, trouble
from mayoke.doors.http.links import in_lang, lang_of, path_of, relative
from mayoke.doors.http.pages.breach.facts import view
from mayoke.doors.http.pages.breach.history import corrections, reports
from mayoke.doors.http.pages.breach.quotes import quotations
from mayoke.doors.http.refusal import NOT_FOUND, Refused
from mayoke.doors.http.security import PICTURE_POLICY
from mayoke.doors.http.site import NoStore, site_of
from mayoke.records.errors import StoreError, StoreMissing, UnknownIncident
from mayoke.records.incident import Incident
from mayoke.records.ledger import Dossier
from mayoke.records.verdict import Sentence
from mayoke.store import look_up
from mayoke.store.connect import Store

_WITHDRAWN = Sentence(
    "この件は取り下げられました。そのため、ここでは内容を表示していません。",
    "This incident was withdrawn, so nothing about it is shown here.",
)
_ID_MOST = 40


@dataclass(frozen=True, slots=True)
class _Found:
    """An incident that may be shown, with the texts of its documents by hash."""

    dossier: Dossier
    incident: Incident
    texts: dict[str, str]


async def incident(request: Request) -> Response:
    """The page of one incident."""
    site = site_of(request)
    try:
        found = await _look_up(request, texts=True)
    except StoreError as error:
        return _closed(request, error)
    if isinstance(found, Response):
        return found
    dossier = found.dossier
    return site.render(
        request,
        "breach_incident.html",
        tab="breach",
        id=dossier.entry.id,
        reviewed=dossier.entry.state == "published",
        incident=view(found.incident, lang_of(request)),
        quotations=quotations(found.incident, _text_of(found)),
        reports=reports(dossier),
        corrections=corrections(dossier),
    )


async def picture(request: Request) -> Response:
    """The course of events as SVG, for the page's ``img``."""
    try:
        found = await _look_up(request, texts=False)
    except StoreError as error:
        return _closed(request, error)
    if isinstance(found, Response):
        return found
    drawn = pipeline.picture(found.incident, lang_of(request))
    policy = {"content-security-policy": PICTURE_POLICY}
    return Response(drawn, headers=policy, media_type="image/svg+xml")


async def _look_up(request: Request, *, texts: bool) -> _Found | Response:
    """The incident, or the page to answer with. Raises StoreError, Refused."""
    site, name = site_of(request), str(request.path_params["id"])
    if len(name) > _ID_MOST or "\0" in name:
        raise Refused(NOT_FOUND)
    shown = shown_states(site.settings)

    def read(store: Store) -> tuple[Dossier, dict[str, str]]:
        dossier = look_up.get(store, name)
        hashes = {one.document.sha256 for one in dossier.versions}
        wanted = hashes if texts and dossier.entry.state in shown else set()
        kept = ((sha256, look_up.document(store, sha256)) for sha256 in wanted)
        return dossier, {sha256: one.text for sha256, one in kept if one}

    try:
        dossier, found = await ask(request, read)
    except UnknownIncident as error:
        raise Refused(NOT_FOUND) from error
    entry = dossier.entry
    if entry.same_as:
        target = relative(path_of(request), in_lang(f"/breach/{entry.same_as}", lang_of(request)))
        return Response(status_code=307, headers={"location": target})
    if entry.state == "withdrawn":
        return _told(request, 410, _WITHDRAWN)
    told = told_by(entry)
    if entry.state not in shown or told is None:
        raise Refused(NOT_FOUND)
    return _Found(dossier, told, found)


def _text_of(found: _Found) -> Callable[[str], str]:
    """The text that a field was read from: of the version it comes from, else of the last one."""
    texts = {one.number: found.texts.get(one.document.sha256, "") for one in found.dossier.versions}
    last = max(texts, default=0)
    sources = found.dossier.entry.sources
    return lambda field: texts.get(sources.get(field, last), "")


def _closed(request: Request, error: StoreError) -> Response:
    if isinstance(error, NoStore | StoreMissing):
        raise Refused(NOT_FOUND) from error
    wrong = trouble(error)
    return _told(request, wrong.status, wrong.says)


def _told(request: Request, status: int, says: Sentence) -> Response:
    return site_of(request).render(request, "breach_told.html", status, tab="breach", says=says)
