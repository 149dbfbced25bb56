"""The casebook."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
KEY = sa.String(200).with_variant(sa.String(200, collation="C"), "postgresql")
KEPT = ("specimens", "case_changes")
WORDS = "the casebook keeps what was recorded"


def upgrade() -> None:
    """The tables, and the triggers that keep what was recorded."""
    op.create_table(
        "cases",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("public_id", KEY, nullable=False, unique=True),
        sa.Column("state", KEY, nullable=False),
        sa.Column("sha256", KEY, nullable=False, unique=True),
        *(sa.Column(name, KEY, nullable=False) for name in ("verdict", "kind")),
        sa.Column("family", KEY),
        sa.Column("brand", KEY, nullable=False),
        *_texts("rules", "model"),
        sa.Column("first_seen", KEY, nullable=False),
        *_texts("source", "notes", "comment", "comment_by"),
        *_texts("added_at", "added_by", "changed_at", "changed_by"),
        sa.Column("campaign", KEY, nullable=False),
        *(sa.Index(f"cases_{name}", name) for name in ("state", "kind", "brand", "campaign")),
        sa.Index("cases_first_seen", "first_seen", "id"),
    )
    op.create_table("specimens", _case(), sa.Column("data", sa.LargeBinary, nullable=False))
    op.create_table(
        "case_changes",
        _case(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        *_texts("at", "who", "why"),
        sa.Column("before", TEXT),
        *_texts("after"),
    )
    op.create_table("case_texts", _case(), *_texts("text"))
    _keep()


def _texts(*names: str) -> tuple[sa.Column[str], ...]:
    return tuple(sa.Column(name, TEXT, nullable=False) for name in names)


def _case() -> sa.Column[int]:
    return sa.Column(
        "case_id", sa.Integer, sa.ForeignKey("cases.id"), primary_key=True, autoincrement=False
    )


def _keep() -> None:
    if op.get_bind().dialect.name == "postgresql":  # the function is that of the first migration
        for table in KEPT:
            op.execute(
                f"CREATE TRIGGER keep_{table} BEFORE UPDATE OR DELETE ON {table} "
                "FOR EACH ROW EXECUTE FUNCTION mayoke_keep()"
            )
        return
    for table in KEPT:
        for deed in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER keep_{table}_{deed} BEFORE {deed.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{WORDS}'); END"
            )
