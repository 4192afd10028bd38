"""Note since when rows of inbox and outbox wait, so that whoever watches can see how old the oldest is.

Revision: 0010, after: 0009
"""

import time

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

WAITS = sa.text("waits_since IS NOT NULL")


def upgrade() -> None:
    for name in ("inbox", "outbox"):
        op.add_column(name, sa.Column("waits_since", sa.Double, nullable=True))
        table = sa.table(name, sa.column("state", sa.String), sa.column("waits_since", sa.Double))
        waiting = sa.update(table).where(table.c.state == "pending")
        op.execute(waiting.values(waits_since=time.time()))  # nobody has noted when: from now on
        op.create_index(f"ix_{name}_waits_since", name, ["waits_since"], sqlite_where=WAITS, postgresql_where=WAITS)


def downgrade() -> None:
    for name in ("outbox", "inbox"):
        op.drop_index(f"ix_{name}_waits_since", name)
        op.drop_column(name, "waits_since")
