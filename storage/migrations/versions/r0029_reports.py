"""Reports about staff conduct, apart from everything else.

Revision: 0029, after: 0028
"""

import sqlalchemy as sa
from alembic import op

from storage.migrations.versions.r0002_petitions import guard

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "reports",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("seat", sa.String(32), nullable=True),
        sa.Column("received_on", MOMENT, nullable=False),
        sa.Column("accept_by", MOMENT, nullable=False),
        sa.Column("answer_by", MOMENT, nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("access_hash", sa.String(64), nullable=True),
        sa.Column("author_hash", sa.String(64), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["seat"], ["units.id"], name="fk_reports_seat_units"),
        sa.PrimaryKeyConstraint("id", name="pk_reports"),
        sa.UniqueConstraint("number", name="uq_reports_number"),
        sa.UniqueConstraint("mark", name="uq_reports_mark"),
        sa.UniqueConstraint("access_hash", name="uq_reports_access_hash"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reports_author_hash", "reports", ["author_hash"])
    op.create_index("ix_reports_seat_state", "reports", ["seat", "state"])
    op.create_index("ix_reports_state", "reports", ["state"])
    op.create_table(
        "report_entries",
        sa.Column("report_id", sa.String(32), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_report_entries_report_id_reports"),
        sa.PrimaryKeyConstraint("report_id", "n", name="pk_report_entries"),
        sa.UniqueConstraint("source", name="uq_report_entries_source"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "report_openings",
        sa.Column("id", BIG, nullable=False),
        sa.Column("report_id", sa.String(32), nullable=False),
        sa.Column("user_id", BIG, nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["report_id"], ["reports.id"], name="fk_report_openings_report_id_reports"),
        sa.PrimaryKeyConstraint("id", name="pk_report_openings"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_report_openings_report_id", "report_openings", ["report_id"])
    guard("report_openings")


def downgrade() -> None:
    for table in ("report_openings", "report_entries", "reports"):
        op.drop_table(table)  # its triggers go with it
