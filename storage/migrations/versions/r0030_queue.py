"""The desk's queue: what it is sorted by, what petitions are about and found by, and cases handed to a colleague.

Revision: 0030, after: 0035
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0035"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
QUEUED = sa.text("queue_at IS NOT NULL")
SEARCHED = "to_tsvector('simple'::regconfig, words)"
LAST = "9999-12-31 00:00:00"


def upgrade() -> None:
    op.add_column("petitions", sa.Column("category", sa.String(32), server_default=sa.text("''"), nullable=False))
    op.add_column("petitions", sa.Column("queue_at", MOMENT, nullable=True))
    is_postgresql = op.get_bind().dialect.name == "postgresql"
    last = f"TIMESTAMPTZ '{LAST}+00'" if is_postgresql else f"'{LAST}.000000'"
    op.execute(
        "UPDATE petitions SET queue_at = CASE WHEN stage = 'submitted' THEN claim_by "  # noqa: S608 - our own words
        f"WHEN stage IN ('accepted', 'in_progress', 'more_info') THEN reply_by WHEN stage = 'answered' THEN {last} END"
    )
    op.create_index(
        "ix_petitions_queue_at_number",
        "petitions",
        ["queue_at", "number"],
        sqlite_where=QUEUED,
        postgresql_where=QUEUED,
    )
    op.create_index("ix_petition_history_event_at", "petition_history", ["event", "at"])
    op.create_index("ix_petition_history_actor_id_at", "petition_history", ["actor_id", "at"])
    op.create_table(
        "case_words",
        sa.Column("seq", BIG, nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("message_id", sa.String(32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("plain", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_case_words_petition_id_petitions"),
        sa.PrimaryKeyConstraint("seq", name="pk_case_words"),
        sa.UniqueConstraint("petition_id", "message_id", name="uq_case_words_petition_id_message_id"),
    )
    op.create_table(
        "handovers",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("chat_id", BIG, nullable=False),
        sa.Column("giver_id", BIG, nullable=False),
        sa.Column("giver_name", sa.String(255), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("taken_by", BIG, nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_handovers"),
    )
    op.create_table(
        "handover_cases",
        sa.Column("handover_id", sa.String(32), nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handovers.id"], name="fk_handover_cases_handover_id_handovers"),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_handover_cases_petition_id_petitions"),
        sa.PrimaryKeyConstraint("handover_id", "petition_id", name="pk_handover_cases"),
    )
    op.create_index("ix_handover_cases_petition_id", "handover_cases", ["petition_id"])
    if is_postgresql:
        op.execute(f"CREATE INDEX ix_case_words_searched ON case_words USING gin ({SEARCHED})")
        _trigrams()
    else:
        _fts()


def _trigrams() -> None:
    """Where the extension is installed, and we may have it; searching finds the same without, only slower."""
    known = sa.text("SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'")
    if not op.get_bind().execute(known).scalar():
        return
    try:
        with op.get_bind().begin_nested():
            op.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except sa.exc.DBAPIError:  # another role has to make it: docs/operations.md says how
        return
    op.execute("CREATE INDEX ix_case_words_trigrams ON case_words USING gin (plain gin_trgm_ops)")


def _fts() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE case_fts USING fts5(words, content='case_words', content_rowid='seq', tokenize='ascii')"
    )
    put = "INSERT INTO case_fts(rowid, words) VALUES (new.seq, new.words);"
    take = "INSERT INTO case_fts(case_fts, rowid, words) VALUES ('delete', old.seq, old.words);"
    op.execute(f"CREATE TRIGGER case_words_added AFTER INSERT ON case_words BEGIN {put} END")
    op.execute(f"CREATE TRIGGER case_words_changed AFTER UPDATE ON case_words BEGIN {take} {put} END")
    op.execute(f"CREATE TRIGGER case_words_gone AFTER DELETE ON case_words BEGIN {take} END")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE case_fts")
    for table in ("handover_cases", "handovers", "case_words"):
        op.drop_table(table)
    op.drop_index("ix_petition_history_actor_id_at", "petition_history")
    op.drop_index("ix_petition_history_event_at", "petition_history")
    op.drop_index("ix_petitions_queue_at_number", "petitions")
    op.drop_column("petitions", "queue_at")
    op.drop_column("petitions", "category")
