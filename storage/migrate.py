"""The schema's history, run from inside the package, so that it works wherever the package is installed."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection

from storage.engine import lone_connection

_SCRIPTS = Path(__file__).parent / "migrations"


async def upgrade(url: str, revision: str = "head") -> None:
    async with lone_connection(url) as connection:
        await connection.run_sync(lambda c: command.upgrade(_config(c), revision))
        await connection.commit()


async def downgrade(url: str, revision: str) -> None:
    async with lone_connection(url) as connection:
        await connection.run_sync(lambda c: command.downgrade(_config(c), revision))
        await connection.commit()


async def current(url: str) -> str | None:
    """Return the revision the database stands at; None before the first."""
    async with lone_connection(url) as connection:
        return await connection.run_sync(lambda c: MigrationContext.configure(c).get_current_revision())


async def draft(url: str, message: str) -> None:
    """For developers: write the next revision from what `tables` has and the database has not; then read it."""
    async with lone_connection(url) as connection:
        await connection.run_sync(lambda c: command.revision(_config(c), message, autogenerate=True))


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
