"""Petitions, their history and the audit log.

Revision: 0002, after: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
APPEND_ONLY = ("petition_history", "audit")


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", BIG, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("action", sa.String(64), nullable=False),
        sa.Column("actor", sa.String(64), nullable=False),
        sa.Column("subject", sa.String(128), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_audit_subject", "audit", ["subject"])
    op.create_table(
        "blobs", sa.Column("id", sa.String(64), nullable=False), sa.PrimaryKeyConstraint("id", name="pk_blobs")
    )
    op.create_table(
        "petition_counters",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_petition_counters"),
    )
    op.create_table(
        "petitions",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("number", sa.String(20), nullable=False),
        sa.Column("draft_id", sa.String(32), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("resident_id", sa.String(32), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("place_text", sa.Text(), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("submitted_at", MOMENT, nullable=False),
        sa.Column("claim_by", MOMENT, nullable=False),
        sa.Column("reply_by", MOMENT, nullable=False),
        sa.Column("accept_by", MOMENT, nullable=False),
        sa.Column("answer_by", MOMENT, nullable=False),
        sa.Column("calendar_certain", sa.Boolean(), nullable=False),
        sa.Column("access_hash", sa.String(64), nullable=True),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("handler_id", BIG, nullable=True),
        sa.Column("handler_name", sa.String(255), nullable=True),
        sa.Column("accepted_at", MOMENT, nullable=True),
        sa.Column("closed_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(["resident_id"], ["residents.id"], name="fk_petitions_resident_id_residents"),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_petitions_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_petitions"),
        sa.UniqueConstraint("access_hash", name="uq_petitions_access_hash"),
        sa.UniqueConstraint("draft_id", name="uq_petitions_draft_id"),
        sa.UniqueConstraint("number", name="uq_petitions_number"),
    )
    op.create_index("ix_petitions_resident_id_stage", "petitions", ["resident_id", "stage"])
    op.create_index("ix_petitions_stage_reply_by", "petitions", ["stage", "reply_by"])
    op.create_index("ix_petitions_unit_id_stage", "petitions", ["unit_id", "stage"])
    op.create_table(
        "case_messages",
        sa.Column("seq", BIG, nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("author", sa.String(32), nullable=False),
        sa.Column("author_name", sa.String(255), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("source", sa.String(128), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_case_messages_petition_id_petitions"),
        sa.PrimaryKeyConstraint("seq", name="pk_case_messages"),
        sa.UniqueConstraint("id", name="uq_case_messages_id"),
        sa.UniqueConstraint("source", name="uq_case_messages_source"),
    )
    op.create_index("ix_case_messages_petition_id", "case_messages", ["petition_id"])
    op.create_table(
        "message_links",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("message_id", BIG, autoincrement=False, nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("case_message_id", sa.String(32), nullable=True),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_message_links_petition_id_petitions"),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_message_links"),
    )
    op.create_index("ix_message_links_petition_id", "message_links", ["petition_id"])
    op.create_table(
        "petition_history",
        sa.Column("id", BIG, nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("event", sa.String(32), nullable=False),
        sa.Column("actor_kind", sa.String(32), nullable=False),
        sa.Column("actor_id", sa.String(64), nullable=False),
        sa.Column("actor_name", sa.String(255), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("from_stage", sa.String(32), nullable=True),
        sa.Column("to_stage", sa.String(32), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_petition_history_petition_id_petitions"),
        sa.PrimaryKeyConstraint("id", name="pk_petition_history"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_petition_history_petition_id", "petition_history", ["petition_id"])
    op.create_table(
        "staff_cards",
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("message_id", BIG, nullable=True),
        sa.Column("thread_id", BIG, nullable=True),
        sa.Column("rendered_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_staff_cards_petition_id_petitions"),
        sa.PrimaryKeyConstraint("petition_id", "chat_id", name="pk_staff_cards"),
    )
    op.create_index("ix_staff_cards_chat_id_thread_id", "staff_cards", ["chat_id", "thread_id"])
    op.create_table(
        "attachments",
        sa.Column("seq", BIG, nullable=False),
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("case_message_id", sa.String(32), nullable=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("file_id", sa.String(255), nullable=False),
        sa.Column("blob_id", sa.String(64), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", BIG, nullable=False),
        sa.ForeignKeyConstraint(["blob_id"], ["blobs.id"], name="fk_attachments_blob_id_blobs"),
        sa.ForeignKeyConstraint(
            ["case_message_id"], ["case_messages.id"], name="fk_attachments_case_message_id_case_messages"
        ),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_attachments_petition_id_petitions"),
        sa.PrimaryKeyConstraint("seq", name="pk_attachments"),
        sa.UniqueConstraint("id", name="uq_attachments_id"),
    )
    op.create_index("ix_attachments_blob_id", "attachments", ["blob_id"])
    op.create_index("ix_attachments_case_message_id", "attachments", ["case_message_id"])
    op.create_index("ix_attachments_petition_id", "attachments", ["petition_id"])

    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    for table in (
        "attachments",
        "staff_cards",
        "petition_history",
        "message_links",
        "case_messages",
        "petitions",
        "petition_counters",
        "blobs",
        "audit",
    ):
        op.drop_table(table)  # its indexes and triggers go with it
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION linli_append_only()")


def guard(table: str) -> None:
    """Let rows be added and never touched again. A later migration that rebuilds such a table must call this anew."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION linli_append_only() RETURNS trigger LANGUAGE plpgsql AS "
            "$$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION linli_append_only()"
        )
        return
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_no_{deed.lower()} BEFORE {deed} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
        )
