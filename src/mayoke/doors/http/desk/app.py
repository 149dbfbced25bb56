"""The desk's own page: on the desk's machine only, behind a token, with the private key in memory."""

import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from jinja2 import FileSystemLoader
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from mayoke.doors.http.desk import pages
from mayoke.doors.http.guard import HANDLERS, HostGuard, guarded
from mayoke.doors.http.security import SecurityHeaders
from mayoke.doors.http.settings import Settings
from mayoke.doors.http.site import HERE, STATIC, make_site
from mayoke.help.consultation.age import Identity

HOSTS = ("127.0.0.1", "[::1]", "localhost")


@dataclass(frozen=True, slots=True)
class AtDesk:
    """Who sits there, and with which key. ``token``: the first segment of every address."""

    database: str
    who: str
    identity: Identity = field(repr=False)
    token: str = field(repr=False)


def build(at: AtDesk) -> ASGIApp:
    """The application. It answers below ``/<token>/`` alone, and to names of this machine."""
    site = make_site(Settings(hosts=HOSTS, database=at.database, rate=0, metrics="off"))
    site.templates.loader = FileSystemLoader([HERE / "templates" / "desk", HERE / "templates"])

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        site.close()

    routes = [
        *(
            Route(prefix + page.path, guarded(page.endpoint), methods=list(page.methods))
            for prefix in ("", "/en")
            for page in pages.PAGES
        ),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(SecurityHeaders), Middleware(HostGuard)],
        lifespan=lifespan,
        exception_handlers=HANDLERS,
    )
    app.router.redirect_slashes = False  # would answer with the Host header in a link
    app.state.site = site
    app.state.desk = pages.Sitting(at.who, at.identity)
    return Gate(app, at.token)


class Gate:
    """Lets through what asks below ``/<token>/``; anything else is told nothing at all."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app = app
        self._token = token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer 404."""
        if scope["type"] == "http":
            given = scope["path"].split("/", 2)[1] if scope["path"].startswith("/") else ""
            if not hmac.compare_digest(given.encode("utf-8", "replace"), self._token):
                await _NOTHING(scope, receive, send)
                return
            scope = {**scope, "root_path": f"{scope.get('root_path', '')}/{given}"}
        await self.app(scope, receive, send)


_NOTHING = SecurityHeaders(Response("Not found\n", 404, media_type="text/plain"))
