"""The consultations of the help room."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
KEY = sa.String(200).with_variant(sa.String(200, collation="C"), "postgresql")


def upgrade() -> None:
    """The tables, unless they are there: a ledger that is restored leaves them as they are."""
    if sa.inspect(op.get_bind()).has_table("consultations"):
        return
    op.create_table(
        "consultations",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("lookup", KEY, nullable=False, unique=True),
        *(sa.Column(name, sa.LargeBinary, nullable=False) for name in ("salt", "verifier")),
        *(sa.Column(name, TEXT, nullable=False) for name in ("arrived_at", "active_at")),
        sa.Column("expires_at", KEY, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("retention_days", "size")),
        sa.Index("consultations_expires_at", "expires_at"),
    )
    op.create_table(
        "consultation_keys", _consultation(), sa.Column("wrapped", sa.LargeBinary, nullable=False)
    )
    op.create_table(
        "consultation_entries",
        _consultation(),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("side", KEY, nullable=False),
        sa.Column("at", TEXT, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "consultation_log",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", KEY, nullable=False),
        sa.Column("who", TEXT, nullable=False),
        sa.Column("deed", KEY, nullable=False),
        sa.Column("consultation", KEY),
        sa.Index("consultation_log_consultation", "consultation"),
        sa.Index("consultation_log_deed_at", "deed", "at"),
    )


def _consultation() -> sa.Column[str]:
    return sa.Column("consultation_id", KEY, sa.ForeignKey("consultations.id"), primary_key=True)
