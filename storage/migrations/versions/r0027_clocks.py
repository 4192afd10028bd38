"""Holidays that were imported, office hours, extensions, and by what each petition's dates were computed.

Revision: 0027, after: 0026
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
LIVE = sa.text("state IN ('proposed', 'approved')")


def upgrade() -> None:
    op.create_table(
        "calendar_days",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_calendar_days"),
    )
    op.create_table(
        "calendar_version",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_version"),
    )
    op.create_table(
        "office_hours",
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("hours", sa.String(255), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_office_hours_unit_id_units"),
        sa.PrimaryKeyConstraint("unit_id", name="pk_office_hours"),
    )
    op.create_table(
        "petition_extensions",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by", BIG, nullable=False),
        sa.Column("proposed_name", sa.String(255), nullable=False),
        sa.Column("proposed_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("decided_by", BIG, nullable=True),
        sa.Column("decided_name", sa.String(255), nullable=False),
        sa.Column("decided_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["petition_id"], ["petitions.id"], name="fk_petition_extensions_petition_id_petitions"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_petition_extensions"),
    )
    op.create_index("ix_petition_extensions_petition_id", "petition_extensions", ["petition_id"])
    op.create_index(
        "uq_petition_extensions_petition_id",
        "petition_extensions",
        ["petition_id"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )
    with op.batch_alter_table("petitions") as batch:
        batch.add_column(sa.Column("claim_days", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("reply_days", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("extended_days", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("calendar_stamp", sa.String(64), nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    with op.batch_alter_table("petitions") as batch:
        for column in ("calendar_stamp", "extended_days", "reply_days", "claim_days"):
            batch.drop_column(column)
    for table in ("petition_extensions", "office_hours", "calendar_version", "calendar_days"):
        op.drop_table(table)
