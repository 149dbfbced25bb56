"""The pages of the breach room: the ledger, one incident, "does it concern me?", one notice."""

from mayoke.doors.http.links import Page
from mayoke.doors.http.pages.breach import affected as breach_affected
from mayoke.doors.http.pages.breach import incident as breach_incident
from mayoke.doors.http.pages.breach import overview as breach_list
from mayoke.doors.http.pages.breach import read as breach_read

PAGES: tuple[Page, ...] = (
    Page("/breach", breach_list.incidents),
    Page("/breach/affected", breach_affected.form),
    Page("/breach/affected", breach_affected.answer, ("POST",)),
    Page("/breach/read", breach_read.form),
    Page("/breach/read", breach_read.answer, ("POST",)),
    Page("/breach/{id}/timeline.svg", breach_incident.picture),
    Page("/breach/{id}", breach_incident.incident),
)
"""Fixed addresses stand before those with an incident's name in them."""
