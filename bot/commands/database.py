"""The database as commands meet it: at the right revision, or one sentence about what is wrong."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from bot.terminal import say
from core.shared.errors import StorageError
from storage import revision


@contextmanager
def reachable() -> Iterator[None]:
    """Turn everything that says "no such database, no way in" into StorageError("database-unreachable")."""
    try:
        yield
    except (SQLAlchemyError, OSError, ModuleNotFoundError, ValueError) as error:
        reason = type(getattr(error, "orig", None) or error).__name__
        raise StorageError("database-unreachable", reason=reason) from error


async def schema_state(url: str) -> tuple[str | None, str | None]:
    """Return where the database stands and where this program wants it."""
    with reachable():
        return await revision.current(url), revision.head()


async def prepare_schema(url: str) -> None:
    """Bring an embedded database up by ourselves; a server's is migrated on purpose, before the replicas start.

    Raises StorageError("schema-behind") for the latter.
    """
    now, wanted = await schema_state(url)
    if now == wanted:
        return
    if not url.startswith("sqlite"):
        raise StorageError("schema-behind")
    await _upgrade(url)


async def require_schema(url: str) -> None:
    """Raises StorageError("schema-behind") unless the database is at the newest revision."""
    now, wanted = await schema_state(url)
    if now != wanted:
        raise StorageError("schema-behind")


async def migrate_database(url: str) -> None:
    now, wanted = await schema_state(url)
    if now == wanted:
        say("cli-migrate-nothing", revision=wanted or "-")
        return
    await _upgrade(url)
    say("cli-migrate-done", before=now or "-", revision=wanted or "-")


async def _upgrade(url: str) -> None:
    from storage import migrate  # noqa: PLC0415 - brings Alembic, which takes a quarter of a second

    with reachable():
        await migrate.upgrade(url)
