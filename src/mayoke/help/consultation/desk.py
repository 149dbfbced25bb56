"""The desk's deeds. The private key stays with the caller, who is on the desk's own machine.

``who`` is the name that the access log keeps. Numbers may be typed in any way.
"""

from datetime import datetime

from mayoke.help.consultation import age
from mayoke.help.consultation.age import Identity
from mayoke.help.consultation.code import read_number
from mayoke.help.consultation.content import encode
from mayoke.help.consultation.seal import Place, seal
from mayoke.help.consultation.thread import unfold, unknown
from mayoke.records.consultation import Consultation, Content, Listed, Logged
from mayoke.store.connect import Store
from mayoke.store.consultations import Sealed, at_work, looking
from mayoke.store.rows import stamp, time_of


def listing(store: Store, now: datetime) -> list[Listed]:
    """What is there, without content: what waits for an answer first, the longest waiting first."""
    with at_work(store, now) as shelf:
        return shelf.listing()


def read(store: Store, identity: Identity, number: str, *, who: str, now: datetime) -> Consultation:
    """Open a consultation. Raises UnknownConsultation, SealBroken (another key, changed rows)."""
    with at_work(store, now) as shelf:
        kept = _there(shelf.whole(read_number(number)))
        found = unfold(kept, age.unwrap(kept.wrapped, identity))
        shelf.log(who, "read", kept.id)
    return found


def answer(
    store: Store, identity: Identity, number: str, text: str, *, who: str, now: datetime
) -> datetime:
    """Answer the visitor; until when the consultation is kept now.

    Raises UnknownConsultation, SealBroken, EmptyInput, TooLarge.
    """
    data = encode(Content(story=text))
    at = time_of(stamp(now))
    with at_work(store, now) as shelf:
        kept = _there(shelf.find(read_number(number)))
        secret = age.unwrap(kept.wrapped, identity)

        def sealed(entry: int) -> bytes:
            return seal(secret, Place(kept.id, entry, "desk", at), data)

        expires_at = shelf.append(kept.id, "desk", sealed)
        shelf.log(who, "answered", kept.id)
    return expires_at


def erase(store: Store, number: str, *, who: str, now: datetime) -> None:
    """Destroy a consultation: its key and all that was said. Raises UnknownConsultation."""
    with at_work(store, now) as shelf:
        kept = _there(shelf.find(read_number(number)))
        shelf.erase(kept.id)
        shelf.log(who, "erased", kept.id)


def purge(store: Store, now: datetime) -> int:
    """Erase what has expired, and the traces of what was erased before; how many expired."""
    with at_work(store, now) as shelf:
        count = shelf.erased
    store.leave_no_traces()
    return count


def access_log(store: Store, now: datetime, number: str = "", most: int = 1000) -> list[Logged]:
    """The newest lines of the access log, of one consultation or of all, the oldest first."""
    with looking(store, now) as shelf:
        return shelf.logged(read_number(number) or "-" if number else "", most)


def _there(found: Sealed | None) -> Sealed:
    if found is None:
        raise unknown()
    return found
