"""The residents' side of a mediation: invite the other party, consent or decline, confirm, leave."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.mediation.model import (
    MAX_LINE,
    How,
    Mediation,
    Side,
    State,
    confirm_until,
    ensure_edition,
    ensure_mediated,
    ensure_running,
    side_of,
)
from core.mediation.steps import By, take
from core.mediation.telling import person, tell, tell_agreed, tell_desk
from core.petitions import policy
from core.petitions.authors import READ_BY_OTHER
from core.petitions.model import CaseMessage, Petition
from core.petitions.stages import Event
from core.shared.actor import ResidentActor
from core.shared.clock import Clock
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import IdSource, PetitionId
from core.shared.text import is_blank, utf16_len
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A mediation before one of its parties, or before somebody who has its link."""

    petition: Petition
    mediation: Mediation
    side: Side | None
    unit_name: str
    asker_name: str
    until: date | None = None
    """The last day to ask the court to confirm the agreement, once there is one."""
    messages: Sequence[CaseMessage] = ()
    """Only before the other party: what they said and were told, oldest first. Whoever asked reads the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def see(self, actor: ResidentActor, petition_id: PetitionId) -> Sheet:
        """Raises NotFoundError("case-unknown") to whoever is no party of it."""
        async with self.uow.reading() as uow:
            petition = await uow.petitions.get(petition_id)
            mediation = ensure_mediated(await uow.mediations.of(petition_id))
            if side_of(petition, mediation, actor.resident_id) is None:
                raise NotFoundError("case-unknown")
            return await self._sheet(uow, petition, mediation, actor)

    async def is_other(self, actor: ResidentActor, petition_id: PetitionId) -> bool:
        """Tell whether somebody is the other party of it."""
        async with self.uow.reading() as uow:
            mediation = await uow.mediations.of(petition_id)
        return mediation is not None and mediation.other_id == actor.resident_id

    async def mine(self, actor: ResidentActor) -> Sequence[Petition]:
        """Return the petitions of others in which the actor is the other party, the newest first."""
        async with self.uow.reading() as uow:
            return [await uow.petitions.get(each) for each in await uow.mediations.with_other(actor.resident_id)]

    async def invited(self, actor: ResidentActor, invite: str) -> Sheet:
        """Return what somebody who follows a link may read. Raises as `_by_invite`."""
        async with self.uow.reading() as uow:
            petition, mediation = await _by_invite(uow, actor, invite)
            return await self._sheet(uow, petition, mediation, actor)

    async def invite(self, actor: ResidentActor, petition_id: PetitionId, line: str) -> None:
        """Open a link for the other party, who reads `line` of the matter; until they have said yes it can be changed.

        Raises DomainError("mediation-line-long"), or ("mediation-<state>") once they have.
        """
        if is_blank(line):
            raise DomainError("message-empty")
        if utf16_len(line) > MAX_LINE:
            raise DomainError("mediation-line-long", count=MAX_LINE)
        async with self.uow() as uow:
            was, mediation = await self._running(uow, actor, petition_id, Side.ASKER)
            if mediation.state is not State.ASKED:
                raise DomainError(f"mediation-{mediation.state}", number=was.number)
            await uow.mediations.save(replace(mediation, line=line, invite=mediation.invite or self.ids.new()))
            await uow.petitions.save(replace(was, version=was.version + 1))
            await uow.commit()

    async def consent(self, actor: ResidentActor, invite: str) -> PetitionId:
        """Be the other party, and willing; a second time changes nothing.

        Raises DomainError("mediation-own-link") to whoever asked, and what `_by_invite` does.
        """
        async with self.uow() as uow:
            was, mediation = await self._answering(uow, actor, invite)
            if mediation.state is State.ASKED:
                policy.ensure_consented(await uow.residents.get(actor.resident_id))
                now = self.clock.now()
                said = replace(mediation, other_id=actor.resident_id, willing=How.TAP, willing_at=now)
                by = By.resident(actor)
                petition, mediation = await take(uow, was, said, Event.GM_CONSENT, by, now)
                await tell(uow, petition, mediation, "gm-willing", Side.ASKER)
                await tell_desk(uow, petition, "gm-staff-willing", name=actor.name)
                await uow.commit()
        return was.id

    async def decline(self, actor: ResidentActor, invite: str) -> None:
        """Say no; nothing of who said it is kept. The petition is over. Raises as `consent`."""
        async with self.uow() as uow:
            was, mediation = await self._answering(uow, actor, invite)
            if mediation.state is not State.ASKED:
                raise DomainError(f"mediation-{mediation.state}", number=was.number)
            petition, mediation = await take(
                uow, was, mediation, Event.GM_DECLINE, By("resident", ""), self.clock.now()
            )
            await tell(uow, petition, mediation, "gm-declined", Side.ASKER)
            await tell_desk(uow, petition, "gm-staff-declined")
            await uow.commit()

    async def leave(self, actor: ResidentActor, petition_id: PetitionId) -> None:
        """The other party is not willing any more: it is over. Whoever asked withdraws the petition instead."""
        async with self.uow() as uow:
            was, mediation = await self._running(uow, actor, petition_id, Side.OTHER)
            petition, mediation = await take(uow, was, mediation, Event.GM_LEAVE, By.resident(actor), self.clock.now())
            await tell(uow, petition, mediation, "gm-left", Side.ASKER)
            await tell_desk(uow, petition, "gm-staff-left", name=actor.name)
            await uow.commit()

    async def confirm(self, actor: ResidentActor, petition_id: PetitionId, edition: int) -> State:
        """Agree to the text that was read; return how far it is. A second time changes nothing.

        Raises ConflictError("mediation-text-changed") where there is another text by now.
        """
        async with self.uow() as uow:
            was = await uow.petitions.lock(petition_id)
            mediation = ensure_mediated(await uow.mediations.of(petition_id))
            side = side_of(was, mediation, actor.resident_id)
            if side is None:
                raise NotFoundError("case-unknown")
            if mediation.confirmed(side) is not None and mediation.edition == edition:
                return mediation.state
            ensure_running(was)
            ensure_edition(mediation, edition)
            said = mediation.confirming(side, How.TAP)
            mediation = await confirmed(uow, was, said, side, By.resident(actor), self.clock, actor.name)
            await uow.commit()
        return mediation.state

    async def _sheet(self, uow: UnitOfWork, petition: Petition, mediation: Mediation, actor: ResidentActor) -> Sheet:
        side = side_of(petition, mediation, actor.resident_id)
        asker = await person(uow, petition, mediation, Side.ASKER)
        agreed = mediation.ended_at if mediation.state is State.AGREED else None
        return Sheet(
            petition=petition,
            mediation=mediation,
            side=side,
            unit_name=(await uow.units.get(petition.unit_id)).name,
            asker_name=asker.name if asker else "",
            until=confirm_until(agreed, self.clock.zone) if agreed else None,
            messages=await read_by_other(uow, mediation) if side is Side.OTHER else (),
        )

    async def _running(
        self, uow: UnitOfWork, actor: ResidentActor, petition_id: PetitionId, side: Side
    ) -> tuple[Petition, Mediation]:
        """Return it locked, for this party of it; raises NotFoundError("case-unknown") to anybody else."""
        petition = await uow.petitions.lock(petition_id)
        mediation = ensure_mediated(await uow.mediations.of(petition_id))
        if side_of(petition, mediation, actor.resident_id) is not side:
            raise NotFoundError("case-unknown")
        ensure_running(petition)
        return petition, mediation

    async def _answering(self, uow: UnitOfWork, actor: ResidentActor, invite: str) -> tuple[Petition, Mediation]:
        found, _ = await _by_invite(uow, actor, invite)
        petition = await uow.petitions.lock(found.id)
        found, mediation = await _by_invite(uow, actor, invite)  # as it is behind the lock
        if found.resident_id == actor.resident_id:
            raise DomainError("mediation-own-link")
        return petition, mediation


async def _by_invite(uow: UnitOfWork, actor: ResidentActor, invite: str) -> tuple[Petition, Mediation]:
    """Return what a link leads to, as long as it runs; raises NotFoundError("mediation-link-unknown").

    Once somebody has said yes it leads nobody else anywhere.
    """
    mediation = await uow.mediations.by_invite(invite)
    petition = None if mediation is None else await uow.petitions.get(mediation.petition_id)
    if mediation is None or petition is None or not petition.open:
        raise NotFoundError("mediation-link-unknown")
    if mediation.state is not State.ASKED and side_of(petition, mediation, actor.resident_id) is None:
        raise NotFoundError("mediation-link-unknown")
    return petition, mediation


async def read_by_other(uow: UnitOfWork, mediation: Mediation) -> list[CaseMessage]:
    """Words that staff may still take back are not said yet; what was said before they came was not said to them."""
    held = await uow.persons.held(mediation.petition_id)
    return [
        message
        for message in await uow.messages.of(mediation.petition_id)
        if message.author in READ_BY_OTHER
        and message.id not in held
        and mediation.willing_at is not None
        and message.at >= mediation.willing_at
    ]


async def confirmed(
    uow: UnitOfWork, was: Petition, said: Mediation, side: Side, by: By, clock: Clock, name: str
) -> Mediation:
    """Note that one of both agrees to the text; with the second it is an agreement. Commit required."""
    event = Event.GM_AGREE if said.both_confirmed else Event.GM_CONFIRM
    petition, after = await take(uow, was, said, event, by, clock.now(), said.confirmed(side) or "")
    agreed = after.state is State.AGREED
    if agreed:
        await tell_agreed(uow, petition, after, clock.zone)
    await tell_desk(uow, petition, "gm-staff-agreed" if agreed else "gm-staff-confirmed", name=name)
    return after
