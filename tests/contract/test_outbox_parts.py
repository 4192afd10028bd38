"""A long reply goes in parts; its writer hears of the whole."""

import pytest

from core.shared.ids import CaseMessageId, ChatId, MessageId
from core.shared.link_roles import LinkRole
from core.shared.outbox import ClaimedItem, Operation, OutboxItem, RowState, Sent
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
    await enqueue(ports.uow, *(said(to, f"m{n}") for n in (1, 2)))
    tried = await claim_one(ports)
    async with ports.uow() as uow:
        taken = [await uow.outbox.put_unseen([CaseMessageId(name)], []) for name in ("m2", "m1", "m3")]
        assert not await uow.outbox.put_unseen([CaseMessageId("m1"), CaseMessageId("m2")], [])
        await uow.commit()

    assert taken == [True, False, False]
    assert await ports.queue.depth() == {RowState.PENDING: 1, RowState.SUPERSEDED: 1}
    await sends(ports, tried)
    assert await ports.queue.claim(owner="w", now=2, lease=60, limit=10) == []


def said(to: int, message: str, part: int = 0) -> OutboxItem:
    about = {"petition_id": "p", "case_message_id": CaseMessageId(message)}
    return an_item(to, dedupe=f"{message}:{part}", **about)


async def test_what_takes_the_place_of_unseen_words_goes_where_these_stood(ports: StoragePorts) -> None:
    """However many messages it takes, and into each chat where they waited."""
    await set_scene(ports.uow)
    here, there = ChatId(-5), ChatId(-6)
    others = an_item(here, dedupe="another case", petition_id="q"), said(here, "m2"), said(here, "m2", 1)
    await enqueue(ports.uow, said(here, "m1"), *others, said(there, "m1", 9))
    now = [said(here, "m3", part) for part in range(3)]
    async with ports.uow() as uow:
        assert await uow.outbox.put_unseen([CaseMessageId("m1")], [*now, said(there, "m3", 9)])
        await uow.commit()

    went: list[str] = []
    while rows := await ports.queue.claim(owner="w", now=1, lease=60, limit=1):
        went.append(rows[0].item.dedupe)
        await ports.queue.mark_sent(rows[0], None, now=1)
    assert [key for key in went if key not in {"another case", "m3:9"}] == ["m3:0", "m3:1", "m3:2", "m2:0", "m2:1"]
    assert await ports.queue.depth() == {RowState.SENT: 7}


async def test_words_that_have_been_seen_in_one_chat_are_seen(ports: StoragePorts) -> None:
    here, there = ChatId(-5), ChatId(-6)
    await enqueue(ports.uow, said(here, "m1"), said(there, "m1", 1))
    await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    async with ports.uow() as uow:
        assert not await uow.outbox.put_unseen([CaseMessageId("m1")], [said(here, "m2"), said(there, "m2", 1)])


async def test_what_may_wait_once_waits_for_the_last_that_asked(ports: StoragePorts) -> None:
    """The same one twice changes nothing, other chats and other operations neither."""
    word = an_item(1, dedupe="word")
    leaving = [an_item(chat, dedupe=f"leave:{chat}:{n}", operation=Operation.LEAVE) for chat, n in ((1, 1), (2, 1))]
    latest = an_item(1, dedupe="leave:1:2", operation=Operation.LEAVE)
    await enqueue(ports.uow, word, *leaving)
    for _ in range(2):
        async with ports.uow() as uow:
            await uow.outbox.only(latest)
            await uow.commit()

    assert await ports.queue.depth() == {RowState.PENDING: 3, RowState.SUPERSEDED: 1}
    keys: list[str] = []
    while rows := await ports.queue.claim(owner="w", now=1, lease=60, limit=1):
        keys.append(rows[0].item.dedupe)
        await ports.queue.mark_sent(rows[0], None, now=1)
    assert sorted(keys) == ["leave:1:2", "leave:2:1", "word"]
