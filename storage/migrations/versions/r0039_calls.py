"""When somebody wants to be called back, about which case of theirs, and how often nobody answered.

Revision: 0039, after: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("petitions", sa.Column("call_when", sa.Text(), nullable=True))
    op.add_column("petitions", sa.Column("call_about", sa.String(32), nullable=True))
    op.add_column("petitions", sa.Column("call_tries", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    for name in ("call_tries", "call_about", "call_when"):
        op.drop_column("petitions", name)
