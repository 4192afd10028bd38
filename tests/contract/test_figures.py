"""Figures, on every database, against a slow count over histories that were made by chance."""

from dataclasses import replace
from datetime import datetime, timedelta
from random import Random

import pytest

from core.duty.model import Colleague
from core.figures.model import Counts, Kept, Measure
from core.people.model import Level, Unit
from core.petitions.model import Event, HistoryRow, Kind, Petition, Stage
from core.petitions.stages import TRANSITIONS
from core.privacy.model import Unnamed
from core.shared.ids import TelegramUserId, UnitId
from tests.factories.cases import a_history_row, a_petition, a_resident, a_roster_entry, a_unit, some_promises
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.figures import slow_count
from tests.fakes.world import START

pytestmark = pytest.mark.contract
ROADS = (Event.TRANSFER, Event.ESCALATE, Event.OBJECT, Event.GO_TO_STREET, Event.RECONSIDER)
DEEDS = (*ROADS, Event.CLAIM, Event.REPLY, Event.ANSWER, Event.CLOSE, Event.WITHDRAW, Event.NOT_ACCEPT, Event.REOPEN)
MORE = (Event.ANSWER, Event.ANSWER, Event.EXTEND, Event.ASK_REVIEW, Event.SAME_MATTER, Event.NOTE)
SPAN = (START, START + timedelta(days=20))
NOW = START + timedelta(days=30)


def a_life(chance: Random, units: list[Unit], case: Petition) -> tuple[Petition, list[HistoryRow]]:
    """Let happen to a case what the table allows, here and there, sometimes taken back."""
    anonymous = case.anonymous
    who = {"actor_kind": "anonymous" if anonymous else "resident", "actor_id": ""}
    rows = [a_history_row(case, at=case.submitted_at, unit_id=case.unit_id, **who)]
    at, stage, unit = case.submitted_at, Stage.SUBMITTED, case.unit_id
    for _ in range(chance.randrange(9)):
        allowed = [event for event in (*DEEDS, *MORE) if (stage, event) in TRANSITIONS]
        if not allowed:
            break
        event = chance.choice(allowed)
        at += timedelta(hours=chance.randrange(1, 90))
        moves = event in ROADS
        unit = chance.choice(units).id if moves else unit
        before, stage = stage, TRANSITIONS[stage, event]
        number = chance.randrange(70, 73)
        staff = {"actor_kind": "staff", "actor_id": str(number), "actor_name": f"同事{number}"}
        where = {"from_stage": before, "to_stage": stage, "unit_id": unit if moves else None}
        rows.append(a_history_row(case, event=event, at=at, **staff, **where))
        if event is Event.ANSWER and chance.random() < 0.3:
            rows.append(a_history_row(case, event=Event.TAKE_BACK, at=at, from_stage=stage, to_stage=before, **staff))
            stage = before
    return with_unit(case, unit, stage), rows


def with_unit(case: Petition, unit: UnitId, stage: Stage) -> Petition:
    return replace(case, unit_id=unit, stage=stage)


async def a_town(ports: StoragePorts, seed: int) -> tuple[list[Unit], list[Petition], list[HistoryRow]]:
    chance = Random(seed)  # noqa: S311 - the same town again
    street = a_unit(level=Level.STREET)
    units = [street, a_unit(parent_id=street.id), a_unit(parent_id=street.id)]
    units.append(a_unit(parent_id=units[1].id, level=Level.GROUP))
    resident = a_resident(units[1])
    cases: list[Petition] = []
    rows: list[HistoryRow] = []
    for _ in range(60):
        anonymous = chance.random() < 0.3
        begins = START + timedelta(hours=chance.randrange(-300, 500))
        due = some_promises(
            reply_by=begins + timedelta(days=chance.randrange(1, 20)),
            answer_by=begins + timedelta(days=chance.randrange(1, 20)),
            reply_days=chance.choice([None, 0, 5]),
        )
        kind = Kind.SUGGESTION if anonymous else chance.choice([Kind.COMPLAINT, Kind.SERVICE])
        given = {"submitted_at": begins, "promises": due, "kind": kind, "category": chance.choice(["", "labour"])}
        case, life = a_life(chance, units, a_petition(chance.choice(units), None if anonymous else resident, **given))
        cases.append(case)
        rows += life
    async with ports.uow() as uow:
        for unit in units:
            uow.units.add(unit)
        await uow.residents.save(resident)
        for case in cases:
            uow.petitions.add(case)
        for row in rows:
            uow.history.append(row)
        await uow.commit()
    return units, cases, rows


@pytest.mark.parametrize("seed", range(6))
async def test_sums_are_those_of_a_slow_count(ports: StoragePorts, seed: int) -> None:
    units, cases, rows = await a_town(ports, seed)
    wholly = [unit.id for unit in units]
    for ids in (wholly, wholly[1:2], [wholly[1], wholly[3]], wholly[:1]):
        expected = slow_count(cases, rows, ids, *SPAN, NOW)
        assert await ports.figures.count(ids, *SPAN, NOW) == expected
    assert sum(each.count for each in slow_count(cases, rows, wholly, *SPAN, NOW).received) > 10


async def test_a_tree_receives_what_its_units_received(ports: StoragePorts) -> None:
    units, *_ = await a_town(ports, 7)
    ids = [unit.id for unit in units]

    async def received(*wanted: UnitId) -> int:
        return sum(each.count for each in (await ports.figures.count(wanted, *SPAN, NOW)).received)

    assert await received(*ids) == sum([await received(each) for each in ids])


async def counted(ports: StoragePorts, unit: Unit, days: int = 20, now: datetime = NOW) -> Counts:
    return await ports.figures.count([unit.id], START, START + timedelta(days=days), now)


async def test_promises_count_when_they_are_kept_or_past(ports: StoragePorts) -> None:
    """Answered in time: at once. Late, or not at all: when the last day is over. Still open and not due: not yet."""
    scene = await set_scene(ports.uow)
    promises = some_promises(reply_by=START + timedelta(days=5), answer_by=START + timedelta(days=60))
    case = a_petition(scene.street, scene.resident, promises=promises)
    async with ports.uow() as uow:
        uow.petitions.add(case)
        uow.history.append(a_history_row(case, unit_id=scene.street.id))
        await uow.commit()
    assert (await counted(ports, scene.street, now=START + timedelta(days=4))).pledge == Kept(0, 0)
    assert (await counted(ports, scene.street, now=START + timedelta(days=6))).pledge == Kept(0, 1)
    async with ports.uow() as uow:
        stages = {"from_stage": Stage.ACCEPTED, "to_stage": Stage.ANSWERED}
        uow.history.append(a_history_row(case, event=Event.ANSWER, at=START + timedelta(days=7), **stages))
        await uow.commit()
    late = await counted(ports, scene.street)
    assert (late.pledge, late.law, late.days) == (Kept(0, 1), Kept(1, 0), {7: 1})
    assert late.handled == {Measure.ANSWERED: 1}


async def test_figures_stay_when_names_go(ports: StoragePorts) -> None:
    units, cases, _ = await a_town(ports, 3)
    ids = [unit.id for unit in units]
    before = await ports.figures.count(ids, *SPAN, NOW)
    async with ports.uow() as uow:
        for case in cases:
            was = await uow.petitions.lock(case.id)
            bare = replace(was, resident_id=None, party=None, unnamed=Unnamed.EXPIRED, version=was.version + 1)
            await uow.petitions.save(bare)
            uow.history.append(a_history_row(case, event=Event.MASK, actor_kind="system", at=START))
        await uow.commit()
    assert await ports.figures.count(ids, *SPAN, NOW) == before


async def test_what_petitions_of_a_unit_say(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        uow.petitions.add(a_petition(scene.unit, scene.resident, text="先前", submitted_at=START - timedelta(days=8)))
        uow.petitions.add(a_petition(scene.street, scene.resident, text="别处"))
        uow.roster.add(a_roster_entry(scene.unit, name="王秀英"))
        await uow.duty.know(Colleague(unit_id=scene.unit.id, user_id=TelegramUserId(7), name="李敏"))
        await uow.commit()
    said = await ports.figures.said([scene.unit.id], START - timedelta(days=7), START + timedelta(days=1))
    assert said.texts == [scene.petition.text]
    assert set(said.names) == {"王秀英", "李敏"}
