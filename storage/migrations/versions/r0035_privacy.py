"""Seals of the audit, and cases whose author is not named any more.

Revision: 0035, after: 0027
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.versions.r0002_petitions import BIG, MOMENT, guard

revision = "0035"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit_seals",
        sa.Column("id", BIG, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("first", BIG, nullable=False),
        sa.Column("last", BIG, nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("seal", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit_seals"),
        sqlite_autoincrement=True,
    )
    guard("audit_seals")
    op.create_index("ix_audit_action_id", "audit", ["action", "id"])
    op.add_column("petitions", sa.Column("unnamed", sa.String(32), nullable=True))
    op.create_index(
        "ix_petitions_named_closed_at",
        "petitions",
        ["closed_at"],
        sqlite_where=sa.text("resident_id IS NOT NULL"),
        postgresql_where=sa.text("resident_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("ix_petitions_named_closed_at", "petitions")
    with op.batch_alter_table("petitions") as batch:
        batch.drop_column("unnamed")
    op.drop_index("ix_audit_action_id", "audit")
    op.drop_table("audit_seals")
