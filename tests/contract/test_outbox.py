from dataclasses import replace
from datetime import date

import pytest

from core.shared.ids import CaseMessageId, ChatId, MessageId, PetitionId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.messages import Button, MediaRef, MessageSpec, Term
from core.shared.outbox import LONGEST_WAIT, ClaimedItem, Operation, OutboxItem, Priority, RowState, Sent
from tests.factories.cases import a_card_item, a_petition, an_item
from tests.factories.scene import enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract

A, B = ChatId(1), ChatId(2)
ROOMY = 100


async def keys_claimed(ports: StoragePorts, *, now: float = 1.0, limit: int = ROOMY, lease: float = 60.0) -> list[str]:
    return [row.item.dedupe for row in await ports.queue.claim(owner="w", now=now, lease=lease, limit=limit)]


async def test_an_item_comes_back_as_it_was(ports: StoragePorts) -> None:
    spec = MessageSpec(
        "receipt",
        {"number": "XF-2026-000001", "count": 3, "day": date(2026, 12, 1), "at": START, "kind": Term("kind-service")},
        buttons=[[Button("button-show-case", "l1:cas:p1:0"), Button("open", url="tg://x")]],
        media=MediaRef("photo", "b" * 64, "AgAD", "一.jpg"),
        force_reply=True,
        more=[MessageSpec("line", {"text": "'; DROP TABLE outbox; --"})],
    )
    item = an_item(
        -1_001_234_567_890,
        operation=Operation.SEND,
        priority=Priority.BRIEF,
        spec=spec,
        petition_id=PetitionId("p1"),
        to_case=True,
        role=LinkRole.CASE_TEXT,
        case_message_id=CaseMessageId("m1"),
        reply_to=MessageId(2**31 + 5),
        thread_id=ThreadId(9),
        origin_chat=ChatId(-5),
        purge_at_once=True,
    )
    await enqueue(ports.uow, item)

    (row,) = await ports.queue.claim(owner="w", now=10, lease=60, limit=1)

    assert row.item.spec is not None
    assert row.item.spec.to_json() == spec.to_json()
    assert replace(row.item, spec=spec) == item
    assert (row.attempts, row.lease_until) == (1, 70)


async def test_a_dedupe_key_is_used_once_for_ever(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A, dedupe="same"), an_item(B, dedupe="same"))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=ROOMY)
    await ports.queue.mark_sent(row, None, now=2)
    await enqueue(ports.uow, an_item(A, dedupe="same"))

    assert row.item.chat_id == A
    assert await ports.queue.depth() == {RowState.SENT: 1}


async def test_one_row_of_a_chat_at_a_time_by_priority_and_age(ports: StoragePorts) -> None:
    await enqueue(
        ports.uow,
        an_item(A, dedupe="a-edit", priority=Priority.EDIT),
        an_item(A, dedupe="a-reply-1"),
        an_item(A, dedupe="a-reply-2"),
        an_item(B, dedupe="b-brief", priority=Priority.BRIEF),
    )
    seen: list[list[str]] = []
    for _ in range(4):
        rows = await ports.queue.claim(owner="w", now=1, lease=60, limit=ROOMY)
        seen.append([row.item.dedupe for row in rows])
        assert await keys_claimed(ports) == []  # while they are in flight
        for row in rows:
            await ports.queue.mark_sent(row, None, now=1)

    assert seen == [["a-reply-1", "b-brief"], ["a-reply-2"], ["a-edit"], []]


async def test_what_is_more_urgent_waits_for_what_is_in_flight(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A, dedupe="brief", priority=Priority.BRIEF))
    assert await keys_claimed(ports) == ["brief"]
    await enqueue(ports.uow, an_item(A, dedupe="reply"))

    assert await keys_claimed(ports, now=2) == []


async def test_no_more_than_the_limit(ports: StoragePorts) -> None:
    await enqueue(ports.uow, *(an_item(chat, dedupe=f"k{chat}") for chat in range(1, 6)))

    assert await keys_claimed(ports, limit=2) == ["k1", "k2"]
    assert await keys_claimed(ports, limit=2) == ["k3", "k4"]


async def test_a_chat_whose_first_row_waits_waits(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A, dedupe="first"), an_item(A, dedupe="second"), an_item(B, dedupe="other"))
    first, other = await ports.queue.claim(owner="w", now=1, lease=60, limit=ROOMY)
    await ports.queue.mark_retry(first, not_before=30, error="RetryAfter")
    await ports.queue.mark_sent(other, None, now=1)

    assert await keys_claimed(ports, now=29.9) == []
    (again,) = await ports.queue.claim(owner="w", now=30, lease=60, limit=ROOMY)
    assert (again.item.dedupe, again.attempts) == ("first", 2)


async def test_a_lease_that_ran_out_is_due_again(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A, dedupe="first"), an_item(A, dedupe="second"))

    assert await keys_claimed(ports, now=1, lease=60) == ["first"]
    assert await keys_claimed(ports, now=60.9) == []
    assert await keys_claimed(ports, now=61) == ["first"]


async def test_whoever_lost_the_lease_cannot_give_back(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A))
    (lost,) = await ports.queue.claim(owner="slow", now=1, lease=60, limit=1)
    (held,) = await ports.queue.claim(owner="quick", now=100, lease=60, limit=1)
    await ports.queue.mark_retry(lost, not_before=0, error="late")
    await ports.queue.mark_dead(lost, error="late")
    await ports.queue.mark_unreachable(lost, error="late")

    assert await keys_claimed(ports, now=101) == []
    await ports.queue.mark_retry(held, not_before=101, error="mine")
    assert len(await keys_claimed(ports, now=101)) == 1


async def test_whoever_lost_the_lease_and_sent_has_sent(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = an_item(A, petition_id=scene.petition.id, role=LinkRole.RECEIPT)
    await enqueue(ports.uow, item)
    (lost,) = await ports.queue.claim(owner="slow", now=1, lease=60, limit=1)
    (held,) = await ports.queue.claim(owner="quick", now=100, lease=60, limit=1)
    await ports.queue.mark_sent(lost, Sent(chat_id=A, message_id=MessageId(1)), now=101)
    await ports.queue.mark_retry(held, not_before=0, error="mine")
    await ports.queue.mark_sent(held, Sent(chat_id=A, message_id=MessageId(2)), now=102)

    assert await ports.queue.depth() == {RowState.SENT: 1}
    async with ports.uow() as uow:
        for message in (1, 2):  # the second copy can be replied to as well
            assert await uow.links.find(A, MessageId(message)) == (scene.petition.id, LinkRole.RECEIPT)


async def test_a_dead_letter_is_listed_and_revived(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A, dedupe="bad"), an_item(A, dedupe="next"), an_item(B, dedupe="worse"))
    bad, worse = await ports.queue.claim(owner="w", now=1, lease=60, limit=ROOMY)
    await ports.queue.mark_dead(bad, error="BadRequest: chat not found")
    await ports.queue.mark_dead(worse, error="BadRequest")

    first, _ = await ports.queue.dead()
    assert (first.id, first.dedupe, first.chat_id) == (bad.id, "bad", A)
    assert (first.attempts, first.error) == (1, "BadRequest: chat not found")
    assert len(await ports.queue.dead(limit=1)) == 1
    assert await ports.queue.depth() == {RowState.PENDING: 1, RowState.DEAD: 2}
    assert await keys_claimed(ports) == ["next"]  # the dead keep nobody waiting

    assert await ports.queue.revive(bad.id) is True
    assert await ports.queue.revive(bad.id) is False
    assert await ports.queue.revive(999) is False
    assert await keys_claimed(ports, now=100) == ["bad"]


async def test_a_try_that_ended_nobody_knows_how_is_marked(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A))

    async def tried(now: float) -> ClaimedItem:
        (row,) = await ports.queue.claim(owner="w", now=now, lease=60, limit=1)
        return row

    assert not (await tried(1)).open_ended
    row = await tried(100)  # its lease ran out
    assert row.open_ended
    await ports.queue.mark_retry(row, not_before=101, error="RetryAfter")
    assert not (await tried(200)).open_ended
    await ports.queue.release(lambda _owner: True, now=205)
    row = await tried(210)
    assert row.open_ended
    await ports.queue.mark_dead(row, error="BadRequest")
    await ports.queue.revive(row.id)
    assert not (await tried(300)).open_ended


async def test_sent_writes_links_for_every_message(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    item = an_item(scene.desk.chat_id, petition_id=scene.petition.id, role=LinkRole.CASE_TEXT)
    await enqueue(ports.uow, item)
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    sent = Sent(chat_id=scene.desk.chat_id, message_id=MessageId(12), also=(MessageId(10), MessageId(11)))
    await ports.queue.mark_sent(row, sent, now=1)

    async with ports.uow() as uow:
        for message in (10, 11, 12):
            found = await uow.links.find(scene.desk.chat_id, MessageId(message))
            assert found == (scene.petition.id, LinkRole.CASE_TEXT)


async def test_without_role_or_case_there_is_no_link(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(
        ports.uow, an_item(A, petition_id=scene.petition.id), an_item(B, role=LinkRole.RECEIPT), a_lone_card()
    )
    for row in await ports.queue.claim(owner="w", now=1, lease=60, limit=ROOMY):
        await ports.queue.mark_sent(row, Sent(chat_id=row.item.chat_id, message_id=MessageId(1)), now=1)

    async with ports.uow() as uow:
        assert await uow.links.find(A, MessageId(1)) is None
        assert await uow.links.find(B, MessageId(1)) is None
    assert await ports.queue.depth() == {RowState.SENT: 3}


def a_lone_card() -> OutboxItem:
    return an_item(3, operation=Operation.CARD, spec=None)


async def test_a_sent_card_is_found_by_message_and_topic(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat = scene.desk.chat_id
    await enqueue(ports.uow, a_card_item(scene.petition, chat), a_card_item(scene.petition, chat))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    sent = Sent(chat_id=chat, message_id=MessageId(50), thread_id=ThreadId(40), version=1)
    await ports.queue.mark_sent(row, sent, now=1)
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.mark_sent(row, Sent(chat_id=chat, message_id=MessageId(51), version=2), now=1)

    async with ports.uow() as uow:
        (card,) = await uow.links.cards(scene.petition.id)
        assert (card.message_id, card.thread_id) == (51, 40)  # forgetting a topic is forget_topic's
        assert await uow.links.find(chat, MessageId(50)) == (scene.petition.id, LinkRole.CARD)
        assert await uow.links.by_topic(chat, ThreadId(40)) == scene.petition.id
        assert await uow.links.by_topic(A, ThreadId(40)) is None


async def test_a_card_is_drawn_once_for_all_that_waits(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other, chat = a_petition(scene.unit), scene.desk.chat_id
    edits = [a_card_item(scene.petition, chat, dedupe=f"edit{n}") for n in range(4)]
    await enqueue(ports.uow, *edits, a_card_item(other, chat), a_card_item(scene.petition, -5), an_item(chat))
    rows = await ports.queue.claim(owner="w", now=1, lease=60, limit=ROOMY)
    text = next(row for row in rows if row.item.chat_id == chat)
    await ports.queue.mark_sent(text, None, now=1)
    (first,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=ROOMY)

    assert await ports.queue.supersede_cards(first) == 3
    assert await ports.queue.supersede_cards(first) == 0
    await enqueue(ports.uow, a_card_item(scene.petition, chat, dedupe="changed meanwhile"))
    await ports.queue.mark_sent(first, None, now=1)
    assert (await ports.queue.depth())[RowState.SUPERSEDED] == 3
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=ROOMY)
    assert row.item.petition_id == other.id
    await ports.queue.mark_sent(row, None, now=1)
    assert await keys_claimed(ports) == ["changed meanwhile"]


async def test_a_sole_card_supersedes_nothing(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, a_card_item(scene.petition, A))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)

    assert await ports.queue.supersede_cards(row) == 0
    await ports.queue.mark_sent(row, None, now=1)
    assert await ports.queue.supersede_cards(row) == 0


async def test_rows_of_a_dead_owner_are_due_at_once_and_those_of_the_living_are_not(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A, dedupe="left"), an_item(B, dedupe="held"))
    (left,) = await ports.queue.claim(owner="dead", now=1, lease=60, limit=1)
    (held,) = await ports.queue.claim(owner="alive", now=1, lease=60, limit=1)

    freed = await ports.queue.release(lambda owner: owner == "dead", now=1)

    assert freed == 1
    assert await keys_claimed(ports, now=2) == [left.item.dedupe]
    assert held.item.dedupe != left.item.dedupe


async def test_what_a_clock_that_was_ahead_made_wait_is_due_again(ports: StoragePorts) -> None:
    await enqueue(ports.uow, an_item(A, dedupe="years"), an_item(B, dedupe="soon"))
    years, soon = await ports.queue.claim(owner="w", now=1, lease=60, limit=2)
    await ports.queue.mark_retry(years, not_before=1e9, error="RetryAfter")
    await ports.queue.mark_retry(soon, not_before=LONGEST_WAIT, error="RetryAfter")

    await ports.queue.release(lambda _owner: False, now=2)
    assert await keys_claimed(ports, now=2) == ["years"]
