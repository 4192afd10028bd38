from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, event

from core.duty.model import Colleague
from core.mediation.app import mediation_use_cases
from core.mediation.model import Mediation
from core.petitions.model import Author, Kind
from core.petitions.usecases.desk import Grace
from core.shared.ids import TelegramUserId
from storage.engine import Database
from storage.queries.cards import SqlCardReader
from storage.queries.cases import SqlCaseReader
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import a_history_row, a_message, a_petition, an_attachment
from tests.factories.said import staff_of
from tests.factories.scene import Scene, set_scene
from tests.fakes.world import FakeClock, FakeElapsed, FakeIds

pytestmark = pytest.mark.integration


@contextmanager
def counted() -> Iterator[Callable[[], int]]:
    """Count SELECTs of every engine."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield lambda: len(seen)
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def one_more(database: Database, scene: Scene) -> None:
    """Another case in the queue, and more of everything in the scene's own."""
    petition = a_petition(scene.unit, scene.resident, attachments=(an_attachment(),))
    async with SqlUnitOfWorkFactory(database)() as uow:
        uow.petitions.add(petition)
        await uow.links.add_card(petition.id, scene.desk.chat_id)
        uow.messages.add(a_message(scene.petition, attachments=(an_attachment(), an_attachment())))
        uow.messages.add(a_message(scene.petition, author=Author.STAFF))
        uow.history.append(a_history_row(scene.petition))
        await uow.commit()


async def test_lists_and_cards_cost_the_same_at_one_and_at_three_rows(database: Database) -> None:
    scene = await set_scene(SqlUnitOfWorkFactory(database))
    cases, cards = SqlCaseReader(database), SqlCardReader(database)

    async def costs() -> tuple[dict[str, int], int]:
        found: dict[str, int] = {}
        with counted() as count:
            queue = await cases.queue(scene.desk.chat_id)
            found["queue"] = count()
        with counted() as count:
            await cases.of_resident(scene.resident.id)
            found["cases"] = count()
        with counted() as count:
            await cards.card(scene.petition.id, scene.desk.chat_id)
            found["card"] = count()
        with counted() as count:
            await cases.view(scene.petition.id)
            found["view"] = count()
        return found, len(queue)

    await one_more(database, scene)
    at_two, rows_at_two = await costs()
    await one_more(database, scene)
    await one_more(database, scene)
    at_four, rows_at_four = await costs()

    assert (rows_at_two, rows_at_four) == (2, 4)
    assert at_two == at_four == {"queue": 1, "cases": 1, "card": 3, "view": 6}


async def test_the_unit_of_work_reads_a_case_in_as_many_statements(database: Database) -> None:
    factory = SqlUnitOfWorkFactory(database)
    scene = await set_scene(factory)

    async def costs() -> tuple[int, int]:
        async with factory() as uow:
            with counted() as count:
                await uow.messages.of(scene.petition.id)
                messages = count()
            with counted() as count:
                await uow.staff_chats.all()
                return messages, count()

    await one_more(database, scene)
    first = await costs()
    await one_more(database, scene)
    assert await costs() == first == (2, 2)


async def test_a_mediations_page_costs_the_same_at_one_and_at_nine_colleagues(database: Database) -> None:
    factory = SqlUnitOfWorkFactory(database)
    scene = await set_scene(factory)
    case = a_petition(scene.unit, scene.resident, kind=Kind.MEDIATION, number="XF-2025-000077")
    use = mediation_use_cases(uow=factory, clock=FakeClock(), ids=FakeIds(), grace=Grace(FakeElapsed(), 0))

    async def know(*numbers: int) -> None:
        async with factory() as uow:
            for n in numbers:
                await uow.duty.know(Colleague(unit_id=scene.unit.id, user_id=TelegramUserId(n), name=f"同事{n}"))
            await uow.commit()

    async def costs() -> tuple[int, int]:
        with counted() as count:
            sheet = await use.desk.see(staff_of(scene.desk), case.id)
            return count(), len(sheet.people)

    async with factory() as uow:
        uow.petitions.add(case)
        await uow.links.add_card(case.id, scene.desk.chat_id)
        await uow.mediations.save(Mediation(petition_id=case.id))
        await uow.commit()
    await know(7101)
    cost, there = await costs()
    await know(*range(7102, 7110))
    assert await costs() == (cost, there + 8)
