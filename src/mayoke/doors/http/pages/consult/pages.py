"""Asking the desk: handing in, reading the answer with the receipt code, adding, erasing."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http.body import Form, read_form
from mayoke.doors.http.links import Page, lang_of
from mayoke.doors.http.pages.consult import words as consult_words
from mayoke.doors.http.pages.consult.draft import Draft
from mayoke.doors.http.pages.help import words as help_words
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.site import Site, now, site_of
from mayoke.help import words
from mayoke.help.consultation import desk, visitor
from mayoke.help.consultation.age import desk_key
from mayoke.help.opening_hours import reachable
from mayoke.records.consultation import Consultation
from mayoke.records.errors import (
    BadInput,
    DeskFull,
    SealBroken,
    StoreError,
    UnknownConsultation,
)
from mayoke.records.verdict import Sentence
from mayoke.registry.help_load import load_help
from mayoke.store.connect import Store

Result = TypeVar("Result")

_SLOW = 1_000_000
"""Bytes a deed counts as: each derives a key, which takes a tenth of a second."""
_CODE_MOST = 200
_HOUR = 3600.0
_LOG = logging.getLogger("mayoke.http")


async def start(request: Request) -> Response:
    """``GET /help/consult``: what it is, and the form."""
    return _form(request, Draft())


async def hand_in(request: Request) -> Response:
    """``POST /help/consult``: the receipt; the form where something is wrong or still to write.

    The page that checks mails sends a mail here without ``deed``: then the form carries it.
    """
    site, lang = site_of(request), lang_of(request)
    if not is_open(site):
        return _form(request, Draft())
    form = await read_form(request, site.settings)
    draft = Draft.of(form)
    if form.get("deed") != "hand_in":
        return _form(request, draft)
    key, at = desk_key(site.settings.desk_key or ""), now()
    days = site.settings.retention_days
    try:
        receipt = await _do(
            site,
            lambda store: visitor.hand_in(store, key, draft.content(lang), at, retention_days=days),
        )
    except (BadInput, DeskFull) as error:
        return _form(request, draft, help_words.said(error), 422)
    except StoreError:
        return _form(request, draft, consult_words.STORE_DOWN, 503)
    return _page(
        request,
        "consult_receipt.html",
        receipt=receipt,
        until=consult_words.day_of(receipt.expires_at),
    )


async def ask_code(request: Request) -> Response:
    """``GET /help/consult/open``: the field for the receipt code."""
    return _code_form(request)


async def show(request: Request) -> Response:
    """``POST /help/consult/open``: what was said so far."""
    form = await read_form(request, site_of(request).settings)
    return await _thread(request, _code(form))


async def add(request: Request) -> Response:
    """``POST /help/consult/add``: a further word or mail, and all that was said."""
    site, lang = site_of(request), lang_of(request)
    form = await read_form(request, site.settings)
    code, draft, at = _code(form), Draft.of(form), now()
    if not is_open(site):
        return _form(request, draft)
    try:
        await _do(site, lambda store: visitor.add(store, code, draft.content(lang), at))
    except (UnknownConsultation, SealBroken) as error:
        return _code_form(request, code, help_words.said(error), 404)
    except (BadInput, DeskFull) as error:
        return await _thread(request, code, wrong=help_words.said(error), draft=draft)
    except StoreError:
        return await _thread(request, code, wrong=consult_words.STORE_DOWN, draft=draft)
    return await _thread(request, code, done=consult_words.ADDED)


async def erase(request: Request) -> Response:
    """``POST /help/consult/erase``: destroys it, if the box is ticked."""
    site = site_of(request)
    form = await read_form(request, site.settings)
    code, at = _code(form), now()
    if not form.get("sure"):
        return await _thread(request, code, wrong=consult_words.NOT_SURE)
    try:
        await _do(site, lambda store: visitor.erase(store, code, at))
    except (BadInput, UnknownConsultation, SealBroken) as error:
        return _code_form(request, code, help_words.said(error), _status(error))
    except StoreError:
        return _code_form(request, code, consult_words.STORE_DOWN, 503)
    return _page(request, "consult_erased.html")


async def purge_until(site: Site, stopping: asyncio.Event) -> None:
    """Every hour, erase what has expired; for a task of the server's own."""
    while not stopping.is_set():
        if is_open(site):
            try:
                await _do(site, lambda store: desk.purge(store, now()), create=False)
            except (StoreError, Refused) as error:  # the next hour may be better
                _LOG.warning("consultations were not purged: %s", type(error).__name__)
        with suppress(TimeoutError):
            await asyncio.wait_for(stopping.wait(), _HOUR)


def is_open(site: Site) -> bool:
    """Does this server take consultations?"""
    return site.settings.desk_key is not None and site.has_store


async def _do(site: Site, deed: Callable[[Store], Result], *, create: bool = True) -> Result:
    def work() -> Result:
        with site.store(create=create) as store:
            return deed(store)

    return await site.bench.do(_SLOW, work)


async def _thread(
    request: Request,
    code: str,
    *,
    wrong: Sentence | None = None,
    done: Sentence | None = None,
    draft: Draft | None = None,
) -> Response:
    site, at = site_of(request), now()
    if not is_open(site):
        return _form(request, Draft())
    try:
        found: Consultation = await _do(site, lambda store: visitor.ask(store, code, at))
    except (BadInput, UnknownConsultation, SealBroken) as error:
        return _code_form(request, code, help_words.said(error), _status(error))
    except StoreError:
        return _code_form(request, code, consult_words.STORE_DOWN, 503)
    return _page(
        request,
        "consult_thread.html",
        200 if wrong is None else 422,
        code=code,
        found=found,
        names={slug: one.name for slug, one in load_help().situations.items()},
        wrong=wrong,
        done=done,
        draft=draft or Draft(),
    )


def _form(
    request: Request, draft: Draft, wrong: Sentence | None = None, status: int = 200
) -> Response:
    site, registry = site_of(request), load_help()
    if not is_open(site):
        moment = now()
        known = [registry.contacts[slug] for slug in consult_words.SHOWN_AT_ONCE]
        return _page(
            request, "consult_closed.html", contacts=[reachable(one, moment) for one in known]
        )
    return _page(
        request,
        "consult.html",
        status,
        draft=draft,
        wrong=wrong,
        groups=help_words.grouped(registry.situations),
        police=registry.contacts["police110"],
        days=site.settings.retention_days,
    )


def _code_form(
    request: Request, code: str = "", wrong: Sentence | None = None, status: int = 200
) -> Response:
    if not is_open(site_of(request)):
        return _form(request, Draft())
    return _page(request, "consult_open.html", status, code=code, wrong=wrong)


def _page(request: Request, template: str, status: int = 200, **values: object) -> Response:
    return site_of(request).render(
        request, template, status, tab="help", words=words, own=consult_words, **values
    )


def _code(form: Form) -> str:
    return form.get("code")[:_CODE_MOST].strip()


def _status(error: Exception) -> int:
    return 422 if isinstance(error, BadInput) else 404


PAGES: tuple[Page, ...] = (
    Page("/help/consult", start),
    Page("/help/consult", hand_in, ("POST",)),
    Page("/help/consult/open", ask_code),
    Page("/help/consult/open", show, ("POST",)),
    Page("/help/consult/add", ask_code),  # the other language, or loaded again
    Page("/help/consult/add", add, ("POST",)),
    Page("/help/consult/erase", ask_code),
    Page("/help/consult/erase", erase, ("POST",)),
)
