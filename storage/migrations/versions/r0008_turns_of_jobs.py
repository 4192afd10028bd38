"""Let a job's turn say which turn it follows and how many were passed over.

Revision: 0008, after: 0007

No job existed before, so the table has no rows to keep.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_anew(sa.Column("follows", sa.String(64), nullable=True), sa.Column("passed_over", sa.Integer, nullable=False))


def downgrade() -> None:
    _make_anew()


def _make_anew(*more: sa.Column[object]) -> None:
    op.drop_table("periods_run")
    op.create_table(
        "periods_run",
        sa.Column("job", sa.String(64), nullable=False),
        sa.Column("period", sa.String(64), nullable=False),
        sa.Column("ran_at", sa.DateTime(timezone=True), nullable=False),
        *more,
        sa.PrimaryKeyConstraint("job", "period", name="pk_periods_run"),
    )
