"""Two processes at the same moment: the database lets one through and tells the other."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from core.people.usecases import GiveConsent
from core.shared.errors import ConflictError
from core.shared.gate import ChatGate
from core.shared.ids import DraftId, TelegramUserId
from tests.core_rig import CoreRig, a_draft, actor_of
from tests.factories.cases import a_petition, a_resident
from tests.fakes.unit_of_work import InMemoryUnitOfWork, InMemoryUnitOfWorkFactory
from tests.fakes.world import START

pytestmark = pytest.mark.unit

SENDER = TelegramUserId(6_000_000_002)


class _Beaten(InMemoryUnitOfWork):
    """At its first commit another process has committed already, and the constraint says so."""

    meanwhile: Callable[[], None]

    async def commit(self) -> None:
        self.meanwhile()
        raise ConflictError("resident-exists")


class BeatenOnce(InMemoryUnitOfWorkFactory):
    def __init__(self, rig: CoreRig, meanwhile: Callable[[], None], beaten: Any) -> None:
        super().__init__(rig.database)
        self._rig = rig
        self._meanwhile = meanwhile
        self._beaten = beaten

    def __call__(self) -> InMemoryUnitOfWork:
        if not next(self._beaten):
            return InMemoryUnitOfWork(self._rig.database)
        work = _Beaten(self._rig.database)
        work.meanwhile = self._meanwhile
        return work


async def test_agreeing_in_two_processes_makes_one_resident(rig: CoreRig) -> None:
    other = a_resident(rig.unit, telegram_id=SENDER, name="Emma").agrees(START)
    actor = actor_of(await rig.use.meet(SENDER, "Emma", "zh"))

    def meanwhile() -> None:
        rig.tables.residents[other.id] = other

    uow = BeatenOnce(rig, meanwhile, iter([True, False]))
    consent = GiveConsent(uow=uow, clock=rig.clock, newcomers=rig.newcomers)

    assert (await consent(actor, transfer=False)).id == other.id
    assert [r.id for r in rig.tables.residents.values() if r.telegram_id == SENDER] == [other.id]


async def test_a_draft_confirmed_in_two_processes_is_one_case(rig: CoreRig) -> None:
    draft = a_draft()
    resident = rig.tables.residents[rig.wang.resident_id]
    other = a_petition(rig.unit, resident, draft_id=DraftId(draft.id))

    def meanwhile() -> None:
        rig.tables.petitions[other.id] = other

    submit = replace(rig.use.submit, uow=BeatenOnce(rig, meanwhile, iter([True])))

    receipt = await submit(rig.wang, draft)

    assert (receipt.petition_id, receipt.number) == (other.id, other.number)
    assert list(rig.tables.petitions) == [other.id]
    assert not rig.items


async def test_a_conflict_that_is_not_about_the_draft_is_told(rig: CoreRig) -> None:
    submit = replace(rig.use.submit, uow=BeatenOnce(rig, lambda: None, iter([True])))

    with pytest.raises(ConflictError, match="case-changed"):
        await submit(rig.wang, a_draft())
    assert not rig.tables.petitions


async def test_of_two_changes_of_one_version_the_second_is_refused(rig: CoreRig) -> None:
    case_id = await rig.submitted()
    async with InMemoryUnitOfWorkFactory(rig.database)() as uow:
        old = await uow.petitions.lock(case_id)
        with pytest.raises(ConflictError, match="case-changed"):
            await uow.petitions.save(old)
        await uow.petitions.save(replace(old, version=old.version + 1))


async def test_the_gate_forgets_a_chat_nobody_sends_to() -> None:
    gate = ChatGate()

    async with gate.hold(1), gate.hold(2):
        assert len(gate) == 2
    assert len(gate) == 0


async def test_whoever_waits_at_the_gate_goes_next_and_alone() -> None:
    gate, order = ChatGate(), []

    async def send(name: str) -> None:
        async with gate.hold(1):
            order.append(f"{name} begins")
            await asyncio.sleep(0)
            order.append(f"{name} ends")

    await asyncio.gather(*(send(name) for name in "abc"))

    assert order == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]
    assert len(gate) == 0


async def test_the_gate_opens_after_a_failure() -> None:
    gate = ChatGate()

    with pytest.raises(TimeoutError):
        async with gate.hold(1):
            raise TimeoutError
    async with gate.hold(1):
        assert len(gate) == 1
