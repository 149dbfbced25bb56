"""What the casebook holds, as JSON: ``mayoke.cases/1``, ``mayoke.case/1``. No specimen's bytes."""

from collections.abc import Iterable
from typing import Any

from mayoke.records.case import Case
from mayoke.records.ledger import StateChange


def cases_object(cases: Iterable[Case], **about: object) -> dict[str, Any]:
    """A list of cases; ``about`` tells of the list (total, offset, more)."""
    return {"schema": "mayoke.cases/1", **about, "cases": [case_object(one) for one in cases]}


def case_file_object(case: Case, size: int, history: Iterable[StateChange]) -> dict[str, Any]:
    """Everything on one case; ``size``: bytes of its specimen."""
    return {
        "schema": "mayoke.case/1",
        **case_object(case),
        "size": size,
        "history": [_change(one) for one in history],
    }


def case_object(case: Case) -> dict[str, Any]:
    """One case. Whoever it imitates is a slug, or null; so is the campaign's id."""
    judged = case.judged
    return {
        "id": case.id,
        "state": case.state,
        "verdict": judged.verdict,
        "kind": judged.kind,
        "family": judged.family,
        "brand": judged.brand or None,
        "first_seen": case.first_seen.isoformat(),
        "source": case.source,
        "notes": case.notes,
        "comment": case.comment,
        "comment_by": case.comment_by,
        "campaign": case.campaign or None,
        "sha256": case.sha256,
        "added_at": case.added_at.isoformat(),
        "added_by": case.added_by,
        "changed_at": case.changed_at.isoformat(),
        "changed_by": case.changed_by,
        "versions": {"rules": judged.rules, "model": judged.model},
    }


def _change(one: StateChange) -> dict[str, Any]:
    return {
        "at": one.at.isoformat(),
        "who": one.who,
        "why": one.why,
        "before": one.before,
        "after": one.after,
    }
