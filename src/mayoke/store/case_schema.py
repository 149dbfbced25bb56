"""The tables of the casebook, as the newest migration leaves them.

They belong to the ledger's ``METADATA``: a backup holds them. ``specimens`` and ``case_changes``
only ever grow: triggers refuse every change. ``case_texts`` is what cases are searched by.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table

from mayoke.store.schema import KEY, METADATA, TEXT

cases = Table(
    "cases",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("public_id", KEY, nullable=False, unique=True),
    Column("state", KEY, nullable=False),
    Column("sha256", KEY, nullable=False, unique=True),
    Column("verdict", KEY, nullable=False),
    Column("kind", KEY, nullable=False),
    Column("family", KEY),
    Column("brand", KEY, nullable=False),
    *(Column(name, TEXT, nullable=False) for name in ("rules", "model")),
    Column("first_seen", KEY, nullable=False),
    *(Column(n, TEXT, nullable=False) for n in ("source", "notes", "comment", "comment_by")),
    *(Column(n, TEXT, nullable=False) for n in ("added_at", "added_by", "changed_at")),
    Column("changed_by", TEXT, nullable=False),
    Column("campaign", KEY, nullable=False),
    Index("cases_state", "state"),
    Index("cases_kind", "kind"),
    Index("cases_brand", "brand"),
    Index("cases_first_seen", "first_seen", "id"),
    Index("cases_campaign", "campaign"),
)


def _case() -> Column[int]:
    return Column("case_id", Integer, ForeignKey("cases.id"), primary_key=True, autoincrement=False)


specimens = Table("specimens", METADATA, _case(), Column("data", LargeBinary, nullable=False))
"""The mails as they were handed in; apart from ``cases``, so that lists stay quick."""

case_changes = Table(
    "case_changes",
    METADATA,
    _case(),
    Column("number", Integer, primary_key=True, autoincrement=False),
    *(Column(name, TEXT, nullable=False) for name in ("at", "who", "why")),
    Column("before", TEXT),
    Column("after", TEXT, nullable=False),
)

case_texts = Table("case_texts", METADATA, _case(), Column("text", TEXT, nullable=False))
"""The decoded text of the specimens, folded."""
