"""Reports mean the same over the fake, SQLite and PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.reports.model import OPEN_STATES, Opening, Report, ReportEvent, ReportState
from core.shared.errors import AppError, ConflictError, NotFoundError, StorageError
from core.shared.ids import ReportId, TelegramUserId, UnitId
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START

pytestmark = pytest.mark.contract


def a_report(n: int, seat: UnitId | None, **given: Any) -> Report:
    values: dict[str, Any] = {
        "id": ReportId(f"report{n}"),
        "number": f"JB-{n:06d}",
        "state": ReportState.RECEIVED,
        "seat": seat,
        "received_on": START,
        "accept_by": START + timedelta(days=15),
        "answer_by": START + timedelta(days=60 - n),
        "mark": f"mark{n}",
        "sealed": b"\x00\xff",
        "access_hash": f"code{n}",
    }
    return Report(**{**values, **given})


async def kept(ports: StoragePorts, *reports: Report) -> None:
    async with ports.uow() as uow:
        for report in reports:
            uow.reports.add(report)
        await uow.commit()


@pytest.fixture
async def scene(ports: StoragePorts) -> Scene:
    return await set_scene(ports.uow)


async def test_a_report_comes_back_as_it_went_in_by_each_of_its_names(ports: StoragePorts, scene: Scene) -> None:
    one = a_report(1, scene.unit.id)
    named = a_report(2, scene.unit.id, access_hash=None, author_hash="author")
    out = a_report(3, None, access_hash=None, author_hash="author", state=ReportState.EXTERNAL)
    await kept(ports, out, named, one)
    async with ports.uow.reading() as uow:
        assert await uow.reports.get(one.id) == one
        assert await uow.reports.by_number("JB-000001") == await uow.reports.by_mark("mark1") == one
        assert await uow.reports.by_access_hash("code1") == one
        assert await uow.reports.by_access_hash("none") is None
        assert await uow.reports.by_author("author") == [named, out]
        assert await uow.reports.seated([scene.unit.id, scene.street.id], OPEN_STATES) == [named, one]
        assert await uow.reports.in_states([ReportState.EXTERNAL, ReportState.RECEIVED]) == [one, named, out]
        with pytest.raises(NotFoundError, match="report-unknown"):
            await uow.reports.get(ReportId("nothing"))
        with pytest.raises(StorageError):
            await uow.reports.lock(one.id)


@pytest.mark.parametrize("same", ["number", "mark", "access_hash"])
async def test_number_draft_and_code_are_given_once(ports: StoragePorts, scene: Scene, same: str) -> None:
    one = a_report(1, scene.unit.id)
    await kept(ports, one)

    with pytest.raises(ConflictError, match="report-exists"):
        await kept(ports, replace(a_report(2, scene.unit.id), **{same: getattr(one, same)}))


async def test_whoever_saves_what_has_changed_meanwhile_is_told_so(ports: StoragePorts, scene: Scene) -> None:
    one = a_report(1, scene.unit.id)
    await kept(ports, one)
    taken = one.apply(ReportEvent.TAKE)
    async with ports.uow() as uow:
        await uow.reports.save(taken)
        with pytest.raises(ConflictError, match="report-changed"):
            await uow.reports.save(taken)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.reports.get(one.id) == taken


async def test_entries_keep_their_order_and_are_said_once(ports: StoragePorts, scene: Scene) -> None:
    one, other = a_report(1, scene.unit.id), a_report(2, scene.unit.id)
    await kept(ports, one, other)
    async with ports.uow() as uow:
        said = [
            await uow.reports.append(of.id, sealed, source)
            for of, sealed, source in ((one, b"z", "1"), (other, b"x", "2"), (one, b"a", "3"), (one, b"again", "1"))
        ]
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert said == [True, True, True, False]
        assert list(await uow.reports.entries(one.id)) == [b"z", b"a"]
        assert list(await uow.reports.entries(other.id)) == [b"x"]


async def test_openings_are_kept_in_their_order(ports: StoragePorts, scene: Scene) -> None:
    one = a_report(1, scene.unit.id)
    await kept(ports, one)
    opened = [
        Opening(report_id=one.id, user_id=TelegramUserId(5_000_000_000 + n), name=f"监督{n}", at=START) for n in (2, 1)
    ]
    async with ports.uow() as uow:
        for each in opened:
            uow.reports.opened(each)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert list(await uow.reports.openings(one.id)) == opened
        assert list(await uow.reports.openings(ReportId("other"))) == []


async def test_of_two_who_take_it_at_once_one_has_it(ports: StoragePorts, scene: Scene) -> None:
    """Each loads, then waits for the other, then writes: whoever comes second finds it taken."""
    one = a_report(1, scene.unit.id)
    await kept(ports, one)

    async def take(by: bytes) -> bool:
        try:
            async with ports.uow() as uow:
                report = await uow.reports.lock(one.id)
                await asyncio.sleep(0)
                await uow.reports.save(replace(report.apply(ReportEvent.TAKE), sealed=by))
                await uow.commit()
        except AppError:
            return False
        return True

    assert sorted(await asyncio.gather(take(b"1"), take(b"2"))) == [False, True]
