"""Writing to the breach ledger: every deed is one transaction, and nothing is overwritten.

Whoever shows who may do what (``breach.ledger.states``) or which incident a document belongs to
(``breach.ledger.link``) decides before; the ledger only records.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import insert, select

from mayoke.records.errors import StoreChanged
from mayoke.records.ledger import Added, Document, NewIncident, State
from mayoke.store.compose import Derive, Facts, value_at
from mayoke.store.connect import Store
from mayoke.store.recording import (
    Deed,
    add_version,
    document_id,
    facts_changed,
    incidents_of,
    keep_document,
    meant,
    next_number,
    record_correction,
    record_state,
    row_of_incident,
    touch,
)
from mayoke.store.refresh import facts_now, refresh
from mayoke.store.schema import versions


def unchanged(facts: Facts) -> Facts:
    """For callers whose facts follow from nothing."""
    return facts


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of a store.

    ``derive`` fills in again what follows from an incident's fields (its delays) after several
    documents came together or a value was corrected: ``breach.ledger.follow.follow``.
    """

    store: Store
    derive: Derive = unchanged

    def add(
        self,
        document: Document,
        found: Sequence[NewIncident],
        deed: Deed,
        *,
        again: bool = False,
    ) -> Added:
        """Keep a document and the incidents it tells of.

        The same bytes a second time change nothing and give the incidents of the first time;
        with ``again`` (they were read by a better reader) they make new versions of those.
        An incident that was reviewed or published becomes ``new`` by a further document.
        Raises UnknownIncident for a ``belongs_to`` that is none, ValueError without incidents.
        """
        if not found:
            raise ValueError("a document of the ledger tells of at least one incident")
        with self.store.writing() as connection:
            kept = document_id(connection, document.sha256)
            known = () if kept is None else incidents_of(connection, kept)
            if kept is not None and not again:
                return Added(known, known=True)
            if kept is None:
                kept = keep_document(connection, document, deed)
            told = [
                add_version(connection, self.derive, one, kept, deed, known[at : at + 1])
                for at, one in enumerate(found)
            ]
            return Added(tuple(told), known=bool(known))

    def set_state(self, incident: str, before: State, after: State, deed: Deed) -> None:
        """Move an incident to another state.

        ``before`` is the state it was seen in: StoreChanged when it is another by now. Raises
        UnknownIncident.
        """
        with self.store.writing() as connection:
            row = row_of_incident(connection, incident)
            if row.state != before:
                raise StoreChanged(f"{incident} is {row.state} by now, no longer {before}")
            record_state(connection, row.id, before, after, deed)
            touch(connection, row.id, {"state": after}, deed.at)

    def correct(self, incident: str, changes: Mapping[str, Any], deed: Deed) -> None:
        """Put values right: ``{"affected_count.0.count": 491}``; old and new are recorded.

        The incident becomes ``new`` if it was reviewed or published. Raises UnknownIncident, and
        LookupError for a path that leads to no field.
        """
        with self.store.writing() as connection:
            row = row_of_incident(connection, incident)
            facts = facts_now(connection, row.id)
            old = {path: value_at(facts, path) for path in changes}
            other = {path: new for path, new in changes.items() if new != old[path]}
            if not other:
                return
            for path, new in other.items():
                record_correction(connection, row.id, path, (old[path], new), deed)
            facts_changed(connection, row, deed, "a value was corrected")
            refresh(connection, row.id, self.derive)

    def same(self, incident: str, into: str, deed: Deed) -> None:
        """Record that an incident is another one: its documents go there, and it is withdrawn.

        Its name stays, is never given again, and leads to the other. Raises UnknownIncident, and
        StoreChanged when it is that one already.
        """
        with self.store.writing() as connection:
            row, other = row_of_incident(connection, incident), meant(connection, into)
            if row.same_as or row.id == other.id:
                raise StoreChanged(f"{incident} is {row.same_as or into} already")
            query = select(versions).where(versions.c.incident_id == row.id)
            for old in connection.execute(query.order_by(versions.c.number)).all():
                moved = {**old._mapping, "incident_id": other.id}  # noqa: SLF001  its public name
                moved["number"] = next_number(connection, versions, other.id)
                connection.execute(insert(versions).values(moved))
            facts_changed(connection, other, deed, f"took over the documents of {incident}")
            refresh(connection, other.id, self.derive)
            if row.state != "withdrawn":
                record_state(connection, row.id, row.state, "withdrawn", deed)
            touch(connection, row.id, {"state": "withdrawn", "same_as": other.public_id}, deed.at)
