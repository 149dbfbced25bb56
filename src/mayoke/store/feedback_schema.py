"""The table of corrections that visitors sent in, as the newest migration leaves it.

It stands apart from the ledger's ``METADATA``, like the consultations: a backup of the ledger does
not hold it, and a restored ledger leaves it as it is.
"""

from typing import Final

from sqlalchemy import Column, Index, Integer, MetaData, Table

from mayoke.store.schema import KEY, TEXT

FEEDBACK: Final = MetaData()

feedback = Table(
    "feedback",
    FEEDBACK,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("day", KEY, nullable=False),
    *(Column(name, KEY, nullable=False) for name in ("verdict", "kind", "correction")),
    Column("signals", TEXT, nullable=False),
    *(Column(name, KEY, nullable=False) for name in ("mayoke", "rules", "model")),
    Index("feedback_day", "day"),
)
"""``signals``: a JSON list of their ids. Nothing of a mail, nor who said it, nor the hour."""
