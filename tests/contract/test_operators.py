"""Those who run the service hear what went wrong, by its number and nothing else."""

from dataclasses import replace

import pytest

from core.people.model import Purpose
from core.shared.followups import incident_notice
from core.shared.ids import ChatId, MessageId, ThreadId
from core.shared.inbox import InboxRow
from core.shared.language import Language
from core.shared.outbox import OutboxItem, RowState, Sent
from tests.factories.cases import an_item
from tests.factories.scene import enqueue, set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract


@pytest.fixture
async def operators(ports: StoragePorts) -> ChatId:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        await uow.staff_chats.save(replace(scene.desk, purposes=frozenset({Purpose.DESK, Purpose.OPERATORS})))
        await uow.commit()
    return scene.desk.chat_id


async def told(ports: StoragePorts, chat: ChatId) -> list[OutboxItem]:
    """Take and deliver all that waits for a chat."""
    taken: list[OutboxItem] = []
    while rows := await ports.queue.claim(owner="w", now=9_000, lease=60, limit=9):
        for row in rows:
            await ports.queue.mark_sent(row, None, now=1)
        taken += [row.item for row in rows if row.item.chat_id == chat]
    return taken


async def test_a_dead_letter_is_told_once_and_names_nobody(ports: StoragePorts, operators: ChatId) -> None:
    await enqueue(ports.uow, an_item(77))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    for _ in range(2):
        await ports.queue.mark_dead(row, error="BadRequest")

    (alert,) = await told(ports, operators)
    assert alert.spec is not None
    assert (alert.spec.key, alert.spec.args) == ("alert-dead-letter", {"row": str(row.id)})


async def test_many_dead_letters_are_told_once_an_hour(ports: StoragePorts, operators: ChatId) -> None:
    for now in (0.0, 60.0, 3_600.0):
        await enqueue(ports.uow, an_item(77))
        (row,) = [
            row for row in await ports.queue.claim(owner="w", now=now, lease=60, limit=9) if row.item.chat_id == 77
        ]
        await ports.queue.mark_dead(row, error="BadRequest")

    assert len(await told(ports, operators)) == 2


async def test_what_was_revived_and_dies_again_is_told_anew(ports: StoragePorts, operators: ChatId) -> None:
    await enqueue(ports.uow, an_item(77))
    for times in (1, 2, 3):
        (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
        assert row.revived == times - 1
        await ports.queue.mark_dead(row, error="BadRequest")
        assert len(await told(ports, operators)) == 1
        await ports.queue.revive(row.id)


async def test_an_alert_that_cannot_be_sent_brings_about_no_other(ports: StoragePorts, operators: ChatId) -> None:
    await enqueue(ports.uow, an_item(77))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.mark_dead(row, error="BadRequest")
    (alert,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.mark_dead(alert, error="Forbidden")

    assert await told(ports, operators) == []


async def test_a_parked_update_is_told_by_its_number(ports: StoragePorts, operators: ChatId) -> None:
    await ports.inbox.put([InboxRow(update_id=7, order_key="c5", payload="{}")])
    await ports.inbox.park(7, incident="AAAA-BBBB", payload="{}")

    (alert,) = await told(ports, operators)
    assert alert.spec is not None
    assert (alert.spec.key, alert.spec.args) == ("alert-parked", {"incident": "AAAA-BBBB"})


async def test_whoever_sent_it_is_told_in_the_same_transaction(ports: StoragePorts) -> None:
    """Once for each time it is set aside, and afterwards nothing tells who was told."""
    await ports.inbox.put([InboxRow(update_id=7, order_key="c5", payload="{}")])
    for incident in ("AAAA-BBBB", "CCCC-DDDD"):
        notice = incident_notice(7, incident, ChatId(5), ThreadId(9), Language.EN)
        assert await ports.inbox.park(7, incident=incident, payload="{}", notice=notice)
        assert not await ports.inbox.park(7, incident=incident, payload="{}", notice=replace(notice, dedupe="again"))
        (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
        assert row.item.spec is not None
        assert replace(row.item, spec=None) == replace(notice, spec=None)
        assert (row.item.spec.args, row.item.spec.otherwise) == ({"incident": incident}, Language.EN)
        await ports.queue.mark_sent(row, Sent(chat_id=ChatId(5), message_id=MessageId(1)), now=1)
        await ports.inbox.unpark(incident)

    assert await ports.queue.depth() == {RowState.SENT: 2}


async def test_where_nobody_is_bound_for_it_nothing_is_told(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    await enqueue(ports.uow, an_item(77))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.mark_dead(row, error="BadRequest")

    assert await told(ports, scene.desk.chat_id) == []
