"""The queue, the search and a card cost the same at ten cases and at ten thousand, on both databases; by indexes."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import delete, event, text
from sqlalchemy.engine import Engine

from core.petitions.queue import QueueFilter, QueueView, Scope
from core.petitions.search import asked, cut_into_characters
from core.petitions.usecases.searching import FillIndex
from core.shared.ids import PetitionId
from storage.case_search import SqlCaseSearch
from storage.engine import Database
from storage.queries.cards import SqlCardReader
from storage.queries.queue import SqlQueueReader
from storage.tables import case_words
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import a_message, a_petition
from tests.factories.scene import Scene, set_scene
from tests.fakes.world import START
from tests.integration.storage.test_query_counts import counted
from tests.many_cases import ME, fill

pytestmark = pytest.mark.integration
FEW, MANY = 10, 10_000


@pytest.fixture
async def database(address: str) -> AsyncIterator[Database]:
    opened = Database(address)
    yield opened
    await opened.close()


async def costs(database: Database, scene: Scene) -> dict[str, int]:
    queue, search, cards = SqlQueueReader(database), SqlCaseSearch(database), SqlCardReader(database)
    chat, found = scene.desk.chat_id, dict[str, int]()
    first = await queue.page(chat, ME, QueueView(), START, 3)
    second = QueueView(mark=first.after)
    for name, view in (
        ("first page", QueueView()),
        ("second page", second),
        ("mine", QueueView(wanted=QueueFilter(scope=Scope.MINE))),
    ):
        with counted() as count:
            await queue.page(chat, ME, view, START, 3)
            found[name] = count()
    with counted() as count:
        await search.find(chat, asked("停车", cut_into_characters), offset=0, limit=3)
        found["search"] = count()
    with counted() as count:
        await cards.card(scene.petition.id, chat)
        found["card"] = count()
    async with SqlUnitOfWorkFactory(database).reading() as uow:
        with counted() as count:
            await uow.together.near(scene.petition, chat, 300)
            found["near"] = count()
    return found


async def test_as_many_queries_at_ten_as_at_ten_thousand(database: Database) -> None:
    scene = await set_scene(SqlUnitOfWorkFactory(database))
    await fill(database, scene, FEW)
    at_few = await costs(database, scene)
    await fill(database, scene, MANY - FEW)

    assert await costs(database, scene) == at_few
    assert at_few == {"first page": 2, "second page": 2, "mine": 2, "search": 4, "card": 3, "near": 1}
    await uses_indexes(database, scene)


async def uses_indexes(database: Database, scene: Scene) -> None:
    """The page is read in the order of its index and not sorted: see the plan."""
    if not database.is_sqlite:
        async with database.transaction() as connection:
            for name in ("petitions", "staff_cards", "case_words"):
                await connection.execute(text(f"ANALYZE {name}"))
    asked_for: list[tuple[str, object]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: object, *_rest: object) -> None:
        asked_for.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        queue = SqlQueueReader(database)
        first = await queue.page(scene.desk.chat_id, ME, QueueView(), START, 8)
        await queue.page(scene.desk.chat_id, ME, QueueView(mark=first.after), START, 8)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    pages = [each for each in asked_for if "ORDER BY" in each[0] and "LIMIT" in each[0]]
    assert len(pages) == 2
    for statement, parameters in pages:
        plan = await _plan(database, statement, parameters)
        assert "ix_petitions_queue_at_number" in plan, plan
        assert "SCAN petitions\n" not in plan
        assert "Seq Scan on petitions" not in plan
        assert "Sort" not in plan, plan
        assert "TEMP B-TREE" not in plan, plan


async def _plan(database: Database, statement: str, parameters: object) -> str:
    how = "EXPLAIN QUERY PLAN " if database.is_sqlite else "EXPLAIN "
    async with database.reading() as connection:
        rows = (await connection.exec_driver_sql(how + statement, parameters)).all()  # type: ignore[arg-type] # as the driver had them
    return "\n".join(str(row[-1]) for row in rows) + "\n"


async def test_petitions_older_than_the_index_are_put_into_it(database: Database) -> None:
    uow = SqlUnitOfWorkFactory(database)
    scene = await set_scene(uow)
    async with uow() as work:
        work.messages.add(a_message(scene.petition, text="物业 答应 了"))
        await work.commit()
    async with database.transaction() as connection:
        await connection.execute(delete(case_words))
    search, wanted = SqlCaseSearch(database), asked("物业", cut_into_characters)
    assert (await search.find(scene.desk.chat_id, wanted, offset=0, limit=1)).total == 0

    chore = FillIndex(uow)
    assert [await chore(), await chore(), await chore()] == [True, False, False]
    assert (await search.find(scene.desk.chat_id, wanted, offset=0, limit=1)).total == 1


async def test_parts_are_looked_for_by_trigrams(database: Database) -> None:
    if database.is_sqlite:
        return
    async with database.reading() as connection:
        found = await connection.execute(text("SELECT indexdef FROM pg_indexes WHERE tablename = 'case_words'"))
        made = "\n".join(found.scalars())
    assert "gin_trgm_ops" in made
    assert "to_tsvector" in made


async def test_what_was_erased_is_found_no_more_and_leaves_no_bytes(database: Database, tmp_path: Path) -> None:
    """FTS5 keeps deleted words in its segments until it writes them anew."""
    uow = SqlUnitOfWorkFactory(database)
    scene = await set_scene(uow)
    word = "zebrafish"
    case = a_petition(scene.unit, text=f"say {word} here")
    async with uow() as work:
        work.petitions.add(case)
        await work.links.add_card(case.id, scene.desk.chat_id)
        await work.commit()
    await fill(database, scene, 300)
    assert await _holds(database, scene, word)
    async with database.transaction() as connection:
        await connection.execute(text("UPDATE petitions SET text = '' WHERE id = :id"), {"id": case.id})
    async with uow() as work:
        await work.search.renew(PetitionId(case.id))
        await work.commit()

    assert not await _holds(database, scene, word)
    if database.is_sqlite:
        await database.checkpoint()
        held = (tmp_path / "linli.db").read_bytes()
        assert word.encode() not in held
        assert word.encode().hex().encode() not in held


async def _holds(database: Database, scene: Scene, word: str) -> bool:
    wanted = asked(word, cut_into_characters)
    found = await SqlCaseSearch(database).find(scene.desk.chat_id, wanted, offset=0, limit=1)
    return found.total > 0
