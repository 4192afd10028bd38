"""What was imported of the calendar, office hours, and extensions: alike on every database."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from core.petitions.extension import Extension, ExtensionState
from core.petitions.model import Event, Petition, Stage
from core.petitions.tally import Tally
from core.shared.calendar import ArrangedDay, Off
from core.shared.errors import ConflictError, NotFoundError
from core.shared.ids import ExtensionId, TelegramUserId
from tests.factories.cases import a_history_row, a_petition, some_promises
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START, FakeIds

pytestmark = pytest.mark.contract

_ids = FakeIds()


def off(*day: int, name: str = "国庆节") -> ArrangedDay:
    return ArrangedDay(day=date(*day), kind=Off.HOLIDAY, name=name)


def worked(*day: int) -> ArrangedDay:
    return ArrangedDay(day=date(*day), kind=Off.WORKDAY)


async def bring(ports: StoragePorts, *days: ArrangedDay) -> bool:
    async with ports.uow() as uow:
        changed = await uow.calendar.replace(days)
        await uow.commit()
    return changed


async def test_an_import_replaces_the_years_it_speaks_of_and_no_other(ports: StoragePorts) -> None:
    async with ports.uow.reading() as uow:
        assert (await uow.calendar.arrangement()).version == 0

    assert await bring(ports, off(2027, 10, 1), off(2027, 10, 2), worked(2027, 10, 9))
    assert await bring(ports, off(2028, 10, 1))
    assert await bring(ports, off(2027, 10, 1), worked(2027, 10, 10))

    async with ports.uow.reading() as uow:
        arranged = await uow.calendar.arrangement()
    assert arranged.version == 3
    assert arranged.years == {2027, 2028}
    assert sorted(arranged.days.values(), key=lambda each: each.day) == [
        off(2027, 10, 1),
        worked(2027, 10, 10),
        off(2028, 10, 1),
    ]


async def test_the_same_once_more_is_no_change(ports: StoragePorts) -> None:
    assert await bring(ports, off(2027, 10, 1), off(2027, 1, 1))
    assert not await bring(ports, off(2027, 1, 1), off(2027, 10, 1))

    async with ports.uow.reading() as uow:
        assert (await uow.calendar.arrangement()).version == 1


async def test_of_two_imports_at_once_both_count(ports: StoragePorts) -> None:
    await asyncio.gather(bring(ports, off(2027, 10, 1)), bring(ports, off(2028, 10, 1)))

    async with ports.uow.reading() as uow:
        arranged = await uow.calendar.arrangement()
    assert (arranged.version, arranged.years) == (2, {2027, 2028})


async def test_office_hours_are_set_changed_and_taken_away(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    for hours in ("12345 09:00-12:00", "123456 08:30-17:00"):
        async with ports.uow() as uow:
            await uow.calendar.set_hours(scene.unit.id, hours)
            await uow.commit()
        async with ports.uow.reading() as uow:
            assert await uow.calendar.hours() == {scene.unit.id: hours}

    async with ports.uow() as uow:
        await uow.calendar.set_hours(scene.unit.id, "")
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.calendar.hours() == {}


def extension(petition: Petition, **given: Any) -> Extension:
    return Extension(
        id=ExtensionId(_ids.new()),
        petition_id=petition.id,
        reason="要等检测",
        proposed_by=TelegramUserId(7001),
        proposed_name="刘敏",
        proposed_at=START,
        **given,
    )


async def test_an_extension_is_kept_and_decided(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    asked = extension(scene.petition)
    async with ports.uow() as uow:
        uow.extensions.add(asked)
        await uow.commit()

    decided = asked.decided(ExtensionState.APPROVED, TelegramUserId(7002), "陈杰", START + timedelta(hours=1), 20)
    async with ports.uow() as uow:
        assert await uow.extensions.of(scene.petition.id) == asked
        await uow.extensions.save(decided)
        await uow.commit()

    async with ports.uow.reading() as uow:
        assert await uow.extensions.get(asked.id) == await uow.extensions.of(scene.petition.id) == decided
        with pytest.raises(NotFoundError, match="extension-unknown"):
            await uow.extensions.get(ExtensionId("0" * 32))


@pytest.mark.parametrize("state", [ExtensionState.PROPOSED, ExtensionState.APPROVED])
async def test_a_case_has_one_that_counts(ports: StoragePorts, state: ExtensionState) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        uow.extensions.add(extension(scene.petition, state=ExtensionState.REFUSED))
        uow.extensions.add(extension(scene.petition, state=ExtensionState.OVERTAKEN))
        uow.extensions.add(extension(scene.petition, state=state))
        await uow.commit()

    async with ports.uow() as uow:
        uow.extensions.add(extension(scene.petition))
        with pytest.raises(ConflictError, match="extension-exists"):
            await uow.commit()


async def test_a_desks_cases_in_numbers(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    day = timedelta(days=1)

    def one(stage: Stage, due: timedelta, **given: Any) -> Petition:
        promises = some_promises(claim_by=START + due, reply_by=START + due)
        return a_petition(scene.unit, scene.resident, stage=stage, promises=promises, **given)

    cases = [
        one(Stage.SUBMITTED, timedelta(hours=1)),
        one(Stage.ACCEPTED, -day, submitted_at=START - 2 * day),
        one(Stage.ANSWERED, -day, submitted_at=START - day),
        one(Stage.CLOSED, -day, submitted_at=START - day),
        one(Stage.IN_PROGRESS, 2 * day, submitted_at=START - day),
    ]
    async with ports.uow() as uow:
        for petition in cases:
            uow.petitions.add(petition)
            await uow.links.add_card(petition.id, scene.desk.chat_id)
        for petition, event, at in (
            (cases[2], Event.ANSWER, START - day),
            (cases[2], Event.ANSWER, START - day),
            (cases[3], Event.ANSWER, START - 3 * day),
            (cases[3], Event.CLOSE, START - day),
        ):
            uow.history.append(a_history_row(petition, event=event, at=at))
        await uow.commit()

    async with ports.uow.reading() as uow:
        tallies = await uow.petitions.tallies(START - day, START)
    was = Tally(new=3, waiting=2, due=1, overdue=1, answered=1, closed=1, open=5)
    assert tallies == {scene.desk.chat_id: was}, tallies


async def test_what_was_computed_by_an_earlier_calendar(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)

    def one(stage: Stage, stamp: str) -> Petition:
        noted = {"claim_days": 1, "reply_days": 5, "extended_days": 20, "pledged_at": START}
        promises = replace(some_promises(), calendar_stamp=stamp, **noted)
        return a_petition(scene.unit, scene.resident, stage=stage, promises=promises)

    old = [one(stage, "000001.2026") for stage in (Stage.SUBMITTED, Stage.ACCEPTED, Stage.MORE_INFO)]
    others = [
        one(Stage.ANSWERED, "000001.2026"),
        one(Stage.ACCEPTED, "000002.2026"),
        one(Stage.ACCEPTED, "000002.2027"),
    ]
    async with ports.uow() as uow:
        for petition in (*old, *others):
            uow.petitions.add(petition)
        await uow.commit()

    async with ports.uow.reading() as uow:
        found = await uow.petitions.dated_before("000002.2026", 10)
        few = await uow.petitions.dated_before("000002.2026", 2)
        assert (await uow.petitions.get(old[0].id)).promises == old[0].promises
    assert set(found) == {scene.petition.id, *(petition.id for petition in old)}
    assert list(few) == sorted(found)[:2]
