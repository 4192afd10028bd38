"""Rows that move from page to page leave copies behind: they are gone once the file has been written anew."""

import random
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engine import Database

pytestmark = pytest.mark.integration
ROWS, GROWN, DROPPED = 3_000, 2_000, 2_500


def held(database_url: str) -> bytes:
    path = Path(database_url.partition("///")[2])
    return b"".join(file.read_bytes() for file in path.parent.iterdir() if file.name.startswith(path.name))


async def test_what_moving_rows_left_on_a_page_is_gone_after_the_nights_cleaning(database: Database, url: str) -> None:
    """SQLite's `secure_delete` alone leaves some."""
    chance = random.Random(7)  # noqa: S311 - the same rows each time
    keys = [chance.randbytes(16).hex() for _ in range(ROWS)]
    grown, dropped = chance.sample(keys, GROWN), set(chance.sample(keys, DROPPED))
    async with database.transaction() as connection:
        await connection.execute(text("CREATE TABLE moving (k TEXT PRIMARY KEY, v TEXT) WITHOUT ROWID"))
        rows = [{"k": key, "v": "x" * chance.randint(1, 60)} for key in keys]
        await connection.execute(text("INSERT INTO moving VALUES (:k, :v)"), rows)
        rows = [{"k": key, "v": "y" * chance.randint(100, 400)} for key in grown]
        await connection.execute(text("UPDATE moving SET v = :v WHERE k = :k"), rows)
    async with database.transaction() as connection:
        gone = [{"k": key} for key in sorted(dropped)]
        await connection.execute(text("DELETE FROM moving WHERE k = :k"), gone)
    await database.checkpoint()
    content = held(url)
    assert [key for key in dropped if key.encode() in content], "nothing is left to be cleaned: this shows nothing"

    await database.tidy()

    content = held(url)
    assert [key for key in dropped if key.encode() in content] == []
    assert all(key.encode() in content for key in set(keys) - dropped)
