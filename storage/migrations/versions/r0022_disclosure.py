"""What is disclosed: items, their versions, and what they are found by.

Revision: 0022, after: 0021
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)
SOURCE = sa.String(128).with_variant(sa.String(128, collation="C"), "postgresql")
PUBLISHED = sa.text("state = 'published'")
SEARCHED = "to_tsvector('simple'::regconfig, words)"


def upgrade() -> None:
    op.create_table(
        "disclosure_counters",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_disclosure_counters"),
    )
    op.create_table(
        "disclosure_items",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("unit_id", sa.String(32), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("category", sa.String(32), nullable=True),
        sa.Column("span", sa.String(16), nullable=False),
        sa.Column("span_chosen", sa.Boolean(), nullable=False),
        sa.Column("number", sa.String(20), nullable=True),
        sa.Column("current", sa.Integer(), nullable=False),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.Column("board_until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name="fk_disclosure_items_unit_id_units"),
        sa.PrimaryKeyConstraint("id", name="pk_disclosure_items"),
        sa.UniqueConstraint("number", name="uq_disclosure_items_number"),
    )
    op.create_index("ix_disclosure_items_unit_id_published_at", "disclosure_items", ["unit_id", "published_at"])
    op.create_table(
        "disclosure_versions",
        sa.Column("id", sa.String(32), nullable=False),
        sa.Column("item_id", sa.String(32), nullable=False),
        sa.Column("source", SOURCE, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("author_id", BIG, nullable=False),
        sa.Column("author_name", sa.String(255), nullable=False),
        sa.Column("made_at", MOMENT, nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("published_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["item_id"], ["disclosure_items.id"], name="fk_disclosure_versions_item_id_disclosure_items"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_disclosure_versions"),
        sa.UniqueConstraint("source", name="uq_disclosure_versions_source"),
    )
    op.create_index("ix_disclosure_versions_published_at", "disclosure_versions", ["published_at"])
    op.create_index(
        "uq_disclosure_versions_item_id_n",
        "disclosure_versions",
        ["item_id", "n"],
        unique=True,
        sqlite_where=PUBLISHED,
        postgresql_where=PUBLISHED,
    )
    op.create_table(
        "disclosure_posts",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("message_id", BIG, autoincrement=False, nullable=False),
        sa.Column("version_id", sa.String(32), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("detail", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(
            ["version_id"], ["disclosure_versions.id"], name="fk_disclosure_posts_version_id_disclosure_versions"
        ),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name="pk_disclosure_posts"),
    )
    op.create_index("ix_disclosure_posts_version_id", "disclosure_posts", ["version_id"])
    op.create_table(
        "disclosure_words",
        sa.Column("seq", BIG, nullable=False),
        sa.Column("item_id", sa.String(32), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_id"], ["disclosure_items.id"], name="fk_disclosure_words_item_id_disclosure_items"
        ),
        sa.PrimaryKeyConstraint("seq", name="pk_disclosure_words"),
        sa.UniqueConstraint("item_id", name="uq_disclosure_words_item_id"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f"CREATE INDEX ix_disclosure_words_searched ON disclosure_words USING gin ({SEARCHED})")
    else:
        op.execute(
            "CREATE VIRTUAL TABLE disclosure_fts USING fts5"
            "(words, content='disclosure_words', content_rowid='seq', tokenize='ascii')"
        )
        op.execute(
            "CREATE TRIGGER disclosure_words_added AFTER INSERT ON disclosure_words BEGIN "
            "INSERT INTO disclosure_fts(rowid, words) VALUES (new.seq, new.words); END"
        )
        op.execute(
            "CREATE TRIGGER disclosure_words_changed AFTER UPDATE ON disclosure_words BEGIN "
            "INSERT INTO disclosure_fts(disclosure_fts, rowid, words) VALUES ('delete', old.seq, old.words); "
            "INSERT INTO disclosure_fts(rowid, words) VALUES (new.seq, new.words); END"
        )
    op.add_column("petitions", sa.Column("about", sa.String(32), nullable=True))
    op.add_column("petitions", sa.Column("about_name", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.create_index("ix_petitions_about", "petitions", ["about"])


def downgrade() -> None:
    op.drop_index("ix_petitions_about", "petitions")
    op.drop_column("petitions", "about_name")
    op.drop_column("petitions", "about")
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE disclosure_fts")
    for table in ("words", "posts", "versions", "items", "counters"):
        op.drop_table(f"disclosure_{table}")
