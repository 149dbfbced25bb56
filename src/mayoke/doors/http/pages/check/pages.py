"""The Check page: one field in, one answer out; nothing is kept."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http.body import Form, read_form
from mayoke.doors.http.links import Lang, Page, in_lang, lang_of, other_lang, path_of, relative
from mayoke.doors.http.pages.check.answer import answer
from mayoke.doors.http.pages.check.content import Content, content_of, shared, why_not
from mayoke.doors.http.pages.check.manifest import manifest
from mayoke.doors.http.pages.check.wrong import wrong
from mayoke.doors.http.site import now, site_of
from mayoke.doors.say import words
from mayoke.records.errors import BadInput
from mayoke.records.verdict import Sentence

_BESIDE_THE_LOOP = 1 << 20
"""A size that the workbench takes for large: asking the store may wait."""


async def ask(request: Request) -> Response:
    """The form; it holds nothing private, and "back" finds what was typed only if it is kept."""
    blank = _form(request)
    blank.headers["cache-control"] = "private, no-cache"
    return blank


async def check(request: Request) -> Response:
    """Judge what the form brings."""
    return await _judged(request, content_of)


async def share(request: Request) -> Response:
    """Judge what a phone's share sheet brings; nothing is changed, so any page may send it."""
    return await _judged(request, shared)


async def _judged(request: Request, taken: Callable[[Form], Content]) -> Response:
    site = site_of(request)
    form = await read_form(request, site.settings)
    content = None
    lang, at = lang_of(request), now()
    try:
        content = content_of_form = taken(form)
        size = _BESIDE_THE_LOOP if site.has_store else len(content.data)
        found = await site.bench.do(size, lambda: answer(content_of_form, site, lang, at))
    except BadInput as error:
        text = form.get("text") or (content.text if content else "")
        return _form(request, why_not(error, content), text)
    other: Lang = "en" if lang == "ja" else "ja"
    return site.render(
        request,
        "check_answer.html",
        tab="check",
        answer=found,
        verdict=found.verdict,
        again=content.again(),
        pasted=content.pasted,
        other_check=relative(path_of(request), in_lang("/check", other)),
        words=words,
        percent=lambda share: words.percent(share, lang),
        desk=bool(site.settings.desk_key),
        keeps=site.has_store,
        switch=in_lang("/", other),
    )


def _form(request: Request, why: Sentence | None = None, text: str = "") -> Response:
    lang = lang_of(request)
    return site_of(request).render(
        request,
        "check.html",
        422 if why else 200,
        tab="check",
        why=why,
        text=text,
        switch=other_lang(in_lang("/", lang)),
    )


PAGES: tuple[Page, ...] = (
    Page("/", ask),
    Page("/check", ask),  # reloaded: the answer itself is not kept
    Page("/check", check, ("POST",)),
    Page("/share", ask),
    Page("/share", share, ("POST",)),
    Page("/wrong", ask),
    Page("/wrong", wrong, ("POST",)),
    Page("/manifest.webmanifest", manifest),
)
