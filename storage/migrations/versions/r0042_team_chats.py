"""Chats of service teams.

Revision: 0042, after: 0041
"""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "staff_chat_teams",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("team", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["staff_chats.chat_id"], name="fk_staff_chat_teams_chat_id_staff_chats", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "team", name="pk_staff_chat_teams"),
    )
    op.add_column("bind_codes", sa.Column("team", sa.String(length=32), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    op.drop_column("bind_codes", "team")
    op.drop_table("staff_chat_teams")
