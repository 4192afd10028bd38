"""Major cases mean the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace

import pytest

from core.petitions.major import Major, Member
from core.petitions.model import Stage
from core.shared.ids import TelegramUserId
from tests.factories.cases import a_petition
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def test_a_lead_and_a_team_are_kept_changed_and_shown(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    big = TelegramUserId(9_007_199_254_740_001)
    lead, first, second = (
        Member(user_id=user, name=name, unit_id=unit.id)
        for user, name, unit in (
            (big, "何主任", scene.street),
            (TelegramUserId(2), "乙", scene.unit),
            (TelegramUserId(3), "甲", scene.unit),
        )
    )
    major = Major(petition_id=scene.petition.id, lead=lead, since=START, team=(second, first))
    closed = a_petition(scene.unit, scene.resident, number="XF-2026-000009", stage=Stage.CLOSED)
    async with ports.uow() as uow:
        assert await uow.majors.of(scene.petition.id) is None
        uow.petitions.add(closed)
        await uow.majors.save(major)
        await uow.majors.save(replace(major, petition_id=closed.id, team=()))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.majors.of(scene.petition.id) == replace(major, team=(first, second))
        led = await uow.majors.open_of(scene.street.id)
        assert [(each.number, each.lead, each.anonymous) for each in led] == [(scene.petition.number, lead, False)]
        assert await uow.majors.open_of(scene.unit.id) == []
    view = await ports.cards.card(scene.petition.id, scene.desk.chat_id)
    assert view is not None
    assert (view.lead, [*view.team]) == ("何主任", ["乙", "甲"])
    async with ports.uow() as uow:
        await uow.majors.save(replace(major, lead=first, team=()))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.majors.of(scene.petition.id) == replace(major, lead=first, team=())
    async with ports.uow() as uow:
        await uow.majors.save(replace(major, lead=None))
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.majors.of(scene.petition.id) == replace(major, lead=None, team=(first, second))
        assert [await uow.majors.open_of(unit.id) for unit in (scene.unit, scene.street)] == [[], []]
    view = await ports.cards.card(scene.petition.id, scene.desk.chat_id)
    assert view is not None
    assert (view.lead, view.major, [*view.team]) == ("", True, ["乙", "甲"])
