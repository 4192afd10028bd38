"""People: who has left, whose account speaks for whom, codes for the counter, and for whom a petition is.

Revision: 0028, after: 0037
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0037"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
EMPTY = sa.text("''")
TWICE = (
    "UPDATE roster_entries SET resident_id = NULL WHERE resident_id IS NOT NULL AND id NOT IN "
    "(SELECT min(id) FROM roster_entries WHERE resident_id IS NOT NULL GROUP BY resident_id)"
)
"""One account has one line: earlier only the program saw to that."""


def upgrade() -> None:
    op.drop_index("ix_roster_entries_resident_id", "roster_entries")
    op.drop_index("ix_roster_entries_unit_id", "roster_entries")
    with op.batch_alter_table("roster_entries") as batch:
        batch.add_column(sa.Column("helper_id", sa.String(32), nullable=True))
        batch.add_column(sa.Column("left_at", MOMENT, nullable=True))
        batch.create_foreign_key("fk_roster_entries_helper_id_residents", "residents", ["helper_id"], ["id"])
    op.execute(TWICE)
    op.create_index("uq_roster_entries_resident_id", "roster_entries", ["resident_id"], unique=True)
    op.create_index("ix_roster_entries_helper_id", "roster_entries", ["helper_id"])
    op.create_index("ix_roster_entries_unit_id_household", "roster_entries", ["unit_id", "household"])
    op.create_table(
        "paper_codes",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("resident_id", sa.String(32), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name="fk_paper_codes_resident_id_residents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("code_hash", name="pk_paper_codes"),
    )
    op.create_index("ix_paper_codes_resident_id", "paper_codes", ["resident_id"])
    op.add_column("petitions", sa.Column("party_role", sa.String(32), nullable=True))
    op.add_column("petitions", sa.Column("party_name", sa.String(255), server_default=EMPTY, nullable=False))
    op.add_column("petitions", sa.Column("party_phone", sa.LargeBinary(), nullable=True))
    op.add_column("petitions", sa.Column("party_phone_hash", sa.String(64), nullable=True))
    op.add_column("petitions", sa.Column("party_room", sa.String(64), server_default=EMPTY, nullable=False))
    op.create_index("ix_petitions_party_phone_hash", "petitions", ["party_phone_hash"])


def downgrade() -> None:
    op.drop_index("ix_petitions_party_phone_hash", "petitions")
    for name in ("room", "phone_hash", "phone", "name", "role"):
        op.drop_column("petitions", f"party_{name}")
    op.drop_table("paper_codes")
    op.drop_index("ix_roster_entries_unit_id_household", "roster_entries")
    op.drop_index("ix_roster_entries_helper_id", "roster_entries")
    op.drop_index("uq_roster_entries_resident_id", "roster_entries")
    with op.batch_alter_table("roster_entries") as batch:
        batch.drop_constraint("fk_roster_entries_helper_id_residents", type_="foreignkey")
        batch.drop_column("left_at")
        batch.drop_column("helper_id")
    op.create_index("ix_roster_entries_unit_id", "roster_entries", ["unit_id"])
    op.create_index("ix_roster_entries_resident_id", "roster_entries", ["resident_id"])
