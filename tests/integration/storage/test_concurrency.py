"""Several users of one database, each with connections and threads of its own, as several processes have."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from sqlalchemy import insert, select, text, update

from core.people.model import Purpose, StaffChat
from core.petitions.model import Event, Handler
from core.petitions.usecases import SeatCases
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import CaseMessageId, ChatId, MessageId
from core.shared.inbox import InboxRow
from core.shared.language import Language
from core.shared.outbox import LinkRole, RowState, Sent
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.tables import message_links, outbox
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import a_petition, a_resident, a_staff_chat, an_item
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.world import START, FakeClock

pytestmark = pytest.mark.integration


@pytest.fixture(params=["url", "postgres_url"])
def address(request: pytest.FixtureRequest) -> str:
    """The address of an empty SQLite or PostgreSQL database."""
    return str(request.getfixturevalue(request.param))


@pytest.fixture
async def several(address: str) -> AsyncIterator[list[Database]]:
    databases = [Database(address) for _ in range(4)]
    yield databases
    for database in databases:
        await database.close()


async def test_eight_workers_deliver_each_row_once_and_never_two_of_a_chat_at_once(several: list[Database]) -> None:
    rows, chats = 120, 12
    items = [an_item(n % chats + 1, dedupe=f"k{n}", priority=n % 4) for n in range(rows)]
    await enqueue(SqlUnitOfWorkFactory(several[0]), *items)
    in_flight: Counter[int] = Counter()
    delivered: list[tuple[int, str]] = []

    async def work(number: int) -> None:
        queue = SqlOutboxQueue(several[number % len(several)], FakeClock())
        while len(delivered) < rows:
            for row in await queue.claim(owner=f"w{number}", now=1.0, lease=60, limit=2):
                chat = row.item.chat_id
                in_flight[chat] += 1
                assert in_flight[chat] == 1
                await asyncio.sleep(0)
                delivered.append((chat, row.item.dedupe))
                in_flight[chat] -= 1
                await queue.mark_sent(row, None, now=1.0)

    async with asyncio.TaskGroup() as group:
        for number in range(8):
            group.create_task(work(number))

    assert sorted(key for _, key in delivered) == sorted(item.dedupe for item in items)
    for chat in range(1, chats + 1):
        expected = [i.dedupe for i in sorted(items, key=lambda i: i.priority) if i.chat_id == chat]
        assert [key for where, key in delivered if where == chat] == expected


async def test_fifty_numbers_at_once_are_fifty_numbers(several: list[Database]) -> None:
    async def one(number: int) -> str:
        async with SqlUnitOfWorkFactory(several[number % len(several)])() as uow:
            given = await uow.petitions.next_number(2026)
            await uow.commit()
            return given

    numbers = await asyncio.gather(*(one(n) for n in range(50)))
    assert sorted(numbers) == [f"XF-2026-{n:06d}" for n in range(1, 51)]


async def test_of_two_who_change_one_version_one_is_refused(several: list[Database]) -> None:
    scene = await set_scene(SqlUnitOfWorkFactory(several[0]))

    def named(number: int) -> Handler:
        return Handler(user_id=number, name=f"n{number}", unit_id=scene.unit.id)

    async def claim(number: int) -> str:
        claimed = replace(scene.petition.apply(Event.CLAIM), handler=named(number))
        async with SqlUnitOfWorkFactory(several[number])() as uow:
            try:
                await uow.petitions.save(claimed)
                await uow.commit()
            except ConflictError as error:
                return error.code
            return "ours"

    outcomes = await asyncio.gather(*(claim(n) for n in range(4)))
    assert Counter(outcomes) == {"ours": 1, "case-changed": 3}
    async with SqlUnitOfWorkFactory(several[0])() as uow:
        stored = await uow.petitions.lock(scene.petition.id)
    assert stored.version == 2
    assert stored.handler == named(outcomes.index("ours"))


async def test_whoever_locks_sees_what_the_other_did(several: list[Database]) -> None:
    scene = await set_scene(SqlUnitOfWorkFactory(several[0]))

    async def note(number: int) -> None:
        async with SqlUnitOfWorkFactory(several[number % len(several)])() as uow:
            petition = await uow.petitions.lock(scene.petition.id)
            await asyncio.sleep(0)
            await uow.petitions.save(petition.apply(Event.NOTE))
            await uow.commit()

    await asyncio.gather(*(note(n) for n in range(20)))
    async with SqlUnitOfWorkFactory(several[0])() as uow:
        assert (await uow.petitions.lock(scene.petition.id)).version == 21


async def test_one_draft_confirmed_many_times_is_one_case(several: list[Database]) -> None:
    scene = await set_scene(SqlUnitOfWorkFactory(several[0]))
    petitions = [a_petition(scene.unit, scene.resident, draft_id=f"{'d' * 32}") for _ in range(8)]

    async def submit(number: int) -> str:
        async with SqlUnitOfWorkFactory(several[number % len(several)])() as uow:
            uow.petitions.add(petitions[number])
            try:
                await uow.commit()
            except ConflictError as error:
                return error.code
            return "ours"

    outcomes = await asyncio.gather(*(submit(n) for n in range(8)))
    assert Counter(outcomes) == {"ours": 1, "case-exists": 7}


async def test_two_who_change_two_things_of_a_person_both_succeed(several: list[Database]) -> None:
    """On SQLite the second waits for the first; on PostgreSQL both have read before either writes."""
    scene = await set_scene(SqlUnitOfWorkFactory(several[0]))
    have_read = 0

    async def change(number: int) -> None:
        nonlocal have_read
        async with SqlUnitOfWorkFactory(several[number])() as uow:
            resident = await uow.residents.get(scene.resident.id)
            have_read += 1
            for _ in range(50):
                await asyncio.sleep(0.001 if have_read == 1 else 0)
            changed = resident.speaks(Language.EN, chosen=True) if number else replace(resident, name="王秀兰")
            await uow.residents.save(changed)
            await uow.commit()

    await asyncio.gather(change(0), change(1))
    async with SqlUnitOfWorkFactory(several[0]).reading() as uow:
        stored = await uow.residents.get(scene.resident.id)
    assert (stored.name, stored.language) == ("王秀兰", Language.EN)


async def test_somebody_deleted_meanwhile_is_not_written_down_again(several: list[Database]) -> None:
    scene = await set_scene(SqlUnitOfWorkFactory(several[0]))
    nobody = a_resident(scene.unit)
    async with SqlUnitOfWorkFactory(several[0])() as uow:
        await uow.residents.save(nobody)
        await uow.residents.get(nobody.id)
        await uow.residents.forget(nobody.id)
        with pytest.raises(NotFoundError, match="resident-unknown"):
            await uow.residents.save(replace(nobody, name="新名字"))


async def test_one_person_met_many_times_is_one_resident(several: list[Database]) -> None:
    scene = await set_scene(SqlUnitOfWorkFactory(several[0]))

    async def meet(number: int) -> str:
        async with SqlUnitOfWorkFactory(several[number % len(several)])() as uow:
            try:
                await uow.residents.save(a_resident(scene.unit, telegram_id=6_000_000_000))
                await uow.commit()
            except ConflictError as error:
                return error.code
            return "ours"

    assert Counter(await asyncio.gather(*(meet(n) for n in range(8)))) == {"ours": 1, "resident-exists": 7}


async def test_an_update_delivered_to_many_is_new_to_one(several: list[Database]) -> None:
    row = InboxRow(update_id=1, order_key="chat:5", payload="{}")
    found = await asyncio.gather(*(SqlInbox(several[n % len(several)]).put([row]) for n in range(8)))

    assert sorted(found, key=len) == [[]] * 7 + [[row]]


async def test_writers_of_sqlite_take_turns_in_the_order_they_came(database: Database) -> None:
    """With the default pool some waited for seconds (2.4 s at worst, measured) while others went ahead."""
    done: list[int] = []

    async def write(number: int) -> None:
        await enqueue(SqlUnitOfWorkFactory(database), an_item(ChatId(number), dedupe=f"k{number}"))
        done.append(number)

    await asyncio.gather(*(write(n) for n in range(200)))
    assert done == sorted(done)


@pytest.mark.parametrize("address", ["postgres_url"], indirect=True)
async def test_an_edit_and_the_mark_of_what_it_corrects_wait_for_nobody(several: list[Database]) -> None:
    """Marking a message as sent writes a link to the case, which whoever edits has locked."""
    database = several[0]
    uow, queue = SqlUnitOfWorkFactory(database), SqlOutboxQueue(database, FakeClock())
    case = (await set_scene(uow)).petition
    said = CaseMessageId("m1")
    await enqueue(uow, an_item(-5, petition_id=case.id, role=LinkRole.CASE_TEXT, case_message_id=said))
    (row,) = await queue.claim(owner="w", now=1, lease=60, limit=1)
    async with uow() as work:
        await work.petitions.lock(case.id)
        async with asyncio.timeout(30):
            await queue.mark_sent(row, Sent(chat_id=ChatId(-5), message_id=MessageId(7)), now=1)
        assert not await work.outbox.put_unseen([said], [])
        await work.commit()
    async with uow.reading() as work:
        assert await work.links.find(ChatId(-5), MessageId(7)) == (case.id, LinkRole.CASE_TEXT)


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
