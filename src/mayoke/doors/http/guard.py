"""What every request passes on its way to a page or call, and how a refusal is told."""

import logging
import time
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from mayoke.doors.http import body, metrics, refusal
from mayoke.doors.http.links import Endpoint, path_of
from mayoke.doors.http.refusal import Refusal, Refused
from mayoke.doors.http.security import host_of, right_host, same_site
from mayoke.doors.http.site import site_of
from mayoke.doors.objects.verdict_json import dumps

OPEN_TO_ALL = frozenset({"/share", "/en/share"})
"""Where other programs hand text over (the share sheet of a phone); nothing is changed there."""
ANY_HOST = frozenset({"/healthz"})
"""Asked for by watchdogs under whatever name or address; tells nothing."""

_LOG = logging.getLogger("mayoke.http")


class HostGuard:
    """Answers only to the names that the site has: no page is got under another's (DNS rebinding).

    RFC 9112 §3.2: exactly one Host field, else 400; a name that is not ours: 421.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "http" and scope["path"] not in ANY_HOST:
            request = Request(scope, receive)
            given = host_of(request.headers)
            if given is None or not right_host(given, site_of(request).settings.hosts):
                why = refusal.NO_HOST if given is None else refusal.NO_SUCH_HOST
                await tell(request, why)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def guarded(endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint behind the guards, counted. Every route of pages and calls goes through it."""

    async def behind(request: Request) -> Response:
        route = request.scope["route"].path if "route" in request.scope else "other"
        started = time.monotonic()
        metrics.UNDER_WAY.inc()
        status = 500
        try:
            answer = await _answer(endpoint, request)
            status = answer.status_code
            return answer
        finally:
            body.give_back(request)
            metrics.UNDER_WAY.dec()
            metrics.REQUESTS.labels(route, request.method, str(status)).inc()
            metrics.SECONDS.labels(route).observe(time.monotonic() - started)

    return behind


async def _answer(endpoint: Endpoint, request: Request) -> Response:
    site = site_of(request)
    if path_of(request) not in OPEN_TO_ALL and not same_site(request.method, request.headers):
        return tell(request, refusal.OTHER_SITE)
    if request.method == "POST":
        client = request.client.host if request.client else ""
        wait = site.buckets.take(client, time.monotonic())
        if wait:
            return tell(request, refusal.too_many(wait))
    try:
        return await endpoint(request)
    except Refused as error:
        return tell(request, error.refusal)
    except (ClientDisconnect, HTTPException):
        raise
    except Exception as error:  # noqa: BLE001  one request must not take the others along
        log_fault(error)
        return tell(request, refusal.FAULT)


def log_fault(error: Exception) -> None:
    """Where it happened, and nothing of what was handed in (an error's words may quote it)."""
    places = traceback.extract_tb(error.__traceback__)
    told = "; ".join(f"{Path(p.filename).name}:{p.lineno} {p.name}" for p in places[-6:])
    _LOG.error("%s at %s", type(error).__name__, told)


def for_programs(request: Request) -> bool:
    """Is the place below ``/v1``, where programs ask?"""
    path = path_of(request)
    return path == "/v1" or path.startswith("/v1/")


def tell(request: Request, why: Refusal) -> Response:
    """A refusal as a page, or for programs as a problem (RFC 9457)."""
    if for_programs(request):
        return problem(why)
    return _with(site_of(request).render(request, "refused.html", why.status, why=why), why)


def problem(why: Refusal) -> Response:
    """``application/problem+json`` (RFC 9457), with the sentence in both languages."""
    told = {
        "type": f"urn:mayoke:problem:{why.code}",
        "title": why.says.en,
        "status": why.status,
        "ja": why.says.ja,
        "en": why.says.en,
    }
    if why.detail:
        told["detail"] = why.detail
    if why.where:
        told["where"] = why.where
    return _with(Response(dumps(told), why.status, media_type="application/problem+json"), why)


def _with(answer: Response, why: Refusal) -> Response:
    for name, value in why.headers.items():
        answer.headers[name] = value
    return answer


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101  what it is registered for
    return tell(request, error.refusal)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101  what it is registered for
    known = {404: refusal.NOT_FOUND, 405: refusal.NOT_THIS_WAY}
    if for_programs(request):
        known = {404: refusal.NO_SUCH_CALL, 405: refusal.OTHER_METHOD}
    why = known.get(error.status_code, refusal.FAULT)
    return tell(request, replace(why, headers=error.headers or {}))  # 405 names what is allowed


async def _gone(_request: Request, _error: Exception) -> Response:
    return Response(status_code=400)  # nobody is there to read it


HANDLERS = {Refused: _refused, HTTPException: _http, ClientDisconnect: _gone}
"""What becomes of an error that no endpoint has answered."""
