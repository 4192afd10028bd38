"""Remember each album beside what a button asked for, so that neither takes the other's place.

Revision: 0006, after: 0005
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _make_anew(["chat_id", "user_id", "petition_id", "album"])


def downgrade() -> None:
    _make_anew(["chat_id", "user_id", "petition_id"])


def _make_anew(key: list[str]) -> None:
    """Change the primary key; what buttons have asked for goes on holding. Of several, one of a key stays."""
    words = [sa.column(name, sa.String) for name in ("petition_id", "role", "album")]
    people = [sa.column(name, sa.BigInteger) for name in ("chat_id", "user_id")]
    old = sa.table("staff_intents", *people, *words, sa.column("at", sa.DateTime(timezone=True)))
    rows = op.get_bind().execute(sa.select(old).order_by(old.c.at)).mappings().all()
    kept = {tuple(row[name] for name in key): dict(row) for row in rows}
    op.drop_table("staff_intents")
    made = op.create_table(
        "staff_intents",
        sa.Column("chat_id", BIG, autoincrement=False, nullable=False),
        sa.Column("user_id", BIG, autoincrement=False, nullable=False),
        sa.Column("petition_id", sa.String(32), nullable=False),
        sa.Column("album", sa.String(64), nullable=False),
        sa.Column("role", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["petition_id"], ["petitions.id"], name="fk_staff_intents_petition_id_petitions"),
        sa.PrimaryKeyConstraint(*key, name="pk_staff_intents"),
    )
    op.create_index("ix_staff_intents_petition_id", "staff_intents", ["petition_id"])
    if kept:
        op.bulk_insert(made, list(kept.values()))
