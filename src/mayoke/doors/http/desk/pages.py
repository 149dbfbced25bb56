"""The desk's pages: the list, one consultation, answering, erasing, the log."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http.body import read_form
from mayoke.doors.http.desk.mail import shown_mail, verdict_words
from mayoke.doors.http.links import Page, in_lang, lang_of, path_of, relative
from mayoke.doors.http.pages.consult import words as consult_words
from mayoke.doors.http.pages.help import words as help_words
from mayoke.doors.http.refusal import Refusal, Refused
from mayoke.doors.http.site import now, site_of
from mayoke.doors.say import desk as desk_words
from mayoke.doors.say.shapes import size
from mayoke.help import words
from mayoke.help.consultation import desk
from mayoke.help.consultation.age import Identity
from mayoke.help.consultation.content import TEXT_MOST
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
_LINES = 500
STORE_DOWN = Sentence(
    "相談を預かる台帳を開けませんでした。少し待ってから、もう一度お試しください。",
    "The database with the consultations could not be opened. Please wait a moment and try again.",
)
NO_MAIL = Sentence("ここにメールはありません。", "There is no mail here.")


@dataclass(frozen=True, slots=True)
class Sitting:
    """Who sits at the desk, and with which key."""

    who: str
    identity: Identity = field(repr=False)


async def listing(request: Request) -> Response:
    """``GET /``: what is there, without a word of content."""
    at = now()
    found = await _do(request, lambda store: desk.listing(store, at))
    return _page(request, "desk_list.html", found=found, at=at)


async def read(request: Request) -> Response:
    """``GET /read/{id}``: everything that was said."""
    return await _thread(request)


async def answer(request: Request) -> Response:
    """``POST /read/{id}``: seals an answer, then shows the consultation (303: loads once)."""
    sitting, at, number = _sitting(request), now(), _number(request)
    form = await read_form(request, site_of(request).settings)
    text = form.get("story")[: TEXT_MOST + 1]
    try:
        await _do(
            request,
            lambda store: desk.answer(
                store, sitting.identity, number, text, who=sitting.who, now=at
            ),
        )
    except BadInput as error:
        return await _thread(request, help_words.said(error), text)
    return _to(request, f"/read/{number}")


async def erase(request: Request) -> Response:
    """``POST /erase/{id}``: destroys it, if the box is ticked."""
    sitting, at, number = _sitting(request), now(), _number(request)
    form = await read_form(request, site_of(request).settings)
    if not form.get("sure"):
        return await _thread(request, consult_words.NOT_SURE)
    await _do(request, lambda store: desk.erase(store, number, who=sitting.who, now=at))
    return _to(request, "/")


async def mail(request: Request) -> Response:
    """``GET /mail/{id}/{entry}``: a mail as it was handed in, to be saved; never to be opened."""
    found = await _read(request)
    entry = request.path_params["entry"]
    data = next((said.content.mail for said in found.said if said.number == entry), b"")
    if not data:
        raise Refused(Refusal(404, "no-mail", NO_MAIL))
    headers = {
        "content-disposition": f'attachment; filename="{found.id}-{entry}.eml"',
        "content-security-policy": "default-src 'none'; sandbox",
    }
    return Response(data, media_type="message/rfc822", headers=headers)


async def log(request: Request) -> Response:
    """``GET /log``: who did what, the newest first."""
    at = now()
    lines = await _do(request, lambda store: desk.access_log(store, at, most=_LINES))
    return _page(request, "desk_log.html", lines=lines[::-1])


async def _thread(request: Request, wrong: Sentence | None = None, text: str = "") -> Response:
    found = await _read(request)
    mails = await site_of(request).bench.do(
        sum(len(said.content.mail) for said in found.said),
        lambda: {said.number: shown_mail(said.content.mail) for said in found.said},
    )
    registry = load_help()
    return _page(
        request,
        "desk_read.html",
        200 if wrong is None else 422,
        found=found,
        mails=mails,
        names={slug: one.name for slug, one in registry.situations.items()},
        means={slug: one.name for slug, one in registry.means.items()},
        verdict_words=verdict_words,
        wrong=wrong,
        text=text,
    )


async def _read(request: Request) -> Consultation:
    sitting, at, number = _sitting(request), now(), _number(request)
    return await _do(
        request,
        lambda store: desk.read(store, sitting.identity, number, who=sitting.who, now=at),
    )


async def _do(request: Request, deed: Callable[[Store], Result]) -> Result:
    """A deed in a thread; what goes wrong with a consultation or the store, as a refusal."""
    site = site_of(request)

    def work() -> Result:
        with site.store() as store:
            return deed(store)

    try:
        return await site.bench.do(_SLOW, work)
    except UnknownConsultation as error:
        _refuse(404, "unknown-consultation", error)
    except SealBroken as error:
        _refuse(409, "seal-broken", error)
    except DeskFull as error:
        _refuse(507, "full", error)
    except StoreError as error:
        raise Refused(Refusal(503, "store", STORE_DOWN)) from error


def _refuse(status: int, code: str, error: UnknownConsultation | SealBroken | DeskFull) -> NoReturn:
    raise Refused(Refusal(status, code, help_words.said(error))) from error


def _page(request: Request, template: str, status: int = 200, **values: object) -> Response:
    return site_of(request).render(
        request,
        template,
        status,
        own=consult_words,
        says=desk_words,
        size=size,
        words=words,
        who=_sitting(request).who,
        **values,
    )


def _to(request: Request, path: str) -> Response:
    place = relative(path_of(request), in_lang(path, lang_of(request)))
    return Response(status_code=303, headers={"location": place})


def _sitting(request: Request) -> Sitting:
    sitting: Sitting = request.app.state.desk
    return sitting


def _number(request: Request) -> str:
    return str(request.path_params["id"])


PAGES: tuple[Page, ...] = (
    Page("/", listing),
    Page("/read/{id}", read),
    Page("/read/{id}", answer, ("POST",)),
    Page("/erase/{id}", read),
    Page("/erase/{id}", erase, ("POST",)),
    Page("/mail/{id}/{entry:int}", mail),
    Page("/log", log),
)
