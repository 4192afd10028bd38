"""A long reply goes in parts; its writer hears of the whole."""

import pytest

from core.shared.ids import CaseMessageId, MessageId
from core.shared.outbox import ClaimedItem, LinkRole, Operation, RowState, Sent
from tests.factories.cases import an_item
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract

WRITTEN = MessageId(70)


async def claim_one(ports: StoragePorts) -> ClaimedItem:
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    return row


async def a_reply_in_parts(ports: StoragePorts) -> tuple[Scene, ClaimedItem]:
    """Two parts of one reply; the first is claimed."""
    scene = await set_scene(ports.uow)
    whole = {
        "petition_id": scene.petition.id,
        "role": LinkRole.RESIDENT_COPY,
        "case_message_id": CaseMessageId("m1"),
        "origin_chat": scene.desk.chat_id,
        "reply_to": WRITTEN,
    }
    await enqueue(ports.uow, *(an_item(scene.resident.telegram_id, dedupe=f"reply:m1:{n}", **whole) for n in range(2)))
    return scene, await claim_one(ports)


async def sends(ports: StoragePorts, row: ClaimedItem) -> None:
    await ports.queue.mark_sent(row, Sent(chat_id=row.item.chat_id, message_id=MessageId(row.id)), now=1)


async def test_a_reply_in_parts_gets_its_reaction_with_the_last(ports: StoragePorts) -> None:
    _, first = await a_reply_in_parts(ports)
    await sends(ports, first)
    assert (await ports.queue.depth())[RowState.PENDING] == 1
    await sends(ports, await claim_one(ports))

    assert (await claim_one(ports)).item.operation is Operation.REACT


async def test_a_reply_whose_beginning_died_gets_none_until_it_was_sent_after_all(ports: StoragePorts) -> None:
    scene, first = await a_reply_in_parts(ports)
    await ports.queue.mark_dead(first, error="BadRequest")
    rows = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    last, notice = sorted(rows, key=lambda row: row.item.chat_id < 0)
    assert notice.item.spec is not None
    assert (notice.item.spec.key, notice.item.reply_to) == ("staff-reply-failed", WRITTEN)
    await sends(ports, last)
    await sends(ports, notice)
    assert RowState.PENDING not in await ports.queue.depth()
    async with ports.uow() as uow:  # so that an answer to it is known to be about the case
        found = await uow.links.find(scene.desk.chat_id, MessageId(notice.id))
        assert found == (scene.petition.id, LinkRole.CASE_TEXT)

    await ports.queue.revive(first.id)
    await sends(ports, await claim_one(ports))
    assert (await claim_one(ports)).item.operation is Operation.REACT


async def test_the_writer_of_a_reply_in_parts_is_told_once(ports: StoragePorts) -> None:
    _, first = await a_reply_in_parts(ports)
    await ports.queue.mark_dead(first, error="BadRequest")
    rows = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    last, notice = sorted(rows, key=lambda row: row.item.chat_id < 0)
    await ports.queue.mark_dead(last, error="BadRequest")
    await sends(ports, notice)

    assert await ports.queue.depth() == {RowState.DEAD: 2, RowState.SENT: 1}


async def test_what_was_never_tried_can_be_taken_back_whole(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    to = scene.resident.telegram_id
    await enqueue(ports.uow, *(an_item(to, dedupe=f"reply:m{n}:0") for n in (1, 2)))
    tried = await claim_one(ports)
    async with ports.uow() as uow:
        taken = [await uow.outbox.withdraw(keys) for keys in (["reply:m2:0"], [tried.item.dedupe], ["reply:m3:0"])]
        await uow.commit()

    assert taken == [True, False, False]
    assert await ports.queue.depth() == {RowState.PENDING: 1, RowState.SUPERSEDED: 1}
    await sends(ports, tried)
    assert await ports.queue.claim(owner="w", now=2, lease=60, limit=10) == []
