"""Keep what people made of their words: bold, links, code, quotations.

Revision: 0011, after: 0010
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TABLES = ("petitions", "case_messages")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("marks", sa.Text(), server_default=sa.text("''"), nullable=False))


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "marks")
