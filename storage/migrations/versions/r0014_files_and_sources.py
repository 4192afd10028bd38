"""Know a file again by what Telegram calls it for ever, and find the editions of a message by an index.

Revision: 0014, after: 0013
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("attachments") as batch:
        batch.add_column(sa.Column("unique_id", sa.String(64), nullable=False, server_default=""))
        batch.create_index(op.f("ix_attachments_unique_id"), ["unique_id"])
    if op.get_bind().dialect.name == "postgresql":  # SQLite compares by bytes as it is
        op.execute('ALTER TABLE case_messages ALTER COLUMN source TYPE VARCHAR(128) COLLATE "C"')


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE case_messages ALTER COLUMN source TYPE VARCHAR(128) COLLATE "default"')
    with op.batch_alter_table("attachments") as batch:
        batch.drop_index(op.f("ix_attachments_unique_id"))
        batch.drop_column("unique_id")
