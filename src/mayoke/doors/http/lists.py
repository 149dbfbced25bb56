"""A list of purchases that a visitor handed in: read where it lies in memory, its columns found."""

import io
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import cast

from mayoke.breach.purchases import columns as finder
from mayoke.breach.purchases.cells import mask_cards
from mayoke.breach.purchases.table import Table, open_table
from mayoke.doors.say.shapes import shorten
from mayoke.publish.show.visible import visible
from mayoke.records.errors import BadInput
from mayoke.records.purchase import Columns, Role, UnknownColumns
from mayoke.registry.load import load

NEEDED: tuple[Role, ...] = ("date", "merchant")
_COLUMNS_SHOWN = 60


@dataclass(frozen=True, slots=True)
class _InMemory:
    """What ``open_table`` wants of a path, without a file: a statement must not touch a disk."""

    data: bytes = field(repr=False)

    def open(self, _mode: str = "rb") -> io.BytesIO:
        return io.BytesIO(self.data)

    def stat(self) -> os.stat_result:
        return os.stat_result((0, 0, 0, 0, 0, 0, len(self.data), 0, 0, 0))


@dataclass(frozen=True, slots=True)
class Column:
    """A column to choose: its number from 1, its heading, and the first row's cell, masked."""

    number: int
    heading: str
    example: str


def opened(data: bytes) -> Table:
    """The table in these bytes. Raises EmptyInput, TooLarge, UnsupportedInput, BadInput."""
    return open_table(cast("Path", _InMemory(data)))


def columns_of(table: Table, chosen: Mapping[Role, str]) -> tuple[int, Columns]:
    """How many rows to pass over, and the columns: those chosen, else what is recognised.

    ``chosen``: numbers from 1. Raises UnknownColumns.
    """
    if chosen:
        return finder.apply_mapping(chosen, table.head, NEEDED)
    profile = finder.profile_of(table.head, load().statements)
    if profile:
        return finder.by_profile(profile[0], table.head)
    found = finder.find_header(table.head, NEEDED)
    if found:
        return found[0] + 1, found[1]
    header = finder.looks_like_header(table.head)
    guessed = finder.guess(header).at
    raise UnknownColumns(tuple(role for role in NEEDED if role not in guessed), header)


def choices(table: Table) -> tuple[Column, ...]:
    """The columns of the table, to choose from."""
    found = finder.find_header(table.head, ["date"])
    header: Sequence[str] = table.head[found[0]] if found else finder.looks_like_header(table.head)
    wide = max((len(row) for row in table.head), default=0)
    rows = [row for row in table.head if tuple(map(str.strip, row)) != tuple(header)]
    full = [row for row in rows if len(row) * 2 > wide]
    example = next(islice(reversed(full), 1), ())
    return tuple(
        Column(at + 1, _cell(header, at), _cell(example, at))
        for at in range(min(wide, _COLUMNS_SHOWN))
    )


def guessed(table: Table) -> dict[Role, str]:
    """What can be recognised of the columns, as numbers from 1: a start for choosing."""
    header = finder.looks_like_header(table.head)
    try:
        at = columns_of(table, {})[1].at
    except BadInput:
        at = finder.guess(header).at
    wanted: tuple[Role, ...] = ("date", "merchant", "amount")
    return {role: str(at[role] + 1) for role in wanted if role in at}


def _cell(row: Sequence[str], at: int) -> str:
    return shorten(visible(mask_cards(row[at])), 24) if at < len(row) else ""
