"""What delivery brings about: the writer hears, cards say so, and what was said is forgotten."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Stage
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.outbox import ClaimedItem, Operation, OutboxItem, Priority, RowState, Sent
from tests.factories.cases import a_petition, a_resident, a_staff_chat, an_item
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract

WRITTEN = MessageId(70)


def a_reply(scene: Scene, **given: object) -> OutboxItem:
    """A staff member's reply on its way to the resident."""
    values: dict[str, object] = {
        "dedupe": "reply:m1:0",
        "petition_id": scene.petition.id,
        "role": LinkRole.RESIDENT_COPY,
        "origin_chat": scene.desk.chat_id,
        "reply_to": WRITTEN,
    }
    return an_item(scene.resident.telegram_id, **{**values, **given})


async def claim_one(ports: StoragePorts, now: float = 1.0) -> ClaimedItem:
    (row,) = await ports.queue.claim(owner="w", now=now, lease=60, limit=10)
    return row


async def test_a_reply_that_arrived_gets_a_reaction(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, a_reply(scene))
    row = await claim_one(ports)
    sent = Sent(chat_id=row.item.chat_id, message_id=MessageId(3))
    await ports.queue.mark_sent(row, sent, now=1)
    await ports.queue.mark_sent(row, sent, now=1)

    react = (await claim_one(ports)).item
    assert (react.operation, react.chat_id, react.reply_to) == (Operation.REACT, scene.desk.chat_id, WRITTEN)
    assert await ports.queue.depth() == {RowState.SENT: 1, RowState.PENDING: 1}
    async with ports.uow() as uow:
        found = await uow.links.find(row.item.chat_id, MessageId(3))
        assert found == (scene.petition.id, LinkRole.RESIDENT_COPY)


@pytest.mark.parametrize(
    "given", [{"origin_chat": None}, {"reply_to": None}, {"role": LinkRole.RECEIPT}, {"role": None}]
)
async def test_nothing_else_gets_a_reaction(ports: StoragePorts, given: dict[str, object]) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, a_reply(scene, **given))
    row = await claim_one(ports)
    await ports.queue.mark_sent(row, Sent(chat_id=row.item.chat_id, message_id=MessageId(3)), now=1)

    assert await ports.queue.depth() == {RowState.SENT: 1}


async def test_a_refusal_marks_the_person_and_tells_the_writer(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    second = a_petition(scene.unit, scene.resident, number="XF-2026-900001")
    closed = a_petition(scene.unit, scene.resident, stage=Stage.CLOSED)
    neighbour = a_resident(scene.unit)
    theirs = a_petition(scene.unit, neighbour)
    async with ports.uow() as uow:
        await uow.residents.save(neighbour)
        for petition in (second, closed, theirs):
            uow.petitions.add(petition)
            await uow.links.add_card(petition.id, scene.desk.chat_id)
        uow.outbox.add(a_reply(scene))
        await uow.commit()
    row = await claim_one(ports)
    await ports.queue.mark_unreachable(row, error="Forbidden: bot was blocked by the user")

    async with ports.uow() as uow:
        assert (await uow.residents.get(scene.resident.id)).unreachable_since == START
        assert (await uow.residents.get(neighbour.id)).unreachable_since is None
    notice = await claim_one(ports)
    assert notice.item.spec is not None
    assert notice.item.spec.key == "staff-reply-unreachable"
    assert (notice.item.priority, notice.item.to_case) == (Priority.REPLY, True)
    assert (notice.item.chat_id, notice.item.reply_to) == (scene.desk.chat_id, WRITTEN)
    await ports.queue.mark_sent(notice, None, now=1)
    redrawn = []
    for _ in range(2):
        card = await claim_one(ports)
        redrawn.append((card.item.petition_id, card.item.operation, card.item.priority, card.item.dedupe))
        await ports.queue.mark_sent(card, None, now=1)
    chat = scene.desk.chat_id
    assert redrawn == [
        (p.id, Operation.CARD, Priority.EDIT, f"card:{p.id}:{chat}:unreachable:{row.id}")
        for p in (scene.petition, second)
    ]
    assert await ports.queue.depth() == {RowState.UNREACHABLE: 1, RowState.SENT: 3}
    view = await ports.cards.card(scene.petition.id, chat)
    assert view is not None
    assert view.unreachable is True


async def test_the_card_of_the_very_case_is_redrawn_even_when_closed(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    closed = a_petition(scene.unit, scene.resident, stage=Stage.CLOSED)
    other = a_staff_chat(scene.street)
    async with ports.uow() as uow:
        await uow.staff_chats.save(other)
        uow.petitions.add(closed)
        await uow.links.add_card(closed.id, other.chat_id)
        uow.outbox.add(a_reply(scene, petition_id=closed.id, origin_chat=None, reply_to=None))
        await uow.commit()
    await ports.queue.mark_unreachable(await claim_one(ports), error="Forbidden")

    rows = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    assert {(row.item.petition_id, row.item.chat_id) for row in rows} == {
        (scene.petition.id, scene.desk.chat_id),
        (closed.id, other.chat_id),
    }


async def test_since_when_somebody_refuses_is_kept(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    long_ago = START - timedelta(days=9)
    async with ports.uow() as uow:
        await uow.residents.save(replace(scene.resident, unreachable_since=long_ago))
        uow.outbox.add(a_reply(scene))
        await uow.commit()
    await ports.queue.mark_unreachable(await claim_one(ports), error="Forbidden")

    async with ports.uow() as uow:
        assert (await uow.residents.get(scene.resident.id)).unreachable_since == long_ago


async def test_a_staff_chat_that_refuses_marks_nobody(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, an_item(scene.desk.chat_id, petition_id=scene.petition.id))
    await ports.queue.mark_unreachable(await claim_one(ports), error="Forbidden: bot was kicked")

    assert await ports.queue.depth() == {RowState.UNREACHABLE: 1}


async def test_what_was_said_is_purged_when_old(ports: StoragePorts) -> None:
    await enqueue(ports.uow, *(an_item(chat, dedupe=f"k{chat}") for chat in range(1, 6)))
    old, new, dead, refused, _ = await ports.queue.claim(owner="w", now=100, lease=60, limit=10)
    await ports.queue.mark_sent(old, None, now=110)
    await ports.queue.mark_sent(new, None, now=900)
    await ports.queue.mark_dead(dead, error="e")
    await ports.queue.mark_unreachable(refused, error="e")

    assert await ports.queue.purge(before=500) == 2  # the one sent and the one refused
    assert await ports.queue.purge(before=500) == 0
    assert await ports.queue.purge(before=901) == 1
    await ports.queue.revive(dead.id)
    revived = await ports.queue.claim(owner="w", now=1000, lease=60, limit=10)
    assert all(row.item.spec is not None for row in revived)


async def test_anonymous_leaves_nothing_to_purge(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = an_item(scene.desk.chat_id, petition_id=scene.petition.id, role=LinkRole.CASE_TEXT, purge_at_once=True)
    await enqueue(ports.uow, item)
    row = await claim_one(ports)
    await ports.queue.mark_sent(row, Sent(chat_id=scene.desk.chat_id, message_id=MessageId(3)), now=1)

    assert await ports.queue.purge(before=10**9) == 0
    async with ports.uow() as uow:  # staff can still answer it
        found = await uow.links.find(scene.desk.chat_id, MessageId(3))
        assert found == (scene.petition.id, LinkRole.CASE_TEXT)


async def test_nothing_joins_an_anonymous_author_and_the_case(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    person = ChatId(scene.resident.telegram_id)
    item = an_item(person, petition_id=scene.petition.id, role=LinkRole.RECEIPT, purge_at_once=True)
    await enqueue(ports.uow, item)
    row = await claim_one(ports)
    await ports.queue.mark_sent(row, Sent(chat_id=person, message_id=MessageId(3)), now=1)

    async with ports.uow() as uow:
        assert await uow.links.find(person, MessageId(3)) is None


async def test_nor_when_the_author_refuses(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = an_item(scene.resident.telegram_id, petition_id=scene.petition.id, purge_at_once=True)
    await enqueue(ports.uow, item)
    await ports.queue.mark_unreachable(await claim_one(ports), error="Forbidden")

    assert (await ports.queue.depth())[RowState.UNREACHABLE] == 1
    assert await ports.queue.purge(before=10**9) == 0


async def test_the_writer_of_a_reply_that_died_is_told_in_the_group(ports: StoragePorts) -> None:
    desk = ChatId(-100_777)
    reply = an_item(ChatId(5), dedupe="reply", role=LinkRole.RESIDENT_COPY, origin_chat=desk, reply_to=MessageId(9))
    await enqueue(ports.uow, reply)
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=9)
    await ports.queue.mark_dead(row, error="BadRequest")

    (told,) = await ports.queue.claim(owner="w", now=2, lease=60, limit=9)

    assert (told.item.chat_id, told.item.reply_to) == (desk, MessageId(9))
    assert told.item.spec is not None
    assert told.item.spec.key == "staff-reply-failed"


async def test_a_refused_row_of_a_group_keeps_back_its_own_case_only(ports: StoragePorts) -> None:
    group = ChatId(-100_777)
    mine, other = PetitionId("p1"), PetitionId("p2")
    await enqueue(
        ports.uow,
        an_item(group, dedupe="refused", petition_id=mine),
        an_item(group, dedupe="behind", petition_id=mine),
        an_item(group, dedupe="other", petition_id=other),
    )
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=9)
    await ports.queue.mark_retry(row, not_before=1_000, error="rights")

    (free,) = await ports.queue.claim(owner="w", now=2, lease=60, limit=9)

    assert free.item.dedupe == "other"


async def test_a_refused_row_without_a_case_keeps_back_those_without_one_only(ports: StoragePorts) -> None:
    group = ChatId(-100_777)
    await enqueue(
        ports.uow,
        an_item(group, dedupe="refused"),
        an_item(group, dedupe="behind"),
        an_item(group, dedupe="a case", petition_id=PetitionId("p1")),
    )
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=9)
    await ports.queue.mark_retry(row, not_before=1_000, error="rights")

    (free,) = await ports.queue.claim(owner="w", now=2, lease=60, limit=9)
    await ports.queue.mark_sent(free, Sent(chat_id=group, message_id=MessageId(1)), now=3)

    assert free.item.dedupe == "a case"
    assert await ports.queue.claim(owner="w", now=4, lease=60, limit=9) == []


async def test_the_rows_of_a_group_leave_in_order_again_once_the_refused_one_may(ports: StoragePorts) -> None:
    group = ChatId(-100_777)
    mine, other = PetitionId("p1"), PetitionId("p2")
    await enqueue(
        ports.uow,
        an_item(group, dedupe="refused", petition_id=mine),
        an_item(group, dedupe="behind", petition_id=mine),
        an_item(group, dedupe="other", petition_id=other),
    )
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=9)
    await ports.queue.mark_retry(row, not_before=10, error="rights")

    left = []
    for now in range(11, 14):
        (row,) = await ports.queue.claim(owner="w", now=now, lease=60, limit=9)
        await ports.queue.mark_sent(row, Sent(chat_id=group, message_id=MessageId(now)), now=now)
        left.append(row.item.dedupe)

    assert left == ["refused", "behind", "other"]


async def test_dead_letters_keep_their_words_until_they_are_given_up(ports: StoragePorts) -> None:
    await set_scene(ports.uow)
    await enqueue(ports.uow, an_item(5), an_item(6))
    first, second = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    for row in (first, second):
        await ports.queue.mark_dead(row, error="BadRequest")
    assert await ports.queue.purge(1_000) == 0
    assert await ports.queue.revive(first.id)
    assert await ports.queue.forget_dead(60) == 0
    assert await ports.queue.forget_dead(1_000) == 1
    assert await ports.queue.forget_dead(1_000) == 0

    assert await ports.queue.dead() == []
    assert not await ports.queue.revive(second.id)
    (again,) = await ports.queue.claim(owner="w", now=100, lease=60, limit=10)
    assert (again.id, again.item.spec) == (first.id, first.item.spec)
