"""Days that can be booked, and the places on them.

Revision: 0020, after: 0015
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0015"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
OFFERED = sa.text("offer_until IS NOT NULL")
LIVE = sa.text("state IN ('waiting', 'offered', 'confirmed')")


def upgrade() -> None:
    op.create_table(
        "booking_counters",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_booking_counters"),
    )
    op.create_table(
        "booking_series",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("slug", sa.String(64), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_booking_series_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_booking_series"),
        sa.UniqueConstraint("unit_id", "slug", name="uq_booking_series_unit_id_slug"),
    )
    op.create_table(
        "booking_days",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("series_id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("people", sa.JSON(), nullable=False),
        sa.Column("opens_at", MOMENT, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("reason", sa.String(32), nullable=True),
        sa.Column("walk_ins", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["series_id"], ["booking_series.id"], name="fk_booking_days_series_id_booking_series"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_booking_days_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_booking_days"),
        sa.UniqueConstraint("series_id", "planned_on", name="uq_booking_days_series_id_planned_on"),
    )
    op.create_index("ix_booking_days_state_opens_at", "booking_days", ["state", "opens_at"])
    op.create_index("ix_booking_days_unit_id_held_on", "booking_days", ["unit_id", "held_on"])
    op.create_table(
        "booking_slots",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("day_id", sa.String(32), nullable=False),
        sa.Column("begins", MOMENT, nullable=False),
        sa.Column("ends", MOMENT, nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.CheckConstraint("taken >= 0 AND taken <= capacity", name="not_oversold"),
        sa.ForeignKeyConstraint(["day_id"], ["booking_days.id"], name="fk_booking_slots_day_id_booking_days"),
        sa.PrimaryKeyConstraint("id", name="pk_booking_slots"),
    )
    op.create_index("ix_booking_slots_day_id_begins", "booking_slots", ["day_id", "begins"])
    op.create_table(
        "bookings",
        sa.Column("seq", BIG, nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("request", sa.String(128), nullable=False),
        sa.Column("day_id", sa.String(32), nullable=False),
        sa.Column("slot_id", sa.String(32), nullable=True),
        sa.Column("resident_id", sa.String(32), nullable=True),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("shared", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("offer_until", MOMENT, nullable=True),
        sa.Column("reminded", sa.String(32), nullable=False),
        sa.Column("walk_in", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["day_id"], ["booking_days.id"], name="fk_bookings_day_id_booking_days"),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name="fk_bookings_resident_id_residents"),
        sa.ForeignKeyConstraint(["slot_id"], ["booking_slots.id"], name="fk_bookings_slot_id_booking_slots"),
        sa.PrimaryKeyConstraint("seq", name="pk_bookings"),
        sa.UniqueConstraint("id", name="uq_bookings_id"),
        sa.UniqueConstraint("number", name="uq_bookings_number"),
        sa.UniqueConstraint("request", name="uq_bookings_request"),
    )
    op.create_index("ix_bookings_day_id", "bookings", ["day_id"])
    op.create_index("ix_bookings_resident_id_state", "bookings", ["resident_id", "state"])
    op.create_index("ix_bookings_slot_id", "bookings", ["slot_id"])
    op.create_index(
        "ix_bookings_offer_until", "bookings", ["offer_until"], sqlite_where=OFFERED, postgresql_where=OFFERED
    )
    op.create_index(
        "uq_bookings_day_id_resident_id",
        "bookings",
        ["day_id", "resident_id"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )


def downgrade() -> None:
    for table in ("bookings", "booking_slots", "booking_days", "booking_series", "booking_counters"):
        op.drop_table(table)
