"""What of the ledger a web page may show, how it is asked, and what to say when it cannot be."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from starlette.requests import Request

from mayoke.breach.decode import incident_of
from mayoke.breach.describe import rows
from mayoke.breach.timeline import timeline
from mayoke.doors.http.settings import Settings
from mayoke.doors.http.site import NoStore, site_of
from mayoke.records.errors import StoreError, StoreLocked, StoreMissing
from mayoke.records.incident import Incident
from mayoke.records.ledger import Entry, State
from mayoke.records.verdict import Sentence
from mayoke.store.connect import Store

Result = TypeVar("Result")

BESIDE = 64 * 1024
"""A size that ``Workbench.do`` never works on within the loop: a database may keep one waiting."""

_LOG = logging.getLogger("mayoke.http")
_NO_STORE = Sentence(
    "このサーバーには、漏えいの記録が置かれていません。お手元のお知らせの文章は「お知らせを読む」で調べられます。",
    "This server keeps no record of leaks. A notice you have at hand can still be read here.",
)
_EMPTY = Sentence(
    "まだ何も載っていません。お手元のお知らせの文章は「お知らせを読む」で調べられます。",
    "Nothing is listed yet. A notice you have at hand can still be read here.",
)
_BUSY = Sentence(
    "記録を書き換えている最中です。少し待ってから、もう一度お試しください。",
    "The record is being written to. Please wait a moment and try again.",
)
_BROKEN = Sentence(
    "今は漏えいの記録を読めません。こちら側の問題で、入力に誤りはありません。しばらくしてから、もう一度お試しください。",
    "The record of leaks cannot be read just now. The trouble is on our side; nothing you entered is wrong. Please try again later.",
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why there is no ledger to read. ``status``: 200 where there simply is none, else 503."""

    status: int
    says: Sentence


def shown_states(settings: Settings) -> frozenset[State]:
    """The states of incidents that may be shown. What was withdrawn never is."""
    if settings.unreviewed:
        return frozenset({"new", "reviewed", "published"})
    return frozenset({"published"})


async def ask(request: Request, question: Callable[[Store], Result]) -> Result:
    """The answer of the ledger. Raises StoreError, UnknownIncident, Refused."""
    site = site_of(request)

    def asked() -> Result:
        with site.store() as store:
            return question(store)

    return await site.bench.do(BESIDE, asked)


def trouble(error: StoreError) -> Trouble:
    """What to tell the visitor; whoever runs the server finds the reason in its log."""
    if isinstance(error, NoStore):
        return Trouble(200, _NO_STORE)
    if isinstance(error, StoreMissing):
        return Trouble(200, _EMPTY)
    _LOG.error("the ledger: %s: %s", type(error).__name__, error)
    return Trouble(503, _BUSY if isinstance(error, StoreLocked) else _BROKEN)


def told_by(entry: Entry) -> Incident | None:
    """The incident of an entry; None for facts of another form (of a foreign import)."""
    incident = decoded(entry)
    try:
        if incident:
            rows(incident)  # knows every code, or raises
            timeline(incident, "ja")
    except (KeyError, ValueError):
        _LOG.error("the ledger: %s has codes that are not known", entry.id)
        return None
    return incident


def decoded(entry: Entry) -> Incident | None:
    """The same where only its periods and names are needed: its codes are not looked up."""
    try:
        return incident_of(entry.data)
    except (KeyError, TypeError, ValueError, AttributeError):
        _LOG.error("the ledger: the facts of %s cannot be read", entry.id)
        return None
