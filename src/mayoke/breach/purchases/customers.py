"""Whom a shop has to tell: its orders within the period, each customer once, and the counts."""

import hashlib
import secrets
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from mayoke.breach.purchases.cells import mask_cards, read_day
from mayoke.breach.purchases.judge import INSIDE, NEAR, NO_DAY, OPEN, only_card_data, rank_of
from mayoke.breach.purchases.lines import cell
from mayoke.breach.purchases.spans import spans_of
from mayoke.records.incident import AffectedCount, Incident
from mayoke.records.purchase import Columns

_OTHER_WAYS: Final = (
    "代引", "代金引換", "コンビニ", "銀行", "振込", "振替", "後払", "現金", "郵便", "払込", "ポイント",
    "paypay", "paypal", "amazonpay", "amazon pay", "楽天ペイ", "rakutenpay", "d払い", "linepay",
    "キャリア", "au pay", "paidy", "ペイディ", "atone", "np",
)  # fmt: skip
"""Ways of payment by which no card number is typed in at the shop."""


@dataclass(slots=True)
class Customer:
    """Somebody to tell.

    ``sure``: an order lies within the period, not only where the notice is vague or silent.
    """

    key: str
    id: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""
    orders: int = 0
    first: date | None = None
    last: date | None = None
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A group of the notice beside the same group of the list; ``counted`` None: not countable."""

    told: AffectedCount
    counted: int | None


@dataclass(slots=True)
class Listing:
    """The customers and how they were counted; numbers are lines of the list.

    ``other_payment``: within the period but paid so that no card number was given (only where
    nothing but card data leaked). ``nameless``: within it, but nobody can be told.
    """

    customers: list[Customer] = field(default_factory=list)
    lines: int = 0
    inside: int = 0
    at_edge: int = 0
    outside: int = 0
    undated: int = 0
    other_payment: int = 0
    nameless: int = 0
    cards: int | None = None
    counts: tuple[Count, ...] = ()


def customers_of(rows: Iterable[Sequence[str]], columns: Columns, incident: Incident) -> Listing:
    """Go through a shop's orders. The days are the shop's own, so that exact periods are exact."""
    spans = spans_of(incident, posted=columns.posted, edge=0)
    card_only = only_card_data(incident)
    found = Listing()
    people = _People()
    salt, cards = secrets.token_bytes(16), set[bytes]()
    for row in rows:
        if not any(text.strip() for text in row):
            continue
        found.lines += 1
        day = read_day(cell(row, columns.at.get("date")))
        rank = rank_of(day, spans)
        if not _counted(found, rank):
            continue
        if card_only and paid_otherwise(cell(row, columns.at.get("kind"))):
            found.other_payment += 1
            continue
        if not people.add(row, columns, sure=rank == INSIDE):
            found.nameless += 1
        token = "".join(cell(row, columns.at.get("card")).split())
        if token:
            cards.add(hashlib.blake2b(token.encode(), digest_size=12, key=salt).digest())
    found.customers = people.all()
    found.cards = len(cards) if "card" in columns.at else None
    found.counts = tuple(_counts(found, incident))
    return found


def _counted(found: Listing, rank: int) -> bool:
    """Note where the line lies; is it to be told of?"""
    if rank == NO_DAY:
        found.undated += 1
    elif rank == INSIDE:
        found.inside += 1
    elif rank in {NEAR, OPEN}:
        found.at_edge += 1
    else:
        found.outside += 1
    return rank in {INSIDE, NEAR, OPEN}


def paid_otherwise(words: str) -> bool:
    """Is it a way of payment that gives the shop no card number?"""
    text = unicodedata.normalize("NFKC", words).lower()
    return any(way in text for way in _OTHER_WAYS) and "クレジット" not in text


class _People:
    """Customers by number, else mail address, else name with telephone number."""

    def __init__(self) -> None:
        self._by_key: dict[str, Customer] = {}
        self._key_of_mail: dict[str, str] = {}

    def add(self, row: Sequence[str], columns: Columns, *, sure: bool) -> bool:
        """Take in one order; False when it says nothing of who ordered."""
        number, name, mail, phone = (
            cell(row, columns.at.get(role)) for role in ("customer", "name", "email", "phone")
        )
        address, digits = fold_mail(mail), fold_phone(phone)
        if number:
            key = f"id:{unicodedata.normalize('NFKC', number)}"
            self._join_guest(address, key)
        elif address:
            key = self._key_of_mail.get(address, f"mail:{address}")
        elif name and digits:
            key = f"name:{fold_name(name)} {digits}"
        else:
            return False
        if address:
            self._key_of_mail.setdefault(address, key)
        known = self._by_key.setdefault(key, Customer(key))
        known.id, known.name = known.id or mask_cards(number), known.name or mask_cards(name)
        known.email, known.phone = known.email or mail, known.phone or phone
        day = read_day(cell(row, columns.at.get("date")))
        known.orders += 1
        known.sure = known.sure or sure
        if day:
            known.first = min(known.first or day, day)
            known.last = max(known.last or day, day)
        return True

    def all(self) -> list[Customer]:
        """Everybody, in the order of their first line."""
        return list(self._by_key.values())

    def _join_guest(self, address: str, key: str) -> None:
        """Orders made as a guest belong to the member with the same mail address."""
        guest = self._by_key.pop(f"mail:{address}", None) if address else None
        if guest is None:
            return
        self._key_of_mail[address] = key
        known = self._by_key.setdefault(key, Customer(key))
        known.orders += guest.orders
        known.sure = known.sure or guest.sure
        known.first = min(filter(None, (known.first, guest.first)), default=None)
        known.last = max(filter(None, (known.last, guest.last)), default=None)
        known.name, known.email = known.name or guest.name, known.email or guest.email
        known.phone = known.phone or guest.phone


def fold_mail(address: str) -> str:
    """A mail address in one form; empty if it is none."""
    text = "".join(unicodedata.normalize("NFKC", address).lower().split())
    return text if "@" in text[1:-1] else ""


def fold_phone(number: str) -> str:
    """The digits, with 0 for +81; empty if they are fewer than nine."""
    digits = "".join(ch for ch in unicodedata.normalize("NFKC", number) if ch.isdigit())
    if digits.startswith("81") and len(digits) >= 11:
        digits = "0" + digits[2:].removeprefix("0")
    return digits if len(digits) >= 9 else ""


def fold_name(name: str) -> str:
    """A person's name without spaces and 様."""
    text = "".join(unicodedata.normalize("NFKC", name).split()).lower()
    return text.removesuffix("様")


_PEOPLE: Final = frozenset({"card_holder", "customer", "member", "personal", "account"})


def _counts(found: Listing, incident: Incident) -> Iterator[Count]:
    """Each count of the notice that a list of orders can be held against."""
    for told in incident.affected_count:
        if told.superseded:
            continue
        if told.what == "card":
            yield Count(told, found.cards)
        elif told.what in _PEOPLE:
            yield Count(told, len(found.customers))
        elif told.primary:
            yield Count(told, None)


def tally_of(found: Listing) -> Counter[str]:
    """The numbers, for people and for JSON."""
    return Counter(
        lines=found.lines,
        inside=found.inside,
        at_edge=found.at_edge,
        outside=found.outside,
        undated=found.undated,
        other_payment=found.other_payment,
        nameless=found.nameless,
        customers=len(found.customers),
    )
