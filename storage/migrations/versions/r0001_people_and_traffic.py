"""People, units, and what comes in and goes out.

Revision: 0001, after: nothing
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "clock_offset",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_clock_offset_one_row")),
        sa.PrimaryKeyConstraint("id", name="pk_clock_offset"),
    )
    op.create_table(
        "dialog_state",
        sa.Column("key", sa.String(255), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_dialog_state"),
    )
    op.create_table(
        "inbox",
        sa.Column("seq", BIG, nullable=False),
        sa.Column("update_id", BIG, nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("order_key", sa.String(128), nullable=True),
        sa.Column("payload", sa.Text(), nullable=True),
        sa.Column("incident", sa.String(64), nullable=True),
        sa.PrimaryKeyConstraint("seq", name="pk_inbox"),
        sa.UniqueConstraint("update_id", name="uq_inbox_update_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_inbox_state_seq", "inbox", ["state", "seq"])
    op.create_table(
        "outbox",
        sa.Column("id", BIG, nullable=False),
        sa.Column("dedupe", sa.String(255), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("operation", sa.String(32), nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("spec", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("petition_id", sa.String(32), nullable=True),
        sa.Column("to_case", sa.Boolean(), nullable=False),
        sa.Column("role", sa.String(32), nullable=True),
        sa.Column("case_message_id", sa.String(32), nullable=True),
        sa.Column("reply_to", BIG, nullable=True),
        sa.Column("origin_chat", BIG, nullable=True),
        sa.Column("thread_id", BIG, nullable=True),
        sa.Column("purge_at_once", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.Double(), nullable=False),
        sa.Column("lease_until", sa.Double(), nullable=False),
        sa.Column("owner", sa.String(64), nullable=True),
        sa.Column("error", sa.Text(), nullable=True),
        sa.Column("finished_at", sa.Double(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("dedupe", name="uq_outbox_dedupe"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_outbox_state_chat_id_priority_id", "outbox", ["state", "chat_id", "priority", "id"])
    op.create_index("ix_outbox_finished_at", "outbox", ["finished_at"])
    op.create_index("ix_outbox_state_lease_until", "outbox", ["state", "lease_until"])
    op.create_index("ix_outbox_state_priority_id", "outbox", ["state", "priority", "id"])
    op.create_table(
        "periods_run",
        sa.Column("job", sa.String(64), nullable=False),
        sa.Column("period", sa.String(64), nullable=False),
        sa.Column("ran_at", MOMENT, nullable=False),
        sa.PrimaryKeyConstraint("job", "period", name="pk_periods_run"),
    )
    op.create_table(
        "units",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("parent_id", sa.String(32), nullable=True),
        sa.Column("level", sa.String(32), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("invite", sa.String(64), nullable=False),
        sa.Column("office", sa.Text(), nullable=False),
        sa.Column("phone", sa.String(100), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["units.id"], name="fk_units_parent_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_units"),
        sa.UniqueConstraint("invite", name="uq_units_invite"),
    )
    op.create_index("ix_units_name", "units", ["name"])
    op.create_table(
        "bind_codes",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("used_by", BIG, nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_bind_codes_unit_id_units"),
        sa.PrimaryKeyConstraint("code_hash", name="pk_bind_codes"),
    )
    op.create_table(
        "residents",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("telegram_id", BIG, nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.Column("language_chosen", sa.Boolean(), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("consent_version", sa.String(32), nullable=True),
        sa.Column("consented_at", MOMENT, nullable=True),
        sa.Column("abroad_consented_at", MOMENT, nullable=True),
        sa.Column("unreachable_since", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_residents_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_residents"),
        sa.UniqueConstraint("telegram_id", name="uq_residents_telegram_id"),
    )
    op.create_index("ix_residents_unit_id", "residents", ["unit_id"])
    op.create_table(
        "staff_chats",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("title", sa.String(255), nullable=False),
        sa.Column("is_forum", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_staff_chats_unit_id_units"),
        sa.PrimaryKeyConstraint("chat_id", name="pk_staff_chats"),
    )
    op.create_index("ix_staff_chats_unit_id", "staff_chats", ["unit_id"])
    op.create_table(
        "roster_entries",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("phone_cipher", sa.LargeBinary(), nullable=True),
        sa.Column("phone_hash", sa.String(64), nullable=True),
        sa.Column("building", sa.String(64), nullable=False),
        sa.Column("room", sa.String(64), nullable=False),
        sa.Column("household", sa.String(64), nullable=False),
        sa.Column("weight_class", sa.String(64), nullable=False),
        sa.Column("resident_id", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name="fk_roster_entries_resident_id_residents"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_roster_entries_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_roster_entries"),
    )
    op.create_index("ix_roster_entries_phone_hash", "roster_entries", ["phone_hash"])
    op.create_index("ix_roster_entries_resident_id", "roster_entries", ["resident_id"])
    op.create_index("ix_roster_entries_unit_id", "roster_entries", ["unit_id"])
    op.create_table(
        "staff_chat_purposes",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["staff_chats.chat_id"], name="fk_staff_chat_purposes_chat_id_staff_chats", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "purpose", name="pk_staff_chat_purposes"),
    )
    op.create_table(
        "roster_roles",
        sa.Column("entry_id", sa.String(32), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["roster_entries.id"], name="fk_roster_roles_entry_id_roster_entries", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entry_id", "role", name="pk_roster_roles"),
    )


def downgrade() -> None:
    for table in (
        "roster_roles",
        "staff_chat_purposes",
        "roster_entries",
        "staff_chats",
        "residents",
        "bind_codes",
        "units",
        "periods_run",
        "outbox",
        "inbox",
        "dialog_state",
        "clock_offset",
    ):
        op.drop_table(table)  # its indexes and triggers go with it
