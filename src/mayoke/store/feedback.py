"""Corrections that visitors sent in: written one by one, read by those who mend the rules."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from sqlalchemy import func, insert, select

from mayoke.records.verdict import VerdictWord, Versions
from mayoke.store.connect import Store
from mayoke.store.derived import dump, load
from mayoke.store.feedback_schema import feedback

MOST_A_DAY: Final = 2000
"""More are not kept: anybody may send some, and nobody shall fill the disk."""

Correction = Literal["honest", "scam", "advertising"]
"""What the mail really is, as the visitor says."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """One correction: which signals fired and what became of them; nothing of the mail.

    ``signals``: ids out of the catalogue. ``kind``: a kind of the registry.
    """

    day: date
    verdict: VerdictWord
    kind: str
    correction: Correction
    signals: tuple[str, ...]
    versions: Versions


def add(store: Store, one: Feedback) -> bool:
    """Keep a correction; False when there are ``MOST_A_DAY`` of that day. Raises a StoreError."""
    day = one.day.isoformat()
    with store.writing() as connection:
        today = select(func.count()).where(feedback.c.day == day)
        if connection.execute(today).scalar_one() >= MOST_A_DAY:
            return False
        last = connection.execute(select(func.max(feedback.c.number))).scalar() or 0
        connection.execute(
            insert(feedback).values(
                number=last + 1,
                day=day,
                verdict=one.verdict,
                kind=one.kind,
                correction=one.correction,
                signals=dump(list(one.signals)),
                mayoke=one.versions.mayoke,
                rules=one.versions.rules,
                model=one.versions.model,
            )
        )
    return True


def all(store: Store) -> tuple[Feedback, ...]:  # noqa: A001  feedback.all(store) reads as it is
    """Every correction, oldest first. Raises a StoreError."""
    with store.reading() as connection:
        rows = connection.execute(select(feedback).order_by(feedback.c.number)).all()
    return tuple(
        Feedback(
            day=date.fromisoformat(row.day),
            verdict=row.verdict,
            kind=row.kind,
            correction=row.correction,
            signals=tuple(load(row.signals)),
            versions=Versions(row.mayoke, row.rules, row.model),
        )
        for row in rows
    )
