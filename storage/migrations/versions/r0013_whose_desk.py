"""Remember in whose desk a case was taken, and in whose words were written.

Revision: 0013, after: 0012
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

CLAIMED = """
    UPDATE petitions SET handler_unit = COALESCE(
        (SELECT units.id FROM petition_history AS moved JOIN units ON units.name = moved.actor_name
         WHERE moved.petition_id = petitions.id AND moved.event = 'move' AND moved.id < (
             SELECT MAX(claimed.id) FROM petition_history AS claimed
             WHERE claimed.petition_id = petitions.id AND claimed.event = 'claim')
         ORDER BY moved.id DESC LIMIT 1),
        (SELECT staff_chats.unit_id FROM staff_cards JOIN staff_chats ON staff_chats.chat_id = staff_cards.chat_id
         WHERE staff_cards.petition_id = petitions.id AND staff_cards.standing IN ('here', 'lent')
         ORDER BY staff_cards.chat_id LIMIT 1),
        unit_id)
    WHERE handler_id IS NOT NULL
"""
"""Where the case had last been moved to when it was taken; else at home."""


def upgrade() -> None:
    op.add_column("petitions", sa.Column("handler_unit", sa.String(32), nullable=True))
    op.add_column("case_messages", sa.Column("unit_id", sa.String(32), nullable=True))
    op.execute(CLAIMED)


def downgrade() -> None:
    op.drop_column("case_messages", "unit_id")
    op.drop_column("petitions", "handler_unit")
