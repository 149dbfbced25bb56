"""What the ledger knows about a mail, asked no more often than needed."""

import time
from dataclasses import dataclass, field

from mayoke import pipeline
from mayoke.records.known_leak import KnownLeak
from mayoke.store.connect import Store

SECONDS = 20.0
"""So long an answer of the ledger holds: a mail rarely comes alone."""
_NAMES, _ANSWERS = 50_000, 2_000

Keys = frozenset[str]
Leaks = tuple[KnownLeak, ...]


@dataclass(slots=True)
class Remembered:
    """Answers of the ledger, each until a moment of the monotonic clock.

    Most mails name nobody who has an incident, and many name the same: asking the database each
    time would take longer than judging them.
    """

    _unlisted: dict[str, float] = field(default_factory=dict, repr=False)
    _answers: dict[Keys, tuple[float, Leaks]] = field(default_factory=dict, repr=False)

    def keys(self, data: bytes | str) -> Keys:
        """Names and domains of the mail that the ledger may have. Raises BadInput."""
        now = time.monotonic()
        found = pipeline.mentions(data)
        return frozenset(key for key in found if self._unlisted.get(key, 0.0) <= now)

    def answer(self, keys: Keys) -> Leaks | None:
        """The incidents with these keys; None when the ledger has to be asked."""
        if not keys:
            return ()
        until, leaks = self._answers.get(keys, (0.0, ()))
        return leaks if until > time.monotonic() else None

    def ask(self, store: Store, keys: Keys) -> Leaks:
        """The ledger's answer. Raises StoreError."""
        leaks = pipeline.leaks(keys, store)
        until = time.monotonic() + SECONDS
        if leaks:
            if len(self._answers) >= _ANSWERS:
                self._answers = {}
            self._answers[keys] = (until, leaks)
            return leaks
        if len(self._unlisted) >= _NAMES:
            self._unlisted = {}
        self._unlisted.update(dict.fromkeys(keys, until))
        return ()
