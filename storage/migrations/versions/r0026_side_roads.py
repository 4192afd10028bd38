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


    _fill_in()


def _fill_in() -> None:
    """Say where each case was filed: until now none could go anywhere else."""
    sqlite = op.get_bind().dialect.name == "sqlite"
    if sqlite:
        op.execute("DROP TRIGGER petition_history_no_update")
    else:
        op.execute("ALTER TABLE petition_history DISABLE TRIGGER petition_history_append_only")
    op.execute(
        "UPDATE petition_history SET unit_id = (SELECT unit_id FROM petitions WHERE id = petition_history.petition_id)"
        " WHERE event = 'submit'"
    )
    if sqlite:
        op.execute(
            "CREATE TRIGGER petition_history_no_update BEFORE UPDATE ON petition_history "
            "BEGIN SELECT RAISE(ABORT, 'append-only: petition_history'); END"
        )
    else:
        op.execute("ALTER TABLE petition_history ENABLE TRIGGER petition_history_append_only")


def downgrade() -> None:
    op.drop_column("staff_intents", "subject")
    op.drop_column("petition_history", "unit_id")
    op.drop_column("petitions", "same_as")
    op.drop_column("petitions", "review_by")
