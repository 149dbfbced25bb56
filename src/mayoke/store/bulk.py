"""Taking in many incidents at once, such as another ledger's export."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, Table, select

from mayoke.records.errors import BadInput
from mayoke.records.ledger import Document, Imported
from mayoke.store import ids
from mayoke.store.connect import Store
from mayoke.store.derived import clean, dump, keys_of, row_of, search_text
from mayoke.store.many import insert_many
from mayoke.store.recording import Deed, document_values, incident_values, year_of
from mayoke.store.rows import stamp
from mayoke.store.schema import (
    current_data,
    current_facts,
    documents,
    identity_keys,
    incidents,
    state_changes,
    versions,
)
from mayoke.store.search import add_to_index, expect_many, tidy_index

MEDIA_TYPE: Final = "application/vnd.mayoke.incident+json"
_BATCH: Final = 1000
_TIDY_FROM: Final = 1000
_ILL_FORMED: Final = (AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What plain JSON of another form runs into."""


@dataclass(frozen=True, slots=True)
class _Line:
    """Facts, the same as JSON, and the document they came from."""

    number: int
    year: int
    facts: Mapping[str, Any]
    data: str
    paper: Mapping[str, Any]

    def sha256(self) -> str:
        """Tells whether the line is known."""
        told = f"{self.paper.get('sha256')}\n{self.data}"
        return hashlib.sha256(clean(told).encode()).hexdigest()


def import_incidents(store: Store, lines: Iterable[Mapping[str, Any]], deed: Deed) -> Imported:
    """Add incidents of ``mayoke.incident/1`` objects (``breach.export.json_export``).

    All or nothing. Each becomes a new incident, whatever its state and name were elsewhere:
    somebody here has to review it. The same object a second time is passed over. An object has
    ``incident`` and may have ``documents``; raises BadInput, with its number, for any other.
    """
    added = known = 0
    first = last = None
    with store.writing() as connection:
        expect_many(connection)
        numbered = _checked(lines, deed)
        while batch := list(islice(numbered, _BATCH)):
            names, passed = _add(connection, batch, deed)
            added += len(names)
            known += passed
            if names:
                first, last = first or names[0], names[-1]
        if added >= _TIDY_FROM:
            tidy_index(connection)
    return Imported(added, known, first, last)


def _checked(lines: Iterable[Mapping[str, Any]], deed: Deed) -> Iterator[_Line]:
    for number, line in enumerate(lines, 1):
        try:
            facts, papers = line["incident"], line.get("documents") or [{}]
            year = year_of(facts, deed.at)
            checked = _Line(number, year, facts, dump(facts), papers[0])
        except _ILL_FORMED as error:
            raise _bad(number) from error
        if not (isinstance(facts, Mapping) and isinstance(checked.paper, Mapping)):
            raise _bad(number)
        yield checked


def _bad(number: int) -> BadInput:
    return BadInput(f"line {number} is no incident of mayoke's export; nothing was added")


def _add(connection: Connection, batch: list[_Line], deed: Deed) -> tuple[list[str], int]:
    """The names of what was new in a batch, and how many were known."""
    fresh = {line.sha256(): line for line in batch}
    query = select(documents.c.sha256).where(documents.c.sha256.in_(list(fresh)))
    for sha256 in connection.execute(query).scalars():
        del fresh[sha256]
    if not fresh:
        return [], len(batch)
    document = ids.take(connection, "document", len(fresh))
    incident = ids.take(connection, "incident", len(fresh))
    names = ids.take_public(connection, [line.year for line in fresh.values()])
    rows = _Rows()
    for at, (sha256, line) in enumerate(fresh.items()):
        rows.add(
            line,
            document_values(_document(sha256, line.paper, deed), document + at, deed.who),
            incident_values(incident + at, names[at], deed),
        )
    rows.write(connection, deed)
    return names, len(batch) - len(fresh)


def _document(sha256: str, paper: Mapping[str, Any], deed: Deed) -> Document:
    """What stands for the document of an imported incident: the line it came in."""

    def told(name: str) -> str | None:
        value = paper.get(name)
        return value if isinstance(value, str) else None

    return Document(
        sha256=sha256,
        media_type=MEDIA_TYPE,
        received_at=deed.at,
        text="",
        url=told("url"),
        title=told("title"),
        document_kind=told("document_kind") or "operator_notice",
    )


class _Rows:
    """The rows of a batch, table by table."""

    def __init__(self) -> None:
        self.tables: dict[Table, list[dict[str, Any]]] = {
            documents: [],
            incidents: [],
            versions: [],
            state_changes: [],
            current_facts: [],
            current_data: [],
            identity_keys: [],
        }
        self.texts: dict[int, str] = {}

    def add(self, line: _Line, document: dict[str, Any], incident: dict[str, Any]) -> None:
        """Work out every row of an incident. Raises BadInput for fields of another form."""
        number, facts, data = incident["id"], line.facts, line.data
        try:
            row, keys = row_of(facts), keys_of(facts)
            self.texts[number] = search_text(facts, [(document["title"], document["text"])])
        except _ILL_FORMED as error:
            raise _bad(line.number) from error
        self.tables[documents].append(document)
        self.tables[incidents].append(incident)
        self.tables[versions].append({"document_id": document["id"], "data": data})
        self.tables[current_facts].append({"incident_id": number, **row})
        self.tables[current_data].append(
            {"incident_id": number, "data": data, "sources": "{}", "corrected": "{}"}
        )
        self.tables[identity_keys] += [{"incident_id": number, "key": key} for key in sorted(keys)]

    def write(self, connection: Connection, deed: Deed) -> None:
        """Insert everything."""
        at, who = stamp(deed.at), self.tables[documents][0]["added_by"]
        for incident, version in zip(self.tables[incidents], self.tables[versions], strict=True):
            version |= {"incident_id": incident["id"], "number": 1, "link": None}
            version |= {"added_at": at, "added_by": who}
            change = {"incident_id": incident["id"], "number": 1, "at": at, "who": who}
            change |= {"why": deed.why, "before": None, "after": "new"}
            self.tables[state_changes].append(change)
        for table, rows in self.tables.items():
            insert_many(connection, table.name, rows)
        add_to_index(connection, self.texts)
