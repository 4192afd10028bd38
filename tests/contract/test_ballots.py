"""Ballots mean the same over the fake, SQLite and PostgreSQL."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from core.ballots.model import Ballot, BallotEvent, BallotState, Voter, Withheld
from core.people.model import RosterEntry
from core.shared.errors import ConflictError, NotFoundError, StorageError
from core.shared.ids import BallotId, RosterId, TelegramUserId
from tests.factories.ballots import a_ballot, a_motion, an_entry, some_slips
from tests.factories.cases import a_resident
from tests.factories.scene import Scene, set_scene
from tests.fakes.bundle import StoragePorts

pytestmark = pytest.mark.contract


@dataclass(frozen=True, slots=True)
class Stage:
    scene: Scene
    ballot: Ballot
    entries: list[RosterEntry]

    def voters(self) -> list[Voter]:
        return [Voter(voter=e.id, seat=f"seat-{e.id}", group="居民", weight=1) for e in self.entries]


async def set_stage(ports: StoragePorts, **given: Any) -> Stage:
    scene = await set_scene(ports.uow)
    ballot = a_ballot(scene.unit, **given)
    entries = [an_entry(scene.unit, resident_id=scene.resident.id), an_entry(scene.unit), an_entry(scene.street)]
    async with ports.uow() as uow:
        for entry in entries:
            uow.roster.add(entry)
        uow.ballots.add(ballot)
        await uow.commit()
    return Stage(scene, ballot, entries)


async def test_a_ballot_comes_back_as_it_went_in(ports: StoragePorts) -> None:
    motion = a_motion(branch_study="建议表决")
    stage = await set_stage(ports, paper=motion)
    async with ports.uow() as uow:
        assert await uow.ballots.find(stage.scene.unit.id, stage.ballot.slug) == stage.ballot
        changed = replace(stage.ballot, state=BallotState.WITHHELD, withheld=Withheld.FEW, seats=9, version=2)
        await uow.ballots.save(changed)
        with pytest.raises(ConflictError, match="ballot-changed"):
            await uow.ballots.save(changed)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.ballots.get(stage.ballot.id) == changed
        assert await uow.ballots.of_units([stage.scene.unit.id]) == [changed]
        assert await uow.ballots.of_units([stage.scene.street.id]) == []
        with pytest.raises(StorageError):
            await uow.ballots.lock(stage.ballot.id)
        with pytest.raises(NotFoundError):
            await uow.ballots.get(BallotId("nothing"))


async def test_a_name_is_given_once_in_a_unit(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        uow.ballots.add(a_ballot(stage.scene.unit, slug=stage.ballot.slug))
        with pytest.raises(ConflictError, match="ballot-exists"):
            await uow.commit()


async def test_what_is_due(ports: StoragePorts) -> None:
    stage = await set_stage(ports, state=BallotState.APPROVED)
    ballot = stage.ballot
    for now, state, expected in (
        (ballot.opens_at - timedelta(seconds=1), BallotState.APPROVED, []),
        (ballot.opens_at, BallotState.APPROVED, [ballot.id]),
        (ballot.opens_at, BallotState.OPEN, []),
        (ballot.closes_at, BallotState.OPEN, [ballot.id]),
        (ballot.opens_at, BallotState.CANCELLED, [ballot.id]),
        (ballot.closes_at, BallotState.DRAFT, []),
    ):
        async with ports.uow() as uow:
            current = await uow.ballots.lock(ballot.id)
            await uow.ballots.save(replace(current, state=state, version=current.version + 1))
            assert await uow.ballots.due(now) == expected
            await uow.commit()
    async with ports.uow() as uow:
        current = await uow.ballots.lock(ballot.id)
        told = replace(current, state=BallotState.PUBLISHED, announced=True, version=current.version + 1)
        await uow.ballots.save(told)
        assert await uow.ballots.due(ballot.closes_at) == []
        with pytest.raises(Exception, match="ballot-state"):
            told.apply(BallotEvent.CLOSE)


async def test_each_approves_once(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        assert await uow.ballots.approve(stage.ballot.id, TelegramUserId(1), "钱监督")
        assert not await uow.ballots.approve(stage.ballot.id, TelegramUserId(1), "钱监督")
        assert await uow.ballots.approve(stage.ballot.id, TelegramUserId(2), "吴监督")
        assert await uow.ballots.approved_by(stage.ballot.id) == ["吴监督", "钱监督"]
        await uow.ballots.clear_approvals(stage.ballot.id)
        assert await uow.ballots.approved_by(stage.ballot.id) == []


async def test_the_roll_and_the_accounts_on_it(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    resident = stage.scene.resident
    async with ports.uow() as uow:
        await uow.ballots.enrol(stage.ballot.id, stage.voters())
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert await uow.ballots.voters(stage.ballot.id) == stage.voters()
        assert await uow.ballots.voter(stage.ballot.id, stage.entries[1].id) == stage.voters()[1]
        assert await uow.ballots.voter(stage.ballot.id, RosterId("nobody")) is None
        assert await uow.ballots.accounts(stage.ballot.id) == [(resident.telegram_id, resident.language)]


async def test_a_seat_is_marked_once(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        assert await uow.ballots.mark(stage.ballot.id, "a")
        assert not await uow.ballots.mark(stage.ballot.id, "a")
        assert await uow.ballots.mark(stage.ballot.id, "b")
        assert await uow.ballots.is_marked(stage.ballot.id, "a")
        assert not await uow.ballots.is_marked(stage.ballot.id, "c")
        assert await uow.ballots.marks(stage.ballot.id) == 2


async def test_marks_by_part_of_the_roll(ports: StoragePorts) -> None:
    """A seat of several people counts once, one that is not on the roll not at all, one without a mark neither."""
    stage = await set_stage(ports)
    one, two, three = stage.voters()
    roll = [replace(one, seat="home"), replace(two, seat="home"), replace(three, group="代表", weight=2)]
    async with ports.uow() as uow:
        await uow.ballots.enrol(stage.ballot.id, roll)
        assert await uow.ballots.marked(stage.ballot.id) == {}
        await uow.ballots.mark(stage.ballot.id, "home")
        await uow.ballots.mark(stage.ballot.id, "nowhere")
        assert await uow.ballots.marked(stage.ballot.id) == {("居民", 1): 1}
        await uow.ballots.mark(stage.ballot.id, roll[2].seat)
        assert await uow.ballots.marked(stage.ballot.id) == {("居民", 1): 1, ("代表", 2): 1}


async def test_what_is_sealed_is_emptied_and_the_register_stays(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    ballot_id, voter = stage.ballot.id, stage.entries[0].id
    slips = some_slips(stage.ballot.paper, ["abstain", "abstain"])
    lists = {"receipts": ["r1"], "choices": {"director/morality": [["居民", 1, "abstain"]]}}
    async with ports.uow() as uow:
        await uow.ballots.keep_draft(ballot_id, voter, b"one")
        await uow.ballots.keep_draft(ballot_id, voter, b"two")
        assert await uow.ballots.draft(ballot_id, voter) == b"two"
        await uow.ballots.mark(ballot_id, "a")
        await uow.ballots.drop(ballot_id, slips, "r1")
        assert sorted(await uow.ballots.slips(ballot_id), key=lambda s: s.id) == sorted(slips, key=lambda s: s.id)
        assert await uow.ballots.receipts(ballot_id) == ["r1"]
        await uow.commit()
    async with ports.uow() as uow:
        await uow.ballots.seal(ballot_id, lists)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert (await uow.ballots.slips(ballot_id), await uow.ballots.receipts(ballot_id)) == ([], [])
        assert await uow.ballots.draft(ballot_id, voter) is None
        assert await uow.ballots.marks(ballot_id) == 1
        assert await uow.ballots.lists(ballot_id) == lists


async def test_a_draft_is_deleted(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    async with ports.uow() as uow:
        await uow.ballots.keep_draft(stage.ballot.id, stage.entries[0].id, b"one")
        await uow.ballots.keep_draft(stage.ballot.id, stage.entries[0].id, None)
        assert await uow.ballots.draft(stage.ballot.id, stage.entries[0].id) is None
        assert await uow.ballots.lists(stage.ballot.id) is None


async def test_a_line_of_the_roster_is_bound_once(ports: StoragePorts) -> None:
    stage = await set_stage(ports)
    bound, free, elsewhere = stage.entries
    resident = stage.scene.resident.id
    async with ports.uow() as uow:
        assert await uow.roster.of_resident(resident) == bound
        assert not await uow.roster.bind(bound.id, resident)
        other = a_resident(stage.scene.unit)
        await uow.residents.save(other)
        assert await uow.roster.bind(free.id, other.id)
        assert [each.id for each in await uow.roster.of_units([stage.scene.unit.id])] == [bound.id, free.id]
        assert elsewhere.id not in {each.id for each in await uow.roster.of_units([stage.scene.unit.id])}


async def test_whoever_is_forgotten_is_bound_to_no_line(ports: StoragePorts) -> None:
    """A resident's row goes; the roster's line stays, and another account may be bound to it."""
    stage = await set_stage(ports)
    resident, free = a_resident(stage.scene.unit), stage.entries[1]
    async with ports.uow() as uow:
        await uow.residents.save(resident)
        assert await uow.roster.bind(free.id, resident.id)
        await uow.commit()
    async with ports.uow() as uow:
        assert await uow.roster.of_resident(resident.id) == replace(free, resident_id=resident.id)
        assert await uow.residents.forget(resident.id)
        await uow.commit()
    async with ports.uow.reading() as uow:
        assert (await uow.roster.of_units([free.unit_id]))[1] == free
