"""Which team works on a request for help, and those that nobody has taken in time."""

from dataclasses import dataclass
from datetime import timedelta

from core.petitions import messages
from core.petitions.above import desk_above
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.kinds import SERVICE_TEAMS
from core.petitions.model import KINDS, Event, Petition
from core.petitions.service import given_to
from core.petitions.usecases.calling_out import call_out, duty_in
from core.petitions.usecases.desk import Desk, record
from core.petitions.usecases.team_seats import to_its_team
from core.routing.model import Team
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec, Term
from core.uow import UnitOfWork, UnitOfWorkFactory

SO_LONG = timedelta(days=1)
"""Something urgent that nobody takes is called out every hour, so long; then the morning's reminders have it."""
EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeTeam(Desk):
    """Give a request for help to another team: its author is told, the history says who did it and why it went where.

    What turns urgent by it calls those on duty. Where the team has a chat, it is worked on there from then on. The same
    team twice changes nothing.
    """

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, team: Team) -> Petition:
        """Raises what `access_desk_case` does, and DomainError("team-none") of other kinds or one that has ended."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if not KINDS[was.kind].teams or not was.open or team not in SERVICE_TEAMS:
                raise DomainError("team-none", number=was.number)
            if was.team == team:
                return was
            now = self.clock.now()
            petition = given_to(was, team, now)
            record(uow, was, petition, Event.SERVICE_TEAM, actor, now, f"{was.team} > {team}")
            uow.audit.record("petition.team", str(actor.user_id), petition.id, at=now)
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-team", team=Term(f"team-{team}")))
            here = await uow.staff_chats.get(actor.chat_id)
            petition = petition if here is None else await to_its_team(uow, petition, here, self.clock)
            stays = actor.chat_id in {place.chat_id for place in await uow.links.cards(petition.id)}
            if petition.urgent and not was.urgent and stays:
                await call_out(uow, petition, actor.chat_id, self.clock)
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition

    async def see(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Return the case for the question which team it is for."""
        async with self.uow.reading() as uow:
            return await see_desk_case(uow, actor, petition_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAgain:
    """Call out what is urgent and was not taken in time: those on duty once more, and the desk above."""

    uow: UnitOfWorkFactory
    clock: Clock

    @property
    def name(self) -> str:
        return "call-again"

    async def __call__(self) -> bool:
        """Once an hour for each; the hour stands in the key, so a look that comes twice calls once."""
        now = self.clock.now()
        async with self.uow.reading() as uow:
            late = await uow.petitions.urgent_waiting(now - SO_LONG, now)
        if not late:
            return False
        async with self.uow() as uow:
            for petition in late:
                await self._call(uow, petition)
            await uow.commit()
        return True

    async def _call(self, uow: UnitOfWork, petition: Petition) -> None:
        now = self.clock.now()
        pledged = petition.promises.claim_by
        occasion = f"{int(pledged.timestamp())}.{int((now - pledged) / EVERY)}"  # taken up again it is called anew
        late = MessageSpec("urgent-late", {"number": petition.number, "at": pledged})
        for place in await uow.links.cards(petition.id):
            spec = MessageSpec(late.key, late.args, more=[await duty_in(uow, petition, place.chat_id, self.clock)])
            key = f"urgent-late:{petition.id}:{occasion}:{place.chat_id}"
            uow.outbox.add(messages.in_case(petition, place.chat_id, key, spec))
            above = await desk_above(uow, place.chat_id)
            if above is not None:
                unit = await uow.units.get(petition.unit_id)
                uow.outbox.add(messages.urgent_below(petition, above, unit.name, occasion))
