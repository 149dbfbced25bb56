"""What a receipt code comes to: a verifier that the store keeps, and a key that it never sees."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final

from mayoke.help.consultation.age import Identity, seeded
from mayoke.help.consultation.code import Code
from mayoke.store.consultations import Lock

_N: Final = 2**15
_MEMORY: Final = 2**26
_SALT: Final = 16
_NOBODY: Final = Lock("", bytes(_SALT), bytes(32))
"""Stands for a code that is unknown, so that it takes as long as a wrong one."""


@dataclass(frozen=True, slots=True)
class Derived:
    """``verifier`` is kept; ``seed`` becomes the visitor's private key."""

    verifier: bytes = field(repr=False)
    seed: bytes = field(repr=False)

    def identity(self) -> Identity:
        """The visitor's private key."""
        return seeded(self.seed)


def derive(code: Code, salt: bytes) -> Derived:
    """RFC 7914 (scrypt), N = 2¹⁵, r = 8, p = 1: a tenth of a second, and 32 MB of memory."""
    word = (code.lookup + code.secret).encode("ascii")
    made = hashlib.scrypt(word, salt=salt, n=_N, r=8, p=1, maxmem=_MEMORY, dklen=64)
    return Derived(hashlib.sha256(made[:32]).digest(), made[32:])


def new_lock(code: Code) -> tuple[Lock, Derived]:
    """A lock that the code opens."""
    salt = secrets.token_bytes(_SALT)
    derived = derive(code, salt)
    return Lock(code.lookup, salt, derived.verifier), derived


def opened(code: Code, lock: Lock | None) -> Derived | None:
    """What the code comes to if it fits; None if not, or if there is no lock: equally slowly."""
    asked = lock or _NOBODY
    derived = derive(code, asked.salt)
    fits = hmac.compare_digest(derived.verifier, asked.verifier)
    return derived if fits and lock is not None else None
