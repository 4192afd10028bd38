"""Remember which messages go out as one album.

Revision: 0015, after: 0014
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("outbox", sa.Column("album", sa.String(128), nullable=True))


def downgrade() -> None:
    op.drop_column("outbox", "album")  # in no batch: on SQLite that makes the table anew, and its numbers begin anew
