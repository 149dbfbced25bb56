"""The form "this is wrong": what a visitor says of a verdict, kept without the mail."""

import re
from datetime import timedelta, timezone
from typing import Final, cast

from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http import refusal
from mayoke.doors.http.body import Form, read_form
from mayoke.doors.http.links import in_lang, lang_of, other_lang
from mayoke.doors.http.pages.check import words as say
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.site import Site, now, site_of
from mayoke.doors.say import words
from mayoke.mail.signals.catalogue import all_signals
from mayoke.records.errors import StoreError
from mayoke.records.verdict import Sentence, VerdictWord, Versions
from mayoke.registry.load import load
from mayoke.store import feedback
from mayoke.store.feedback import Correction, Feedback

CORRECTIONS: Final[tuple[Correction, ...]] = ("honest", "scam", "advertising")
_CARRIED: Final = ("signals", "verdict", "kind", "v_mayoke", "v_rules", "v_model")
_VERSION: Final = re.compile(r"[0-9A-Za-z.+_-]{1,80}\Z")
_SIGNALS_MOST: Final = 400
_JST: Final = timezone(timedelta(hours=9))
_LARGE: Final = 1 << 20


async def wrong(request: Request) -> Response:
    """Take a correction: only the ids of signals, the verdict, the versions and the day."""
    site = site_of(request)
    form = await read_form(request, site.settings)
    one = _told(form)
    if one is None:
        carried = {name: form.get(name) for name in _CARRIED}
        return _page(request, say.NOT_CHOSEN, 422, carried, form.get("correction"))
    if not site.has_store:
        return _page(request, say.NO_STORE)
    kept = await site.bench.do(_LARGE, lambda: _kept(site, one))
    return _page(request, say.KEPT if kept else say.NOT_NOW)


def _kept(site: Site, one: Feedback) -> bool:
    try:
        with site.store(create=True) as store:
            return feedback.add(store, one)
    except StoreError:
        return False


def _told(form: Form) -> Feedback | None:
    """The correction; None when the visitor did not choose. Raises Refused for made-up values."""
    signals = tuple(filter(None, form.get("signals").split(",", _SIGNALS_MOST)))
    verdict, kind = form.get("verdict"), form.get("kind")
    versions = Versions(form.get("v_mayoke"), form.get("v_rules"), form.get("v_model"))
    known = all_signals()
    if (
        verdict not in words.HEADLINE
        or kind not in load().kinds
        or not all(one in known for one in signals)
        or not all(map(_VERSION.match, (versions.mayoke, versions.rules, versions.model)))
    ):
        raise Refused(refusal.BAD_FORM)
    correction = form.get("correction")
    if correction not in CORRECTIONS or not form.get("consent"):
        return None
    today = now().astimezone(_JST).date()
    return Feedback(today, cast("VerdictWord", verdict), kind, correction, signals, versions)


def _page(
    request: Request,
    says: Sentence,
    status: int = 200,
    carried: dict[str, str] | None = None,
    correction: str = "",
) -> Response:
    return site_of(request).render(
        request,
        "check_wrong.html",
        status,
        tab="check",
        says=says,
        carried=carried,
        correction=correction,
        switch=other_lang(in_lang("/", lang_of(request))),
    )
