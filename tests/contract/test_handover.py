"""In whose desk a case was taken and words were written, and what that makes of cards and lists."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.model import StaffChat
from core.petitions.model import Author, Event, Handler, Petition, Stage
from core.petitions.places import Seat
from core.shared.ids import CaseMessageId, ChatId
from core.shared.link_roles import LinkRole
from core.shared.masking import masked_words
from core.shared.outbox import OutboxItem
from tests.factories.cases import a_history_row, a_message, a_petition, a_staff_chat, an_item, some_promises
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract

NEW = ChatId(-1_009_000_000_001)


async def lent(ports: StoragePorts, scene: Scene, handler: Handler | None) -> tuple[Petition, StaffChat]:
    """A case of the scene's unit, taken by `handler`, that the street's desk works on."""
    promises = some_promises(reply_by=START + timedelta(days=1))
    petition = a_petition(scene.unit, scene.resident, stage=Stage.ACCEPTED, handler=handler, promises=promises)
    chat = a_staff_chat(scene.street)
    async with ports.uow() as uow:
        await uow.staff_chats.save(chat)
        uow.petitions.add(petition)
        await uow.links.add_card(petition.id, scene.desk.chat_id)
        await uow.commit()
    async with ports.uow() as uow:
        await uow.seats.move(Seat(petition.id, scene.desk.chat_id), chat.chat_id, scene.desk.chat_id)
        await uow.commit()
    return petition, chat


async def test_a_card_says_in_which_other_desk_the_case_was_taken(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    petition, chat = await lent(ports, scene, Handler(user_id=7, name="李敏", unit_id=scene.unit.id))

    here, home = [await ports.cards.card(petition.id, c.chat_id) for c in (chat, scene.desk)]
    assert here is not None
    assert home is not None
    masked = replace(petition, text=masked_words(petition.words).text)  # the street reads no numbers
    assert (here.taken_in, here.elsewhere, here.petition) == (scene.unit.name, False, masked)
    assert (home.taken_in, home.elsewhere) == ("", True)


@pytest.mark.parametrize("of_street", [True, False])
async def test_lists_name_whoever_has_it_in_that_desk_only(ports: StoragePorts, of_street: bool) -> None:
    scene = await set_scene(ports.uow)
    unit = scene.street if of_street else scene.unit
    petition, chat = await lent(ports, scene, Handler(user_id=7, name="李敏", unit_id=unit.id))
    name = "李敏" if of_street else None

    assert [(c.id, c.handler_name) for c in await ports.cases.queue(chat.chat_id)] == [(petition.id, name)]
    assert [c.handler_name for c in await ports.cases.queue(chat.chat_id, handler=7)] == ["李敏"]
    async with ports.uow.reading() as uow:
        due = await uow.petitions.falling_due(START + timedelta(days=2))
    assert [c.handler_name for c in due if c.number == petition.number] == [name]
    theirs = {c.id: c.handler_name for c in await ports.cases.of_resident(scene.resident.id)}
    assert theirs[petition.id] == "李敏"


async def test_the_author_reads_of_which_units_they_are(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    petition, _ = await lent(ports, scene, Handler(user_id=7, name="李敏", unit_id=scene.unit.id))
    answer = a_message(petition, author=Author.STAFF, author_name="何主任", unit_id=scene.street.id)
    note = a_message(petition, author=Author.NOTE, unit_id=scene.unit.id)
    async with ports.uow() as uow:
        for message in (answer, note, a_message(petition)):
            uow.messages.add(message)
        uow.history.append(a_history_row(petition, event=Event.RELEASE))
        await uow.commit()

    view = await ports.cases.view(petition.id)
    assert view is not None
    assert view.units == {scene.unit.id: scene.unit.name, scene.street.id: scene.street.name}
    assert view.signature("何主任", view.messages[0].unit_id)["unit"] == scene.street.name
    assert view.signature("李敏", scene.unit.id) == {"name": "李敏", "unit": "", "other": "no"}
    assert view.history == [], "that somebody had to let it go is no news to its author"


async def test_whoever_has_it_can_be_nobody_again(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    petition, _ = await lent(ports, scene, Handler(user_id=7, name="李敏", unit_id=scene.street.id))
    async with ports.uow() as uow:
        await uow.petitions.save(replace(petition.apply(Event.RELEASE), handler=None))
        await uow.commit()

    async with ports.uow.reading() as uow:
        found = await uow.petitions.get(petition.id)
    assert (found.handler, found.stage, found.version) == (None, Stage.ACCEPTED, petition.version + 1)


def _said(scene: Scene, chat: ChatId, dedupe: str) -> OutboxItem:
    item = an_item(chat, dedupe=dedupe, petition_id=scene.petition.id, to_case=True)
    return replace(item, role=LinkRole.CASE_TEXT)


async def test_what_waits_for_a_group_that_is_replaced_is_not_said_again_in_the_new_one(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    old = scene.desk.chat_id
    await enqueue(ports.uow, _said(scene, old, f"add:1:{old}:0"), _said(scene, old, f"add:2:{old}:0"))
    await enqueue(ports.uow, _said(scene, NEW, f"add:2:{NEW}:0"))
    async with ports.uow() as uow:
        await uow.staff_chats.move(old, NEW)
        for n in (1, 2, 3):
            uow.outbox.add(_said(scene, NEW, f"add:{n}:{NEW}:0"))
        await uow.commit()

    said = []
    while rows := await ports.queue.claim(owner="w", now=9_000, lease=60, limit=9):
        for row in rows:
            await ports.queue.mark_sent(row, None, now=1)
        said += [(row.item.chat_id, row.item.dedupe) for row in rows if row.item.to_case]
    assert sorted(said) == [(NEW, f"add:{n}:{NEW}:0") for n in (1, 2, 3)]


async def test_what_is_held_stays_held_when_the_case_moves(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat = a_staff_chat(scene.street)
    reply = an_item(
        scene.resident.telegram_id,
        dedupe="reply:m1:0",
        petition_id=scene.petition.id,
        role=LinkRole.RESIDENT_COPY,
        case_message_id=CaseMessageId("m1"),
        origin_chat=scene.desk.chat_id,
        not_before=100.0,
    )
    async with ports.uow() as uow:
        await uow.staff_chats.save(chat)
        await uow.commit()
    await enqueue(ports.uow, reply)
    async with ports.uow() as uow:
        await uow.seats.move(Seat(scene.petition.id, scene.desk.chat_id), chat.chat_id, scene.desk.chat_id)
        assert await uow.outbox.held_from(chat.chat_id) == [(scene.petition.id, CaseMessageId("m1"))]
        await uow.commit()

    assert await ports.queue.claim(owner="w", now=99, lease=60, limit=10) == []
    assert len(await ports.queue.claim(owner="w", now=100, lease=60, limit=10)) == 1
