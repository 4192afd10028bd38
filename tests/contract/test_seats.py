"""Which chat works on whose cases: what follows a case into the chat that stands in, and what stays behind."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.model import StaffChat
from core.petitions.places import CardPlace, Seat, Standing
from core.shared.ids import ChatId, MessageId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.messages import MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority, Sent
from tests.factories.cases import a_staff_chat, an_item
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def above(ports: StoragePorts, scene: Scene) -> StaffChat:
    chat = a_staff_chat(scene.street)
    async with ports.uow() as uow:
        await uow.staff_chats.save(chat)
        await uow.commit()
    return chat


def about(scene: Scene, dedupe: str, **given: object) -> OutboxItem:
    item = an_item(scene.desk.chat_id, dedupe=dedupe, petition_id=scene.petition.id, to_case=True)
    return replace(item, **given)


async def lend(ports: StoragePorts, scene: Scene, other: StaffChat) -> None:
    async with ports.uow() as uow:
        seat = Seat(scene.petition.id, scene.desk.chat_id)
        await uow.seats.move(seat, other.chat_id, scene.desk.chat_id)
        await uow.commit()


async def waiting(ports: StoragePorts, chat: ChatId) -> list[OutboxItem]:
    taken: list[OutboxItem] = []
    while rows := await ports.queue.claim(owner="w", now=9_000, lease=60, limit=9):
        for row in rows:
            await ports.queue.mark_sent(row, None, now=1)
        taken += [row.item for row in rows if row.item.chat_id == chat]
    return taken


async def test_open_cases_and_those_with_something_to_say_need_a_chat(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow.reading() as uow:
        assert await uow.seats.of(scene.desk.chat_id, lent=False) == [Seat(scene.petition.id, scene.desk.chat_id)]
        assert await uow.seats.of(scene.desk.chat_id, lent=True) == []
    other = await above(ports, scene)
    await lend(ports, scene, other)

    async with ports.uow.reading() as uow:
        assert await uow.seats.of(scene.desk.chat_id, lent=True) == [Seat(scene.petition.id, other.chat_id)]
        assert await uow.seats.of(other.chat_id, lent=False) == []
        places = await uow.links.cards(scene.petition.id)
        assert places == [CardPlace(petition_id=scene.petition.id, chat_id=other.chat_id, standing=Standing.STAND_IN)]
        assert await uow.links.stood_in(scene.petition.id, scene.desk.chat_id)
        assert not await uow.links.stood_in(scene.petition.id, ChatId(-5))
        due = await uow.petitions.falling_due(START + timedelta(days=99))
        assert [case.chat_id for case in due] == [other.chat_id]
    assert [case.number for case in await ports.cases.queue(other.chat_id)] == [scene.petition.number]
    assert await ports.cases.queue_size(scene.desk.chat_id) == 0


async def test_a_card_that_waits_stays_behind_with_whom_it_calls(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other, home = await above(ports, scene), scene.desk.chat_id
    calls = MessageSpec("card-duty-one", {"name": "刘敏", "user": "7001"})
    card = about(scene, f"card:{scene.petition.id}:{home}:1", operation=Operation.CARD, to_case=False, spec=calls)
    await enqueue(ports.uow, card, about(scene, f"add:1:{home}:0"))
    await lend(ports, scene, other)

    assert [item.dedupe for item in await waiting(ports, other.chat_id)] == [f"add:1:{other.chat_id}:0"]
    assert await waiting(ports, home) == []


async def test_what_waits_follows_the_case_and_is_said_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other, home = await above(ports, scene), scene.desk.chat_id
    follows = about(scene, f"add:1:{home}:0", reply_to=MessageId(7), thread_id=ThreadId(8))
    said_there = about(scene, f"add:2:{home}:0")
    prompt = about(scene, "prompt:1", role=LinkRole.PROMPT_ASK)
    found = about(scene, f"found:{home}:1", to_case=False)
    sign = about(scene, "react:1", operation=Operation.REACT)
    await enqueue(ports.uow, follows, said_there, prompt, found, sign, about(scene, f"add:2:{other.chat_id}:0"))
    await lend(ports, scene, other)

    assert await waiting(ports, home) == []
    async with ports.uow() as uow:
        uow.outbox.add(replace(follows, dedupe=f"add:1:{other.chat_id}:0", chat_id=other.chat_id))
        uow.outbox.add(follows)
        await uow.commit()
    assert [item.dedupe for item in await waiting(ports, home)] == [follows.dedupe], "home has not heard it"
    assert await waiting(ports, other.chat_id) == []


async def test_what_is_left_out_because_the_other_chat_has_it_can_be_said_at_home_later(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other, home = await above(ports, scene), scene.desk.chat_id
    at_home = about(scene, f"content:1:{home}:0")
    await enqueue(ports.uow, about(scene, f"content:1:{other.chat_id}:0", chat_id=other.chat_id))
    assert len(await waiting(ports, other.chat_id)) == 1
    await enqueue(ports.uow, at_home)
    await lend(ports, scene, other)
    assert await waiting(ports, home) == []

    await enqueue(ports.uow, at_home)
    assert [item.dedupe for item in await waiting(ports, home)] == [at_home.dedupe]


async def test_what_follows_answers_nothing_and_goes_to_the_case_there(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other, home = await above(ports, scene), scene.desk.chat_id
    await enqueue(ports.uow, about(scene, f"add:1:{home}:0", reply_to=MessageId(7), thread_id=ThreadId(8)))
    await lend(ports, scene, other)

    (item,) = await waiting(ports, other.chat_id)
    assert (item.dedupe, item.reply_to, item.thread_id) == (f"add:1:{other.chat_id}:0", None, None)


async def test_the_word_on_a_reply_under_way_goes_where_the_case_is(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other, home = await above(ports, scene), scene.desk.chat_id
    copy = about(
        scene, "reply:1:0", role=LinkRole.RESIDENT_COPY, to_case=False, origin_chat=home, reply_to=MessageId(4)
    )
    await enqueue(ports.uow, replace(copy, chat_id=ChatId(77)))
    await lend(ports, scene, other)

    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    assert (row.item.origin_chat, row.item.reply_to) == (other.chat_id, None)
    await ports.queue.mark_dead(row, error="BadRequest")
    assert [item.spec and item.spec.key for item in await waiting(ports, other.chat_id)] == ["staff-reply-failed"]


async def test_what_was_said_where_nobody_works_any_more_is_still_to_be_said(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other, home = await above(ports, scene), scene.desk.chat_id
    await enqueue(ports.uow, about(scene, f"add:1:{home}:0"))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await lend(ports, scene, other)
    await ports.queue.mark_sent(row, Sent(chat_id=home, message_id=MessageId(3)), now=2)

    assert len(await waiting(ports, other.chat_id)) == 1


async def test_what_the_lost_group_refused_for_good_is_still_to_be_said_where_the_case_went(
    ports: StoragePorts,
) -> None:
    """The group was deleted while a message was on its way there."""
    scene = await set_scene(ports.uow)
    other, home = await above(ports, scene), scene.desk.chat_id
    await enqueue(ports.uow, about(scene, f"add:1:{home}:0"))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await lend(ports, scene, other)
    await ports.queue.mark_dead(row, error="Forbidden")

    assert len(await waiting(ports, other.chat_id)) == 1


async def test_handing_back_leaves_a_card_that_says_so(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other, home = await above(ports, scene), scene.desk.chat_id
    await lend(ports, scene, other)
    async with ports.uow() as uow:
        await uow.seats.move(Seat(scene.petition.id, other.chat_id), home, home)
        await uow.commit()

    here, there = [await ports.cards.card(scene.petition.id, chat) for chat in (home, other.chat_id)]
    assert here is not None
    assert there is not None
    assert (here.elsewhere, there.elsewhere) == (False, True)
    async with ports.uow.reading() as uow:
        assert [place.chat_id for place in await uow.links.cards(scene.petition.id)] == [home]


async def test_a_staff_chat_remembers_since_when_we_are_out(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        await uow.staff_chats.save(replace(scene.desk, out_since=START))
        await uow.commit()
    async with ports.uow.reading() as uow:
        found = await uow.staff_chats.get(scene.desk.chat_id)
    assert found is not None
    assert found.out_since == START


async def test_a_row_for_later_waits_and_knows_whether_its_group_is_bound(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    spec = MessageSpec("guest-farewell")
    for chat in (ChatId(-99), scene.desk.chat_id):
        item = OutboxItem(
            dedupe=f"leave:{chat}",
            operation=Operation.LEAVE,
            chat_id=chat,
            priority=Priority.BRIEF,
            spec=spec,
            not_before=3_600.0,
        )
        await enqueue(ports.uow, item)
    assert await ports.queue.claim(owner="w", now=3_599.0, lease=60, limit=9) == []
    guest, bound = await ports.queue.claim(owner="w", now=3_600.0, lease=60, limit=9)
    assert [await ports.queue.is_bound(row) for row in (guest, bound)] == [False, True]
