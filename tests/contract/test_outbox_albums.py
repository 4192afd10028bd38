"""Parts of an album are rows of their own; what is due of them is leased together."""

import pytest

from core.shared.ids import CaseMessageId, MessageId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.outbox import GATHERED_WORDS, ClaimedItem, OutboxItem, Priority, RowState, Sent
from tests.factories.cases import an_item
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract
WORDS = f"a1{GATHERED_WORDS}"


def part(scene: Scene, n: int, **given: object) -> OutboxItem:
    values = {
        "dedupe": f"add:m{n}",
        "petition_id": scene.petition.id,
        "to_case": True,
        "role": LinkRole.CASE_TEXT,
        "case_message_id": CaseMessageId(f"m{n}"),
        "album": "a1",
    }
    return an_item(**{"chat_id": scene.desk.chat_id, **values, **given})


async def claim(ports: StoragePorts, now: float = 1.0) -> list[list[str]]:
    return [[each.item.dedupe for each in row.whole] for row in await leased(ports, now)]


async def leased(ports: StoragePorts, now: float = 1.0) -> list[ClaimedItem]:
    return [*await ports.queue.claim(owner="w", now=now, lease=60, limit=10)]


async def test_what_is_due_of_an_album_is_leased_together_in_order(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    word = an_item(scene.desk.chat_id, dedupe="word", petition_id=scene.petition.id)
    await enqueue(ports.uow, part(scene, 1), word, part(scene, 2), part(scene, 3))
    await enqueue(ports.uow, part(scene, 4, album="a2"), part(scene, 5, chat_id=scene.resident.telegram_id))

    rows = sorted(await leased(ports), key=lambda row: row.item.chat_id)
    assert [[each.item.dedupe for each in row.whole] for row in rows] == [["add:m1", "add:m2", "add:m3"], ["add:m5"]]
    assert {each.attempts for each in rows[0].whole} == {1}
    assert await claim(ports) == []


async def test_each_part_is_finished_by_itself_and_leads_to_its_case(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, part(scene, 1), part(scene, 2))
    (row,) = await leased(ports)
    for n, each in enumerate(row.whole):
        await ports.queue.mark_sent(each, Sent(chat_id=each.item.chat_id, message_id=MessageId(70 + n)), now=1)

    assert await ports.queue.depth() == {RowState.SENT: 2}
    async with ports.uow.reading() as uow:
        for n in range(2):
            found = await uow.links.find(scene.desk.chat_id, MessageId(70 + n))
            assert found == (scene.petition.id, LinkRole.CASE_TEXT)


async def test_a_part_that_comes_later_keeps_those_that_are_held(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, part(scene, 1, not_before=3.0))
    await enqueue(ports.uow, part(scene, 2, not_before=5.0))
    other = an_item(scene.desk.chat_id, dedupe="other", petition_id=None)
    await enqueue(ports.uow, other)

    assert await claim(ports, 4.0) == [["other"]]  # meanwhile what belongs to other cases goes past it


async def test_the_whole_goes_when_the_last_part_is_due(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, part(scene, 1, not_before=3.0))
    await enqueue(ports.uow, part(scene, 2, not_before=5.0))

    assert await claim(ports, 4.0) == []
    assert await claim(ports, 5.0) == [["add:m1", "add:m2"]]
    await enqueue(ports.uow, part(scene, 3, not_before=8.0))
    assert await claim(ports, 10.0) == []  # the others are on their way
    assert await claim(ports, 70.0) == [["add:m1", "add:m2", "add:m3"]]


async def test_a_part_put_in_place_of_a_held_one_keeps_the_others(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, part(scene, 1, not_before=3.0), part(scene, 2, not_before=3.0))
    async with ports.uow() as uow:
        changed = part(scene, 2, dedupe="add:m2:1", not_before=9.0)
        assert await uow.outbox.put_in_place(CaseMessageId("m2"), [changed])
        await uow.commit()

    assert await claim(ports, 8.0) == []
    assert await claim(ports, 9.0) == [["add:m1", "add:m2:1"]]


async def test_a_part_taken_back_does_not_go_with_the_others(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, part(scene, 1, not_before=3.0), part(scene, 2, not_before=3.0))
    async with ports.uow() as uow:
        assert await uow.outbox.take_back(CaseMessageId("m1"))
        await uow.commit()

    assert await claim(ports, 3.0) == [["add:m2"]]


async def test_no_more_than_ten_go_together(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, *(part(scene, n) for n in range(12)))

    (first,) = await leased(ports)
    assert len(first.whole) == 10
    for each in first.whole:
        await ports.queue.mark_sent(each, None, now=1)
    assert await claim(ports) == [["add:m10", "add:m11"]]


async def test_a_disbanded_album_goes_one_by_one_in_order(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, part(scene, 1), part(scene, 2))
    (row,) = await leased(ports)
    await ports.queue.disband(row, not_before=1.0, error="BadRequest")

    for n in (1, 2):
        (alone,) = await leased(ports)
        assert (alone.item.dedupe, alone.parts, alone.item.album) == (f"add:m{n}", (), "")
        assert not alone.open_ended
        await ports.queue.mark_sent(alone, None, now=1)


async def test_of_an_album_that_is_refused_its_writer_hears_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    replied = {
        "chat_id": scene.resident.telegram_id,
        "to_case": False,
        "role": LinkRole.RESIDENT_COPY,
        "origin_chat": scene.desk.chat_id,
        "reply_to": MessageId(70),
    }
    await enqueue(ports.uow, *(part(scene, n, **replied) for n in range(3)))
    (row,) = await leased(ports)
    for each in row.whole:
        await ports.queue.mark_unreachable(each, error="Forbidden")

    told = await leased(ports)
    keys = [each.item.spec.key for each in told if each.item.spec]
    while told:
        for each in told:
            await ports.queue.mark_sent(each, None, now=1)
        told = await leased(ports)
        keys += [each.item.spec.key for each in told if each.item.spec]
    assert keys == ["staff-reply-unreachable"]


@pytest.mark.parametrize("unseen", [True, False])
async def test_a_part_that_grows_stays_before_the_rest_of_its_album(ports: StoragePorts, unseen: bool) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, *(part(scene, n, not_before=10.0) for n in (1, 2, 3)), part(scene, 9, album=""))
    words = part(scene, 1, dedupe="add:m1:words", album="", not_before=12.0)
    async with ports.uow() as uow:
        items = [words, part(scene, 1, dedupe="add:m1:file", not_before=12.0)]
        message = CaseMessageId("m1")
        put = uow.outbox.put_unseen([message], items) if unseen else uow.outbox.put_in_place(message, items)
        assert await put
        await uow.commit()

    assert await claim(ports, 11) == []
    (row,) = await leased(ports, 12)
    assert [each.item.dedupe for each in row.whole] == ["add:m1:words"]
    await ports.queue.mark_sent(row, None, now=12)
    (row,) = await leased(ports, 12)
    assert [each.item.dedupe for each in row.whole] == ["add:m1:file", "add:m2", "add:m3"]
    for each in row.whole:
        await ports.queue.mark_sent(each, None, now=12)
    assert await claim(ports, 12) == [["add:m9"]]


async def test_words_in_place_of_words_of_another_turn_keep_the_turn(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    first = part(scene, 1, album="", priority=Priority.EDIT)
    await enqueue(ports.uow, part(scene, 8, album="", priority=Priority.EDIT), first)
    await enqueue(ports.uow, part(scene, 9, album="", priority=Priority.EDIT))
    async with ports.uow() as uow:
        items = [part(scene, 1, dedupe=f"again{n}", album="", case_message_id=CaseMessageId("m2")) for n in range(3)]
        assert await uow.outbox.put_unseen([CaseMessageId("m1")], items)
        await uow.commit()

    told = []
    while rows := await leased(ports, 1):
        told += [each.item.dedupe for row in rows for each in row.whole]
        await ports.queue.mark_sent(rows[0], None, now=1)
    assert told == ["add:m8", "again0", "again1", "again2", "add:m9"]


async def test_of_words_as_many_go_together_as_one_message_holds(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    few = MessageSpec("staff-resident-adds", {"text": "短"})
    await enqueue(ports.uow, *(part(scene, n, spec=few, album=WORDS) for n in range(25)))
    assert [len(row) for row in await claim(ports)] == [25]


async def test_words_that_do_not_fit_wait_for_the_next_message(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    long = MessageSpec("staff-resident-adds", {"text": "长" * 1_700})
    await enqueue(ports.uow, *(part(scene, n, spec=long, album=WORDS) for n in range(3)))
    (row,) = await leased(ports)
    assert [each.item.dedupe for each in row.whole] == ["add:m0", "add:m1"]
    assert row.messages == 1
    for each in row.whole:
        await ports.queue.mark_sent(each, None, now=1)
    assert await claim(ports) == [["add:m2"]]
