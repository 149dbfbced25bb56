"""What a planted mail is."""

from dataclasses import dataclass

from mayoke.records.known import Known


@dataclass(frozen=True, slots=True)
class Plant:
    """One value that must not be seen again; ``forms``: as written, before the transfer encoding.

    ``kind``: name, mail, phone, postal, address, card, account, customer or token.
    """

    kind: str
    value: str
    forms: tuple[str, ...]
    where: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planted:
    """A mail, what its recipient has told of themselves (or nothing), what must go, what must stay.

    ``keep``: the scammer's hosts, numbers and wallets, and the words that are evidence.
    """

    data: bytes
    known: Known
    planted: tuple[Plant, ...]
    keep: tuple[str, ...]
