"""Those who run the service hear of what waits for long: how much and how old, once in six hours."""

from dataclasses import replace

import pytest

from core.people.backlog import AGAIN, TellBacklog
from core.people.model import Purpose
from core.shared.watch import Depth
from tests.core_rig import CoreRig
from tests.fakes.unit_of_work import InMemoryUnitOfWorkFactory

pytestmark = pytest.mark.unit

PATIENCE = 900.0
NOW = 10.0 * AGAIN


def waiting(inbox_for: float | None = None, outbox_for: float | None = None) -> Depth:
    return Depth(
        inbox={"pending": 3, "parked": 9},
        outbox={"pending": 5, "dead": 9},
        inbox_since=None if inbox_for is None else NOW - inbox_for,
        outbox_since=None if outbox_for is None else NOW - outbox_for,
    )


@pytest.fixture
async def tell(rig: CoreRig) -> TellBacklog:
    uow_of = InMemoryUnitOfWorkFactory(rig.database)
    async with uow_of() as uow:
        await uow.staff_chats.save(replace(rig.desk, purposes=frozenset({Purpose.DESK, Purpose.OPERATORS})))
        await uow.commit()
    return TellBacklog(uow=uow_of, patience=PATIENCE)


def told(rig: CoreRig) -> list[tuple[str, object, object]]:
    specs = [row.item.spec for row in rig.tables.outbox.values() if row.item.dedupe.startswith("alert:")]
    return [(spec.key, spec.args["count"], spec.args["minutes"]) for spec in specs if spec is not None]


async def test_what_waits_for_long_is_told_with_its_number_and_age(rig: CoreRig, tell: TellBacklog) -> None:
    await tell(waiting(inbox_for=PATIENCE + 60), NOW)
    await tell(waiting(outbox_for=2 * PATIENCE), NOW)

    assert told(rig) == [("alert-backlog-inbox", 3, 16), ("alert-backlog-outbox", 5, 30)]


async def test_what_has_just_come_is_no_backlog(rig: CoreRig, tell: TellBacklog) -> None:
    await tell(waiting(), NOW)
    await tell(waiting(inbox_for=PATIENCE, outbox_for=1), NOW)

    assert told(rig) == []


async def test_it_is_told_once_in_six_hours(rig: CoreRig, tell: TellBacklog) -> None:
    for later in (0.0, 60.0, AGAIN - 1.0, AGAIN):
        await tell(waiting(outbox_for=PATIENCE + 1), NOW + later)

    assert len(told(rig)) == 2


async def test_desks_that_run_nothing_are_not_told(rig: CoreRig) -> None:
    quiet = TellBacklog(uow=InMemoryUnitOfWorkFactory(rig.database), patience=PATIENCE)
    await quiet(waiting(outbox_for=9_000), NOW)

    assert told(rig) == []
