"""Remember which staff chats we are out of, and which chats stand in for them.

Revision: 0012, after: 0011
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("staff_chats") as batch:
        batch.add_column(sa.Column("out_since", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("staff_cards") as batch:
        batch.add_column(sa.Column("standing", sa.String(32), nullable=False, server_default="here"))


def downgrade() -> None:
    with op.batch_alter_table("staff_cards") as batch:
        batch.drop_column("standing")
    with op.batch_alter_table("staff_chats") as batch:
        batch.drop_column("out_since")
