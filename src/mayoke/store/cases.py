"""The casebook: every deed is one transaction, and no specimen is ever overwritten.

Who may move a case from one state to another is decided before, by whoever calls.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, func, insert, select, update

from mayoke.records.case import Case, Judged, NewCase, Specimen
from mayoke.records.errors import StoreChanged, UnknownIncident
from mayoke.records.ledger import State, StateChange
from mayoke.records.verdict import VerdictWord
from mayoke.store import ids
from mayoke.store.case_schema import case_changes, case_texts, cases, specimens
from mayoke.store.connect import Store
from mayoke.store.derived import SEARCHED, clean
from mayoke.store.recording import Deed
from mayoke.store.rows import stamp, time_of
from mayoke.store.search import words_of
from mayoke.text.fold import fold_plain


@dataclass(frozen=True, slots=True)
class AddedCase:
    """What came of adding a mail. ``known``: these very bytes had been added before."""

    id: str
    known: bool = False


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases; what is empty asks for nothing.

    ``since`` and ``until``: days between which, both included, the mail was first seen.
    """

    states: frozenset[State] = frozenset()
    verdict: VerdictWord | None = None
    kind: str | None = None
    brand: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class CasePage:
    """Some of the cases found; ``total``: how many there are in all."""

    cases: tuple[Case, ...]
    offset: int
    total: int

    @property
    def more(self) -> bool:
        """Are there further ones behind these?"""
        return self.offset + len(self.cases) < self.total


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything on one case: itself, its specimen, and who did what, oldest first."""

    case: Case
    specimen: Specimen
    history: tuple[StateChange, ...]


_ALL: Final = CaseFilter()


def add(store: Store, new: NewCase, deed: Deed, *, text: str) -> AddedCase:
    """Keep a mail as a case in the state ``new``.

    ``text``: the decoded specimen, to be searched (its first 50,000 code points). The same bytes a
    second time change nothing and give the id of the first time. Raises a StoreError.
    """
    with store.writing() as connection:
        known = select(cases.c.public_id).where(cases.c.sha256 == new.specimen.sha256)
        name = connection.execute(known).scalar()
        if name is not None:
            return AddedCase(name, known=True)
        number = ids.take(connection, "case")
        year = deed.at.year
        name = f"C-{year:04}-{ids.take(connection, f'case-year:{year}'):04}"
        values = {"id": number, "public_id": name, **_values(new, deed)}
        connection.execute(insert(cases).values(values))
        connection.execute(insert(specimens).values(case_id=number, data=new.specimen.data))
        folded = clean(fold_plain(text[:SEARCHED]))
        connection.execute(insert(case_texts).values(case_id=number, text=folded))
        _record(connection, number, None, "new", deed)
    return AddedCase(name)


def set_state(store: Store, case: str, before: State, after: State, deed: Deed) -> None:
    """Move a case to another state.

    ``before`` is the state it was seen in: StoreChanged when it is another by now. Raises
    UnknownIncident.
    """
    with store.writing() as connection:
        row = _row(connection, case)
        if row.state != before:
            raise StoreChanged(f"{case} is {row.state} by now, no longer {before}")
        _record(connection, row.id, before, after, deed)
        changed = update(cases).where(cases.c.id == row.id)
        who, at = clean(deed.who), stamp(deed.at)
        connection.execute(changed.values(state=after, changed_at=at, changed_by=who))


def get(store: Store, case: str) -> CaseFile:
    """Everything on one case. Raises UnknownIncident."""
    with store.reading() as connection:
        row = _row(connection, case)
        query = select(specimens.c.data).where(specimens.c.case_id == row.id)
        data = connection.execute(query).scalar_one()
        steps = select(case_changes).where(case_changes.c.case_id == row.id)
        changes = connection.execute(steps.order_by(case_changes.c.number)).all()
    history = tuple(
        StateChange(time_of(one.at), one.who, one.why, one.before, one.after) for one in changes
    )
    return CaseFile(_case(row), Specimen(row.sha256, bytes(data)), history)


def find(
    store: Store, wanted: CaseFilter = _ALL, *, words: str = "", offset: int = 0, limit: int = 50
) -> CasePage:
    """Cases, the last seen first; with ``words``, those whose mail holds all of them.

    Words are separated by spaces and may be of any length; width and case do not matter. Words
    without a letter or digit find nothing.
    """
    asked = words_of(words)
    if words and not asked:
        return CasePage((), offset, 0)
    conditions = _conditions(wanted)
    if asked:
        holds = (case_texts.c.text.contains(word, autoescape=True) for word in asked)
        conditions.append(cases.c.id.in_(select(case_texts.c.case_id).where(*holds)))
    order = (cases.c.first_seen.desc(), cases.c.id.desc())
    with store.reading() as connection:
        count = select(func.count()).select_from(cases).where(*conditions)
        total = connection.execute(count).scalar_one()
        query = select(cases).where(*conditions).order_by(*order).offset(offset).limit(limit)
        rows = connection.execute(query).all()
    return CasePage(tuple(map(_case, rows)), offset, total)


def _values(new: NewCase, deed: Deed) -> dict[str, Any]:
    judged, at, who = new.judged, stamp(deed.at), clean(deed.who)
    return {
        "state": "new",
        "sha256": new.specimen.sha256,
        "verdict": judged.verdict,
        "kind": judged.kind,
        "family": judged.family,
        "brand": judged.brand,
        "rules": judged.rules,
        "model": judged.model,
        "first_seen": new.first_seen.isoformat(),
        "source": clean(new.source),
        "notes": clean(new.notes),
        "comment": clean(new.comment),
        "comment_by": clean(new.comment_by),
        "added_at": at,
        "added_by": who,
        "changed_at": at,
        "changed_by": who,
        "campaign": "",
    }


def _record(
    connection: Connection, case: int, before: State | None, after: State, deed: Deed
) -> None:
    query = select(func.max(case_changes.c.number)).where(case_changes.c.case_id == case)
    number = (connection.execute(query).scalar() or 0) + 1
    told = {"at": stamp(deed.at), "who": clean(deed.who), "why": clean(deed.why)}
    row = {"case_id": case, "number": number, "before": before, "after": after, **told}
    connection.execute(insert(case_changes).values(row))


def _row(connection: Connection, case: str) -> Row[Any]:
    query = select(cases).where(cases.c.public_id == clean(case))
    row = connection.execute(query).one_or_none()
    if row is None:
        raise UnknownIncident(f"the casebook has no case {case}")
    return row


def _conditions(wanted: CaseFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.states:
        found.append(cases.c.state.in_(sorted(wanted.states)))
    for column in ("verdict", "kind", "brand"):
        value = getattr(wanted, column)
        if value:
            found.append(cases.c[column] == clean(value))
    if wanted.since:
        found.append(cases.c.first_seen >= wanted.since.isoformat())
    if wanted.until:
        found.append(cases.c.first_seen <= wanted.until.isoformat())
    return found


def _case(row: Row[Any]) -> Case:
    return Case(
        id=row.public_id,
        state=row.state,
        sha256=row.sha256,
        judged=Judged(row.verdict, row.kind, row.family, row.brand, row.rules, row.model),
        first_seen=date.fromisoformat(row.first_seen),
        source=row.source,
        notes=row.notes,
        comment=row.comment,
        comment_by=row.comment_by,
        added_at=time_of(row.added_at),
        added_by=row.added_by,
        changed_at=time_of(row.changed_at),
        changed_by=row.changed_by,
        campaign=row.campaign,
    )
