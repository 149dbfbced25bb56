"""What visitors say of verdicts that were wrong."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
KEY = sa.String(200).with_variant(sa.String(200, collation="C"), "postgresql")


def upgrade() -> None:
    """The table, unless it is there: a ledger that is restored leaves it as it is."""
    if sa.inspect(op.get_bind()).has_table("feedback"):
        return
    op.create_table(
        "feedback",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("day", KEY, nullable=False),
        *(sa.Column(name, KEY, nullable=False) for name in ("verdict", "kind", "correction")),
        sa.Column("signals", TEXT, nullable=False),
        *(sa.Column(name, KEY, nullable=False) for name in ("mayoke", "rules", "model")),
        sa.Index("feedback_day", "day"),
    )
