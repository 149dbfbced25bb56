"""``POST /v1/check``: one mail judged, the object of ``mayoke check --format json``."""

from dataclasses import replace
from functools import partial
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType
from starlette.requests import Request
from starlette.responses import Response

from mayoke import pipeline
from mayoke.doors.http import metrics
from mayoke.doors.http.api import asked, problems
from mayoke.doors.http.api.call import Call, component, media_type_object
from mayoke.doors.http.api.leaks import Remembered
from mayoke.doors.http.body import read_body
from mayoke.doors.http.ledger import ask, shown_states
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.site import site_of
from mayoke.doors.objects.verdict_json import dumps, verdict_object
from mayoke.records.errors import BadInput, StoreError, StoreMissing
from mayoke.records.gap import Gap
from mayoke.records.known import Known
from mayoke.registry.load import load
from mayoke.text.charset import decode

MAIL, TEXT = "message/rfc822", "text/plain"
TYPES = (MAIL, TEXT, asked.JSON)
_MOST = 50

Address = Annotated[str, Meta(max_length=254)]
Name = Annotated[str, Meta(max_length=100)]
Host = Annotated[str, Meta(max_length=253)]


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a mail is judged."""

    lang: Annotated[
        Literal["ja", "en"], Meta(description="Language of gaps[].why and of the brand's name.")
    ] = "ja"
    with_parts: Annotated[
        bool, Meta(description="Add the texts that the offsets of the evidence count in.")
    ] = False
    me: Annotated[
        tuple[Address, ...], Meta(max_length=_MOST, description="The receiver's own addresses.")
    ] = ()
    names: Annotated[
        tuple[Name, ...],
        Meta(max_length=_MOST, description="The receiver's names, as a shop writes them."),
    ] = ()
    authserv_ids: Annotated[
        tuple[Host, ...],
        Meta(max_length=_MOST, description="Hosts whose Authentication-Results are trusted."),
    ] = ()


class CheckRequest(Options, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mail to be judged: its words as text, or its source in Base64; exactly one of them."""

    text: Annotated[str, Meta(description="The words of a mail or message, as one pastes them.")] | UnsetType = UNSET  # fmt: skip
    mail: Annotated[bytes, Meta(description="The source of a mail (RFC 5322), in Base64.")] | UnsetType = UNSET  # fmt: skip


_DECODER = msgspec.json.Decoder(CheckRequest)
_PLAIN = Options()
_NOBODY = Known()


async def check(request: Request) -> Response:
    """Judge the mail in the body."""
    kind = asked.media_type(request, TYPES)
    options = asked.query(request, Options)
    site = site_of(request)
    sent = await read_body(request, site.settings)
    data: bytes | str = sent
    if kind == asked.JSON:
        data, options = _from_json(sent, options)
    elif kind == TEXT:
        data = decode(sent, asked.charset(request)).text
    known, unread = await _with_ledger(request, data, options)
    work = partial(judged, data, options, known, unread)
    return Response(await site.bench.do(len(data), work), media_type=asked.JSON)


def judged(data: bytes | str, options: Options, known: Known, unread: tuple[Gap, ...]) -> bytes:
    """The verdict as JSON. Raises Refused for what cannot be judged."""
    try:
        verdict = pipeline.check(data, lang=options.lang, known=known)
        parts = pipeline.parts(data) if options.with_parts else None
    except BadInput as error:
        raise Refused(problems.no_mail(error)) from error
    metrics.VERDICTS.labels(verdict.verdict).inc()
    if unread:
        verdict = replace(verdict, gaps=(*verdict.gaps, *unread))
    return dumps(verdict_object(verdict, "-", options.lang, parts))


async def _with_ledger(
    request: Request, data: bytes | str, options: Options
) -> tuple[Known, tuple[Gap, ...]]:
    """What is known: also leaks that the mail may speak of and the public may see.

    A ledger that cannot be read is a gap, no failure. Raises Refused.
    """
    known, site = _NOBODY if options == _PLAIN else _known(options), site_of(request)
    if not site.has_store:
        return known, ()
    remembered: Remembered = request.app.state.remembered
    try:
        keys = await site.bench.do(len(data), lambda: remembered.keys(data))
        leaks = remembered.answer(keys)
        if leaks is None:
            leaks = await ask(request, lambda store: remembered.ask(store, keys))
    except BadInput as error:
        raise Refused(problems.no_mail(error)) from error
    except StoreMissing:  # a ledger that nobody has begun
        return known, ()
    except StoreError:
        return known, (Gap("ledger", load().why("ledger-not-read", options.lang)),)
    shown = shown_states(site.settings)
    return replace(known, leaks=tuple(leak for leak in leaks if leak.state in shown)), ()


def _from_json(sent: bytes, options: Options) -> tuple[bytes | str, Options]:
    """What is to be judged, and how: what the object leaves open, the query may say."""
    found = asked.decoded(sent, _DECODER)
    told = [one for one in (found.text, found.mail) if one is not UNSET]
    if len(told) != 1:
        raise Refused(problems.bad_value("give either `text` or `mail`", "$"))
    fields = {
        name: getattr(found, name)
        for name in Options.__struct_fields__
        if getattr(found, name) != getattr(_PLAIN, name)
    }
    chosen = msgspec.structs.replace(options, **fields) if fields else options
    data: bytes | str = found.text if isinstance(found.text, str) else found.mail  # type: ignore[assignment]
    return data, chosen


def _known(options: Options) -> Known:
    """As the command reads its options."""
    return Known(
        me=frozenset(address.strip().lower() for address in options.me),
        names=frozenset(options.names),
        authserv_ids=frozenset(host.strip().lower() for host in options.authserv_ids),
    )


_EXAMPLE = (
    "From: Aoba Bank <info@aoba-bank.example.net>\r\nSubject: Your account\r\n\r\n"
    "Confirm within 24 hours: http://aoba-bank.example.org/login\r\n"
)
_JSON_EXAMPLE: dict[str, Any] = {
    "text": "お荷物をお届けしましたが不在のため持ち帰りました。 http://example.org/a",
    "lang": "ja",
}

CALL = Call(
    method="POST",
    route="/v1/check",
    name="check",
    says="Judge one mail. The answer is the object of `mayoke check --format json`; nothing of "
    "the mail is kept. What a JSON object leaves open, the query may say.",
    answer=check,
    gives="Verdict",
    query=Options,
    bodies={
        MAIL: media_type_object({"type": "string"}, _EXAMPLE),
        TEXT: media_type_object({"type": "string"}, str(_JSON_EXAMPLE["text"])),
        asked.JSON: media_type_object(component("CheckRequest"), _JSON_EXAMPLE),
    },
)
