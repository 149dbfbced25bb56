"""``GET /v1/incidents`` and ``/v1/incidents/{id}``: the ledger as far as it is public."""

import re
from dataclasses import replace
from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType
from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http.api import asked, problems
from mayoke.doors.http.api.call import Call
from mayoke.doors.http.api.ledger import asked_ledger
from mayoke.doors.http.ledger import shown_states
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.site import site_of
from mayoke.doors.objects.ledger_json import dossier_object, entries_object
from mayoke.doors.objects.verdict_json import dumps
from mayoke.records.errors import UnknownIncident
from mayoke.records.incident import Cause
from mayoke.records.ledger import Dossier, Entry, Filter, Page, State
from mayoke.store import listing, look_up
from mayoke.store.connect import Store

_ID = re.compile(r"[0-9A-Za-z-]{1,40}")
Day = Annotated[
    str, Meta(pattern="^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$", max_length=10)
]
Since = Annotated[Day, Meta(description="Announced on or after this day, month or year.")]
Until = Annotated[Day, Meta(description="Announced on or before this day, month or year.")]
Why = Annotated[Cause, Meta(description="What led to the leak.")]


class Wanted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which incidents, and how many of them."""

    q: Annotated[
        str, Meta(max_length=200, description="Words that all stand in its names or notices.")
    ] = ""
    since: Since | UnsetType = UNSET
    until: Until | UnsetType = UNSET
    cause: Why | UnsetType = UNSET
    limit: Annotated[int, Meta(ge=1, le=200)] = 50
    offset: Annotated[int, Meta(ge=0, le=1_000_000)] = 0


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Which incident."""

    id: Annotated[str, Meta(pattern="^[0-9A-Za-z-]{1,40}$", examples=["2021-0001"])]


async def incidents(request: Request) -> Response:
    """Incidents that are public: the newest announcement first; with words, the last added."""
    wanted = asked.query(request, Wanted)
    states = shown_states(site_of(request).settings)

    def several(store: Store) -> bytes:
        page = found(store, wanted, states)
        about = {"total": page.total, "offset": page.offset, "more": page.more}
        return dumps(entries_object(map(_without_names, page.entries), **about))

    return Response(await asked_ledger(request, several), media_type=asked.JSON)


async def incident(request: Request) -> Response:
    """Everything public on one incident."""
    name = str(request.path_params["id"])
    if not _ID.fullmatch(name):
        raise Refused(problems.NO_INCIDENT)
    try:
        dossier = await asked_ledger(request, lambda store: look_up.get(store, name))
    except UnknownIncident as error:
        raise Refused(problems.NO_INCIDENT) from error
    if dossier.entry.state == "withdrawn" and _was_published(dossier):
        raise Refused(problems.GONE)
    if dossier.entry.state not in shown_states(site_of(request).settings):
        raise Refused(problems.NO_INCIDENT)
    return Response(dumps(dossier_object(_nameless(dossier))), media_type=asked.JSON)


def found(store: Store, wanted: Wanted, states: frozenset[State]) -> Page:
    """The incidents that are asked for."""
    allowed = Filter(
        states,
        cause=wanted.cause or None,  # UNSET is falsy
        since=wanted.since or None,
        until=wanted.until or None,
    )
    offset, limit = wanted.offset, wanted.limit
    if wanted.q.strip():
        return listing.search(store, wanted.q, allowed, offset=offset, limit=limit)
    return listing.find(store, allowed, offset=offset, limit=limit)


def _was_published(dossier: Dossier) -> bool:
    return any(change.after == "published" for change in dossier.history)


def _without_names(entry: Entry) -> Entry:
    """Who keeps the ledger is nobody's business: the form stays, their names are left empty."""
    documents = tuple(replace(one, added_by="") for one in entry.documents)
    return replace(entry, changed_by="", documents=documents)


def _nameless(dossier: Dossier) -> Dossier:
    return Dossier(
        entry=_without_names(dossier.entry),
        versions=tuple(
            replace(one, added_by="", document=replace(one.document, added_by=""))
            for one in dossier.versions
        ),
        history=tuple(replace(one, who="") for one in dossier.history),
        corrections=tuple(replace(one, who="") for one in dossier.corrections),
    )


CALLS = (
    Call(
        method="GET",
        route="/v1/incidents",
        name="incidents",
        says="The public incidents of the ledger: the newest announcement first; with words, the "
        "last added first. `total` is null where counting them all would take long.",
        answer=incidents,
        gives="Incidents",
        query=Wanted,
        problems=(404, 422),
    ),
    Call(
        method="GET",
        route="/v1/incidents/{id}",
        name="incident",
        says="Everything public on one incident: what each notice says, and what was corrected.",
        answer=incident,
        gives="Dossier",
        path=Named,
        problems=(404, 410),
    ),
)
