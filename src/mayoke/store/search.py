"""Finding words of any length, two-character Japanese ones too, with the same result everywhere.

Both databases index single characters and pairs (of Latin letters and digits, triples too), which
narrow the search down; whether a text really holds the word is then looked up in the text itself.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from operator import add
from typing import Final

from sqlalchemy import Connection, text

from mayoke.store.many import insert_many
from mayoke.text.fold import fold_plain

WORDS_MOST: Final = 20
WORD_LONGEST: Final = 100
_TOKENS_MOST: Final = 100_000
"""PostgreSQL keeps at most 1 MB of them for one row."""
_RUN: Final = re.compile(r"[^\W_]+")
"""What ``str.isalnum`` holds for."""
_LATIN_RUN: Final = re.compile(r"[0-9A-Za-z]{3,}")
_RECENT: Final = 2000
"""On PostgreSQL so many of the newest texts are read without the index: a common word is there."""


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query, folded; all of them must stand in what is found."""
    words = (fold_plain(word)[:WORD_LONGEST].strip() for word in query.split()[:WORDS_MOST])
    return tuple(dict.fromkeys(word for word in words if any(map(str.isalnum, word))))


def tokens(folded: str) -> list[str]:
    """What a folded text is indexed by: characters, pairs, and triples of Latin and digits."""
    found: dict[str, None] = {}
    for run in _RUN.findall(folded):
        found.update(dict.fromkeys(run))
        found.update(dict.fromkeys(map(add, run, run[1:])))
    for run in _LATIN_RUN.findall(folded):
        found.update(dict.fromkeys(run[at : at + 3] for at in range(len(run) - 2)))
    return list(found)[:_TOKENS_MOST]


def needed(word: str) -> list[str]:
    """The tokens that every text with the word has; the longest that cover it."""
    every = tokens(word)
    return [one for one in every if not any(one != other and one in other for other in every)]


def add_to_index(connection: Connection, texts: Mapping[int, str]) -> None:
    """Keep the texts of new incidents, and index them."""
    if not texts:
        return
    if connection.dialect.name == "postgresql":
        rows = [{"incident_id": i, "text": t, "tokens": _joined(t)} for i, t in texts.items()]
        insert_many(connection, "searchable", rows)
        return
    insert_many(connection, "searchable", [{"incident_id": i, "text": t} for i, t in texts.items()])
    index_sqlite(connection, texts.items())


def _joined(folded: str) -> str:
    """The tokens as FTS5 and ``tsvector`` read them: letters and digits only need no quoting."""
    return " ".join(tokens(folded))


def index_sqlite(connection: Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Index texts that are kept already (SQLite)."""
    connection.execute(
        text("INSERT INTO searchable_index (rowid, tokens) VALUES (:id, :tokens)"),
        [{"id": i, "tokens": _joined(t)} for i, t in texts],
    )


def replace_in_index(connection: Connection, incident: int, new: str) -> None:
    """Let an incident be found by another text."""
    old = connection.execute(
        text("SELECT text FROM searchable WHERE incident_id = :id"), {"id": incident}
    ).scalar()
    if old == new:
        return
    if old is not None:
        if connection.dialect.name != "postgresql":
            connection.execute(
                text(
                    "INSERT INTO searchable_index (searchable_index, rowid, tokens) "
                    "VALUES ('delete', :id, :tokens)"
                ),
                {"id": incident, "tokens": _joined(old)},
            )
        connection.execute(text("DELETE FROM searchable WHERE incident_id = :id"), {"id": incident})
    add_to_index(connection, {incident: new})


def expect_many(connection: Connection) -> None:
    """Before many additions: PostgreSQL sorts more of them into the index at a time."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL gin_pending_list_limit = '64MB'"))
        connection.execute(text("SET LOCAL maintenance_work_mem = '256MB'"))


def tidy_index(connection: Connection) -> None:
    """After many additions: let the index and the planner's figures catch up."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT gin_clean_pending_list('searchable_tokens'::regclass)"))
    connection.execute(text("ANALYZE"))


def matching(
    connection: Connection, words: Sequence[str], most: int, *, before: int | None = None
) -> list[int]:
    """At most ``most`` incidents whose text holds every word, newest first, below ``before``."""
    if not words:
        return []
    if connection.dialect.name == "postgresql":
        return _matching_postgresql(connection, words, most, before)
    sql = (  # nothing but the number of words enters it
        "SELECT x.rowid FROM searchable_index x CROSS JOIN searchable s ON s.incident_id = x.rowid "  # noqa: S608
        "WHERE x.searchable_index MATCH :tokens AND x.rowid < :before AND "
        + " AND ".join(f"instr(s.text, :w{n}) > 0" for n in range(len(words)))
        + " ORDER BY x.rowid DESC LIMIT :most"
    )
    wanted = " ".join(f'"{token}"' for token in _all_needed(words))
    values = {"tokens": wanted, "before": _before(before), "most": most, **_numbered(words)}
    return list(connection.execute(text(sql), values).scalars())


def _all_needed(words: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(token for word in words for token in needed(word)))


def _numbered(words: Sequence[str]) -> dict[str, str]:
    return {f"w{n}": word for n, word in enumerate(words)}


def _before(before: int | None) -> int:
    return 2**31 - 1 if before is None else before


def _matching_postgresql(
    connection: Connection, words: Sequence[str], most: int, before: int | None
) -> list[int]:
    """The newest texts are read as they are; only where they do not suffice the index is asked."""
    holds = " AND ".join(f"strpos(s.text, :w{n}) > 0" for n in range(len(words)))
    values: dict[str, object] = {"most": most, **_numbered(words)}
    if before is None:
        sql = (
            "SELECT s.incident_id FROM searchable s WHERE s.incident_id > "  # noqa: S608
            "(SELECT max(incident_id) FROM searchable) - :recent "
            f"AND {holds} ORDER BY s.incident_id DESC LIMIT :most"
        )
        found = list(connection.execute(text(sql), {**values, "recent": _RECENT}).scalars())
        if len(found) == most:
            return found
    # Bound to the index: the planner takes pairs for independent, and would read every text.
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    sql = (
        "WITH c AS MATERIALIZED (SELECT incident_id FROM searchable "  # noqa: S608
        "WHERE tokens @@ CAST(:tokens AS tsquery) AND incident_id + 0 < :before) "
        "SELECT o.incident_id FROM (SELECT incident_id FROM c ORDER BY incident_id DESC) o "
        "JOIN LATERAL (SELECT 1 FROM searchable s WHERE s.incident_id = o.incident_id "
        f"AND {holds} OFFSET 0) v ON true ORDER BY o.incident_id DESC LIMIT :most"
    )
    values["before"] = _before(before)
    values["tokens"] = " & ".join(f"'{token}'" for token in _all_needed(words))
    return list(connection.execute(text(sql), values).scalars())
