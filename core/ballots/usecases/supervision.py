"""What the supervision committee does with a ballot: propose, approve, send back, cancel."""

from dataclasses import dataclass, replace

from core.ballots.access import access_supervised, downwards, supervised_units
from core.ballots.messages import told_of_notice
from core.ballots.model import APPROVERS, BEFORE_CLOSE, UNDER_WAY, Ballot, BallotEvent, BallotState
from core.ballots.paper import BallotKind
from core.ballots.ports import VoteKeys
from core.ballots.rules import NOTICE, freeze
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.errors import DomainError
from core.shared.ids import BallotId
from core.shared.trace import seen
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotSheet:
    """A ballot as the committee sees it."""

    ballot: Ballot
    unit: str
    marks: int
    approved_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeBallots:
    """The ballots a supervision chat sees to."""

    uow: UnitOfWorkFactory

    async def __call__(self, actor: StaffActor) -> list[BallotSheet]:
        """Raises DomainError("ballots-elsewhere")."""
        async with self.uow.reading() as uow:
            found = await uow.ballots.of_units(await supervised_units(uow, actor))
            return [await sheet_of(uow, ballot) for ballot in found]

    async def one(self, actor: StaffActor, ballot_id: BallotId) -> BallotSheet:
        """Raises NotFoundError("ballot-unknown"), DomainError("ballots-elsewhere")."""
        async with self.uow.reading() as uow:
            return await sheet_of(uow, await access_supervised(uow, actor, ballot_id, locked=False))


async def sheet_of(uow: UnitOfWork, ballot: Ballot) -> BallotSheet:
    unit = await uow.units.get(ballot.unit_id)
    marks, names = await uow.ballots.marks(ballot.id), await uow.ballots.approved_by(ballot.id)
    return BallotSheet(ballot=ballot, unit=unit.name, marks=marks, approved_by=tuple(names))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeBallot:
    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, ballot_id: BallotId, seen: int | None = None) -> Ballot:
        """Pressed again it changes nothing. `seen` is the version that was shown to who presses.

        Raises DomainError("ballot-state-<state>", "ballot-stale", "ballot-late", "ballot-notice").
        """
        async with self.uow() as uow:
            ballot = await access_supervised(uow, actor, ballot_id)
            if ballot.state is BallotState.PROPOSED:
                return ballot
            if ballot.state is BallotState.DRAFT:
                ensure_seen(ballot, seen)
                ensure_in_time(ballot, self.clock)
            proposed = await happens(uow, ballot, BallotEvent.PROPOSE, str(actor.user_id), self.clock)
            await uow.ballots.clear_approvals(ballot.id)
            await uow.commit()
        return proposed


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproveBallot:
    """The last of those who have to approve freezes the roll."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, ballot_id: BallotId, seen: int | None = None) -> Ballot:
        """Return the ballot, approved if that was the last one it needed: then a motion is made known (JW 26).

        `seen` is the version that was shown to who presses: nobody approves what they have not read. Raises
        DomainError("ballot-approved-already", "ballot-state-<state>", "ballot-stale", "ballot-late", "ballot-notice",
        "ballot-roll-small", "ballot-class-small").
        """
        async with self.uow() as uow:
            ballot = await access_supervised(uow, actor, ballot_id)
            if ballot.state is not BallotState.PROPOSED:
                raise DomainError(f"ballot-state-{ballot.state}")
            ensure_seen(ballot, seen)
            ensure_in_time(ballot, self.clock)
            if not await uow.ballots.approve(ballot.id, actor.user_id, actor.name):
                raise DomainError("ballot-approved-already", count=APPROVERS)
            uow.audit.record("ballot.approval", str(actor.user_id), ballot.id, at=self.clock.now())
            if len(await uow.ballots.approved_by(ballot.id)) >= APPROVERS:
                voters = freeze(ballot.paper, await uow.roster.of_units(await downwards(uow, ballot.unit_id)))
                await uow.ballots.enrol(ballot.id, voters)
                frozen = replace(ballot, seats=len({voter.seat for voter in voters}))
                ballot = await happens(uow, frozen, BallotEvent.APPROVE, str(actor.user_id), self.clock)
                if ballot.paper.kind is BallotKind.MOTION:
                    for account, _ in await uow.ballots.accounts(ballot.id):
                        uow.outbox.add(told_of_notice(ballot, account))
            await uow.commit()
        return ballot


@dataclass(frozen=True, slots=True, kw_only=True)
class SendBackBallot:
    """Make a draft of it again: what it says can be mended, and who has approved does so anew."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, ballot_id: BallotId) -> Ballot:
        """Raises DomainError("ballot-state-<state>")."""
        async with self.uow() as uow:
            ballot = await access_supervised(uow, actor, ballot_id)
            if ballot.state is BallotState.DRAFT:
                return ballot
            draft = await happens(uow, ballot, BallotEvent.SEND_BACK, str(actor.user_id), self.clock)
            await uow.ballots.clear_approvals(ballot.id)
            await uow.commit()
        return draft


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelBallot:
    """Call a ballot off. What was cast is destroyed, not counted."""

    uow: UnitOfWorkFactory
    clock: Clock
    keys: VoteKeys

    async def __call__(self, actor: StaffActor | None, ballot_id: BallotId, seen: int | None = None) -> Ballot:
        """Without an actor it is the operator at the machine.

        What two have approved is called off by two: the first to press only says that they want it, and gets the ballot
        as it was. `seen` is the version that was shown to who presses: a draft called off is no vote called off. Raises
        DomainError("ballot-state-<state>", "ballot-stale", "ballot-off-already").
        """
        async with self.uow() as uow:
            ballot = await (uow.ballots.lock(ballot_id) if actor is None else access_supervised(uow, actor, ballot_id))
            if ballot.state is BallotState.CANCELLED:
                return ballot
            by = "operator" if actor is None else str(actor.user_id)
            if ballot.state in BEFORE_CLOSE:
                ensure_seen(ballot, seen)
            if actor is not None and ballot.state in UNDER_WAY and ballot.off_by in {None, actor.user_id}:
                if ballot.off_by is not None:
                    raise DomainError("ballot-off-already")
                wished = ballot.wished_off(actor.user_id, actor.name)
                await uow.ballots.save(wished)
                uow.audit.record("ballot.cancel_wished", by, ballot.id, at=self.clock.now())
                await uow.commit()
                return wished
            off = await happens(uow, ballot, BallotEvent.CANCEL, by, self.clock)
            await uow.ballots.seal(ballot.id, None)
            await uow.commit()
        await self.keys.destroy(ballot_id)
        return off


def ensure_seen(ballot: Ballot, seen: int | None) -> None:
    """Raises DomainError("ballot-stale") if the ballot has changed since it was shown; a button stays for ever."""
    if seen is not None and seen != ballot.version:
        raise DomainError("ballot-stale")


def ensure_in_time(ballot: Ballot, clock: Clock) -> None:
    """Raises DomainError("ballot-late", "ballot-notice")."""
    if ballot.closes_at <= clock.now():
        raise DomainError("ballot-late", name=ballot.slug)
    if ballot.paper.kind is BallotKind.MOTION and ballot.opens_at < clock.now() + NOTICE:
        raise DomainError("ballot-notice", days=NOTICE.days)


async def happens(uow: UnitOfWork, ballot: Ballot, event: BallotEvent, by: str, clock: Clock) -> Ballot:
    """Save the ballot after `event`, and note who brought it about."""
    after = ballot.apply(event)
    seen("ballot", f"{ballot.state}+{event}")
    uow.audit.record(f"ballot.{event}", by, ballot.id, at=clock.now())
    await uow.ballots.save(after)
    return after


def deeds(ballot: Ballot) -> list[BallotEvent]:
    """Return what the committee can do with a ballot now."""
    cancel = [BallotEvent.CANCEL] if ballot.state in BEFORE_CLOSE else []
    match ballot.state:
        case BallotState.DRAFT:
            return [BallotEvent.PROPOSE, *cancel]
        case BallotState.PROPOSED:
            return [BallotEvent.APPROVE, BallotEvent.SEND_BACK, *cancel]
        case _:
            return cancel
