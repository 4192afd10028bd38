"""Volunteers and calls mean the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.people.model import Role
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import CallId, ChatId, TelegramUserId
from core.volunteers.model import Asked, Call, CallState, Reply, Skill, Times, Volunteer
from tests.factories.broadcast import one_who_agreed
from tests.factories.cases import a_roster_entry
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def test_volunteers_are_kept_found_counted_and_forgotten(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    one, two = one_who_agreed(scene.unit), one_who_agreed(scene.unit)
    gone = replace(one_who_agreed(scene.unit), unreachable_since=START)
    helper = Volunteer(
        resident_id=one.id, skills=frozenset({Skill.ORDER}), times=frozenset({Times.EVENINGS}), since=START
    )
    async with ports.uow() as uow:
        for each in (one, two, gone):
            await uow.residents.save(each)
        uow.roster.add(a_roster_entry(scene.unit, resident_id=one.id, roles=frozenset({Role.PARTY_MEMBER})))
        await uow.volunteers.save(replace(helper, skills=frozenset()))
        await uow.volunteers.save(helper)
        await uow.volunteers.save(Volunteer(resident_id=two.id, since=START))
        await uow.volunteers.save(Volunteer(resident_id=gone.id, since=START))
        await uow.commit()
    units = [scene.unit.id]
    async with ports.uow.reading() as uow:
        assert await uow.volunteers.of(one.id) == helper
        assert await uow.volunteers.of(scene.resident.id) is None
        ready = await uow.volunteers.ready(units, None)
        assert [each.resident_id for each in ready] == sorted([one.id, two.id])
        asked = Asked(resident_id=one.id, telegram_id=one.telegram_id, name=one.name)
        assert await uow.volunteers.ready(units, Skill.ORDER) == [asked]
        assert await uow.volunteers.ready([scene.street.id], None) == []
        assert await uow.volunteers.counts(units) == {"residents": (3, 4), "party": (1, 1), "units": (0, 0)}
    async with ports.uow() as uow:
        await uow.volunteers.withdraw(one.id)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.volunteers.of(one.id) is None


async def test_a_call_asks_and_is_answered(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    one = one_who_agreed(scene.unit)
    call = Call(
        id=CallId("c1"),
        unit_id=scene.unit.id,
        source="s1",
        text="搬书",
        wanted=2,
        by=TelegramUserId(7001),
        chat_id=ChatId(-1),
        made_at=START,
        skill=Skill.CARRYING,
        petition_id=scene.petition.id,
    )
    later = replace(call, id=CallId("c2"), source="s2", made_at=START + timedelta(hours=1), skill=None)
    dropped = replace(call, id=CallId("c3"), source="s3", state=CallState.DROPPED)
    async with ports.uow() as uow:
        await uow.residents.save(one)
        added = [await uow.volunteers.add(each) for each in (call, later, dropped, replace(call, id=CallId("c4")))]
        asked = Asked(resident_id=one.id, telegram_id=one.telegram_id, name=one.name)
        await uow.volunteers.ask(call, [asked])
        await uow.volunteers.ask(call, [asked])
        await uow.volunteers.ask(later, [])
        assert [await uow.volunteers.case_of(CallId(each)) for each in ("c1", "c9")] == [scene.petition.id, None]
        assert await uow.volunteers.answer(call.id, one.id, Reply.YES)
        assert not await uow.volunteers.answer(later.id, one.id, Reply.YES)
        await uow.commit()
    assert added == [True, True, True, False]
    async with ports.uow() as uow:
        assert await uow.volunteers.lock(call.id) == call
        assert await uow.volunteers.asked(call.id) == [replace(asked, reply=Reply.YES)]
        assert await uow.volunteers.calls(scene.unit.id) == [later, call]
        assert await uow.volunteers.calls(scene.unit.id, limit=1) == [later]
        with pytest.raises(NotFoundError, match="call-unknown"):
            await uow.volunteers.lock(CallId("none"))
        await uow.volunteers.save_call(replace(call, state=CallState.OPEN, version=2))
        with pytest.raises(ConflictError, match="call-changed"):
            await uow.volunteers.save_call(replace(call, state=CallState.OVER, version=2))
