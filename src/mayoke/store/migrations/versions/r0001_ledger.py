"""The breach ledger."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
KEY = sa.String(200).with_variant(sa.String(200, collation="C"), "postgresql")
DELAYS = (
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
KEPT = ("documents", "versions", "corrections", "state_changes")
WORDS = "the ledger keeps what was recorded"


def upgrade() -> None:
    """Tables, the search index, and the triggers that keep what was recorded."""
    _sources()
    _incidents()
    _derived()
    if op.get_bind().dialect.name == "postgresql":
        _postgresql()
    else:
        _sqlite()


def _sources() -> None:
    op.create_table(
        "counters",
        sa.Column("name", KEY, primary_key=True),
        sa.Column("last", sa.Integer, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sha256", KEY, nullable=False, unique=True),
        sa.Column("media_type", TEXT, nullable=False),
        sa.Column("received_at", TEXT, nullable=False),
        sa.Column("added_by", TEXT, nullable=False),
        sa.Column("url", TEXT),
        sa.Column("title", TEXT),
        sa.Column("site_name", TEXT),
        sa.Column("published", TEXT),
        sa.Column("document_kind", TEXT, nullable=False),
        sa.Column("report", TEXT),
        sa.Column("text", TEXT, nullable=False),
    )


def _of_incident() -> tuple[sa.Column[int], sa.Column[int]]:
    return (
        sa.Column(
            "incident_id",
            sa.Integer,
            sa.ForeignKey("incidents.id"),
            primary_key=True,
            autoincrement=False,
        ),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    )


def _said() -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, TEXT, nullable=False) for name in ("at", "who", "why"))


def _incidents() -> None:
    op.create_table(
        "incidents",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("public_id", KEY, nullable=False, unique=True),
        sa.Column("state", KEY, nullable=False),
        sa.Column("added_at", TEXT, nullable=False),
        sa.Column("changed_at", TEXT, nullable=False),
        sa.Column("changed_by", TEXT, nullable=False),
        sa.Column("same_as", KEY),
        sa.Index("incidents_state", "state"),
    )
    op.create_table(
        "versions",
        *_of_incident(),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("added_at", TEXT, nullable=False),
        sa.Column("added_by", TEXT, nullable=False),
        sa.Column("link", TEXT),
        sa.Column("data", TEXT, nullable=False),
        sa.Index("ix_versions_document_id", "document_id"),
    )
    op.create_table(
        "corrections",
        *_of_incident(),
        *_said(),
        *(sa.Column(name, TEXT, nullable=False) for name in ("field", "old", "new")),
    )
    op.create_table(
        "state_changes",
        *_of_incident(),
        *_said(),
        sa.Column("before", TEXT),
        sa.Column("after", TEXT, nullable=False),
    )


def _derived() -> None:
    incident, _ = _of_incident()
    op.create_table(
        "current_facts",
        incident,
        sa.Column("name", TEXT, nullable=False),
        sa.Column("names_folded", TEXT, nullable=False),
        sa.Column("cause", KEY),
        sa.Column("card_data", sa.Integer, nullable=False),
        sa.Column("year", sa.Integer),
        sa.Column("told_from", KEY),
        sa.Column("told_to", KEY),
        *(sa.Column(name, sa.Integer) for name in DELAYS),
        sa.Index("current_facts_told", "told_from"),
    )
    incident, _ = _of_incident()
    op.create_table(
        "current_data",
        incident,
        *(sa.Column(name, TEXT, nullable=False) for name in ("data", "sources", "corrected")),
    )
    incident, _ = _of_incident()
    op.create_table("identity_keys", sa.Column("key", KEY, primary_key=True), incident)
    incident, _ = _of_incident()
    op.create_table("searchable", incident, sa.Column("text", TEXT, nullable=False))


def _postgresql() -> None:
    op.add_column("searchable", sa.Column("tokens", TSVECTOR, nullable=False))
    op.create_index("searchable_tokens", "searchable", ["tokens"], postgresql_using="gin")
    op.execute(
        "CREATE FUNCTION mayoke_keep() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$BEGIN RAISE EXCEPTION '{WORDS}'; END$$"
    )
    for table in KEPT:
        op.execute(
            f"CREATE TRIGGER keep_{table} BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION mayoke_keep()"
        )


def _sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE searchable_index USING fts5("
        "tokens, content='', detail='none', columnsize=0, tokenize='ascii')"
    )
    for table in KEPT:
        for deed in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER keep_{table}_{deed} BEFORE {deed.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
            )
