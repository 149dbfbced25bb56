"""A visitor's deeds: handing in, asking, adding, erasing.

After ``hand_in`` the server can read nothing of what it keeps; the receipt code opens it again, for
as long as one of these functions runs. Each takes a tenth of a second and 32 MB of memory: let few
run at a time.
"""

from datetime import datetime
from typing import Final

from mayoke.help.consultation import age
from mayoke.help.consultation.age import DeskKey
from mayoke.help.consultation.code import new_code, new_number, read_code
from mayoke.help.consultation.content import encode
from mayoke.help.consultation.lock import Derived, new_lock, opened
from mayoke.help.consultation.seal import Place, new_secret, seal
from mayoke.help.consultation.thread import unfold, unknown
from mayoke.records.consultation import Consultation, Content, Receipt
from mayoke.records.errors import DeskFull
from mayoke.store.connect import Store
from mayoke.store.consultations import Sealed, Shelf, at_work, looking
from mayoke.store.rows import stamp, time_of

RETENTION_DAYS: Final = 90
ROOM: Final = 5_000_000_000
"""Bytes of all consultations together, beyond which none is taken in."""
ENTRIES_MOST: Final = 200
SIZE_MOST: Final = 100_000_000
"""Entries and bytes of one consultation, beyond which a visitor adds none."""
_VISITOR: Final = "visitor"


def hand_in(
    store: Store,
    desk: DeskKey,
    content: Content,
    now: datetime,
    *,
    retention_days: int = RETENTION_DAYS,
    room: int = ROOM,
) -> Receipt:
    """Seal what a visitor hands in, and keep it; the receipt's code is nowhere else.

    Kept until ``retention_days`` after the last entry. Raises EmptyInput, TooLarge, BadInput,
    DeskFull, StoreError; ValueError for days that are no number from 1 to 3650.
    """
    if not 1 <= retention_days <= 3650:
        raise ValueError("a retention is 1 to 3650 days")
    data = encode(content)
    code, secret = new_code(), new_secret()
    lock, derived = new_lock(code)
    wrapped = age.wrap(secret, desk, derived.identity())
    with at_work(store, now) as shelf:
        if shelf.size() + len(data) > room:
            raise DeskFull(
                "the desk cannot take in more at the moment; please try again tomorrow, and use "
                "the contacts of the plan meanwhile",
                "今は新しい相談をお預かりできません。明日もう一度お試しください。"
                "それまでは、手順にある窓口をご利用ください",
            )
        number = _free_number(shelf)
        shelf.put(number, lock, wrapped, retention_days)
        expires_at = _append(shelf, number, secret, data)
        shelf.log(_VISITOR, "handed_in", number)
    return Receipt(number, code.spelled(), expires_at)


def ask(store: Store, code: str, now: datetime) -> Consultation:
    """Everything that was said so far. Raises BadReceipt, UnknownConsultation, SealBroken."""
    kept, secret = _open(store, code, now)
    with at_work(store, now) as shelf:
        whole = shelf.whole(kept.id)
        if whole is None:
            raise unknown()
        found = unfold(whole, secret)
        shelf.log(_VISITOR, "read", kept.id)
    return found


def add(store: Store, code: str, content: Content, now: datetime) -> datetime:
    """Add to a consultation; until when it is kept now.

    Raises BadReceipt, UnknownConsultation, SealBroken, EmptyInput, TooLarge, BadInput, DeskFull.
    """
    data = encode(content)
    kept, secret = _open(store, code, now)
    with at_work(store, now) as shelf:
        there = shelf.find(kept.id)
        if there is None:
            raise unknown()
        if there.count >= ENTRIES_MOST or there.size + len(data) > SIZE_MOST:
            raise DeskFull(
                "this consultation holds no more; please hand in a new one",
                "この相談には、これ以上書き足せません。新しい相談としてお送りください",
            )
        expires_at = _append(shelf, kept.id, secret, data)
        shelf.log(_VISITOR, "added", kept.id)
    return expires_at


def erase(store: Store, code: str, now: datetime) -> None:
    """Destroy a consultation: its key and all that was said. Raises as ``ask``."""
    kept, _ = _open(store, code, now)
    with at_work(store, now) as shelf:
        if shelf.find(kept.id) is None:
            raise unknown()
        shelf.erase(kept.id)
        shelf.log(_VISITOR, "erased", kept.id)


def _free_number(shelf: Shelf) -> str:
    number = new_number()
    while not shelf.is_free(number):
        number = new_number()
    return number


def _append(shelf: Shelf, number: str, secret: bytes, data: bytes) -> datetime:
    at = time_of(stamp(shelf.now))

    def sealed(entry: int) -> bytes:
        return seal(secret, Place(number, entry, "visitor", at), data)

    return shelf.append(number, "visitor", sealed)


def _open(store: Store, code: str, now: datetime) -> tuple[Sealed, bytes]:
    """The consultation that the code opens, without its entries, and its key."""
    typed = read_code(code)
    with looking(store, now) as shelf:
        kept = shelf.find_by(typed.lookup)
    derived: Derived | None = opened(typed, kept.lock if kept else None)
    if kept is None or derived is None:
        with at_work(store, now) as shelf:
            shelf.log(_VISITOR, "refused", kept.id if kept else "")
        raise unknown()
    return kept, age.unwrap(kept.wrapped, derived.identity())
