"""Mediations: the other party, how far it is, the agreement and who has confirmed it.

Revision: 0040, after: 0044
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0044"
branch_labels = None
depends_on = None

MOMENT = sa.DateTime(timezone=True)
TELEGRAM = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "mediations",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("other_name", sa.String(255), nullable=False),
        sa.Column("invite", sa.String(32), nullable=True),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("other_id", sa.String(32), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("willing", sa.String(32), nullable=True),
        sa.Column("willing_at", MOMENT, nullable=True),
        sa.Column("mediator_id", TELEGRAM, nullable=True),
        sa.Column("mediator_name", sa.String(255), nullable=False),
        sa.Column("session_at", MOMENT, nullable=True),
        sa.Column("session_place", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("asker_confirmed", sa.String(32), nullable=True),
        sa.Column("other_confirmed", sa.String(32), nullable=True),
        sa.Column("ended_at", MOMENT, nullable=True),
        sa.Column("reminded", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_mediations_petition_id_petitions"),
        sa.ForeignKeyConstraint(["other_id"], ["residents.id"], name="fk_mediations_other_id_residents"),
        sa.PrimaryKeyConstraint("petition_id", name="pk_mediations"),
        sa.UniqueConstraint("invite", name="uq_mediations_invite"),
    )
    op.create_index("ix_mediations_other_id", "mediations", ["other_id"])
    op.create_index("ix_mediations_state_ended_at", "mediations", ["state", "ended_at"])


def downgrade() -> None:
    op.drop_table("mediations")
