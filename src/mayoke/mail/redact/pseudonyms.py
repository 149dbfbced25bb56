"""One stand-in for one value, all through a case."""

from mayoke.mail.redact.squeeze import squeezed
from mayoke.records.redacted import Removed, Sort

_PEOPLE = ("●●", "▲▲", "■■", "◆◆")
_WORDS: dict[Sort, tuple[str, str]] = {
    "phone": ("電話番号", "phone"),
    "address": ("住所", "address"),
    "card": ("カード番号", "card"),
    "number": ("番号", "number"),
}


class Pseudonyms:
    """Gives each value its stand-in, the same each time it is asked."""

    def __init__(self, *, japanese: bool) -> None:
        self._japanese = japanese
        self._given: dict[tuple[Sort, str], str] = {}
        self._counts: dict[Sort, int] = {}

    def of(self, item: Removed) -> str:
        """The stand-in of a value."""
        key = item.sort, squeezed(item.value) or item.value
        if key not in self._given:
            self._counts[item.sort] = self._counts.get(item.sort, 0) + 1
            self._given[key] = self._make(item.sort, self._counts[item.sort])
        return self._given[key]

    def all(self) -> frozenset[str]:
        """Every stand-in that was given."""
        return frozenset(self._given.values())

    def _make(self, sort: Sort, count: int) -> str:
        if sort == "name":
            return _PEOPLE[count - 1] if count <= len(_PEOPLE) else f"●●{count}"
        if sort == "mail":
            return f"recipient-{count}@example.jp"
        if sort == "token":
            return f"token-{count}"
        ja, en = _WORDS[sort]
        return f"［{ja}{count}］" if self._japanese else f"[{en} {count}]"
