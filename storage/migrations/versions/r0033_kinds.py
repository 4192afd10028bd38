"""What only some kinds of petitions have: verdicts, teams and their chats, calls back, ratings by whoever proposed.

Revision: 0033, after: 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0029"
branch_labels = None
depends_on = None

WORDS = ("verdict", "team", "mandate")


def upgrade() -> None:
    for name in WORDS:
        op.add_column("petitions", sa.Column(name, sa.String(32), server_default=sa.text("''"), nullable=False))
    op.add_column("petitions", sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    for name in ("urgent", *WORDS):
        op.drop_column("petitions", name)
