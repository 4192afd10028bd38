"""How much somebody has done lately, and who may not write for a while.

Revision: 0037, after: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0031"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "paces",
        sa.Column("name", sa.String(32), nullable=False),
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("since", sa.Double(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("name", "who", name="pk_paces"),
    )
    op.create_table(
        "blocks",
        sa.Column("resident_id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("by_id", BIG, nullable=False),
        sa.Column("by_name", sa.String(255), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.Column("until", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name="fk_blocks_resident_id_residents", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_blocks_unit_id_units"),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_blocks_petition_id_petitions"),
        sa.PrimaryKeyConstraint("resident_id", "unit_id", name="pk_blocks"),
    )
    op.create_index("ix_blocks_unit_id", "blocks", ["unit_id"])
    op.create_index("ix_blocks_petition_id", "blocks", ["petition_id"])


def downgrade() -> None:
    op.drop_table("blocks")
    op.drop_table("paces")
