"""Every call of the interface for programs."""

from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from mayoke.doors.http.api import affected, asked, check, incidents, notice, plan
from mayoke.doors.http.api.call import Call
from mayoke.doors.http.api.openapi import document
from mayoke.doors.http.guard import guarded
from mayoke.doors.http.settings import Settings
from mayoke.doors.http.site import site_of
from mayoke.doors.objects.verdict_json import dumps


async def openapi(request: Request) -> Response:
    """This description."""
    return Response(_written(site_of(request).settings), media_type=asked.JSON)


CALLS: tuple[Call, ...] = (
    check.CALL,
    notice.CALL,
    affected.CALL,
    plan.CALL,
    *incidents.CALLS,
    Call(
        method="GET",
        route="/v1/openapi.json",
        name="openapi",
        says="This description of the interface (OpenAPI 3.1).",
        answer=openapi,
        gives="OpenAPI",
    ),
)
ROUTES: tuple[Route, ...] = tuple(
    Route(call.route, guarded(call.answer), methods=[call.method]) for call in CALLS
)


@cache
def _written(settings: Settings) -> bytes:
    return dumps(document(CALLS, settings))
