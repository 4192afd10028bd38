"""The side roads of a case: which unit it is with since when, what an external body owes, what was chosen before words.

Revision: 0026, after: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("petitions", sa.Column("review_by", sa.DateTime(timezone=True), nullable=True))
    op.add_column("petitions", sa.Column("same_as", sa.String(32), nullable=True))
    op.add_column("petition_history", sa.Column("unit_id", sa.String(32), nullable=True))
    op.add_column(
        "staff_intents", sa.Column("subject", sa.String(64), server_default=sa.text("''"), nullable=False)
    )


def downgrade() -> None:
    op.drop_column("staff_intents", "subject")
    op.drop_column("petition_history", "unit_id")
    op.drop_column("petitions", "same_as")
    op.drop_column("petitions", "review_by")
