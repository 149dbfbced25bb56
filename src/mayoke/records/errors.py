"""Errors a caller may meet.

MayokeError (never raised itself)
├── BadInput(ValueError)      what was handed in is not a message
│   ├── EmptyInput
│   ├── TooLarge
│   ├── UnsupportedInput      a form that is not read yet (.msg)
│   ├── BadReceipt            a receipt code was mistyped
│   └── BadKey                no key of the desk, or the wrong passphrase
├── BadRegistry(ValueError)   a record of the registry is wrong
├── UnknownIncident(LookupError)   the ledger has no incident of that name
├── UnknownConsultation(LookupError)   none of that number or code, or no longer
├── SealBroken                a consultation cannot be opened: another key, or changed rows
├── DeskFull                  no more room for what is handed in
└── StoreError                the store cannot be used; nothing was changed
    ├── StoreLocked           somebody else is writing
    ├── StoreNewer            made by a newer version of mayoke
    ├── StoreOlder            waits for ``mayoke store migrate``
    ├── StoreMissing          there is none at that place
    ├── StoreUnreachable      it cannot be opened, read, written or connected to
    ├── StoreDamaged          it is no database, not ours, or broken
    ├── StoreChanged          somebody else changed the incident meanwhile
    ├── StoreNotEmpty         a backup is restored into an empty store only
    └── BadBackup             the backup is cut short, changed, or no backup
"""


class MayokeError(Exception):
    """The root; catch this to catch all of ours."""


class BadInput(MayokeError, ValueError):
    """The input cannot be read; the text says what to do. ``ja``: the same in Japanese, if told."""

    def __init__(self, words: str, ja: str = "") -> None:
        super().__init__(words)
        self.ja = ja


class EmptyInput(BadInput):
    """Nothing was handed in."""


class TooLarge(BadInput):
    """The input is larger than the limit that the text names."""


class UnsupportedInput(BadInput):
    """A form that this version does not read."""


class BadReceipt(BadInput):
    """No receipt code: one was mistyped, or a part is missing. The words never repeat it."""


class BadKey(BadInput):
    """No key of the desk, or a passphrase that does not open it. The words never repeat it."""


class BadRegistry(MayokeError, ValueError):
    """A registry record breaks a rule; the text names file and rule."""


class UnknownIncident(MayokeError, LookupError):
    """The ledger has no incident of that name."""


class _OfConsultation(MayokeError):
    """``ja``: the same in Japanese."""

    def __init__(self, words: str, ja: str) -> None:
        super().__init__(words)
        self.ja = ja


class UnknownConsultation(_OfConsultation, LookupError):
    """There is no such consultation, or it was erased, or its time is over: which, is not told."""


class SealBroken(_OfConsultation):
    """A consultation cannot be opened: it was sealed to another key, or its rows were changed."""


class DeskFull(_OfConsultation):
    """What is handed in finds no room any more; the text says what to do."""


class StoreError(MayokeError):
    """The store cannot be used as asked; the text says what to do, and nothing was changed."""


class StoreLocked(StoreError):
    """Somebody else is writing, and did not finish in time."""


class StoreNewer(StoreError):
    """A newer version of mayoke made the store or the backup."""


class StoreOlder(StoreError):
    """An older version of mayoke made the store; it has to be migrated first."""


class StoreMissing(StoreError):
    """There is no store at that place."""


class StoreUnreachable(StoreError):
    """The store cannot be opened, read, written or connected to."""


class StoreDamaged(StoreError):
    """What lies there is no database, none of ours, or broken."""


class StoreChanged(StoreError):
    """Somebody else changed the incident since it was looked at."""


class StoreNotEmpty(StoreError):
    """A backup is restored into an empty store only, unless one insists."""


class BadBackup(StoreError):
    """The file is no backup, was cut short, or was changed."""
