"""The tables of the store, as the newest migration leaves them.

``versions``, ``corrections``, ``state_changes`` and ``documents`` only ever grow: triggers refuse
every change. ``current_facts``, ``current_data``, ``identity_keys`` and ``searchable`` follow
from them.
"""

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, String, Table, Text

REVISIONS: Final = ("0001", "0002", "0003", "0004")
"""Every migration, oldest first; kept here too, so that opening a store need not load Alembic."""
HEAD: Final = REVISIONS[-1]
VERSION_TABLE: Final = "mayoke_schema"

KEPT: Final = ("documents", "versions", "corrections", "state_changes")
"""Tables whose rows nobody changes or deletes."""

DELAYS: Final = (
    "suspicion_to_disclosure_days",
    "suspicion_to_full_report_days",
    "suspicion_to_card_stop_days",
    "suspicion_to_site_stop_days",
    "suspicion_to_police_days",
    "suspicion_to_ppc_days",
    "suspicion_to_individuals_days",
    "investigation_days",
    "investigation_completed_to_disclosure_days",
    "occurrence_to_discovery_days",
    "exposure_days",
    "exposure_end_to_disclosure_days",
)

TEXT: Final = Text().with_variant(Text(collation="C"), "postgresql")
"""Compared byte by byte on both databases, whatever the server's language."""
KEY: Final = String(200).with_variant(String(200, collation="C"), "postgresql")

METADATA: Final = MetaData()

counters = Table(
    "counters",
    METADATA,
    Column("name", KEY, primary_key=True),
    Column("last", Integer, nullable=False),
)

documents = Table(
    "documents",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("sha256", KEY, nullable=False, unique=True),
    Column("media_type", TEXT, nullable=False),
    Column("received_at", TEXT, nullable=False),
    Column("added_by", TEXT, nullable=False),
    Column("url", TEXT),
    Column("title", TEXT),
    Column("site_name", TEXT),
    Column("published", TEXT),
    Column("document_kind", TEXT, nullable=False),
    Column("report", TEXT),
    Column("text", TEXT, nullable=False),
)

incidents = Table(
    "incidents",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("public_id", KEY, nullable=False, unique=True),
    Column("state", KEY, nullable=False),
    Column("added_at", TEXT, nullable=False),
    Column("changed_at", TEXT, nullable=False),
    Column("changed_by", TEXT, nullable=False),
    Column("same_as", KEY),
    Index("incidents_state", "state"),
)


def _incident() -> Column[int]:
    return Column(
        "incident_id",
        Integer,
        ForeignKey("incidents.id"),
        primary_key=True,
        autoincrement=False,
    )


def _number() -> Column[int]:
    return Column("number", Integer, primary_key=True, autoincrement=False)


versions = Table(
    "versions",
    METADATA,
    _incident(),
    _number(),
    Column("document_id", Integer, ForeignKey("documents.id"), nullable=False, index=True),
    Column("added_at", TEXT, nullable=False),
    Column("added_by", TEXT, nullable=False),
    Column("link", TEXT),
    Column("data", TEXT, nullable=False),
)

corrections = Table(
    "corrections",
    METADATA,
    _incident(),
    _number(),
    Column("at", TEXT, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
    Column("field", TEXT, nullable=False),
    Column("old", TEXT, nullable=False),
    Column("new", TEXT, nullable=False),
)

state_changes = Table(
    "state_changes",
    METADATA,
    _incident(),
    _number(),
    Column("at", TEXT, nullable=False),
    Column("who", TEXT, nullable=False),
    Column("why", TEXT, nullable=False),
    Column("before", TEXT),
    Column("after", TEXT, nullable=False),
)

current_facts = Table(
    "current_facts",
    METADATA,
    _incident(),
    Column("name", TEXT, nullable=False),
    Column("names_folded", TEXT, nullable=False),
    Column("cause", KEY),
    Column("card_data", Integer, nullable=False),
    Column("year", Integer),
    Column("told_from", KEY),
    Column("told_to", KEY),
    *(Column(name, Integer) for name in DELAYS),
    Index("current_facts_told", "told_from"),
)

current_data = Table(
    "current_data",
    METADATA,
    _incident(),
    Column("data", TEXT, nullable=False),
    Column("sources", TEXT, nullable=False),
    Column("corrected", TEXT, nullable=False),
)
"""The facts themselves, apart from the columns that lists are sorted and filtered by."""

identity_keys = Table(
    "identity_keys",
    METADATA,
    Column("key", KEY, primary_key=True),
    _incident(),
)

searchable = Table(
    "searchable",
    METADATA,
    _incident(),
    Column("text", TEXT, nullable=False),
)
"""On PostgreSQL it has a column ``tokens`` (tsvector, GIN) too; on SQLite ``searchable_index``
(FTS5) stands beside it."""
