"""``/breach/affected``: do leaks concern these purchases? The list is read and let go."""

import base64
import binascii
from dataclasses import dataclass, field, replace

from starlette.requests import Request
from starlette.responses import Response

from mayoke.breach.purchases import plain, scale
from mayoke.breach.purchases.table import COLUMNS_MAX, Table
from mayoke.doors.http.body import Form, read_form
from mayoke.doors.http.ledger import BESIDE, ask, decoded, shown_states, trouble
from mayoke.doors.http.lists import Column, choices, columns_of, guessed, opened
from mayoke.doors.http.pages.breach import words
from mayoke.doors.http.pages.breach.compare import Compared, compared
from mayoke.doors.http.site import site_of
from mayoke.doors.say.shapes import shorten
from mayoke.publish.show.visible import visible as on_one_line
from mayoke.records.errors import BadInput, StoreError
from mayoke.records.ledger import Filter
from mayoke.records.purchase import Columns, Role, UnknownColumns, Watched
from mayoke.records.verdict import Sentence
from mayoke.store import listing
from mayoke.store.connect import Store

CARRIED_MOST = 512 * 1024
"""Bytes of a list that go back and forth in the form, so that it need not be chosen again."""
_MANY = 200
"""So many incidents take a while to compare with, however short the list."""
_ROLES: tuple[Role, ...] = ("date", "merchant", "amount")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The form as it stands: the list, the columns chosen, what is wrong with it."""

    name: str = ""
    data: bytes = field(default=b"", repr=False)
    chosen: dict[Role, str] = field(default_factory=dict)
    columns: tuple[Column, ...] = ()
    wrong: Sentence | None = None
    status: int = 200

    @property
    def carried(self) -> str:
        """The list as Base64, empty when it is too large to go back and forth."""
        fits = 0 < len(self.data) <= CARRIED_MOST
        return base64.b64encode(self.data).decode("ascii") if fits else ""


async def form(request: Request) -> Response:
    """The empty form; where there is no ledger, just that."""
    sheet = _Sheet()
    try:
        await ask(request, lambda store: store.dialect)
    except StoreError as error:
        wrong = trouble(error)
        sheet = replace(sheet, wrong=wrong.says, status=wrong.status)
    return _page(request, sheet)


class _Again(Exception):
    """The form has to be shown again, as ``sheet`` says."""

    def __init__(self, sheet: _Sheet) -> None:
        super().__init__()
        self.sheet = sheet


async def answer(request: Request) -> Response:
    """The list compared with the ledger, or the form again with what was wrong."""
    sheet = _sheet(await read_form(request, site_of(request).settings))
    try:
        table, found = await _opened(request, sheet)
        known = await _known(request, sheet, table)
        result = await _compared(request, sheet, table, found, known)
    except _Again as error:
        return _page(request, error.sheet)
    using = {role: str(at + 1) for role, at in found[1].at.items() if role in _ROLES}
    return site_of(request).render(
        request,
        "breach_affected_answer.html",
        tab="breach",
        sheet=replace(sheet, chosen=using, columns=choices(table)),
        roles=words.ROLES,
        known=len(known),
        result=result,
    )


async def _opened(request: Request, sheet: _Sheet) -> tuple[Table, tuple[int, Columns]]:
    """The table and its columns. Raises _Again, Refused."""
    if sheet.wrong:
        raise _Again(sheet)
    try:
        table = await site_of(request).bench.do(len(sheet.data), lambda: opened(sheet.data))
    except BadInput as error:
        raise _Again(_refused(sheet, words.bad_list(error))) from error
    if table.rows_about > scale.LARGE:
        raise _Again(_refused(sheet, words.too_many_lines(scale.LARGE)))
    if not all(map(_is_column, sheet.chosen.values())):
        raise _Again(_choosing(replace(sheet, chosen={}), table, words.BAD_COLUMNS))
    try:
        return table, columns_of(table, sheet.chosen)
    except UnknownColumns as error:
        raise _Again(_choosing(sheet, table, words.columns_missing(error.missing))) from error
    except BadInput as error:
        raise _Again(_choosing(sheet, table, words.BAD_COLUMNS)) from error


async def _known(request: Request, sheet: _Sheet, table: Table) -> list[Watched]:
    """What to compare with. Raises _Again (with the columns as they were chosen), Refused."""
    wanted = Filter(shown_states(site_of(request).settings))
    try:
        return await ask(request, lambda store: _watched(store, wanted))
    except StoreError as error:
        wrong = trouble(error)
        columns = choices(table) if sheet.chosen else ()
        status = max(wrong.status, 503)
        again = replace(sheet, wrong=wrong.says, status=status, columns=columns)
        raise _Again(again) from error


async def _compared(
    request: Request, sheet: _Sheet, table: Table, found: tuple[int, Columns], known: list[Watched]
) -> Compared:
    """What became of the lines. Raises _Again, Refused."""
    size = max(len(sheet.data), BESIDE if len(known) > _MANY else 0)
    try:
        result = await site_of(request).bench.do(
            size, lambda: compared(*plain.compare(table, *found, known), known)
        )
    except BadInput as error:
        raise _Again(_refused(sheet, words.bad_list(error))) from error
    if result.tally.purchases == 0:
        raise _Again(_choosing(sheet, table, words.NO_PURCHASES))
    return result


def _sheet(sent: Form) -> _Sheet:
    """What was sent: a file, else the list the form carried along; and the chosen columns."""
    file = sent.files.get("list")
    carried = sent.get("carried")
    name, data = (file.name, file.data) if file else (sent.get("name"), b"")
    if not file and carried:
        try:
            data = base64.b64decode(carried, validate=True)
        except (binascii.Error, ValueError):
            return _Sheet(wrong=words.CHOOSE_AGAIN, status=400)
    sheet = _Sheet(shorten(on_one_line(name), 80), data)
    if not data:
        return replace(sheet, wrong=words.NO_FILE if not file else words.EMPTY_FILE, status=422)
    if file and carried:
        return sheet  # another list: its columns are looked for anew
    return replace(sheet, chosen={role: sent.get(role) for role in _ROLES if sent.get(role)})


def _is_column(number: str) -> bool:
    return (
        number.isascii() and number.isdigit() and len(number) < 4 and 0 < int(number) <= COLUMNS_MAX
    )


def _refused(sheet: _Sheet, wrong: Sentence) -> _Sheet:
    """A list that cannot be read is not carried along: another one has to be chosen."""
    return replace(sheet, data=b"", chosen={}, wrong=wrong, status=422)


def _choosing(sheet: _Sheet, table: Table, wrong: Sentence) -> _Sheet:
    """The form with the table's columns to choose from."""
    chosen = {**guessed(table), **sheet.chosen}
    return replace(sheet, columns=choices(table), chosen=chosen, wrong=wrong, status=422)


def _watched(store: Store, wanted: Filter) -> list[Watched]:
    """Every incident that may be shown."""
    pairs = ((entry, decoded(entry)) for entry in listing.iterate(store, wanted))
    return [
        Watched(entry.id, entry.state, incident, tuple(entry.data.get("aliases", ())))
        for entry, incident in pairs
        if incident
    ]


def _page(request: Request, sheet: _Sheet) -> Response:
    site = site_of(request)
    return site.render(
        request,
        "breach_affected.html",
        sheet.status,
        tab="breach",
        sheet=sheet,
        roles=words.ROLES,
    )
