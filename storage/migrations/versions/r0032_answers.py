"""Answers part by part, canned answers, and whether people were content with what they were answered.

Revision: 0032, after: 0033
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0033"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "answer_drafts",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by_name", sa.String(255), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_answer_drafts_petition_id_petitions"),
        sa.PrimaryKeyConstraint("petition_id", name="pk_answer_drafts"),
    )
    op.create_table(
        "answer_templates",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(64), nullable=False),
        sa.Column("folded", sa.String(64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by_name", sa.String(255), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_answer_templates_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_answer_templates"),
        sa.UniqueConstraint("unit_id", "folded", name="uq_answer_templates_unit_id_folded"),
    )
    op.create_table(
        "answer_ratings",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("staff_id", BIG, nullable=False),
        sa.Column("staff_name", sa.String(255), nullable=False),
        sa.Column("category", sa.String(32), nullable=False),
        sa.Column("answered_at", MOMENT, nullable=False),
        sa.Column("grade", sa.String(32), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("rated_on", sa.Date(), nullable=True),
        sa.Column("reminded", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_answer_ratings_petition_id_petitions"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_answer_ratings_unit_id_units"),
        sa.PrimaryKeyConstraint("petition_id", name="pk_answer_ratings"),
    )
    op.create_index("ix_answer_ratings_unit_id_rated_on", "answer_ratings", ["unit_id", "rated_on"])
    op.create_index("ix_answer_ratings_answered_at", "answer_ratings", ["answered_at"])
    op.create_table(
        "rating_optouts",
        sa.Column("resident_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"],
            ["residents.id"],
            name="fk_rating_optouts_resident_id_residents",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("resident_id", name="pk_rating_optouts"),
    )


def downgrade() -> None:
    op.drop_table("rating_optouts")
    op.drop_table("answer_ratings")
    op.drop_table("answer_templates")
    op.drop_table("answer_drafts")
