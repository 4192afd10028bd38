"""A case moves to another desk while somebody is at work on it, on PostgreSQL."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import insert, select, text, update

from core.people.model import Purpose, StaffChat
from core.petitions.usecases import SeatCases
from core.shared.link_roles import LinkRole
from core.shared.outbox import RowState
from storage.engine import Database
from storage.tables import message_links, outbox
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import a_staff_chat, an_item
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.world import START, FakeClock

pytestmark = pytest.mark.integration


async def with_one_above(database: Database) -> tuple[Scene, StaffChat]:
    factory = SqlUnitOfWorkFactory(database)
    scene = await set_scene(factory)
    above = a_staff_chat(scene.street, purposes=frozenset({Purpose.DESK, Purpose.OPERATORS}))
    async with factory() as uow:
        await uow.staff_chats.save(above)
        await uow.commit()
    return scene, above


async def put_out(database: Database, scene: Scene, occasion: str) -> None:
    seats = SeatCases(uow=SqlUnitOfWorkFactory(database), clock=FakeClock())
    await seats(scene.desk.chat_id, able=False, occasion=occasion)


async def until_it_waits(task: asyncio.Task[None], database: Database) -> None:
    """Return when the task waits for a lock in PostgreSQL, or is done because it asked for none."""
    locked = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
    waits = False
    while not task.done() and not waits:
        async with database.reading() as connection:
            waits = bool((await connection.execute(locked)).scalar_one())


@pytest.mark.parametrize("address", ["postgres_url"], indirect=True)
async def test_words_written_while_their_case_moves_go_where_it_went(several: list[Database]) -> None:
    scene, above = await with_one_above(several[0])
    words = an_item(scene.desk.chat_id, dedupe=f"add:1:{scene.desk.chat_id}:0", petition_id=scene.petition.id)
    async with SqlUnitOfWorkFactory(several[0])() as uow:
        await uow.petitions.lock(scene.petition.id)
        uow.outbox.add(replace(words, to_case=True))
        await uow.links.cards(scene.petition.id)
        moving = asyncio.get_running_loop().create_task(put_out(several[1], scene, "1"))
        await until_it_waits(moving, several[2])
        await uow.commit()
    await moving

    async with several[0].reading() as connection:
        added = select(outbox.c.chat_id).where(outbox.c.dedupe.startswith("add:1:"))
        assert (await connection.execute(added)).scalars().all() == [above.chat_id]


@pytest.mark.parametrize("address", ["postgres_url"], indirect=True)
async def test_of_two_who_find_us_put_out_one_tells(several: list[Database]) -> None:
    scene, _ = await with_one_above(several[0])
    async with SqlUnitOfWorkFactory(several[0])() as uow:
        await uow.staff_chats.save(replace(scene.desk, out_since=START))
        other = asyncio.get_running_loop().create_task(put_out(several[1], scene, "2"))
        await until_it_waits(other, several[2])
        await uow.commit()
    await other

    async with several[0].reading() as connection:
        told = select(outbox.c.dedupe).where(outbox.c.dedupe.startswith("alert:"))
        assert (await connection.execute(told)).scalars().all() == []


@pytest.mark.parametrize("address", ["postgres_url"], indirect=True)
async def test_a_case_moves_while_what_was_said_about_it_is_marked(several: list[Database]) -> None:
    """Marking has the row and wants a link to the case; moving has the case and wants the row."""
    scene, above = await with_one_above(several[0])
    home, case = scene.desk.chat_id, scene.petition.id
    words = an_item(home, dedupe=f"add:1:{home}:0", petition_id=case, to_case=True)
    await enqueue(SqlUnitOfWorkFactory(several[0]), words)
    said = outbox.c.dedupe == words.dedupe
    async with several[0].transaction() as marking:
        await marking.execute(update(outbox).where(said).values(state=RowState.SENT))
        moving = asyncio.get_running_loop().create_task(put_out(several[1], scene, "1"))
        await until_it_waits(moving, several[2])
        link = {"chat_id": home, "message_id": 7, "petition_id": case, "role": LinkRole.CASE_TEXT}
        await marking.execute(insert(message_links).values(link))
    await moving

    async with SqlUnitOfWorkFactory(several[0]).reading() as uow:
        assert [place.chat_id for place in await uow.links.cards(case)] == [above.chat_id]
    async with several[0].reading() as connection:  # what home has heard is home's: the other is still to be told
        assert (await connection.execute(select(outbox.c.chat_id).where(said))).scalars().all() == [home]
