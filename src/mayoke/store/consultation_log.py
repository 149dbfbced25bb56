"""Who did what with consultations, and when: no content, no address, kept when one is erased."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, func, insert, select

from mayoke.records.consultation import Deed, Logged
from mayoke.store.consultation_schema import consultation_log as table
from mayoke.store.derived import clean
from mayoke.store.rows import stamp, time_of

REFUSALS_MOST: Final = 1000
"""So many refused codes an hour are logged; whoever tries codes must not fill the disk."""


def write_line(connection: Connection, at: datetime, who: str, deed: Deed, number: str) -> None:
    """Add a line; ``number`` is the consultation's, empty for none."""
    if deed == "refused":
        hour = stamp(at - timedelta(hours=1))
        recent = select(func.count()).where(table.c.deed == deed, table.c.at > hour)
        if connection.execute(recent).scalar_one() >= REFUSALS_MOST:
            return
    last = connection.execute(select(func.max(table.c.number))).scalar() or 0
    connection.execute(
        insert(table).values(
            number=last + 1,
            at=stamp(at),
            who=clean(who),
            deed=deed,
            consultation=number or None,
        )
    )


def read_lines(connection: Connection, number: str, most: int) -> list[Logged]:
    """The newest lines, of one consultation or (empty number) of all, oldest first."""
    query = select(table).order_by(table.c.number.desc()).limit(most)
    if number:
        query = query.where(table.c.consultation == number)
    rows = connection.execute(query).all()
    return [
        Logged(row.number, time_of(row.at), row.who, row.deed, row.consultation or "")
        for row in reversed(rows)
    ]
