"""Residents' ids can be emptied in the history; a street finds what it may see; since when something is set aside; who
wants no reminders.

Revision: 0043, after: 0034
"""

import time

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0034"
branch_labels = None
depends_on = None

_COLUMNS = ("id", "petition_id", "event", "actor_kind", "actor_name", "at", "from_stage", "to_stage", "reason", "unit_id")


_SHOWN = ("shown_words", "shown_plain")


def upgrade() -> None:
    for name in _SHOWN:
        op.add_column("case_words", sa.Column(name, sa.Text(), nullable=True))
    op.execute("DELETE FROM case_words")  # a chore reads all cases anew, some at a time
    op.add_column("inbox", sa.Column("parked_at", sa.Double(), nullable=True))
    op.execute(f"UPDATE inbox SET parked_at = {int(time.time())} WHERE state = 'parked'")
    op.execute(f"UPDATE outbox SET finished_at = {int(time.time())} WHERE state = 'dead'")  # both wait from now on
    op.create_table(
        "reminder_optouts",
        sa.Column("resident_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["resident_id"], ["residents.id"], name="fk_reminder_optouts_resident_id_residents", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("resident_id", name="pk_reminder_optouts"),
    )
    _let_ids_be_emptied()


def downgrade() -> None:
    op.drop_table("reminder_optouts")
    op.drop_column("inbox", "parked_at")
    for name in _SHOWN:
        op.drop_column("case_words", name)
    _keep_ids()


def _let_ids_be_emptied() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER petition_history_append_only ON petition_history")
        op.execute(
            "CREATE TRIGGER petition_history_append_only BEFORE DELETE OR TRUNCATE ON petition_history "
            "FOR EACH STATEMENT EXECUTE FUNCTION linli_append_only()"
        )
        op.execute(
            "CREATE FUNCTION linli_history_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "IF OLD.actor_kind = 'resident' AND NEW.actor_id = '' "
            "AND to_jsonb(NEW) - 'actor_id' = to_jsonb(OLD) - 'actor_id' THEN RETURN NEW; END IF; "
            "RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME; END $$"
        )
        op.execute(
            "CREATE TRIGGER petition_history_no_update BEFORE UPDATE ON petition_history "
            "FOR EACH ROW EXECUTE FUNCTION linli_history_kept()"
        )
        return
    kept = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in _COLUMNS)
    op.execute("DROP TRIGGER petition_history_no_update")
    op.execute(
        "CREATE TRIGGER petition_history_no_update BEFORE UPDATE ON petition_history "
        f"WHEN NOT (OLD.actor_kind = 'resident' AND NEW.actor_id = '' AND {kept}) "
        "BEGIN SELECT RAISE(ABORT, 'append-only: petition_history'); END"
    )


def _keep_ids() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP TRIGGER petition_history_no_update ON petition_history")
        op.execute("DROP FUNCTION linli_history_kept()")
        op.execute("DROP TRIGGER petition_history_append_only ON petition_history")
        op.execute(
            "CREATE TRIGGER petition_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON petition_history "
            "FOR EACH STATEMENT EXECUTE FUNCTION linli_append_only()"
        )
        return
    op.execute("DROP TRIGGER petition_history_no_update")
    op.execute(
        "CREATE TRIGGER petition_history_no_update BEFORE UPDATE ON petition_history "
        "BEGIN SELECT RAISE(ABORT, 'append-only: petition_history'); END"
    )
