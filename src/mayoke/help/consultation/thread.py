"""From sealed rows to a consultation."""

from mayoke.help.consultation.content import decode
from mayoke.help.consultation.seal import Place, broken, unseal
from mayoke.records.consultation import Consultation, Said
from mayoke.records.errors import UnknownConsultation
from mayoke.store.consultations import Sealed, SealedEntry


def unfold(kept: Sealed, secret: bytes) -> Consultation:
    """Everything that was said. Raises SealBroken when a row was changed, exchanged or is missing.

    The last rows could be missing unnoticed: nothing outside the database counts them.
    """
    if not kept.entries or [one.number for one in kept.entries] != list(
        range(1, len(kept.entries) + 1)
    ):
        raise broken()
    said = tuple(_said(kept.id, one, secret) for one in kept.entries)
    return Consultation(
        id=kept.id,
        state="answered" if said[-1].by == "desk" else "waiting",
        arrived_at=kept.arrived_at,
        expires_at=kept.expires_at,
        said=said,
    )


def _said(consultation: str, entry: SealedEntry, secret: bytes) -> Said:
    place = Place(consultation, entry.number, entry.by, entry.at)
    return Said(entry.number, entry.by, entry.at, decode(unseal(secret, place, entry.sealed)))


def unknown() -> UnknownConsultation:
    """The same words whether it never was, was erased, or its time is over."""
    return UnknownConsultation(
        "there is no such consultation; it may have been erased, or its time may be over",
        "その相談は見つかりません。消されたか、保存期間が過ぎたのかもしれません",
    )
