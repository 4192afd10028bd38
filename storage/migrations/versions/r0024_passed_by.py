"""Who agreed in the first of two reviews: they do not agree in the second as well.

Revision: 0024, after: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("disclosure_versions") as batch:
        batch.add_column(sa.Column("passed_by", BIG, nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("disclosure_versions") as batch:
        batch.drop_column("passed_by")
