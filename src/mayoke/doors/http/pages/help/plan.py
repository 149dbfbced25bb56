"""What happened → the plan, and the sheet to print."""

from itertools import groupby

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from mayoke.doors import fonts
from mayoke.doors.http.body import read_form
from mayoke.doors.http.links import in_lang, lang_of, path_of, relative
from mayoke.doors.http.pages.help import words as help_words
from mayoke.doors.http.pages.help.told import Told, told_of
from mayoke.doors.http.site import now, site_of
from mayoke.help import sheet, words
from mayoke.help.plan import plan as make_plan
from mayoke.help.sheet_content import beside, content
from mayoke.records.errors import BadInput
from mayoke.records.plan import Plan
from mayoke.records.verdict import Sentence
from mayoke.registry.help_load import load_help

_SLOW = 1_000_000
"""Bytes a PDF counts as: setting it takes a good part of a second."""


async def ask(request: Request) -> Response:
    """``GET /help``: what happened?"""
    return _form(request, Told())


async def show(request: Request) -> Response:
    """``POST /help/plan``: what to do now; the form again for what cannot be read."""
    form = await read_form(request, site_of(request).settings)
    told = told_of(form)
    if form.get("deed") == "change":
        return _form(request, told)
    found = _plan(told)
    if isinstance(found, Sentence):
        return _form(request, told, found)
    registry = load_help()
    here = path_of(request)
    return site_of(request).render(
        request,
        "help_plan.html",
        tab="help",
        switch=_start(request),
        plan=found,
        told=told,
        words=words,
        sure=help_words.SURE,
        groups=[
            (within, tuple(steps))
            for within, steps in groupby(found.steps, key=lambda step: step.within)
        ],
        contacts={one.contact.slug: one for one in found.contacts},
        deadlines={one.slug: one for one in found.deadlines},
        listening=beside(found),
        also=[registry.situations[slug] for slug in found.also],
        count=len(found.happened.situations),
        checked_on=min(one.contact.checked_on for one in (*found.contacts, *found.listening)),
        other=relative(here, _twin(request)),
    )


async def print_sheet(request: Request) -> Response:
    """``POST /help/sheet``: a page of its own, to be printed."""
    told = told_of(await read_form(request, site_of(request).settings))
    found = _plan(told)
    if isinstance(found, Sentence):
        return _form(request, told, found)
    return _sheet(request, told, found)


async def pdf(request: Request) -> Response:
    """``POST /help/sheet.pdf``: the sheet as a PDF; the page to print where none can be made."""
    site, lang = site_of(request), lang_of(request)
    told = told_of(await read_form(request, site.settings))
    found = _plan(told)
    if isinstance(found, Sentence):
        return _form(request, told, found)

    def work() -> bytes | None:
        try:
            return sheet.pdf(found, lang, story=told.story, fonts=fonts.japanese_type())
        except (ImportError, BadInput):  # typst or Japanese type is not installed
            return None

    made = await site.bench.do(_SLOW, work)
    if made is None:
        return _sheet(request, told, found, help_words.NO_PDF)
    name = {"content-disposition": 'attachment; filename="mayoke-plan.pdf"'}
    return Response(made, media_type="application/pdf", headers=name)


async def style(_request: Request) -> Response:
    """``GET /help/sheet.css``: the style that the sheet has as a file, too."""
    kept = {"cache-control": "public, max-age=3600"}
    return Response(sheet.style(), media_type="text/css", headers=kept)


def _plan(told: Told) -> Plan | Sentence:
    """The plan, or why there is none."""
    moment, registry = now(), load_help()
    brought = (registry.means[slug].situation for slug in told.means if slug in registry.means)
    if not told.situations and not any(brought):
        return help_words.NOTHING_CHOSEN
    try:
        return make_plan(told.happened(moment), registry, moment)
    except BadInput as error:
        return help_words.said(error)


def _form(request: Request, told: Told, wrong: Sentence | None = None) -> HTMLResponse:
    registry = load_help()
    return site_of(request).render(
        request,
        "help.html",
        200 if wrong is None else 422,
        tab="help",
        switch=_start(request),
        told=told,
        wrong=wrong,
        groups=help_words.grouped(registry.situations),
        means=tuple(registry.means.values()),
        police=registry.contacts["police110"],
    )


def _sheet(request: Request, told: Told, plan: Plan, wrong: Sentence | None = None) -> HTMLResponse:
    lang, here = lang_of(request), path_of(request)
    said = content(plan, lang, told.story)
    return site_of(request).render(
        request,
        "sheet.html",
        title=said["title"],
        sheet=Markup(sheet.body(said)),  # noqa: S704  it escapes every word it is given
        style=relative(here, in_lang("/help/sheet.css", lang)),
        told=told,
        wrong=wrong,
    )


def _start(request: Request) -> str:
    """The form in the other language: an answer to a form has no address of its own."""
    return in_lang("/help", "en" if lang_of(request) == "ja" else "ja")


def _twin(request: Request) -> str:
    """Where the same form gives the answer in the other language."""
    return in_lang("/help/plan", "en" if lang_of(request) == "ja" else "ja")
