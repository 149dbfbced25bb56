"""The tables of the consultations, as the newest migration leaves them.

They stand apart from the ledger's ``METADATA``: a backup of the ledger must not hold them (it
would outlive their erasing), and a restored ledger leaves them as they are. A migration that
changes them therefore has to look first whether they are changed already.
"""

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table

from mayoke.store.schema import KEY, TEXT

CONSULTATIONS: Final = MetaData()

consultations = Table(
    "consultations",
    CONSULTATIONS,
    Column("id", KEY, primary_key=True),
    Column("lookup", KEY, nullable=False, unique=True),
    Column("salt", LargeBinary, nullable=False),
    Column("verifier", LargeBinary, nullable=False),
    Column("arrived_at", TEXT, nullable=False),
    Column("active_at", TEXT, nullable=False),
    Column("expires_at", KEY, nullable=False),
    Column("retention_days", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Index("consultations_expires_at", "expires_at"),
)
"""``lookup``: the public part of the receipt code. ``verifier``: a slow hash of its secret part."""


def _consultation() -> Column[str]:
    return Column("consultation_id", KEY, ForeignKey("consultations.id"), primary_key=True)


consultation_keys = Table(
    "consultation_keys",
    CONSULTATIONS,
    _consultation(),
    Column("wrapped", LargeBinary, nullable=False),
)
"""The consultation's own key, wrapped to the desk and to the receipt code."""

consultation_entries = Table(
    "consultation_entries",
    CONSULTATIONS,
    _consultation(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("side", KEY, nullable=False),
    Column("at", TEXT, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

consultation_log = Table(
    "consultation_log",
    CONSULTATIONS,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", KEY, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("deed", KEY, nullable=False),
    Column("consultation", KEY),
    Index("consultation_log_consultation", "consultation"),
    Index("consultation_log_deed_at", "deed", "at"),
)
"""Who did what, and when; it stays when a consultation is erased."""
