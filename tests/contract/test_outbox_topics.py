"""Where a case stands in a forum chat, and what happens to it when its topic is deleted."""

import pytest

from core.shared.ids import CaseMessageId, ChatId, MessageId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.outbox import OutboxItem, Priority, RowState, Sent
from tests.factories.cases import a_card_item, a_petition, an_item
from tests.factories.scene import enqueue, set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract


async def test_topic_and_card_are_set_and_forgotten_at_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat = scene.desk.chat_id
    item = an_item(chat, petition_id=scene.petition.id, to_case=True, role=LinkRole.CASE_TEXT)
    await enqueue(ports.uow, item)
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)

    async def card() -> tuple[int | None, int | None]:
        async with ports.uow() as uow:
            (place,) = await uow.links.cards(scene.petition.id)
            return place.message_id, place.thread_id

    await ports.queue.set_topic(row, ThreadId(40))
    assert await card() == (None, 40)
    await ports.queue.set_card(row, Sent(chat_id=chat, message_id=MessageId(50), version=1))
    assert await card() == (50, 40)
    await ports.queue.forget_card(row)
    assert await card() == (None, 40)
    async with ports.uow() as uow:
        assert await uow.links.find(chat, MessageId(50)) == (scene.petition.id, LinkRole.CARD)
    assert await ports.queue.claim(owner="w", now=1, lease=60, limit=9) == []  # the row itself is still leased


async def test_a_topic_can_be_remembered_before_the_card(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, a_card_item(scene.petition, -77))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.forget_card(row)
    await ports.queue.set_topic(row, ThreadId(4))

    async with ports.uow() as uow:
        assert await uow.links.by_topic(ChatId(-77), ThreadId(4)) == scene.petition.id


async def test_what_went_with_a_topic_is_written_again_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat = scene.desk.chat_id
    await enqueue(ports.uow, an_item(chat, dedupe="word", petition_id=scene.petition.id, to_case=True))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.set_topic(row, ThreadId(40))
    await ports.queue.set_card(row, Sent(chat_id=chat, message_id=MessageId(50), thread_id=ThreadId(40), version=1))
    again = [an_item(chat, dedupe="text"), an_item(chat, dedupe="photo")]

    async def place() -> tuple[int | None, int | None]:
        async with ports.uow() as uow:
            (card,) = await uow.links.cards(scene.petition.id)
            return card.message_id, card.thread_id

    await ports.queue.forget_topic(row, ThreadId(39), again)
    assert (await place(), await ports.queue.depth()) == ((50, 40), {RowState.PENDING: 1})
    for _ in range(2):
        await ports.queue.forget_topic(row, ThreadId(40), again)
        assert (await place(), await ports.queue.depth()) == ((None, None), {RowState.PENDING: 3})
    await ports.queue.set_topic(row, ThreadId(41))
    await ports.queue.forget_topic(row, ThreadId(40), [an_item(chat, dedupe="late")])
    assert (await place(), await ports.queue.depth()) == ((None, 41), {RowState.PENDING: 3})


async def test_what_still_waits_about_a_case_is_named(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat, other = scene.desk.chat_id, ChatId(-5)
    mine = [an_item(chat, dedupe=key, petition_id=scene.petition.id) for key in ("sent", "own", "later")]
    await enqueue(ports.uow, *mine, an_item(other, dedupe="away", petition_id=scene.petition.id), an_item(chat))
    (sent,) = [r for r in await ports.queue.claim(owner="w", now=1, lease=60, limit=9) if r.item.dedupe == "sent"]
    await ports.queue.mark_sent(sent, None, now=1)
    (row,) = [r for r in await ports.queue.claim(owner="w", now=1, lease=60, limit=9) if r.item.dedupe == "own"]

    assert sorted(await ports.queue.waiting(row)) == ["later", "own"]


async def test_words_of_a_case_that_wait_are_known_by_their_turns(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    desk = scene.desk.chat_id

    def words(dedupe: str, **given: object) -> OutboxItem:
        said = {"petition_id": scene.petition.id, "role": LinkRole.CASE_TEXT, "case_message_id": CaseMessageId(dedupe)}
        return an_item(**{"chat_id": desk, "dedupe": dedupe, **said, **given})

    other = a_petition(scene.unit, scene.resident)
    await enqueue(
        ports.uow,
        words("sent"),
        words("first"),
        words("later", priority=Priority.EDIT),
        words("content", case_message_id=None),
        words("elsewhere", chat_id=scene.resident.telegram_id),
        words("of another", petition_id=other.id),
        a_card_item(scene.petition, desk),
    )
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.mark_sent(row, None, now=1)

    async with ports.uow.reading() as uow:
        waiting = await uow.outbox.words_waiting(scene.petition.id, desk)
    assert sorted(waiting) == [Priority.REPLY, Priority.EDIT]
