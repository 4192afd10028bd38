from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.petitions.intent import Intent
from core.petitions.model import Author, Event, Handler, Place, Stage
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import BlobId, ChatId, DraftId, MessageId, PetitionId, TelegramUserId, ThreadId
from core.shared.link_roles import LinkRole
from tests.factories.cases import (
    a_history_row,
    a_message,
    a_petition,
    an_attachment,
)
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import SHANGHAI, START

pytestmark = pytest.mark.contract


async def test_numbers_count_up_within_a_year(ports: StoragePorts) -> None:
    async with ports.uow() as uow:
        assert await uow.petitions.next_number(2026) == "XF-2026-000001"
        assert await uow.petitions.next_number(2026) == "XF-2026-000002"
        assert await uow.petitions.next_number(2027) == "XF-2027-000001"
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.petitions.next_number(2026) == "XF-2026-000003"


async def test_a_petition_comes_back_as_it_was(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    full = a_petition(
        scene.unit,
        scene.resident,
        text="长" * 20_000 + "👵🏽\n<b>&amp;",
        place=Place("门口", 39.9087, 116.3975),
        submitted_at=START.astimezone(SHANGHAI) + timedelta(microseconds=1),
        attachments=(an_attachment(), an_attachment(blob_id=BlobId("b" * 64), file_id="")),
        handler=Handler(user_id=2**52 - 1, name="李敏", unit_id=scene.unit.id),
        accepted_at=START,
        closed_at=START + timedelta(days=1),
    )
    anonymous = a_petition(scene.unit, access_hash="a" * 64, place=Place())
    async with ports.uow() as uow:
        uow.petitions.add(full)
        uow.petitions.add(anonymous)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.petitions.lock(full.id) == full
        assert await uow.petitions.by_number(full.number) == full
        assert await uow.petitions.by_draft(full.draft_id) == full
        assert await uow.petitions.by_access_hash("a" * 64) == anonymous
        assert await uow.petitions.by_number("XF-1999-000001") is None
        assert await uow.petitions.by_draft(DraftId("absent")) is None
        assert await uow.petitions.by_access_hash("absent") is None
        with pytest.raises(NotFoundError, match="case-unknown"):
            await uow.petitions.lock(PetitionId("absent"))


async def test_two_anonymous_petitions_without_a_code_may_stand_side_by_side(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    both = [a_petition(scene.unit, access_hash=None) for _ in range(2)]
    async with ports.uow() as uow:
        for petition in both:
            uow.petitions.add(petition)
        await uow.commit()

    async with ports.uow() as uow:
        assert [await uow.petitions.lock(petition.id) for petition in both] == both


async def test_save_refuses_a_stale_version(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    claimed = replace(
        scene.petition.apply(Event.CLAIM),
        handler=Handler(user_id=7, name="李敏", unit_id=scene.unit.id),
        accepted_at=START,
    )
    async with ports.uow() as uow:
        await uow.petitions.save(claimed)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.petitions.lock(scene.petition.id) == claimed
        with pytest.raises(ConflictError, match="case-changed"):
            await uow.petitions.save(scene.petition.apply(Event.WITHDRAW))
    async with ports.uow() as uow:
        with pytest.raises(ConflictError, match="case-changed"):
            await uow.petitions.save(a_petition(scene.unit).apply(Event.CLAIM))


async def test_save_leaves_the_attachments_alone(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    petition = a_petition(scene.unit, attachments=(an_attachment(),))
    async with ports.uow() as uow:
        uow.petitions.add(petition)
        await uow.petitions.save(replace(petition.apply(Event.CLAIM), attachments=()))
        assert (await uow.petitions.lock(petition.id)).attachments == petition.attachments


async def test_open_cases_are_counted(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        for stage in Stage:
            uow.petitions.add(a_petition(scene.unit, scene.resident, stage=stage))
        uow.petitions.add(a_petition(scene.unit))
        ended = {Stage.CLOSED, Stage.FINAL, Stage.NOT_ACCEPTED, Stage.REVIEWED, Stage.WITHDRAWN}
        assert await uow.petitions.open_count(scene.resident.id) == 1 + len(set(Stage) - ended)


async def test_history_keeps_its_order(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    rows = [
        a_history_row(scene.petition),
        a_history_row(scene.petition, event=Event.CLAIM, from_stage=Stage.SUBMITTED, to_stage=Stage.ACCEPTED),
        a_history_row(scene.petition, event=Event.NOTE, from_stage=Stage.ACCEPTED, reason="问过", at=START),
    ]
    async with ports.uow() as uow:
        for row in rows:
            uow.history.append(row)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.history.of(scene.petition.id) == rows
        assert await uow.history.of(PetitionId("absent")) == []


async def test_messages_keep_their_order_and_files(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    first = a_message(scene.petition, attachments=(an_attachment(), an_attachment()))
    second = a_message(scene.petition, author=Author.STAFF)
    third = a_message(scene.petition, attachments=(an_attachment(blob_id=BlobId("b" * 64)),))
    async with ports.uow() as uow:
        for message in (first, second, third):
            uow.messages.add(message)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.messages.of(scene.petition.id) == [first, second, third]
        assert await uow.messages.by_source(third.source) == third
        assert await uow.messages.by_source("absent") is None
        assert (await uow.petitions.lock(scene.petition.id)).attachments == ()


async def test_the_latest_edition_is_the_last_of_a_message_and_its_edits(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    said = [
        a_message(scene.petition, source=source)
        for source in ("tg:1:7", "tg:1:7:30", "tg:1:7:31", "tg:1:70:9", "tg:1:8:2")
    ]
    async with ports.uow() as uow:
        for message in said:
            uow.messages.add(message)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.messages.latest_edition("tg:1:7") == said[2]
        assert await uow.messages.latest_edition("tg:1:70:9") == said[3]
        assert await uow.messages.latest_edition("tg:1:8") == said[4]
        assert await uow.messages.latest_edition("tg:1:") is None
        assert await uow.messages.latest_edition("tg:_:7") is None


async def test_one_source_makes_one_message(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        uow.messages.add(a_message(scene.petition, source="same"))
        uow.messages.add(a_message(scene.petition, source="same"))
        with pytest.raises(ConflictError, match="message-exists"):
            await uow.commit()


async def test_a_link_is_remembered_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other = a_petition(scene.unit)
    chat, message = scene.desk.chat_id, MessageId(10)
    async with ports.uow() as uow:
        uow.petitions.add(other)
        await uow.links.add(chat, message, scene.petition.id, LinkRole.STAFF_MESSAGE)
        await uow.links.add(chat, message, other.id, LinkRole.CARD)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.links.find(chat, message) == (scene.petition.id, LinkRole.STAFF_MESSAGE)
        assert await uow.links.find(chat, MessageId(11)) is None
        assert await uow.links.find(ChatId(1), message) is None
        assert await uow.links.by_topic(chat, ThreadId(5)) is None


async def test_a_card_is_added_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        await uow.links.add_card(scene.petition.id, scene.desk.chat_id)
        await uow.links.add_card(scene.petition.id, ChatId(-5))
        cards = await uow.links.cards(scene.petition.id)
    assert [(card.chat_id, card.message_id, card.thread_id) for card in cards] == [
        (scene.desk.chat_id, None, None),
        (-5, None, None),
    ]


async def test_what_words_are_meant_to_be_is_kept_for_each_person_chat_and_case(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    other = a_petition(scene.unit)
    chat, who = scene.desk.chat_id, TelegramUserId(7001)

    def an_intent(role: LinkRole, minutes: int, **given: Any) -> Intent:
        values = {"chat_id": chat, "user_id": who, "petition_id": scene.petition.id, **given}
        return Intent(role=role, at=START + timedelta(minutes=minutes), **values)

    first = an_intent(LinkRole.PROMPT_NOTE, 0)
    newer = an_intent(LinkRole.PROMPT_ASK, 1)
    album = an_intent(LinkRole.PROMPT_NOTE, 2, petition_id=other.id, album="a1")
    colleague = an_intent(LinkRole.PROMPT_ANSWER, 3, user_id=TelegramUserId(7002))
    async with ports.uow() as uow:
        uow.petitions.add(other)
        for intent in (first, newer, album, colleague):
            await uow.intents.put(intent)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.intents.of(chat, who, scene.petition.id) == newer
        assert await uow.intents.of(chat, who, other.id) is None
        assert await uow.intents.of(chat, who, other.id, "a1") == album
        assert await uow.intents.of_album(chat, who, "a1") == album
        assert await uow.intents.of_album(chat, who, "a2") is None
        assert await uow.intents.of(ChatId(-5), who, other.id) is None
        assert await uow.intents.asked_last(chat, who) == newer
        await uow.intents.drop(chat, who, scene.petition.id)
        await uow.intents.drop(chat, who, scene.petition.id)
        assert await uow.intents.of(chat, who, scene.petition.id) is None
        assert await uow.intents.asked_last(chat, who) is None
        assert await uow.intents.asked_last(chat, colleague.user_id) == colleague
        assert await uow.intents.of_album(chat, who, "a1") == album
        await uow.intents.put(an_intent(LinkRole.PROMPT_NOTE, 24 * 60 + 3))
        assert await uow.intents.of_album(chat, who, "a1") is None
        assert await uow.intents.asked_last(chat, colleague.user_id) == colleague
        await uow.commit()


async def test_what_was_asked_for_does_not_move_with_its_chat(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    chat, who, new = scene.desk.chat_id, TelegramUserId(7001), ChatId(-100_555)
    asked = Intent(chat_id=chat, user_id=who, petition_id=scene.petition.id, role=LinkRole.PROMPT_NOTE, at=START)
    async with ports.uow() as uow:
        await uow.intents.put(asked)
        await uow.staff_chats.move(chat, new)
        assert await uow.intents.asked_last(chat, who) is None
        assert await uow.intents.asked_last(new, who) is None


async def test_a_file_is_known_by_its_lasting_name(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    mine, nameless = an_attachment(unique_id="U1"), an_attachment(blob_id=BlobId("d" * 64))
    async with ports.uow() as uow:
        uow.petitions.add(a_petition(scene.unit, attachments=(mine, nameless)))
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.attachments.without_blob(1) == [mine]
        assert await uow.attachments.stored("U1") is None
        await uow.attachments.set_blob(mine, BlobId("b" * 64))
        assert await uow.attachments.stored("U1") == "b" * 64
        assert await uow.attachments.stored("U2") is None
        assert await uow.attachments.stored("") is None


async def test_files_that_lie_only_with_telegram_are_fetched(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    old, new = an_attachment(), an_attachment()
    too_large = an_attachment(size=20 * 1024 * 1024 + 1)
    kept = an_attachment(blob_id=BlobId("b" * 64))
    petition = a_petition(scene.unit, attachments=(old, too_large, kept))
    async with ports.uow() as uow:
        uow.petitions.add(petition)
        uow.messages.add(a_message(petition, source="one", attachments=(new,)))
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.attachments.without_blob(10) == [new, old]
        assert await uow.attachments.without_blob(1) == [new]
        await uow.attachments.set_blob(new, BlobId("b" * 64))
        await uow.attachments.set_blob(old, BlobId("c" * 64))
        assert await uow.attachments.without_blob(10) == []
        await uow.commit()

    async with ports.uow() as uow:
        assert (await uow.petitions.lock(petition.id)).attachments[0] == replace(old, blob_id=BlobId("c" * 64))
        (message,) = await uow.messages.of(petition.id)
        assert message.attachments == (replace(new, blob_id=BlobId("b" * 64)),)
