"""Ballots: roll and register, box and receipts apart from them, lists.

Revision: 0021, after: 0020
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def _of_ballot(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["ballot_id"], ["ballots.id"], name=f"fk_{table}_ballot_id_ballots")


def upgrade() -> None:
    op.create_table(
        "ballots",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("slug", sa.String(64), nullable=False),
        sa.Column("paper", sa.JSON(), nullable=False),
        sa.Column("opens_at", MOMENT, nullable=False),
        sa.Column("closes_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("result", sa.JSON(), nullable=True),
        sa.Column("withheld", sa.String(32), nullable=True),
        sa.Column("announced", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_ballots_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_ballots"),
        sa.UniqueConstraint("unit_id", "slug", name="uq_ballots_unit_id_slug"),
    )
    op.create_index("ix_ballots_state_announced", "ballots", ["state", "announced"])
    op.create_table(
        "ballot_approvals",
        sa.Column("ballot_id", sa.String(32), nullable=False),
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        _of_ballot("ballot_approvals"),
        sa.PrimaryKeyConstraint("ballot_id", "user_id", name="pk_ballot_approvals"),
    )
    op.create_table(
        "ballot_roll",
        sa.Column("ballot_id", sa.String(32), nullable=False),
        sa.Column("voter", sa.String(32), nullable=False),
        sa.Column("seat", sa.String(64), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        _of_ballot("ballot_roll"),
        sa.ForeignKeyConstraint(["voter"], ["roster_entries.id"], name="fk_ballot_roll_voter_roster_entries"),
        sa.PrimaryKeyConstraint("ballot_id", "voter", name="pk_ballot_roll"),
    )
    op.create_index("ix_ballot_roll_voter", "ballot_roll", ["voter"])
    op.create_table(
        "ballot_register",
        sa.Column("ballot_id", sa.String(32), nullable=False),
        sa.Column("seat", sa.String(64), nullable=False),
        _of_ballot("ballot_register"),
        sa.PrimaryKeyConstraint("ballot_id", "seat", name="pk_ballot_register"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballot_box",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("ballot_id", sa.String(32), nullable=False),
        sa.Column("subject", sa.String(64), nullable=False),
        sa.Column("dimension", sa.String(32), nullable=False),
        sa.Column("group", sa.Text(), nullable=False),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("grade", sa.String(32), nullable=False),
        _of_ballot("ballot_box"),
        sa.PrimaryKeyConstraint("id", name="pk_ballot_box"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ballot_box_ballot_id", "ballot_box", ["ballot_id"])
    op.create_table(
        "ballot_receipts",
        sa.Column("ballot_id", sa.String(32), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
        _of_ballot("ballot_receipts"),
        sa.PrimaryKeyConstraint("ballot_id", "hash", name="pk_ballot_receipts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballot_drafts",
        sa.Column("ballot_id", sa.String(32), nullable=False),
        sa.Column("voter", sa.String(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        _of_ballot("ballot_drafts"),
        sa.PrimaryKeyConstraint("ballot_id", "voter", name="pk_ballot_drafts"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ballot_lists",
        sa.Column("ballot_id", sa.String(32), nullable=False),
        sa.Column("lists", sa.JSON(), nullable=False),
        _of_ballot("ballot_lists"),
        sa.PrimaryKeyConstraint("ballot_id", name="pk_ballot_lists"),
    )


def downgrade() -> None:
    for table in ("lists", "drafts", "receipts", "box", "register", "roll", "approvals"):
        op.drop_table(f"ballot_{table}")
    op.drop_table("ballots")
