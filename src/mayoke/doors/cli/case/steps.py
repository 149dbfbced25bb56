"""Who may move a case from one state to another: what is published stands before everybody."""

from typing import Final

from mayoke.records.case import Case
from mayoke.records.ledger import State

TRANSITIONS: Final[dict[State, frozenset[State]]] = {
    "new": frozenset(("reviewed", "withdrawn")),
    "reviewed": frozenset(("published", "withdrawn")),
    "published": frozenset(("withdrawn",)),
    "withdrawn": frozenset(("reviewed",)),
}
"""``new`` → ``reviewed`` → ``published`` → ``withdrawn``; withdrawn may be from anywhere.

What is published becomes nothing but withdrawn, so that readers are told. A case that was
withdrawn by mistake has to be reviewed again.
"""


def possible(case: Case, after: State) -> bool:
    """Does a step lead from the case's state to ``after``?"""
    return after in TRANSITIONS[case.state]


def may_review(case: Case, who: str, *, alone: bool) -> bool:
    """Whoever added a case does not review it, unless ``alone``: one person does everything."""
    return alone or who != case.added_by
