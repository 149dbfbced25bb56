"""Every form in which a removed value could come back."""

import base64
import hashlib
from collections.abc import Iterable, Iterator

from mayoke.mail.redact.people import reading, roman
from mayoke.mail.redact.squeeze import Needle, squeezed
from mayoke.records.redacted import Removed

_GENERIC = frozenset(
    [
        "info",
        "mail",
        "admin",
        "contact",
        "support",
        "sales",
        "test",
        "user",
        "shop",
        "news",
        "office",
        "hello",
        "webmaster",
        "example",
        "noreply",
        "customer",
        "service",
        "postmaster",
        "member",
        "account",
        "order",
        "recipient",
        "token",
        "card",
        "phone",
        "address",
        "number",
        "name",
        "mobile",
        "docomo",
        "gmail",
        "yahoo",
    ]
)
"""Words of addresses that name nobody."""
_LONGEST = 160
"""Of a longer value its beginning is looked for: the machine that finds them is built of it."""
_DIGESTS = ("md5", "sha1", "sha256")


def needles(removed: Iterable[Removed]) -> dict[Needle, Removed]:
    """What to look for, with the value it betrays."""
    found: dict[Needle, Removed] = {}
    for item in removed:
        for needle in _of(item):
            if len(needle.text) > _LONGEST:
                found.setdefault(Needle(needle.text[:_LONGEST], alone=False), item)
            elif needle.text:
                found.setdefault(needle, item)
    return found


def _of(item: Removed) -> Iterator[Needle]:
    plain = squeezed(item.value)
    if item.sort == "name":
        yield from _name(item.value, plain)
    elif item.sort == "mail":
        yield from _mail(item.value)
    elif item.sort == "phone":
        yield Needle(plain, alone=len(plain) < 10)
        national = "0" + plain[2:].removeprefix("0") if plain.startswith("81") else plain
        yield Needle(national, alone=len(plain) < 10)
        yield Needle("81" + national.removeprefix("0"), alone=False)
    elif len(plain) >= (5 if plain.isdigit() else 6):
        yield Needle(plain, alone=plain.isdigit() and len(plain) < 10)


def _name(value: str, plain: str) -> Iterator[Needle]:
    if _long_enough(plain):
        yield Needle(plain, alone=plain.isascii() or len(plain) < 3 or _is_kana(plain))
    pieces = [squeezed(piece) for piece in value.replace("\u3000", " ").split()]
    pieces = [piece for piece in pieces if piece]
    if 1 < len(pieces) < 4:
        for piece in pieces:
            if _long_enough(piece) and piece not in _GENERIC:
                yield Needle(piece, alone=True)
        back = "".join(reversed(pieces))
        if _long_enough(back):
            yield Needle(back, alone=True)
    kana = reading(plain)
    if kana:
        yield from _readings(*kana)


def _readings(family: str, given: str) -> Iterator[Needle]:
    """A frequent name in kana and Latin letters, and its family name alone."""
    yield Needle(squeezed(family + given), alone=True)
    if len(family) >= 3:
        yield Needle(squeezed(family), alone=True)
    for one in roman(family):
        if len(one) >= 4 and one not in _GENERIC:
            yield Needle(one, alone=True)
        for other in roman(given):
            yield Needle(one + other, alone=False)
            yield Needle(other + one, alone=False)


def _mail(value: str) -> Iterator[Needle]:
    address = value.strip().lower()
    local, _, domain = address.partition("@")
    yield Needle(squeezed(address), alone=False)
    yield Needle(squeezed(f"{local}at{domain.replace('.', 'dot')}"), alone=False)
    yield Needle(squeezed(f"{local}40{domain}"), alone=False)
    plain = squeezed(local)
    if len(plain) >= 4 and plain not in _GENERIC and not plain.isdigit():
        yield Needle(plain, alone=len(plain) < 8)
    for piece in local.replace("_", ".").replace("-", ".").replace("+", ".").split("."):
        if len(piece) >= 4 and piece.isalpha() and piece not in _GENERIC:
            yield Needle(squeezed(piece), alone=True)
    for form in {value.strip(), address, address.upper()}:
        for made in encoded(form):
            yield Needle(squeezed(made), alone=False)


def encoded(value: str) -> Iterator[str]:
    """A value in base64 (in its three phases, and url-safe), hexadecimal, and as digests."""
    data = value.encode("utf-8", "replace")
    yield data.hex()
    for phase in range(3):
        made = base64.b64encode(b"\0" * phase + data).decode().rstrip("=")
        # What stands beside the value changes the signs at either end.
        yield made[(0, 2, 3)[phase] : len(made) - (1 if (phase + len(data)) % 3 else 0)]
    yield base64.b32encode(data).decode().rstrip("=")
    for name in _DIGESTS:
        digest = hashlib.new(name, data, usedforsecurity=False).digest()
        yield digest.hex()
        yield base64.b64encode(digest).decode().rstrip("=")


def _long_enough(plain: str) -> bool:
    if plain.isascii():
        return len(plain) >= 4 and not plain.isdigit()
    return len(plain) >= (3 if _is_kana(plain) else 2)


def _is_kana(plain: str) -> bool:
    return all("ァ" <= ch <= "ー" for ch in plain)
