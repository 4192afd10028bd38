"""Tell codes that replace a unit's staff chat from those that bind its first one.

Revision: 0004, after: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("bind_codes") as batch:
        batch.add_column(sa.Column("replaces", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("bind_codes") as batch:
        batch.drop_column("replaces")
