"""What claiming reads: with 50 000 rows waiting, one full scan per row would take minutes."""

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from storage.engine import Database
from storage.outbox_due import due_rows

pytestmark = pytest.mark.integration


async def test_claiming_finds_its_rows_by_index_and_sorts_nothing(database: Database) -> None:
    wanted = due_rows(8).params(now=1_000.0).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})

    async with database.reading() as connection:
        plan = (await connection.execute(text(f"EXPLAIN QUERY PLAN {wanted}"))).mappings().all()
    steps = [row["detail"] for row in plan]

    assert "SEARCH waiting USING INDEX ix_outbox_tried_state_not_before (state=? AND not_before>?)" in steps
    assert "SEARCH outbox USING INDEX ix_outbox_state_priority_id (state=?)" in steps
    assert not [step for step in steps if step.startswith("SCAN") or "TEMP B-TREE" in step]
