"""Of which cases neighbours are told that they were reported, and in which words.

Revision: 0041, after: 0040
"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "neighbour_lines",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("line", sa.String(255), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=True),
        sa.Column("by", sa.String(255), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_neighbour_lines_petition_id_petitions"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_neighbour_lines_unit_id_units"),
        sa.PrimaryKeyConstraint("petition_id", name="pk_neighbour_lines"),
    )
    op.create_index("ix_neighbour_lines_unit_id", "neighbour_lines", ["unit_id"])


def downgrade() -> None:
    op.drop_table("neighbour_lines")
