from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Author, Event, Handler, Stage
from core.petitions.queries import LIST_EXCERPT
from core.shared.ids import BlobId, ChatId, MessageId, PetitionId, ResidentId, ThreadId
from core.shared.language import Language
from core.shared.marks import Mark
from core.shared.outbox import Sent
from core.shared.text import utf16_len
from tests.factories.cases import (
    a_card_item,
    a_history_row,
    a_message,
    a_petition,
    a_resident,
    an_attachment,
    some_promises,
)
from tests.factories.scene import Scene, enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


def li_min(scene: Scene) -> Handler:
    return Handler(user_id=77, name="李敏", unit_id=scene.unit.id)


async def test_a_residents_cases_open_first_then_newest(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    closed = a_petition(scene.unit, scene.resident, stage=Stage.CLOSED, submitted_at=START + timedelta(days=9))
    newer = a_petition(scene.unit, scene.resident, submitted_at=START + timedelta(days=1), text="字 \n" * 100)
    neighbour = a_resident(scene.unit)
    async with ports.uow() as uow:
        await uow.residents.save(neighbour)
        for petition in (closed, newer, a_petition(scene.unit, neighbour), a_petition(scene.unit)):
            uow.petitions.add(petition)
        await uow.commit()

    cases = await ports.cases.of_resident(scene.resident.id)
    assert [case.id for case in cases] == [newer.id, scene.petition.id, closed.id]
    assert utf16_len(cases[0].excerpt) <= LIST_EXCERPT
    assert cases[1].excerpt == scene.petition.text
    assert (cases[1].number, cases[1].kind, cases[1].stage) == (
        scene.petition.number,
        scene.petition.kind,
        Stage.SUBMITTED,
    )
    assert (cases[1].submitted_at, cases[1].due) == (START, scene.petition.promises.claim_by)
    assert [case.id for case in await ports.cases.of_resident(scene.resident.id, limit=1)] == [newer.id]
    assert await ports.cases.of_resident(ResidentId("absent")) == []


async def test_no_list_shows_a_contacts_number(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    marks = (Mark("contact", 5, 10, "110\t王师傅\t"),)
    petition = a_petition(scene.unit, scene.resident, text="找不到人\n👤 王师傅 110\n门坏了", marks=marks)
    async with ports.uow() as uow:
        uow.petitions.add(petition)
        await uow.links.add_card(petition.id, scene.desk.chat_id)
        await uow.commit()
    async with ports.uow() as uow:
        due = await uow.petitions.falling_due(START + timedelta(days=99))

    cases = [*await ports.cases.queue(scene.desk.chat_id), *await ports.cases.of_resident(scene.resident.id), *due]
    assert [case.excerpt for case in cases if case.id == petition.id] == ["找不到人 门坏了"] * 3


async def fill_queue(ports: StoragePorts, scene: Scene) -> dict[str, PetitionId]:
    promises = some_promises(reply_by=START + timedelta(hours=1))
    urgent = a_petition(scene.unit, stage=Stage.ACCEPTED, promises=promises, handler=li_min(scene))
    closed = a_petition(scene.unit, stage=Stage.WITHDRAWN, handler=li_min(scene))
    elsewhere = a_petition(scene.unit)
    async with ports.uow() as uow:
        for petition, chat in ((urgent, scene.desk.chat_id), (closed, scene.desk.chat_id), (elsewhere, ChatId(-5))):
            uow.petitions.add(petition)
            await uow.links.add_card(petition.id, chat)
        await uow.commit()
    return {"urgent": urgent.id}


async def test_the_queue_has_what_is_due_first_on_top(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    made = await fill_queue(ports, scene)
    chat = scene.desk.chat_id

    queue = await ports.cases.queue(chat)
    assert [case.id for case in queue] == [made["urgent"], scene.petition.id]
    assert [case.handler_name for case in queue] == ["李敏", None]
    assert [case.due for case in queue] == [START + timedelta(hours=1), scene.petition.promises.claim_by]
    assert [case.id for case in await ports.cases.queue(chat, limit=1)] == [made["urgent"]]
    assert await ports.cases.queue_size(chat) == 2
    assert await ports.cases.queue_size(ChatId(-6)) == 0


async def test_in_the_queue_what_nobody_took_is_due_by_its_claim_and_what_is_answered_comes_last(
    ports: StoragePorts,
) -> None:
    scene = await set_scene(ports.uow)
    chat = scene.desk.chat_id
    soon = some_promises(claim_by=START + timedelta(days=4), reply_by=START + timedelta(days=2))
    waiting = a_petition(scene.unit, scene.resident, promises=soon)
    taken = a_petition(scene.unit, scene.resident, stage=Stage.MORE_INFO, promises=soon)
    answered = a_petition(scene.unit, scene.resident, stage=Stage.ANSWERED, promises=soon)
    async with ports.uow() as uow:
        for petition in (answered, waiting, taken):
            uow.petitions.add(petition)
            await uow.links.add_card(petition.id, chat)
        await uow.commit()

    queue = [case for case in await ports.cases.queue(chat) if case.id != scene.petition.id]
    assert [(case.id, case.due) for case in queue] == [
        (taken.id, soon.reply_by),
        (waiting.id, soon.claim_by),
        (answered.id, None),
    ]
    assert await ports.cases.waits_for(scene.resident.id)
    assert not await ports.cases.waits_for(ResidentId("absent"))


async def test_the_queue_of_one_handler(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    made = await fill_queue(ports, scene)
    chat = scene.desk.chat_id

    assert [case.id for case in await ports.cases.queue(chat, handler=77)] == [made["urgent"]]
    assert await ports.cases.queue_size(chat, handler=77) == 1
    assert await ports.cases.queue_size(chat, handler=78) == 0


async def test_the_author_sees_no_notes_and_no_ids(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    handled = replace(scene.petition.apply(Event.CLAIM), handler=li_min(scene))
    said = a_message(scene.petition, attachments=(an_attachment(),))
    answered = a_message(scene.petition, author=Author.STAFF, author_name="李敏", source="tg:-100:5")
    note = a_message(scene.petition, author=Author.NOTE, text="此人常来")
    noted = a_history_row(scene.petition, event=Event.NOTE, reason="此人常来")
    claimed = a_history_row(scene.petition, event=Event.CLAIM, actor_kind="staff", actor_id="77", actor_name="李敏")
    async with ports.uow() as uow:
        await uow.petitions.save(handled)
        for message in (said, note, answered):
            uow.messages.add(message)
        for row in (noted, claimed):
            uow.history.append(row)
        await uow.commit()

    view = await ports.cases.view(scene.petition.id)
    assert view is not None
    assert view.petition == replace(handled, handler=Handler(user_id=0, name="李敏", unit_id=scene.unit.id))
    assert view.unit_name == scene.unit.name
    assert view.messages == [replace(said, source=""), replace(answered, source="")]
    assert view.history == [replace(claimed, actor_id="")]
    assert await ports.cases.view(PetitionId("absent")) is None


async def test_a_card_shows_what_the_rows_say(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat = scene.desk.chat_id
    petition = a_petition(scene.unit, scene.resident, attachments=(an_attachment(), an_attachment()))
    async with ports.uow() as uow:
        await uow.staff_chats.save(replace(scene.desk, language=Language.EN, is_forum=False))
        uow.petitions.add(petition)
        uow.messages.add(a_message(petition, attachments=(an_attachment(),)))
        uow.messages.add(a_message(petition, author=Author.STAFF))
        uow.messages.add(a_message(petition, author=Author.STAFF))
        uow.messages.add(a_message(scene.petition, author=Author.NOTE))
        await uow.commit()

    view = await ports.cards.card(petition.id, chat)
    assert view is not None
    assert view.petition == petition
    assert (view.unit_name, view.resident_name) == (scene.unit.name, scene.resident.name)
    assert (view.unreachable, view.language, view.is_forum) == (False, Language.EN, False)
    assert (view.message_id, view.thread_id, len(view.petition.attachments)) == (None, None, 2)
    assert view.counts == {Author.RESIDENT: 1, Author.STAFF: 2}


async def test_a_card_knows_where_it_stands(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat = scene.desk.chat_id
    await enqueue(ports.uow, a_card_item(scene.petition, chat))
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=1)
    await ports.queue.mark_sent(row, Sent(chat_id=chat, message_id=MessageId(5), thread_id=ThreadId(4)), now=1)

    view = await ports.cards.card(scene.petition.id, chat)
    assert view is not None
    assert (view.message_id, view.thread_id) == (5, 4)


async def test_an_anonymous_card_has_no_name(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    petition = a_petition(scene.unit)
    async with ports.uow() as uow:
        uow.petitions.add(petition)
        await uow.commit()

    view = await ports.cards.card(petition.id, scene.desk.chat_id)
    assert view is not None
    assert (view.resident_name, view.unreachable, view.counts) == (None, False, {})


async def test_no_card_for_a_strange_chat_or_case(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)

    assert await ports.cards.card(scene.petition.id, ChatId(-5)) is None
    assert await ports.cards.card(PetitionId("absent"), scene.desk.chat_id) is None


async def test_a_copy_is_found_by_telegrams_id(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    files = (an_attachment(file_id="kept"), an_attachment(file_id="not yet"))
    async with ports.uow() as uow:
        uow.messages.add(a_message(scene.petition, attachments=files))
        await uow.commit()
    async with ports.uow() as uow:
        await uow.attachments.set_blob(files[0], BlobId("a" * 64))
        await uow.commit()

    found = [await ports.cards.kept_copy(file_id) for file_id in ("kept", "not yet", "unknown")]
    assert found == ["a" * 64, None, None]
