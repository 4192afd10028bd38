"""Find the outbox rows in wait of another try without reading the others.

Revision: 0003, after: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NAME = "ix_outbox_tried_state_not_before"


def upgrade() -> None:
    tried = sa.text("not_before > 0")
    op.create_index(NAME, "outbox", ["state", "not_before"], sqlite_where=tried, postgresql_where=tried)


def downgrade() -> None:
    op.drop_index(NAME, "outbox")
