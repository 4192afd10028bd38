"""Remember what a staff member's next words in a case are meant to be.

Revision: 0005, after: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "staff_intents",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("album", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_staff_intents_petition_id_petitions"),
        sa.PrimaryKeyConstraint("chat_id", "user_id", "petition_id", name="pk_staff_intents"),
    )
    op.create_index("ix_staff_intents_petition_id", "staff_intents", ["petition_id"])


def downgrade() -> None:
    op.drop_table("staff_intents")
