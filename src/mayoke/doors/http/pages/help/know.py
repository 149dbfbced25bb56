"""Contacts with their hours as of now, and the pages of knowledge."""

from starlette.requests import Request
from starlette.responses import Response

from mayoke.doors.http import refusal
from mayoke.doors.http.pages.help import words as help_words
from mayoke.doors.http.refusal import Refused
from mayoke.doors.http.site import now, site_of
from mayoke.help import words
from mayoke.help.opening_hours import reachable
from mayoke.help.words import at_words
from mayoke.registry.help_load import load_help


async def contacts(request: Request) -> Response:
    """``GET /help/contacts``: every contact by its role, open or closed now."""
    moment = now()
    known = [reachable(contact, moment) for contact in load_help().contacts.values()]
    groups = [
        (title, role, [one for one in known if one.contact.role == role])
        for role, title in help_words.ROLES.items()
    ]
    return site_of(request).render(
        request,
        "help_contacts.html",
        tab="help",
        groups=[group for group in groups if group[2]],
        words=words,
        day=at_words(moment),
        checked_on=min(one.contact.checked_on for one in known),
    )


async def pages(request: Request) -> Response:
    """``GET /help/know``: the list of pages."""
    return site_of(request).render(
        request, "know.html", tab="help", pages=tuple(load_help().knowledge.values())
    )


async def page(request: Request) -> Response:
    """``GET /help/know/{slug}``: one page."""
    registry = load_help()
    told = registry.knowledge.get(request.path_params["slug"])
    if told is None:
        raise Refused(refusal.NOT_FOUND)
    moment = now()
    return site_of(request).render(
        request,
        "know_page.html",
        tab="help",
        page=told,
        see_also=[registry.knowledge[slug] for slug in told.see_also],
        contacts=[reachable(registry.contacts[slug], moment) for slug in told.contacts],
        sources=help_words.sources_of(told.sources),
        sure=help_words.SURE[told.quality],
        words=words,
    )
