"""``POST /v1/plan``: from what happened to ordered steps, ``mayoke.plan/1``."""

from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta
from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http.api import asked, problems
from mayoke.doors.http.api.call import Call, component, media_type_object
from mayoke.doors.http.body import read_body
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.site import now, site_of
from mayoke.doors.objects.plan_json import plan_object
from mayoke.doors.objects.verdict_json import dumps
from mayoke.help.plan import MOST_YEN
from mayoke.help.plan import plan as make_plan
from mayoke.help.words import JST
from mayoke.records.errors import BadInput
from mayoke.records.plan import Happened
from mayoke.records.verdict import Sentence
from mayoke.registry.help_load import load_help

TYPES = (asked.JSON,)
_TIME = "T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?"
_DAY = "(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"

Slug = Annotated[str, Meta(max_length=60)]
Yen = Annotated[int, Meta(ge=0, le=MOST_YEN, description="Yen.")]
Moment = Annotated[str, Meta(pattern=f"^{_DAY}({_TIME})?$", max_length=30)]


class PlanRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What happened. Days and times without a zone are those of Japan."""

    situations: Annotated[tuple[Slug, ...], Meta(max_length=30)] = ()
    when: Annotated[Moment | None, Meta(description="The day, or day and time, it happened.")] = (
        None
    )
    amount: Yen | None = None
    means: Annotated[
        tuple[Slug, ...], Meta(max_length=30, description="How it was paid; brings its situation.")
    ] = ()
    contract_document: Annotated[
        Moment | None, Meta(description="The day a complete contract document came.")
    ] = None
    at: Annotated[
        Moment | None, Meta(description="The time of the question; now, if it is left out.")
    ] = None


_DECODER = msgspec.json.Decoder(PlanRequest)


async def plan(request: Request) -> Response:
    """What to do now."""
    asked.media_type(request, TYPES)
    asked.query(request, Nothing)
    site = site_of(request)
    sent = await read_body(request, site.settings)
    found = asked.decoded(sent, _DECODER)
    return Response(await site.bench.do(0, lambda: planned(found)), media_type=asked.JSON)


class Nothing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """No parameters."""


def planned(found: PlanRequest) -> bytes:
    """The plan as JSON. Raises Refused."""
    at = _moment(found.at, "$.at")
    question = now().astimezone(JST) if at is None else _as_time(at)
    document = _moment(found.contract_document, "$.contract_document")
    happened = Happened(
        situations=found.situations,
        when=_moment(found.when, "$.when"),
        amount=found.amount,
        means=found.means,
        contract_document=_as_time(document).astimezone(JST).date() if document else None,
    )
    try:
        return dumps(plan_object(make_plan(happened, load_help(), question)))
    except BadInput as error:
        said = str(error)
        says = Sentence(f"{error.ja.removesuffix('。')}。", said[:1].upper() + said[1:] + ".")
        raise Refused(problems.bad_value(said, "$", says if error.ja else None)) from error


def _moment(told: str | None, where: str) -> date | datetime | None:
    """A day, or a time with its zone. Raises Refused for a day that the calendar does not have."""
    if told is None:
        return None
    try:
        moment = date.fromisoformat(told) if len(told) == 10 else datetime.fromisoformat(told)
    except ValueError as error:
        raise Refused(problems.bad_value("no day or time of the calendar", where)) from error
    if isinstance(moment, datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=JST)
    return moment


def _as_time(moment: date | datetime) -> datetime:
    if isinstance(moment, datetime):
        return moment
    return datetime(moment.year, moment.month, moment.day, tzinfo=JST)


CALL = Call(
    method="POST",
    route="/v1/plan",
    name="plan",
    says="What to do now, in order, for someone whom something happened to. Every sentence is "
    "there in Japanese and English.",
    answer=plan,
    gives="Plan",
    bodies={
        asked.JSON: media_type_object(
            component("PlanRequest"), {"situations": ["card"], "when": "2026-03-01"}
        ),
    },
)
