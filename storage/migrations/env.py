"""Run by Alembic. `storage.migrate` hands over the connection; there is no other way in."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection, text

from storage.tables import metadata
from storage.tables.types import Moment


def render_item(kind: str, item: object, autogen: AutogenContext) -> str | Literal[False]:
    """Write our own column types as what they are in the database: a migration must not change with our code."""
    del autogen
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


def is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """Leave the tables of SQLite's full text search alone: it makes and keeps them itself."""
    return kind != "table" or not str(name).startswith(("disclosure_fts", "case_fts"))


def take_turn(connection: Connection) -> None:
    """Let two processes that start together migrate one after the other; SQLite does so by BEGIN IMMEDIATE."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('linli.migrate'))"))


def run(connection: Connection) -> None:
    options: dict[str, Any] = {
        "include_name": is_ours,
        "render_as_batch": True,
        "compare_type": True,
        "compare_server_default": True,
    }
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,  # also on SQLite: half a migration is worse than none
        render_item=render_item,
        **options,
    )
    with context.begin_transaction():
        take_turn(connection)
        context.run_migrations()


run(context.config.attributes["connection"])
