"""The web application: guards, pages in two languages, the interface for programs."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from mayoke import pipeline
from mayoke.doors.http import metrics, refusal
from mayoke.doors.http.api.leaks import Remembered
from mayoke.doors.http.api.routes import ROUTES
from mayoke.doors.http.body import Room
from mayoke.doors.http.guard import HANDLERS, HostGuard, guarded, tell
from mayoke.doors.http.links import Page
from mayoke.doors.http.pages import about
from mayoke.doors.http.pages.breach import pages as breach
from mayoke.doors.http.pages.check import pages as check
from mayoke.doors.http.pages.consult import pages as consult
from mayoke.doors.http.pages.help import pages as help  # noqa: A004
from mayoke.doors.http.security import SecurityHeaders
from mayoke.doors.http.settings import ENVIRONMENT, Settings, decode
from mayoke.doors.http.site import STATIC, make_site, site_of

PAGES: tuple[Page, ...] = (
    *check.PAGES,
    *breach.PAGES,
    *help.PAGES,
    *consult.PAGES,
    *about.PAGES,
)

_LOOPBACK = frozenset({"127.0.0.1", "::1"})
_PASSED_ON = ("x-forwarded-for", "forwarded", "x-real-ip", "via")
"""A request with one of these fields came through a proxy, whatever address it seems to have."""


def served() -> Starlette:
    """The application of a worker process, with the settings of its parent."""
    sys.setswitchinterval(0.001)  # who asks a database beside the loop gets on between the mails
    return build(decode(os.environ[ENVIRONMENT]))


def build(settings: Settings) -> Starlette:
    """The application for these settings."""
    site = make_site(settings)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[dict[str, float]]:
        pipeline.warm()
        stopping = asyncio.Event()
        purging = asyncio.create_task(consult.purge_until(site, stopping))
        yield {"patience": settings.patience}  # the protocol reads it, see protocol.py
        stopping.set()
        await purging
        site.close()

    routes = [
        *ROUTES,  # first: routes are tried one by one, and programs are in a hurry
        *(_route(page, prefix) for prefix in ("", "/en") for page in PAGES),
        Route("/en", _to_english),
        Route("/healthz", _healthy),
        Route("/metrics", _metrics),
        Route("/robots.txt", _robots),
        Mount("/static", _Assets(directory=STATIC), name="static"),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(SecurityHeaders), Middleware(HostGuard)],
        lifespan=lifespan,
        exception_handlers=HANDLERS,
    )
    app.router.redirect_slashes = False  # would answer with the Host header in a link
    app.state.site = site
    app.state.remembered = Remembered()
    app.state.room = Room(4 * settings.largest)
    return app


def _route(page: Page, prefix: str) -> Route:
    return Route(prefix + page.path, guarded(page.endpoint), methods=list(page.methods))


async def _to_english(_request: Request) -> Response:
    return Response(status_code=308, headers={"location": "en/"})


async def _healthy(_request: Request) -> Response:
    return PlainTextResponse("ok\n")


async def _metrics(request: Request) -> Response:
    wanted = site_of(request).settings.metrics
    client = request.client.host if request.client else ""
    near = client in _LOOPBACK and not any(name in request.headers for name in _PASSED_ON)
    if wanted == "off" or (wanted == "loopback" and not near):
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
