"""Written by its own hand."""

from starlette.routing import Route

ROUTES: tuple[Route, ...] = ()
