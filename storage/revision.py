"""At which revision the database stands, and at which it should, without Alembic: it takes a quarter of a second.

Every start and every command asks; only migrating needs the real thing.
"""

import re
from pathlib import Path

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import make_url

from storage.engine import lone_connection

_VERSIONS = Path(__file__).parent / "migrations" / "versions"
_TABLE = "alembic_version"
_NAMES = re.compile(r"""^(revision|down_revision)\b[^=]*=\s*(?:["']([^"']+)["']|None)""", re.MULTILINE)


def head() -> str | None:
    """Return the latest revision this program knows: the one no other comes after."""
    revisions: set[str] = set()
    followed: set[str] = set()
    for file in _VERSIONS.glob("*.py"):
        names = dict(_NAMES.findall(file.read_text(encoding="utf-8")))
        if names.get("revision"):
            revisions.add(names["revision"])
            followed.add(names.get("down_revision", ""))
    return max(revisions - followed, default=None)


async def current(url: str) -> str | None:
    """Return the revision the database stands at; None before the first. Makes no file where there is none."""
    if _is_missing(url):
        return None
    async with lone_connection(url) as connection:
        return await connection.run_sync(_current)


def _is_missing(url: str) -> bool:
    """Tell whether a database would be made by opening it."""
    address = make_url(url)
    return address.get_backend_name() == "sqlite" and not (address.database and Path(address.database).exists())


def _current(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_TABLE):
        return None
    found: str | None = connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar_one_or_none()  # noqa: S608 - a constant
    return found
