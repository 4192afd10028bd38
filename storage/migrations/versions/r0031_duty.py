"""Who is on duty, the directory of offices, volunteers, and major cases with their leads.

Revision: 0031, after: 0030
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
TABLES = (
    "desk_people",
    "duty_slots",
    "duty_aways",
    "duty_swaps",
    "duty_plans",
    "directory_offices",
    "volunteers",
    "volunteer_calls",
    "volunteer_answers",
    "major_cases",
    "case_team",
)
"""In the order in which they refer to each other."""


def upgrade() -> None:
    op.create_table(
        "desk_people",
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("username", sa.String(64), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_desk_people_unit_id_units"),
        sa.PrimaryKeyConstraint("unit_id", "user_id", name="pk_desk_people"),
    )
    op.create_table(
        "duty_slots",
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("slot", sa.String(10), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_duty_slots_unit_id_units"),
        sa.PrimaryKeyConstraint("unit_id", "slot", name="pk_duty_slots"),
    )
    op.create_table(
        "duty_aways",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("user_id", BIG, nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_duty_aways_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_duty_aways"),
    )
    op.create_index("ix_duty_aways_unit_id_last", "duty_aways", ["unit_id", "last"])
    op.create_table(
        "duty_swaps",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("other", sa.Date(), nullable=True),
        sa.Column("asker", BIG, nullable=False),
        sa.Column("asked", BIG, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_duty_swaps_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_duty_swaps"),
    )
    op.create_table(
        "duty_plans",
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_duty_plans_unit_id_units"),
        sa.PrimaryKeyConstraint("unit_id", name="pk_duty_plans"),
    )
    op.create_table(
        "directory_offices",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("slug", sa.String(41), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("published", sa.JSON(), nullable=True),
        sa.Column("draft", sa.JSON(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_directory_offices_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_directory_offices"),
        sa.UniqueConstraint("unit_id", "slug", name="uq_directory_offices_unit_id_slug"),
    )
    op.create_table(
        "volunteers",
        sa.Column("resident_id", sa.String(32), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("times", sa.JSON(), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name="fk_volunteers_resident_id_residents", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("resident_id", name="pk_volunteers"),
    )
    op.create_table(
        "volunteer_calls",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("source", sa.String(64), nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Integer(), nullable=False),
        sa.Column("skill", sa.String(32), nullable=True),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("by", BIG, nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_volunteer_calls_unit_id_units"),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_volunteer_calls_petition_id_petitions"),
        sa.PrimaryKeyConstraint("id", name="pk_volunteer_calls"),
        sa.UniqueConstraint("source", name="uq_volunteer_calls_source"),
    )
    op.create_index("ix_volunteer_calls_unit_id_made_at", "volunteer_calls", ["unit_id", "made_at"])
    op.create_table(
        "volunteer_answers",
        sa.Column("call_id", sa.String(32), nullable=False),
        sa.Column("resident_id", sa.String(32), nullable=False),
        sa.Column("answer", sa.String(32), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["volunteer_calls.id"], name="fk_volunteer_answers_call_id_volunteer_calls"),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name="fk_volunteer_answers_resident_id_residents", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("call_id", "resident_id", name="pk_volunteer_answers"),
    )
    op.create_index("ix_volunteer_answers_resident_id", "volunteer_answers", ["resident_id"])
    op.create_table(
        "major_cases",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("lead_id", BIG, nullable=False),
        sa.Column("lead_name", sa.String(255), nullable=False),
        sa.Column("lead_unit", sa.String(32), nullable=False),
        sa.Column("since", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_major_cases_petition_id_petitions"),
        sa.ForeignKeyConstraint(["lead_unit"], ["units.id"], name="fk_major_cases_lead_unit_units"),
        sa.PrimaryKeyConstraint("petition_id", name="pk_major_cases"),
    )
    op.create_index("ix_major_cases_lead_id", "major_cases", ["lead_id"])
    op.create_table(
        "case_team",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["major_cases.petition_id"], name="fk_case_team_petition_id_major_cases"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_case_team_unit_id_units"),
        sa.PrimaryKeyConstraint("petition_id", "user_id", name="pk_case_team"),
    )
    op.create_index("ix_case_team_user_id", "case_team", ["user_id"])


def downgrade() -> None:
    for name in reversed(TABLES):
        op.drop_table(name)
