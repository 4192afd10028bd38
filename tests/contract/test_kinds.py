"""What only some kinds of petitions have means the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.kinds import Verdict
from core.petitions.model import Event, HistoryRow, Kind, Stage
from core.petitions.party import Call
from core.petitions.service import in_hours
from core.routing.model import Team
from tests.factories.cases import a_petition
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def test_what_a_kind_has_is_kept(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    case = a_petition(scene.unit, scene.resident, number="XF-2025-000009", kind=Kind.SERVICE)
    case = replace(case, verdict=Verdict.PARTLY.value, team=Team.FIRE.value, urgent=True, mandate="deputy")
    case = replace(case, call=Call(when="明天", about=scene.petition.id, tries=2))
    async with ports.uow() as uow:
        uow.petitions.add(case)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.petitions.get(case.id) == case


async def test_urgent_cases_that_nobody_has_taken_in_time(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    now = START + timedelta(hours=3)
    late, early, taken, plain = (
        replace(
            a_petition(scene.unit, scene.resident, number=f"XF-2025-00009{n}", kind=Kind.SERVICE),
            urgent=urgent,
            stage=stage,
            promises=in_hours(scene.petition.promises, since),
        )
        for n, (urgent, stage, since) in enumerate(
            (
                (True, Stage.SUBMITTED, START),
                (True, Stage.SUBMITTED, now),
                (True, Stage.ACCEPTED, START),
                (False, Stage.SUBMITTED, START),
            )
        )
    )
    async with ports.uow() as uow:
        for each in (plain, taken, early, late):
            uow.petitions.add(each)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert [each.number for each in await uow.petitions.urgent_waiting(START, now)] == [late.number]
        assert await uow.petitions.urgent_waiting(now, now) == []


async def test_proposals_that_nobody_has_answered(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    waits, answered, over = (
        a_petition(scene.unit, scene.resident, number=f"XF-2025-00008{n}", kind=Kind.PROPOSAL, stage=stage)
        for n, stage in enumerate((Stage.ACCEPTED, Stage.REOPENED, Stage.WITHDRAWN))
    )
    row = HistoryRow(
        petition_id=answered.id,
        event=Event.ANSWER,
        actor_kind="staff",
        actor_id="1",
        actor_name="",
        at=START,
        from_stage=Stage.ACCEPTED,
        to_stage=Stage.ANSWERED,
    )
    async with ports.uow() as uow:
        for each in (waits, answered, over):
            uow.petitions.add(each)
            await uow.links.add_card(each.id, scene.desk.chat_id)
        uow.history.append(row)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.petitions.unanswered(Kind.PROPOSAL, scene.desk.chat_id) == [waits.number]
        assert await uow.petitions.unanswered(Kind.SUGGESTION, scene.desk.chat_id) == []
