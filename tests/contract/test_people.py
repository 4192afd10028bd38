from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.model import BindCode, Level, Purpose, Role
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import ChatId, ResidentId, TelegramUserId, UnitId
from core.shared.language import Language
from core.shared.outbox import RowState
from tests.factories.cases import (
    a_petition,
    a_resident,
    a_roster_entry,
    a_staff_chat,
    a_unit,
    an_item,
)
from tests.factories.scene import enqueue, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract

NEW = ChatId(-1_009_999_999_999)


async def test_units_parents_first_then_by_name(ports: StoragePorts) -> None:
    street = a_unit(level=Level.STREET, name="丙")
    second, first = a_unit(parent_id=street.id, name="乙"), a_unit(parent_id=street.id, name="丁")
    group = a_unit(parent_id=first.id, level=Level.GROUP, name="一", office="三号楼", phone="010", hours="9-17")
    async with ports.uow() as uow:
        for unit in (street, second, first, group):
            uow.units.add(unit)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.units.all() == [street, first, second, group]  # 丁 is U+4E01, 乙 is U+4E59
        assert await uow.units.by_invite(first.invite) == first
        assert await uow.units.by_invite(first.invite.swapcase()) == first
        assert await uow.units.by_invite("nobody's") is None
        assert await uow.units.by_name("一") == group
        assert await uow.units.by_name("无") is None
        with pytest.raises(NotFoundError, match="unit-unknown"):
            await uow.units.get(UnitId("absent"))


async def test_a_resident_without_petitions_is_forgotten(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    nobody = a_resident(scene.unit)
    async with ports.uow() as uow:
        await uow.residents.save(nobody)
        assert await uow.residents.forget(nobody.id)
        assert not await uow.residents.forget(nobody.id)
        assert not await uow.residents.forget(scene.resident.id)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.residents.by_telegram(nobody.telegram_id) is None
        assert await uow.residents.get(scene.resident.id) == scene.resident


async def test_an_invite_is_one_units(ports: StoragePorts) -> None:
    async with ports.uow() as uow:
        uow.units.add(a_unit(invite="same"))
        uow.units.add(a_unit(invite="same"))
        with pytest.raises(ConflictError, match="unit-exists"):
            await uow.commit()


async def test_a_staff_chat_is_saved_and_replaced(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    more = replace(scene.desk, purposes=frozenset({Purpose.TEAM, Purpose.FINANCE}), language=Language.EN)
    bare = replace(scene.desk, purposes=frozenset())
    for chat in (more, bare, scene.desk):
        async with ports.uow() as uow:
            await uow.staff_chats.save(chat)
            await uow.commit()
        async with ports.uow() as uow:
            assert await uow.staff_chats.get(chat.chat_id) == chat
            assert await uow.staff_chats.all() == [chat]


async def test_the_nearest_chat_with_the_purpose_serves(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    group = a_unit(parent_id=scene.unit.id, level=Level.GROUP)
    above = a_staff_chat(scene.street, purposes=frozenset({Purpose.DESK, Purpose.SUPERVISION}))
    async with ports.uow() as uow:
        uow.units.add(group)
        await uow.staff_chats.save(above)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.staff_chats.serving(group.id, Purpose.DESK) == scene.desk
        assert await uow.staff_chats.serving(group.id, Purpose.SUPERVISION) == above
        assert await uow.staff_chats.serving(scene.street.id, Purpose.DESK) == above
        assert await uow.staff_chats.serving(group.id, Purpose.FINANCE) is None


async def test_a_removed_chat_serves_no_more(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        await uow.staff_chats.remove(scene.desk.chat_id)
        await uow.staff_chats.remove(ChatId(-1))
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.staff_chats.get(scene.desk.chat_id) is None
        assert await uow.staff_chats.serving(scene.unit.id, Purpose.DESK) is None


async def test_a_chat_that_moved_takes_along_what_waits(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    old = scene.desk.chat_id
    await enqueue(
        ports.uow,
        an_item(old, dedupe="card", to_case=True, reply_to=7, thread_id=8),
        an_item(9, dedupe="reply", origin_chat=old, reply_to=7),
    )
    async with ports.uow() as uow:
        await uow.staff_chats.move(old, NEW)
        await uow.staff_chats.move(ChatId(-1), ChatId(-2))
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.staff_chats.all() == [replace(scene.desk, chat_id=NEW)]
        assert await uow.staff_chats.serving(scene.unit.id, Purpose.DESK) == replace(scene.desk, chat_id=NEW)
    first, second = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    assert (first.item.chat_id, first.item.reply_to, first.item.thread_id) == (NEW, None, None)
    assert (second.item.chat_id, second.item.origin_chat, second.item.reply_to) == (9, NEW, None)


async def test_cards_are_drawn_anew_where_the_chat_moved(ports: StoragePorts) -> None:
    """Message ids start anew in a supergroup, so old ones would point at other messages."""
    scene = await set_scene(ports.uow)
    closed = a_petition(scene.unit, scene.resident, stage="closed")
    async with ports.uow() as uow:
        uow.petitions.add(closed)
        await uow.links.add_card(closed.id, scene.desk.chat_id)
        await uow.staff_chats.move(scene.desk.chat_id, NEW)
        await uow.commit()

    async with ports.uow() as uow:
        for petition in (scene.petition, closed):
            (card,) = await uow.links.cards(petition.id)
            assert (card.chat_id, card.message_id, card.thread_id) == (NEW, None, None)
    (row,) = await ports.queue.claim(owner="w", now=1, lease=60, limit=10)
    assert (row.item.petition_id, row.item.chat_id) == (scene.petition.id, NEW)
    assert await ports.queue.depth() == {RowState.PENDING: 1}


async def test_a_chat_that_was_bound_anew_before_it_moved_is_joined(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    there = a_staff_chat(scene.unit, chat_id=NEW, purposes=frozenset({Purpose.TEAM}))
    async with ports.uow() as uow:
        await uow.staff_chats.save(there)
        await uow.links.add_card(scene.petition.id, NEW)
        await uow.staff_chats.move(scene.desk.chat_id, NEW)
        await uow.commit()

    async with ports.uow() as uow:
        (chat,) = await uow.staff_chats.all()
        assert chat.purposes == {Purpose.DESK, Purpose.TEAM}
        assert [card.chat_id for card in await uow.links.cards(scene.petition.id)] == [NEW]


async def test_a_bind_code_is_used_once(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    code = BindCode(
        code_hash="c" * 64, unit_id=scene.unit.id, purpose=Purpose.DESK, expires_at=START + timedelta(days=7)
    )
    async with ports.uow() as uow:
        uow.bind_codes.add(code)
        assert await uow.bind_codes.by_hash(code.code_hash) == code
        assert await uow.bind_codes.by_hash("d" * 64) is None
        assert await uow.bind_codes.use(code.code_hash, ChatId(-1)) is True
        assert await uow.bind_codes.use(code.code_hash, ChatId(-2)) is False
        assert await uow.bind_codes.use("d" * 64, ChatId(-2)) is False
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.bind_codes.by_hash(code.code_hash) == replace(code, used_by=ChatId(-1))


async def test_a_moved_chat_keeps_its_bind_code(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    code = BindCode(
        code_hash="c" * 64,
        unit_id=scene.unit.id,
        purpose=Purpose.DESK,
        expires_at=START,
        used_by=scene.desk.chat_id,
    )
    async with ports.uow() as uow:
        uow.bind_codes.add(code)
        await uow.staff_chats.move(scene.desk.chat_id, NEW)
        assert await uow.bind_codes.by_hash(code.code_hash) == replace(code, used_by=NEW)


async def test_a_resident_is_saved_and_updated(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    changed = scene.resident.agrees(START).agrees_to_transfer(START + timedelta(microseconds=1))
    changed = replace(changed.speaks(Language.EN, chosen=True), unreachable_since=START)
    async with ports.uow() as uow:
        await uow.residents.save(changed)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.residents.get(changed.id) == changed
        assert await uow.residents.by_telegram(changed.telegram_id) == changed
        assert await uow.residents.by_telegram(TelegramUserId(1)) is None
        with pytest.raises(NotFoundError, match="resident-unknown"):
            await uow.residents.get(ResidentId("absent"))


async def test_a_telegram_account_is_one_resident(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        with pytest.raises(ConflictError, match="resident-exists"):
            await uow.residents.save(a_resident(scene.unit, telegram_id=scene.resident.telegram_id))


async def test_the_roster_is_found_by_phone(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    one = a_roster_entry(scene.unit, roles=frozenset({Role.PARTY_MEMBER, Role.DEPUTY}), resident_id=scene.resident.id)
    two = a_roster_entry(scene.unit, building="3", room="1-402", household="3-1-402")
    other = a_roster_entry(scene.unit, phone_hash=None, phone_cipher=None)
    async with ports.uow() as uow:
        assert await uow.roster.count() == 0
        for entry in (one, two, other):
            uow.roster.add(entry)
        assert await uow.roster.count() == 3
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.roster.by_phone_hash("hash") == sorted((one, two), key=lambda e: e.id)
        assert await uow.roster.by_phone_hash("other") == []


async def test_the_language_of_a_chat(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        await uow.staff_chats.save(replace(scene.desk, language=Language.ZH_TW))
        await uow.residents.save(scene.resident.speaks(Language.EN, chosen=True))
        await uow.commit()

    assert await ports.languages.language_of(scene.desk.chat_id) is Language.ZH_TW
    assert await ports.languages.language_of(ChatId(scene.resident.telegram_id)) is Language.EN
    assert await ports.languages.language_of(ChatId(1)) is Language.ZH_CN
    assert await ports.languages.language_of(ChatId(1), Language.EN) is Language.EN
