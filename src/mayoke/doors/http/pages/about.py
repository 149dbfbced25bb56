"""Written by its own hand."""

from mayoke.doors.http.links import Page

PAGES: tuple[Page, ...] = ()
