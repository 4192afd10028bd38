"""The only ways to get a ballot for a person: they load *and* authorise; absent and not yours are one error."""

from core.ballots.model import Ballot, Voter
from core.people.model import Purpose, RosterEntry
from core.shared.actor import ResidentActor, StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import BallotId, UnitId
from core.uow import UnitOfWork


async def upwards(uow: UnitOfWork, unit_id: UnitId) -> list[UnitId]:
    """Return the unit and those above it: whose results a person may read."""
    units = [await uow.units.get(unit_id)]
    while (parent := units[-1].parent_id) is not None:
        units.append(await uow.units.get(parent))
    return [unit.id for unit in units]


async def downwards(uow: UnitOfWork, unit_id: UnitId) -> list[UnitId]:
    """Return the unit and those below it: whose roster votes."""
    found = [unit_id]
    for unit in await uow.units.all():  # parents come before their children
        if unit.parent_id in found:
            found.append(unit.id)
    return found


async def supervised_units(uow: UnitOfWork, actor: StaffActor) -> list[UnitId]:
    """Return the units whose ballots the actor's chat sees to.

    Raises DomainError("ballots-elsewhere") in a chat that is not the supervision committee's.
    """
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None or Purpose.SUPERVISION not in chat.purposes:
        raise DomainError("ballots-elsewhere")
    below = await downwards(uow, chat.unit_id)
    serving = {unit: await uow.staff_chats.serving(unit, Purpose.SUPERVISION) for unit in below}
    return [unit for unit, its in serving.items() if its is not None and its.chat_id == actor.chat_id]


async def access_supervised(uow: UnitOfWork, actor: StaffActor, ballot_id: BallotId, *, locked: bool = True) -> Ballot:
    """Return a ballot that the actor's chat sees to; raises NotFoundError("ballot-unknown")."""
    units = await supervised_units(uow, actor)
    ballot = await (uow.ballots.lock(ballot_id) if locked else uow.ballots.get(ballot_id))
    if ballot.unit_id not in units:
        raise NotFoundError("ballot-unknown")
    return ballot


async def entry_of(uow: UnitOfWork, actor: ResidentActor) -> RosterEntry:
    """Return the actor's line of the roster; raises DomainError("vote-unverified") for an account bound to none."""
    entry = await uow.roster.of_resident(actor.resident_id)
    if entry is None:
        raise DomainError("vote-unverified")
    return entry


async def access_vote(
    uow: UnitOfWork, actor: ResidentActor, ballot_id: BallotId, *, locked: bool = False
) -> tuple[Ballot, Voter]:
    """Return a ballot and the actor's place on its roll; raises DomainError("vote-not-on-roll")."""
    entry = await entry_of(uow, actor)
    ballot = await (uow.ballots.lock(ballot_id, shared=True) if locked else uow.ballots.get(ballot_id))
    voter = await uow.ballots.voter(ballot_id, entry.id)
    if voter is None:
        raise DomainError("vote-not-on-roll")
    return ballot, voter
