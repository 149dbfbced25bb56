"""Keys in the age format (https://age-encryption.org/v1): the desk's, and those of receipts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import pyrage  # type: ignore[import-untyped]  # compiled, ships no types

from mayoke.help.consultation import bech32
from mayoke.records.errors import BadKey, SealBroken

_SECRET: Final = "AGE-SECRET-KEY-1"  # noqa: S105  how every one begins
_SEALED_FILES: Final = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
_FILE_MOST: Final = 100_000


@dataclass(frozen=True, slots=True)
class DeskKey:
    """The public keys (``age1…``) a consultation is sealed to: the desk's, or of several desks."""

    public: tuple[str, ...]
    recipients: tuple[Any, ...] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """Private keys; each opens what was sealed to its public one. Never shown."""

    keys: tuple[Any, ...] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class NewKey:
    """A new pair of keys of the desk. ``private`` goes into a file, ``public`` to the server."""

    public: str
    private: str = field(repr=False)


def desk_key(text: str) -> DeskKey:
    """The public key in a text; several stand apart by spaces or commas. Raises BadKey."""
    public = tuple(dict.fromkeys(text.replace(",", " ").split()))
    if any(_SECRET in one.upper() for one in public):
        raise BadKey(
            "this is the private key of the desk; it must never leave the desk's own machine: "
            "give the public one, which begins with age1",
            "これは窓口の秘密鍵です。窓口の機械の外に出さないでください。age1 で始まる公開鍵を指定してください",
        )
    try:
        recipients = tuple(map(pyrage.x25519.Recipient.from_str, public))
    except pyrage.RecipientError:
        recipients = ()
    if not recipients:
        raise BadKey(
            "this is no public key of a desk; it begins with age1, as mayoke desk key prints it",
            "窓口の公開鍵ではありません。mayoke desk key が表示する、age1 で始まる文字列を指定してください",
        )
    return DeskKey(public, recipients)


def sealed_key_ok(text: str) -> bool:
    """Is the text a public key that consultations can be sealed to?"""
    try:
        desk_key(text)
    except BadKey:
        return False
    return True


def new_key() -> NewKey:
    """A new pair of keys."""
    made = pyrage.x25519.Identity.generate()
    return NewKey(str(made.to_public()), str(made))


def key_file(key: NewKey, passphrase: str = "") -> bytes:
    """What the desk keeps: the form of ``age-keygen``, sealed if there is a passphrase."""
    plain = f"# public key: {key.public}\n{key.private}\n".encode()
    return bytes(pyrage.passphrase.encrypt(plain, passphrase)) if passphrase else plain


def identity_of(data: bytes, passphrase: Callable[[], str]) -> Identity:
    """The private keys in a key file: one or, after a change of keys, several.

    ``passphrase`` is asked only for a file that needs it. Raises BadKey.
    """
    plain = data[:_FILE_MOST]
    if plain.startswith(_SEALED_FILES):
        try:
            plain = bytes(pyrage.passphrase.decrypt(plain, passphrase()))
        except pyrage.DecryptError:
            raise BadKey(
                "the passphrase does not open the key file",
                "この合言葉では鍵のファイルを開けません",
            ) from None
    lines = (line.strip() for line in plain.decode("utf-8", "replace").splitlines())
    try:
        found = [pyrage.x25519.Identity.from_str(line) for line in lines if _is_key(line)]
    except pyrage.IdentityError:
        found = []
    if not found:
        raise BadKey(
            "this file holds no private key of a desk; mayoke desk key makes one",
            "窓口の秘密鍵のファイルではありません。mayoke desk key で作れます",
        )
    return Identity(tuple(found))


def _is_key(line: str) -> bool:
    return bool(line) and not line.startswith("#")


def seeded(seed: bytes) -> Identity:
    """The private key that 32 bytes stand for."""
    text = bech32.encode(_SECRET[:-1].lower(), seed).upper()
    return Identity((pyrage.x25519.Identity.from_str(text),))


def wrap(key: bytes, desk: DeskKey, visitor: Identity) -> bytes:
    """``key``, sealed so that the desk opens it, and the visitor."""
    recipients: Sequence[Any] = [*desk.recipients, *(one.to_public() for one in visitor.keys)]
    return bytes(pyrage.encrypt(key, recipients))


def unwrap(wrapped: bytes, identity: Identity) -> bytes:
    """The key again. Raises SealBroken."""
    try:
        return bytes(pyrage.decrypt(wrapped, list(identity.keys)))
    except pyrage.DecryptError:
        raise SealBroken(
            "this key does not open the consultation: it was sealed to another one, or changed",
            "この鍵では相談を開けません。別の鍵で封をされたか、書き換えられています",
        ) from None
