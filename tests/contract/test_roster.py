"""The roster: what a file may change and what it may not, who is found, and codes for the counter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.model import PaperCode, Role
from core.petitions.model import Stage
from core.petitions.party import Party, PartyRole
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import RosterId
from tests.factories.cases import a_petition, a_resident, a_roster_entry
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def test_a_file_changes_what_it_says_and_never_an_account(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    helper = a_resident(scene.unit)
    entry = a_roster_entry(scene.unit, roles=frozenset({Role.DEPUTY}), phone_hash="one")
    async with ports.uow() as uow:
        await uow.residents.save(helper)
        uow.roster.add(entry)
        assert await uow.roster.bind(entry.id, scene.resident.id)
        await uow.commit()
    said = replace(
        entry,
        name="新名",
        phone_cipher=b"other",
        phone_hash="two",
        building="3",
        room="1-2",
        household="3-1-2",
        weight_class="b",
        roles=frozenset({Role.STAFF, Role.LAWYER}),
        left_at=START,
        helper_id=helper.id,
    )
    async with ports.uow() as uow:
        await uow.roster.save(said)
        await uow.commit()

    async with ports.uow.reading() as uow:
        kept = replace(said, resident_id=scene.resident.id, helper_id=None)
        assert await uow.roster.get(entry.id) == kept
        assert await uow.roster.everybody() == [kept]
        with pytest.raises(NotFoundError, match="person-unknown"):
            await uow.roster.get(RosterId("absent"))


async def test_who_has_left_is_found_only_where_it_is_said(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    entry = a_roster_entry(
        scene.unit, left_at=START, household="3-1", resident_id=scene.resident.id, helper_id=scene.resident.id
    )
    beside = a_roster_entry(scene.unit, household="3-1", phone_hash="other")
    async with ports.uow() as uow:
        uow.roster.add(entry)
        uow.roster.add(beside)
        await uow.commit()

    async with ports.uow.reading() as uow:
        assert await uow.roster.by_phone_hash("hash") == []
        assert await uow.roster.of_units([scene.unit.id]) == [beside]
        assert await uow.roster.of_household(beside) == []
        assert await uow.roster.helped_by(scene.resident.id) == []
        assert await uow.roster.count() == 1
        assert await uow.roster.of_resident(scene.resident.id) == entry


async def test_an_account_has_one_line_and_may_speak_for_others(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    own, mother, son = (a_roster_entry(scene.unit, household="3-1") for _ in range(3))
    stranger = a_roster_entry(scene.unit, household="")
    async with ports.uow() as uow:
        for entry in (own, mother, son, stranger):
            uow.roster.add(entry)
        assert await uow.roster.bind(own.id, scene.resident.id)
        await uow.commit()
    async with ports.uow() as uow:
        with pytest.raises(ConflictError, match="person-bound"):
            await uow.roster.bind(mother.id, scene.resident.id)
    async with ports.uow() as uow:
        assert await uow.roster.help(mother.id, scene.resident.id)
        assert not await uow.roster.help(mother.id, scene.resident.id)
        assert not await uow.roster.help(own.id, scene.resident.id)
        await uow.commit()

    async with ports.uow.reading() as uow:
        assert await uow.roster.helped_by(scene.resident.id) == [replace(mother, helper_id=scene.resident.id)]
        assert {entry.id for entry in await uow.roster.of_household(own)} == {mother.id, son.id}
        assert await uow.roster.of_household(stranger) == []


async def test_a_code_for_the_counter_is_used_once_and_voids_earlier_ones(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    old, new = (
        PaperCode(code_hash=name, resident_id=scene.resident.id, expires_at=START + timedelta(days=1))
        for name in ("old", "new")
    )
    async with ports.uow() as uow:
        uow.paper_codes.add(old)
        await uow.commit()
    async with ports.uow() as uow:
        uow.paper_codes.add(new)
        await uow.commit()

    async with ports.uow() as uow:
        assert await uow.paper_codes.by_hash("old") is None
        assert await uow.paper_codes.by_hash("new") == new
        assert await uow.paper_codes.use("new", START)
        assert not await uow.paper_codes.use("new", START)
        assert await uow.paper_codes.by_hash("new") == replace(new, used_at=START)
        await uow.commit()


async def test_whoever_is_forgotten_leaves_neither_code_nor_helper_behind(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    nobody, entry = a_resident(scene.unit), a_roster_entry(scene.unit)
    async with ports.uow() as uow:
        await uow.residents.save(nobody)
        uow.roster.add(entry)
        assert await uow.roster.help(entry.id, nobody.id)
        uow.paper_codes.add(PaperCode(code_hash="c", resident_id=nobody.id, expires_at=START))
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.residents.forget(nobody.id)
        await uow.commit()

    async with ports.uow.reading() as uow:
        assert await uow.paper_codes.by_hash("c") is None
        assert await uow.roster.get(entry.id) == entry


async def test_for_whom_a_petition_is_and_who_walked_in(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    him = Party(role=PartyRole.WALK_IN, name="王大爷", phone=b"sealed", phone_hash="phone", room="3-1")
    filed = a_petition(scene.unit, party=him, access_hash="slip")
    mine = a_petition(scene.unit, scene.resident, party=Party(role=PartyRole.HOUSEHOLD, name="妈妈"))
    joined = a_petition(scene.unit, scene.resident, party=him, stage=Stage.CLOSED)
    async with ports.uow() as uow:
        for petition in (filed, mine, joined):
            uow.petitions.add(petition)
        await uow.commit()

    async with ports.uow.reading() as uow:
        assert await uow.petitions.get(filed.id) == filed
        assert not filed.anonymous
        assert await uow.petitions.walked_in("phone") == [filed]
        assert await uow.petitions.walked_in("other") == []
        opened = await uow.petitions.open_of(scene.resident.id)
        assert mine in opened
        assert joined not in opened
