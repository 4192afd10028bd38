"""What looking for the latest edition reads: it is asked at each staff message, and a case file only grows."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.dialects import postgresql, sqlite

from storage.engine import Database
from storage.repositories.petitions import editions_of
from storage.tables import case_messages

pytestmark = pytest.mark.integration

WANTED = select(case_messages.c.seq).where(editions_of("tg:-1001:7"))
LITERALLY = {"literal_binds": True}


async def test_sqlite_finds_editions_by_the_index_of_sources(database: Database) -> None:
    wanted = WANTED.compile(dialect=sqlite.dialect(), compile_kwargs=LITERALLY)
    async with database.reading() as connection:
        plan = (await connection.execute(text(f"EXPLAIN QUERY PLAN {wanted}".replace(":7", r"\:7")))).mappings().all()
    steps = [row["detail"] for row in plan]

    assert [step for step in steps if "(source>? AND source<?)" in step]
    assert not [step for step in steps if step.startswith("SCAN")]


async def test_postgresql_finds_editions_by_the_index_of_sources(postgres_url: str) -> None:
    wanted = WANTED.compile(dialect=postgresql.dialect(), compile_kwargs=LITERALLY)
    database = Database(postgres_url)
    async with database.transaction() as connection:
        await connection.execute(text("SET LOCAL enable_seqscan = off"))  # an empty table is read as a whole else
        plan = (await connection.execute(text(f"EXPLAIN {wanted}".replace(":7", r"\:7")))).scalars().all()
    await database.close()

    assert [step for step in plan if "Index Cond" in step and ">=" in step], plan
    assert not [step for step in plan if "Seq Scan" in step], plan


async def test_postgresql_compares_sources_by_bytes_wherever_it_was_set_up(postgres_url: str) -> None:
    """In many languages' order a semicolon does not come right after a colon, with all numbers between."""
    database = Database(postgres_url)
    column = "SELECT collation_name FROM information_schema.columns WHERE (table_name, column_name) = {}"
    async with database.reading() as connection:
        assert (await connection.execute(text(column.format("('case_messages', 'source')")))).scalars().all() == ["C"]
    await database.close()
