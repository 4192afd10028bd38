"""Petitions of several people: who signs with the author, and what is answered with what.

Revision: 0034, after: 0039
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0039"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "collectives",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("invite", sa.String(32), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_collectives_petition_id_petitions"),
        sa.PrimaryKeyConstraint("petition_id", name="pk_collectives"),
        sa.UniqueConstraint("invite", name="uq_collectives_invite"),
    )
    op.create_table(
        "signatures",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("person", sa.String(32), nullable=False),
        sa.Column("resident_id", sa.String(32), nullable=True),
        sa.Column("part", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_signatures_petition_id_petitions"),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name="fk_signatures_resident_id_residents"),
        sa.PrimaryKeyConstraint("petition_id", "person", name="pk_signatures"),
    )
    op.create_index("ix_signatures_resident_id", "signatures", ["resident_id"])
    op.create_table(
        "merges",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("main_id", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("by", sa.String(255), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_merges_petition_id_petitions"),
        sa.ForeignKeyConstraint(["main_id"], ["petitions.id"], name="fk_merges_main_id_petitions"),
        sa.PrimaryKeyConstraint("petition_id", name="pk_merges"),
    )
    op.create_index("ix_merges_main_id", "merges", ["main_id"])


def downgrade() -> None:
    for name in ("merges", "signatures", "collectives"):
        op.drop_table(name)
