"""The audit's seals: whatever is done to its rows behind the program's back is noticed, on every storage."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from core.privacy.model import LOOKED, LookFilter
from core.privacy.sealing import SealAudit, VerifyAudit
from core.shared.ids import PetitionId
from storage.engine import Database
from storage.tables import APPEND_ONLY
from tests.factories.scene import set_scene
from tests.fakes.bundle import StoragePorts
from tests.fakes.world import START, FakeSecrets

pytestmark = pytest.mark.contract
Tamper = Callable[[str], Awaitable[None]]


async def write(ports: StoragePorts, *actions: str) -> None:
    async with ports.uow() as uow:
        for action in actions:
            uow.audit.record(action, "7001", "case", at=START, detail="为什么")
        await uow.commit()


def tools(ports: StoragePorts) -> tuple[SealAudit, VerifyAudit]:
    secrets = FakeSecrets()
    return SealAudit(uow=ports.uow, clock=ports.clock, secrets=secrets), VerifyAudit(uow=ports.uow, secrets=secrets)


async def test_what_was_written_is_sealed_and_found_intact(ports: StoragePorts) -> None:
    seal, verify = tools(ports)
    assert await seal() is False
    await write(ports, "a", "b")
    assert await seal() is True
    assert await seal() is False
    await write(ports, "c")

    verdict = await verify()
    assert (verdict.well, verdict.rows, verdict.unsealed) == (True, 3, 1)
    assert await seal() is True
    verdict = await verify()
    assert verdict.newest is not None
    assert (verdict.rows, verdict.unsealed, verdict.newest.first, verdict.newest.last) == (3, 0, 3, 3)
    assert (await verify(verdict.newest.seal[:12].upper())).well
    assert not (await verify("000000000000")).well


@pytest.fixture
async def tamper(database_url: str, ports: StoragePorts) -> AsyncIterator[Tamper]:
    """Do to the tables what no program of ours can: without the triggers that refuse it."""
    if not database_url:
        pytest.skip("there is no going behind the fake's back")
    database = Database(database_url)

    async def run(statement: str) -> None:
        async with database.transaction() as connection:
            for table in APPEND_ONLY:
                if database.is_sqlite:
                    for deed in ("update", "delete"):
                        await connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_no_{deed}"))
                else:
                    await connection.execute(text(f"DROP TRIGGER IF EXISTS {table}_append_only ON {table}"))
            await connection.execute(text(statement))

    yield run
    await database.close()


@pytest.mark.parametrize(
    ("deed", "broken"),
    [
        ("UPDATE audit SET actor = '7002' WHERE action = 'b'", [1]),
        ("UPDATE audit SET detail = 'x' WHERE action = 'c'", [2]),
        ("DELETE FROM audit WHERE action = 'a'", [1]),
        ("DELETE FROM audit WHERE action = 'c'", [2]),
        ("UPDATE audit SET id = 99 WHERE action = 'a'", [1]),
        ("UPDATE audit_seals SET seal = 'x' WHERE id = 1", [1, 2]),
        ("DELETE FROM audit_seals WHERE id = 1", [2]),
        ("DELETE FROM audit", [1, 2]),
    ],
)
async def test_a_changed_row_is_noticed(ports: StoragePorts, tamper: Tamper, deed: str, broken: list[int]) -> None:
    seal, verify = tools(ports)
    for actions in (("a", "b"), ("c", "d")):
        await write(ports, *actions)
        await seal()
    await tamper(deed)

    assert [each.id for each in (await verify()).broken] == broken


async def test_who_cuts_off_the_end_is_betrayed_by_a_seal_somebody_noted(ports: StoragePorts, tamper: Tamper) -> None:
    seal, verify = tools(ports)
    for action in "ab":
        await write(ports, action)
        await seal()
    noted = (await verify()).newest
    assert noted is not None
    await tamper("DELETE FROM audit WHERE action = 'b'")
    await tamper("DELETE FROM audit_seals WHERE id = 2")

    assert (await verify()).well
    assert not (await verify(noted.seal[:12])).known


async def test_looks_are_filtered_newest_first(ports: StoragePorts) -> None:
    scene = await set_scene(ports.uow)
    async with ports.uow() as uow:
        for day, name in enumerate(("刘 敏", "陈杰", "刘 敏")):
            at = START + timedelta(days=day)
            uow.audit.record(LOOKED, "7001", scene.petition.id, at=at, detail=f"call {name}")
        uow.audit.record("petition.claimed", "7001", scene.petition.id, at=START)
        await uow.commit()

    here = LookFilter(units=frozenset({scene.unit.id}))

    async def found(wanted: LookFilter, offset: int = 0, limit: int = 9) -> list[tuple[int, str]]:
        async with ports.uow.reading() as uow:
            looks = await uow.trail.looks(wanted, offset, limit)
            assert await uow.trail.count_looks(wanted) >= len(looks)
        assert all((look.reason, look.number) == ("call", scene.petition.number) for look in looks)
        return [((look.at - START).days, look.name) for look in looks]

    assert await found(here) == [(2, "刘 敏"), (1, "陈杰"), (0, "刘 敏")]
    assert await found(here, 1, 1) == [(1, "陈杰")]
    assert await found(replace(here, name="刘 敏")) == [(2, "刘 敏"), (0, "刘 敏")]
    assert await found(replace(here, petition_id=PetitionId("another"))) == []
    second = replace(here, since=START + timedelta(days=1), until=START + timedelta(days=2))
    assert await found(second) == [(1, "陈杰")]
    assert await found(LookFilter(units=frozenset({scene.street.id}))) == []
