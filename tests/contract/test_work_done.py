"""What was answered and closed, for the weekly news: the same over the fake, SQLite and PostgreSQL."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.petitions.model import Event, HistoryRow, Stage
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


async def test_what_was_done(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    events = ((Event.ANSWER, 0), (Event.ANSWER, 1), (Event.CLOSE, 2), (Event.REPLY, 1), (Event.CLOSE, 9))
    async with ports.uow() as uow:
        for event, hours in events:
            uow.history.append(
                HistoryRow(
                    petition_id=scene.petition.id,
                    event=event,
                    actor_kind="staff",
                    actor_id="7",
                    actor_name="李敏",
                    at=START + timedelta(hours=hours),
                    from_stage=Stage.ACCEPTED,
                    to_stage=Stage.ANSWERED,
                    reason="",
                )
            )
        await uow.commit()
    units = [scene.unit.id, scene.street.id]
    until = START + timedelta(hours=9)
    assert await ports.cases.done_between(units, START, until) == [(scene.unit.id, scene.unit.name, 1, 1)]
    assert await ports.cases.done_between([scene.street.id], START, until) == []
    assert await ports.cases.done_between(units, START + timedelta(hours=10), START + timedelta(hours=11)) == []


async def test_what_was_done_counts_for_the_unit_that_did_it(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    steps = (
        (Event.SUBMIT, scene.unit.id),
        (Event.ANSWER, None),
        (Event.ESCALATE, scene.street.id),
        (Event.CLOSE, None),
    )
    async with ports.uow() as uow:
        for hours, (event, unit_id) in enumerate(steps):
            row = HistoryRow(
                petition_id=scene.petition.id,
                event=event,
                actor_kind="staff",
                actor_id="7",
                actor_name="李敏",
                at=START + timedelta(hours=hours),
                from_stage=Stage.ACCEPTED,
                to_stage=Stage.ANSWERED,
                unit_id=unit_id,
            )
            uow.history.append(row)
        petition = await uow.petitions.lock(scene.petition.id)
        await uow.petitions.save(replace(petition, unit_id=scene.street.id, version=petition.version + 1))
        await uow.commit()
    done = await ports.cases.done_between([scene.unit.id, scene.street.id], START, START + timedelta(days=1))
    assert sorted(done) == sorted([(scene.unit.id, scene.unit.name, 1, 0), (scene.street.id, scene.street.name, 0, 1)])
