"""The web application: guards, pages in two languages, the interface for programs."""

import logging
import os
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from mayoke import pipeline
from mayoke.doors.http import metrics, refusal
from mayoke.doors.http.api.routes import ROUTES
from mayoke.doors.http.links import Page, path_of
from mayoke.doors.http.pages import about, breach, check, consult, help  # noqa: A004
from mayoke.doors.http.refusal import Refusal, Refused
from mayoke.doors.http.security import SecurityHeaders, right_host, same_site
from mayoke.doors.http.settings import ENVIRONMENT, Settings, decode
from mayoke.doors.http.site import STATIC, make_site, site_of

PAGES: tuple[Page, ...] = (
    *check.PAGES,
    *breach.PAGES,
    *help.PAGES,
    *consult.PAGES,
    *about.PAGES,
)
OPEN_TO_ALL = frozenset({"/share", "/en/share"})
"""Where other programs hand text over (the share sheet of a phone); nothing is changed there."""

_LOG = logging.getLogger("mayoke.http")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "testclient"})


def served() -> Starlette:
    """The application of a worker process, with the settings of its parent."""
    return build(decode(os.environ[ENVIRONMENT]))


def build(settings: Settings) -> Starlette:
    """The application for these settings."""
    site = make_site(settings)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        pipeline.warm()
        yield
        site.close()

    routes = [
        *(_route(page, prefix) for prefix in ("", "/en") for page in PAGES),
        *ROUTES,
        Route("/en", _to_english),
        Route("/healthz", _healthy),
        Route("/metrics", _metrics),
        Route("/robots.txt", _robots),
        Mount("/static", _Assets(directory=STATIC), name="static"),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(SecurityHeaders)],
        lifespan=lifespan,
        exception_handlers={
            Refused: _refused,
            HTTPException: _http,
            ClientDisconnect: _gone,
        },
    )
    app.router.redirect_slashes = False  # would answer with the Host header in a link
    app.state.site = site
    return app


def _route(page: Page, prefix: str) -> Route:
    return Route(prefix + page.path, guarded(page.endpoint), methods=list(page.methods))


def guarded(
    endpoint: Callable[[Request], Awaitable[Response]],
) -> Callable[[Request], Awaitable[Response]]:
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
            metrics.UNDER_WAY.dec()
            metrics.REQUESTS.labels(route, request.method, str(status)).inc()
            metrics.SECONDS.labels(route).observe(time.monotonic() - started)

    return behind


async def _answer(endpoint: Callable[[Request], Awaitable[Response]], request: Request) -> Response:
    site = site_of(request)
    if not right_host(request.headers, site.settings.hosts):
        return tell(request, refusal.NO_SUCH_HOST)
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


def tell(request: Request, why: Refusal) -> Response:
    """A refusal as a page, or for programs as a problem (RFC 9457)."""
    if path_of(request).startswith("/v1/"):
        return problem(why)
    return _with(site_of(request).render(request, "refused.html", why.status, why=why), why)


def problem(why: Refusal) -> Response:
    """``application/problem+json`` (RFC 9457), with the sentence in both languages."""
    body = {
        "type": f"urn:mayoke:problem:{why.code}",
        "title": why.says.en,
        "status": why.status,
        "ja": why.says.ja,
    }
    answer = Response(msgspec.json.encode(body), why.status, media_type="application/problem+json")
    return _with(answer, why)


def _with(answer: Response, why: Refusal) -> Response:
    for name, value in why.headers.items():
        answer.headers[name] = value
    return answer


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101  what it is registered for
    return tell(request, error.refusal)


async def _http(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    known = {404: refusal.NOT_FOUND, 405: refusal.NOT_THIS_WAY}
    return tell(request, known.get(status, refusal.FAULT))


async def _gone(_request: Request, _error: Exception) -> Response:
    return Response(status_code=400)  # nobody is there to read it


async def _to_english(_request: Request) -> Response:
    return Response(status_code=308, headers={"location": "en/"})


async def _healthy(_request: Request) -> Response:
    return PlainTextResponse("ok\n")


async def _metrics(request: Request) -> Response:
    wanted = site_of(request).settings.metrics
    client = request.client.host if request.client else ""
    if wanted == "off" or (wanted == "loopback" and client not in _LOOPBACK):
        return tell(request, refusal.NOT_FOUND)
    return Response(metrics.exposition(), media_type=metrics.CONTENT_TYPE)


async def _robots(_request: Request) -> Response:
    return PlainTextResponse("User-agent: *\nDisallow: /v1/\nDisallow: /help/consult\n")


class _Assets(StaticFiles):
    """Files of ours, whose links change with them: a browser may keep them for good."""

    def file_response(self, *args: object, **others: object) -> Response:
        answer: Response = super().file_response(*args, **others)  # type: ignore[arg-type]
        answer.headers["cache-control"] = "public, max-age=31536000, immutable"
        return answer
