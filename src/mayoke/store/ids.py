"""Numbers that are given once: row ids, and the names of incidents such as ``2021-0001``."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, insert, select, update

from mayoke.store.schema import counters


def take(connection: Connection, name: str, count: int = 1) -> int:
    """The first of ``count`` numbers in a row that nobody had or will have again."""
    raised = update(counters).where(counters.c.name == name)
    raised = raised.values(last=counters.c.last + count)
    if connection.execute(raised).rowcount == 0:
        connection.execute(insert(counters).values(name=name, last=count))
    query = select(counters.c.last).where(counters.c.name == name)
    return int(connection.execute(query).scalar_one()) - count + 1


def take_public(connection: Connection, years: Sequence[int]) -> list[str]:
    """A name for a new incident of each year: the year, and its next number there.

    A name keeps its year when the date turns out to be another, and is never given again.
    """
    following = {
        year: take(connection, f"year:{year}", count) for year, count in Counter(years).items()
    }
    names = []
    for year in years:
        names.append(f"{year:04}-{following[year]:04}")
        following[year] += 1
    return names
