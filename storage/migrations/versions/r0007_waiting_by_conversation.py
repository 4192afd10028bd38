"""Find what waits in one conversation without reading what waits in all of them.

Revision: 0007, after: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

UNFINISHED = sa.text("order_key IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_inbox_order_key_seq",
        "inbox",
        ["order_key", "seq"],
        sqlite_where=UNFINISHED,
        postgresql_where=UNFINISHED,
    )


def downgrade() -> None:
    op.drop_index("ix_inbox_order_key_seq", table_name="inbox")
