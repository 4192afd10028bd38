"""Figures cost the same number of statements at ten cases and at ten thousand, on both databases, by indexes."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import event, insert, select, text
from sqlalchemy.engine import Engine

from core.petitions.model import Event, Stage
from storage.engine import Database
from storage.queries.figures import SqlFiguresReader
from storage.tables import petition_history, petitions
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.scene import Scene, set_scene
from tests.fakes.world import START
from tests.integration.storage.test_query_counts import counted
from tests.many_cases import fill

pytestmark = pytest.mark.integration
FEW, MANY = 10, 10_000


@pytest.fixture
async def database(address: str) -> AsyncIterator[Database]:
    opened = Database(address)
    yield opened
    await opened.close()


async def lives(database: Database) -> None:
    """Give every case that has no history one: submitted, answered three days later; all but a few long ago."""
    known = select(petition_history.c.petition_id)
    async with database.reading() as connection:
        ids = (await connection.execute(select(petitions.c.id).where(petitions.c.id.not_in(known)))).scalars().all()
    rows = []
    for n, case in enumerate(ids):
        at = START - timedelta(days=400 if n % 20 else 1)
        for what, hours, before, after in (
            (Event.SUBMIT, 0, None, Stage.SUBMITTED),
            (Event.ANSWER, 30, Stage.ACCEPTED, Stage.ANSWERED),
        ):
            actor = {"actor_kind": "staff", "actor_id": "77", "actor_name": "李敏"}
            stages = {"event": what, "from_stage": before, "to_stage": after, "at": at + timedelta(hours=hours)}
            rows.append({"petition_id": case, "reason": "", "unit_id": None, **actor, **stages})
    async with database.transaction() as connection:
        await connection.execute(insert(petition_history), rows)


async def cost(database: Database, scene: Scene) -> tuple[int, int]:
    with counted() as count:
        found = await SqlFiguresReader(database).count(
            [scene.street.id, scene.unit.id], START - timedelta(days=30), START + timedelta(days=3), START
        )
        days = (START - timedelta(days=30)).date(), START.date()
        await SqlFiguresReader(database).outcomes([scene.street.id], START - timedelta(days=30), START, days)
        return count(), sum(each.count for each in found.received)


async def test_as_many_statements_at_ten_as_at_ten_thousand(database: Database) -> None:
    scene = await set_scene(SqlUnitOfWorkFactory(database))
    await fill(database, scene, FEW)
    await lives(database)
    few = await cost(database, scene)
    await fill(database, scene, MANY - FEW)
    await lives(database)
    many = await cost(database, scene)
    assert (few[0], many[0]) == (10, 10)
    assert many[1] > few[1]
    await uses_indexes(database, scene)


async def uses_indexes(database: Database, scene: Scene) -> None:
    """What is looked for of a span is found by event and time, and a case's history by the case."""
    if not database.is_sqlite:
        async with database.transaction() as connection:
            for name in ("petitions", "petition_history"):
                await connection.execute(text(f"ANALYZE {name}"))
    asked: list[tuple[str, object]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        asked.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        await cost(database, scene)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    deeds = [each for each in asked if "WITH deeds" in each[0]]
    assert len(deeds) == 3
    for statement, parameters in deeds:
        how = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
        async with database.reading() as connection:
            rows = (await connection.exec_driver_sql(how + statement, parameters)).all()  # type: ignore[arg-type] # as the driver had them
        plan = "\n".join(str(row[-1]) for row in rows) + "\n"
        assert "ix_petition_history_event_at" in plan, plan
        assert "SCAN petition_history\n" not in plan, plan
        assert "Seq Scan on petition_history" not in plan, plan
