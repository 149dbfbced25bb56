"""Who may move an incident from one state to another: it names a real firm."""

from typing import Final

from mayoke.records.ledger import Entry, State
from mayoke.records.verdict import Sentence

TRANSITIONS: Final[dict[State, frozenset[State]]] = {
    "new": frozenset(("reviewed", "withdrawn")),
    "reviewed": frozenset(("published", "new", "withdrawn")),
    "published": frozenset(("reviewed", "new", "withdrawn")),
    "withdrawn": frozenset(("new",)),
}
"""``new`` → ``reviewed`` → ``published``; every step can be taken back; ``withdrawn`` from anywhere,
and from there only back to the beginning. Whatever changes the facts leads to ``new``."""


def refusal(entry: Entry, after: State, who: str, *, alone: bool = False) -> Sentence | None:
    """Why ``who`` may not move the incident to ``after``; None when nothing stands against it.

    Whoever added the last document or correction does not review it, unless ``alone``: then one
    person does everything, and the history shows it.
    """
    if entry.same_as:
        return Sentence(
            f"{entry.id} は {entry.same_as} と同じ件です。{entry.same_as} のほうを操作してください。",
            f"{entry.id} is the same as {entry.same_as}; change that one.",
        )
    if after == entry.state:
        return Sentence(
            f"{entry.id} はすでに「{JA[after]}」です。", f"{entry.id} is {after} already."
        )
    if after not in TRANSITIONS[entry.state]:
        return Sentence(
            f"{entry.id} は「{JA[entry.state]}」なので、「{JA[after]}」にはできません。",
            f"{entry.id} is {entry.state}; it cannot become {after} from there.",
        )
    if after == "reviewed" and entry.state == "new" and not alone and who == entry.changed_by:
        return Sentence(
            f"{entry.id} に最後に手を加えたのは {who} さんです。確認は別の人が行ってください。",
            f"{who} made the last change to {entry.id}; somebody else has to review it.",
        )
    return None


JA: Final[dict[State, str]] = {
    "new": "未確認",
    "reviewed": "確認済み",
    "published": "公開中",
    "withdrawn": "取り下げ",
}
"""What the states are called in Japanese."""
