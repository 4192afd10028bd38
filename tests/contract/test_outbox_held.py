"""What staff say is held for some seconds: its writer can take it back, and what is none of its business goes past."""

import asyncio

import pytest

from core.petitions.model import Author, Event, Stage
from core.shared.ids import CaseMessageId, MessageId
from core.shared.link_roles import LinkRole
from core.shared.marks import Mark, Marked
from core.shared.outbox import OutboxItem, Priority, RowState
from tests.factories.cases import a_history_row, a_message, a_petition, an_attachment, an_item
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract

UNTIL = 100.0


def said(scene: Scene, message: str = "m1", part: int = 0, **given: object) -> OutboxItem:
    values = {
        "dedupe": f"reply:{message}:{part}",
        "petition_id": scene.petition.id,
        "role": LinkRole.RESIDENT_COPY,
        "case_message_id": CaseMessageId(message),
        "origin_chat": scene.desk.chat_id,
        "reply_to": MessageId(70),
        "not_before": UNTIL,
    }
    return an_item(**{"chat_id": scene.resident.telegram_id, **values, **given})


async def claimed(ports: StoragePorts, now: float) -> list[str]:
    return [row.item.dedupe for row in await ports.queue.claim(owner="w", now=now, lease=60, limit=10)]


async def taken_back(ports: StoragePorts, message: str = "m1") -> bool:
    async with ports.uow() as uow:
        done = await uow.outbox.take_back(CaseMessageId(message))
        await uow.commit()
    return done


async def test_it_goes_out_when_its_time_has_come_and_not_before(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, said(scene))

    assert await claimed(ports, UNTIL - 1) == []
    assert await claimed(ports, UNTIL) == ["reply:m1:0"]


async def test_only_the_same_case_waits_behind_it(ports: StoragePorts) -> None:
    """A receipt is not kept back by a reply about something else; "closed" does not come before the answer."""
    scene = await set_scene(ports.uow)
    other = a_petition(scene.unit, scene.resident)
    chat = scene.resident.telegram_id
    await enqueue(
        ports.uow,
        said(scene),
        an_item(chat, dedupe="closed", petition_id=scene.petition.id),
        an_item(chat, dedupe="receipt", petition_id=other.id),
        an_item(chat, dedupe="word"),
    )

    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    assert row.item.dedupe == "receipt"
    await ports.queue.mark_sent(row, None, now=1)
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    assert row.item.dedupe == "word"
    await ports.queue.mark_sent(row, None, now=1)
    assert await claimed(ports, 1) == []
    (row,) = await ports.queue.claim(owner="w", now=UNTIL, lease=60, limit=10)
    assert row.item.dedupe == "reply:m1:0"
    await ports.queue.mark_sent(row, None, now=UNTIL)
    assert await claimed(ports, UNTIL) == ["closed", "react:m1"]


async def test_once_tried_it_keeps_a_persons_chat_waiting_whole(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, said(scene), an_item(scene.resident.telegram_id, dedupe="word"))
    rows = await ports.queue.claim(owner="w", now=UNTIL, lease=60, limit=10)
    await ports.queue.mark_retry(rows[0], not_before=UNTIL + 50, error="TimedOut")

    assert await claimed(ports, UNTIL + 1) == []


async def test_what_is_held_in_a_group_lets_other_cases_pass(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    desk = scene.desk.chat_id
    await enqueue(
        ports.uow,
        said(scene, chat_id=desk, origin_chat=None, priority=Priority.REPLY),
        an_item(desk, dedupe="card", petition_id=scene.petition.id),
        an_item(desk, dedupe="another", petition_id=a_petition(scene.unit).id),
    )

    assert await claimed(ports, 1) == ["another"]


async def test_taken_back_nothing_of_it_goes_out_or_stays(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, said(scene), said(scene, part=1), said(scene, "m2"))

    assert await taken_back(ports)
    assert not await taken_back(ports)
    assert await claimed(ports, UNTIL) == ["reply:m2:0"]
    assert (await ports.queue.depth())[RowState.SUPERSEDED] == 2


async def test_what_takes_its_place_goes_before_what_was_said_later(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, said(scene), said(scene, part=1), said(scene, "m2"), said(scene, "m3"))
    shorter = [said(scene, dedupe="m1:new", not_before=UNTIL + 1)]
    longer = [said(scene, "m2", dedupe=f"m2:{part}") for part in range(2)]
    async with ports.uow() as uow:
        assert await uow.outbox.put_in_place(CaseMessageId("m1"), shorter)
        assert await uow.outbox.put_in_place(CaseMessageId("m2"), longer)
        await uow.commit()

    assert (await ports.queue.depth())[RowState.SUPERSEDED] == 1
    assert await claimed(ports, UNTIL) == []
    went: list[str] = []
    while rows := await ports.queue.claim(owner="w", now=UNTIL + 1, lease=60, limit=1):
        went.append(rows[0].item.dedupe)
        await ports.queue.mark_sent(rows[0], None, now=UNTIL + 1)
    assert [key for key in went if not key.startswith("react")] == ["m1:new", "m2:0", "m2:1", "reply:m3:0"]
    async with ports.uow() as uow:
        assert not await uow.outbox.put_in_place(CaseMessageId("m3"), longer)


async def test_what_was_tried_or_is_not_held_is_not_taken_back(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, said(scene), said(scene, part=1), said(scene, "m2", not_before=0.0, petition_id="other"))

    (now,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.mark_sent(now, None, now=1)
    (first,) = await ports.queue.claim(owner="w", now=UNTIL, lease=60, limit=1)
    assert not await taken_back(ports)  # its first part is on its way
    assert not await taken_back(ports, "m2")
    await ports.queue.mark_sent(first, None, now=UNTIL)
    assert not await taken_back(ports)
    assert await claimed(ports, UNTIL) == ["reply:m1:1", "react:m2"]


async def test_what_a_stopping_process_gives_back_can_still_be_taken_back(ports: StoragePorts) -> None:
    """Nothing of it has reached Telegram. Given back twice, an answer being lost, it is not taken from anybody else."""
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, said(scene), said(scene, "m2"))
    (row,) = await ports.queue.claim(owner="w", now=UNTIL, lease=60, limit=1)
    await ports.queue.give_back(row)

    (again,) = await ports.queue.claim(owner="v", now=UNTIL + 1, lease=60, limit=1)
    assert (again.id, again.attempts, again.open_ended) == (row.id, 1, False)
    await ports.queue.give_back(row)
    assert await claimed(ports, UNTIL + 2) == []
    await ports.queue.give_back(again)
    assert await taken_back(ports)
    assert await claimed(ports, UNTIL + 3) == ["reply:m2:0"]


async def test_given_back_it_is_as_uncertain_as_before(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, said(scene))
    await ports.queue.claim(owner="killed", now=UNTIL, lease=60, limit=1)
    (row,) = await ports.queue.claim(owner="w", now=UNTIL + 60, lease=60, limit=1)
    await ports.queue.give_back(row)

    (again,) = await ports.queue.claim(owner="w", now=UNTIL + 61, lease=60, limit=1)
    assert (row.open_ended, again.open_ended, again.attempts) == (True, True, 2)
    assert not await taken_back(ports)


async def test_either_it_goes_out_or_it_is_taken_back(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    for n in range(8):
        await enqueue(ports.uow, said(scene, f"m{n}"), said(scene, f"m{n}", part=1))
        rows, back = await asyncio.gather(
            ports.queue.claim(owner="w", now=UNTIL, lease=60, limit=1), taken_back(ports, f"m{n}")
        )
        assert bool(rows) is not back
        for _ in range(2 if rows else 0):
            await ports.queue.mark_sent(rows[0], None, now=UNTIL)
            rows = await ports.queue.claim(owner="w", now=UNTIL, lease=60, limit=1)


async def test_what_is_held_is_found_by_the_chat_it_was_said_in(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    desk = scene.desk.chat_id
    await enqueue(
        ports.uow,
        said(scene),
        said(scene, part=1),
        said(scene, "kept", chat_id=desk, origin_chat=None),
        said(scene, "at once", not_before=0.0),
        said(scene, "elsewhere", origin_chat=-9),
    )

    async with ports.uow.reading() as uow:
        assert await uow.outbox.held_from(desk) == [(scene.petition.id, "kept"), (scene.petition.id, "m1")]


async def test_its_author_is_shown_what_is_out_and_nothing_else(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    held, back, out = (
        a_message(scene.petition, author=author, text=text, at=START.replace(second=n))
        for n, (author, text) in enumerate([(Author.STAFF, "等"), (Author.NOTE, "撤回"), (Author.STAFF, "到")], 1)
    )
    async with ports.uow() as uow:
        for message in (held, back, out):
            uow.messages.add(message)
            event = Event.ASK_MORE if message is held else Event.ANSWER
            uow.history.append(a_history_row(scene.petition, event=event, at=message.at, to_stage=Stage.ANSWERED))
        taken = {"event": Event.TAKE_BACK, "at": START.replace(second=9), "reason": back.id}
        uow.history.append(a_history_row(scene.petition, **taken, from_stage=Stage.ANSWERED))
        uow.outbox.add(said(scene, held.id))
        await uow.commit()

    view = await ports.cases.view(scene.petition.id)
    assert view is not None
    assert [message.text for message in view.messages] == ["到"]
    assert [(row.event, row.at) for row in view.history] == [(Event.ANSWER, out.at)]

    await ports.queue.claim(owner="w", now=UNTIL, lease=60, limit=1)
    view = await ports.cases.view(scene.petition.id)
    assert view is not None
    assert [message.text for message in view.messages] == ["等", "到"]
    assert [row.event for row in view.history] == [Event.ASK_MORE, Event.ANSWER]


async def test_words_are_put_in_place_of_others(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    one, another = an_attachment(), an_attachment()
    message = a_message(scene.petition, author=Author.STAFF, attachments=(one,))
    async with ports.uow() as uow:
        uow.messages.add(message)
        await uow.commit()
    bold = (Mark("bold", 0, 1),)
    changed = a_message(
        scene.petition, id=message.id, author=Author.NOTE, text="改过", marks=bold, attachments=(another,)
    )
    async with ports.uow() as uow:
        await uow.messages.amend(changed)
        await uow.commit()

    async with ports.uow.reading() as uow:
        (kept,) = await uow.messages.of(scene.petition.id)
    assert (kept.author, kept.words, kept.attachments) == (Author.NOTE, Marked("改过", bold), (another,))
    assert (kept.source, kept.author_name, kept.at) == (message.source, message.author_name, message.at)
