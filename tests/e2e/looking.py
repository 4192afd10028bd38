"""What the database of a house holds, be it SQLite's file or PostgreSQL."""

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from typing import Any

import asyncpg

from tests.e2e.house import House


def row(house: House, asked: str, *given: Any) -> tuple[Any, ...] | None:
    """The first row of the answer to a question with `?` in it."""
    address = house.environment.get("LINLI_DATABASE_URL", "")
    if "postgresql" in address:
        with ThreadPoolExecutor(1) as aside:  # its driver has no way to ask but an event loop, and ours is running
            return aside.submit(asyncio.run, _of_postgres(address, asked, given)).result()
    with closing(sqlite3.connect(house.folder / "linli.db", timeout=30)) as database:
        found: tuple[Any, ...] | None = database.execute(asked, given).fetchone()
        return found


async def _of_postgres(address: str, asked: str, given: tuple[Any, ...]) -> tuple[Any, ...] | None:
    numbers = count(1)
    asked = "".join(f"${next(numbers)}" if letter == "?" else letter for letter in asked)
    connection = await asyncpg.connect(address.replace("+asyncpg", ""))
    try:
        found = await connection.fetchrow(asked, *given)
    finally:
        await connection.close()
    return None if found is None else tuple(found)
