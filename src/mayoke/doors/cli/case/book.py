"""The casebook from the command line: opened, and its failures told in one line."""

from collections.abc import Iterator
from contextlib import contextmanager

from mayoke.doors.cli import exit_status
from mayoke.doors.cli.case import words
from mayoke.doors.cli.failure import Failure
from mayoke.doors.cli.places import Desk, told_plainly
from mayoke.doors.cli.terminal import plain
from mayoke.records.errors import StoreMissing, UnknownIncident
from mayoke.store import cases
from mayoke.store.cases import CaseFile
from mayoke.store.connect import Store
from mayoke.store.opening import open_store


@contextmanager
def opened(desk: Desk, *, create: bool = False) -> Iterator[Store]:
    """The store, closed again at the end. ``create``: a SQLite file may be made."""
    with told_plainly(desk.wishes, desk.address):
        try:
            store = open_store(desk.address, create=create)
        except StoreMissing as error:
            raise Failure(desk.wishes.say(words.NO_BOOK), exit_status.NOINPUT) from error
        try:
            yield store
        finally:
            store.close()


def found(desk: Desk, store: Store, case: str) -> CaseFile:
    """The case of that id, however it is typed (``c-2026-0001``); Failure for none."""
    name = case.strip().upper()
    try:
        return cases.get(store, name)
    except UnknownIncident as error:
        reason = desk.wishes.say(words.NO_CASE, id=plain(name)[:40])
        raise Failure(reason, exit_status.NOINPUT) from error
