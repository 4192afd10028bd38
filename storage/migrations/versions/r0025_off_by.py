"""Who wants a ballot on the way called off: a second person has to agree.

Revision: 0025, after: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("ballots") as batch:
        batch.add_column(sa.Column("off_by", BIG, nullable=True))
        batch.add_column(sa.Column("off_name", sa.String(255), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("ballots") as batch:
        batch.drop_column("off_name")
        batch.drop_column("off_by")
