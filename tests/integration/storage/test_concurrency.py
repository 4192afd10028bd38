"""Several users of one database, each with connections and threads of its own, as several processes have."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

from core.petitions.model import Event, Handler
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import CaseMessageId, ChatId, MessageId
from core.shared.inbox import InboxRow
from core.shared.language import Language
from core.shared.link_roles import LinkRole
from core.shared.outbox import Sent
from storage.engine import Database
from storage.inbox import SqlInbox
from storage.outbox import SqlOutboxQueue
from storage.unit_of_work import SqlUnitOfWorkFactory
from tests.factories.cases import a_petition, a_resident, an_item
from tests.factories.scene import enqueue, set_scene
from tests.fakes.world import FakeClock

pytestmark = pytest.mark.integration


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
