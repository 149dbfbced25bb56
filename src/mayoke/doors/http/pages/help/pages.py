"""The help pages: what happened, what to do, whom to turn to, what is good to know."""

from mayoke.doors.http.links import Page
from mayoke.doors.http.pages.help import know as help_know
from mayoke.doors.http.pages.help import plan as help_plan

PAGES: tuple[Page, ...] = (
    Page("/help", help_plan.ask),
    Page("/help/plan", help_plan.ask),  # reloaded, or sent to somebody: begin again
    Page("/help/plan", help_plan.show, ("POST",)),
    Page("/help/sheet", help_plan.ask),
    Page("/help/sheet", help_plan.print_sheet, ("POST",)),
    Page("/help/sheet.pdf", help_plan.pdf, ("POST",)),
    Page("/help/sheet.css", help_plan.style),
    Page("/help/contacts", help_know.contacts),
    Page("/help/know", help_know.pages),
    Page("/help/know/{slug}", help_know.page),
)
