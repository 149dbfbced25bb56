"""Entries under a consultation's own key: ChaCha20-Poly1305 (RFC 8439), bound to their place.

An entry opens nowhere but in its consultation, at its number, from its side, at its time: rows that
were exchanged or changed are noticed.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from mayoke.records.consultation import Side
from mayoke.records.errors import SealBroken
from mayoke.store.rows import stamp

FORM: Final = "mayoke.consultation/1"
_NONCE: Final = 12


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry belongs."""

    consultation: str
    number: int
    side: Side
    at: datetime

    def bound(self) -> bytes:
        """The same as bytes, unambiguous."""
        parts = (FORM, self.consultation, str(self.number), self.side, stamp(self.at))
        return "\n".join(parts).encode()


def new_secret() -> bytes:
    """A consultation's own key."""
    return ChaCha20Poly1305.generate_key()


def seal(secret: bytes, place: Place, data: bytes) -> bytes:
    """The entry, sealed: nonce, then ciphertext. A key seals too few for nonces to meet."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + ChaCha20Poly1305(secret).encrypt(nonce, data, place.bound())


def unseal(secret: bytes, place: Place, sealed: bytes) -> bytes:
    """The entry again. Raises SealBroken."""
    try:
        return ChaCha20Poly1305(secret).decrypt(sealed[:_NONCE], sealed[_NONCE:], place.bound())
    except (InvalidTag, ValueError):
        raise broken() from None


def broken() -> SealBroken:
    """What is said of rows that were changed."""
    return SealBroken(
        "the consultation was changed after it was sealed, or is damaged",
        "この相談の記録は、封をしたあとで書き換えられたか、壊れています",
    )
