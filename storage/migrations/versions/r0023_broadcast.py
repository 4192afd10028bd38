"""What people want to be told, and the campaigns that tell them.

Revision: 0023, after: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
OF_CAMPAIGNS = sa.text("campaign_id IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "subscriptions",
        sa.Column("resident_id", sa.String(32), nullable=False),
        sa.Column("rhythm", sa.String(32), nullable=False),
        sa.Column("topics", sa.String(128), nullable=False),
        sa.Column("quiet_since", sa.Integer(), nullable=True),
        sa.Column("quiet_until", sa.Integer(), nullable=True),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name="fk_subscriptions_resident_id_residents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("resident_id", name="pk_subscriptions"),
    )
    op.create_table(
        "digest_settings",
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("at", sa.String(5), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_digest_settings_unit_id_units"),
        sa.PrimaryKeyConstraint("unit_id", name="pk_digest_settings"),
    )
    op.create_table(
        "campaigns",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("period", sa.String(64), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("units", sa.JSON(), nullable=False),
        sa.Column("role", sa.String(32), nullable=True),
        sa.Column("by", BIG, nullable=True),
        sa.Column("cursor", sa.String(32), nullable=True),
        sa.Column("chat_id", BIG, nullable=True),
        sa.Column("message_id", BIG, nullable=True),
        sa.Column("shown", sa.String(255), nullable=False),
        sa.Column("drawings", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_campaigns_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_campaigns"),
        sa.UniqueConstraint("kind", "unit_id", "period", name="uq_campaigns_kind_unit_id_period"),
    )
    op.create_index("ix_campaigns_state", "campaigns", ["state"])
    op.create_table(
        "campaign_later",
        sa.Column("campaign_id", sa.String(32), nullable=False),
        sa.Column("resident_id", sa.String(32), nullable=False),
        sa.Column("due_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name="fk_campaign_later_campaign_id_campaigns"),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name="fk_campaign_later_resident_id_residents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("campaign_id", "resident_id", name="pk_campaign_later"),
    )
    op.create_index("ix_campaign_later_campaign_id_due_at", "campaign_later", ["campaign_id", "due_at"])
    op.add_column("outbox", sa.Column("campaign_id", sa.String(32), nullable=True))
    op.create_index(
        "ix_outbox_campaign_id_state",
        "outbox",
        ["campaign_id", "state"],
        sqlite_where=OF_CAMPAIGNS,
        postgresql_where=OF_CAMPAIGNS,
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_campaign_id_state", "outbox")
    op.drop_column("outbox", "campaign_id")
    for table in ("campaign_later", "campaigns", "digest_settings", "subscriptions"):
        op.drop_table(table)
