"""What this page does, what it keeps, and what it cannot do."""

from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http.links import Page, path_of, relative
from mayoke.doors.http.site import site_of


async def about(request: Request) -> Response:
    """The page."""
    site = site_of(request)
    return site.render(
        request,
        "about.html",
        keeps=site.has_store,
        desk=bool(site.settings.desk_key),
        openapi=relative(path_of(request), "/v1/openapi.json"),
        licence="Apache License 2.0",
    )


PAGES: tuple[Page, ...] = (Page("/about", about),)
