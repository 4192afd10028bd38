from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.petitions import messages, policy
from core.petitions.access import access_desk_case, access_own_case, see_desk_case
from core.petitions.model import Event, HistoryRow, Petition
from core.petitions.naming import names_in, without_names
from core.privacy.model import LOOKED, Reason
from core.shared.actions import Action, ActionCode
from core.shared.actor import RESIDENT, ResidentActor, StaffActor
from core.shared.clock import Clock
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import IdSource, PetitionId
from core.shared.masking import masked_words
from core.shared.messages import Button
from core.together.model import (
    Collective,
    Part,
    Signature,
    Signer,
    counted,
    ensure_joinable,
    ensure_open,
    ensure_room,
)
from core.together.telling import count_changed, show, word
from core.uow import UnitOfWork, UnitOfWorkFactory

SHOWN = 6
"""Names that one press shows: an alert of Telegram takes 200 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A petition of several before somebody of them, or before somebody who has its link."""

    petition: Petition
    """Before whoever does not speak for it without what says who wrote it and where they live."""
    unit_name: str
    count: int
    collective: Collective | None
    mine: Signature | None = None
    author: bool = False
    signers: Sequence[Signer] = ()
    """Only before a speaker: who signs, without the author."""


async def _sheet(uow: UnitOfWork, petition: Petition, actor: ResidentActor) -> Sheet:
    merge = await uow.together.merge_of(petition.id)
    main = petition.id if merge is None else merge.main_id
    family = [main, *await uow.together.members(main)]
    every = await uow.together.signers(family)
    mine = await uow.together.signature(petition.id, actor.resident_id)
    own = [each for each in every if each.signature.petition_id == petition.id]
    speaks = mine is not None and mine.part is Part.SPEAKER
    author = petition.resident_id == actor.resident_id
    return Sheet(
        petition=petition if author or speaks else await _as_others_read(uow, petition),
        unit_name=(await uow.units.get(petition.unit_id)).name,
        count=counted(each.signature for each in every),
        collective=await uow.together.of(petition.id),
        mine=mine,
        author=author,
        signers=[each for each in own if each.signature.resident_id != petition.resident_id] if speaks else (),
    )


async def _as_others_read(uow: UnitOfWork, petition: Petition) -> Petition:
    """Return it for showing only: what it is about, and not who wrote it, whose number it is, and which door."""
    words = masked_words(petition.words, place=True)
    return replace(petition, text=without_names(words.text, await names_in(uow, petition)), marks=())


@dataclass(frozen=True, slots=True, kw_only=True)
class SignTogether:
    """The residents' side: open a petition to others, join, leave, speak for it."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def see(self, actor: ResidentActor, petition_id: PetitionId) -> Sheet:
        """Raises NotFoundError("case-unknown") to whoever neither filed nor signs it."""
        async with self.uow.reading() as uow:
            sheet = await _sheet(uow, await uow.petitions.get(petition_id), actor)
        if sheet.mine is None and not sheet.author:
            raise NotFoundError("case-unknown")
        return sheet

    async def invited(self, actor: ResidentActor, invite: str) -> Sheet:
        """Return what somebody who follows a link reads; raises NotFoundError("together-link-unknown")."""
        async with self.uow.reading() as uow:
            found = await uow.together.by_invite(invite)
            if found is None:
                raise NotFoundError("together-link-unknown")
            return await _sheet(uow, await uow.petitions.get(found.petition_id), actor)

    async def mine(self, actor: ResidentActor) -> Sequence[Petition]:
        """Return the petitions of others that the actor signs, the newest first."""
        async with self.uow.reading() as uow:
            return [await uow.petitions.get(each) for each in await uow.together.joined(actor.resident_id)]

    async def open(self, actor: ResidentActor, petition_id: PetitionId) -> None:
        """The author opens it to others; a second time changes nothing. Raises as `ensure_joinable`."""
        async with self.uow() as uow:
            was = await access_own_case(uow, actor, petition_id)
            if await uow.together.of(petition_id):
                return
            ensure_joinable(was)
            await open_to_others(uow, was, clock=self.clock, ids=self.ids)
            await uow.commit()

    async def join(self, actor: ResidentActor, invite: str) -> PetitionId:
        """Sign; a second time, or of the author, changes nothing. Raises DomainError("together-closed")."""
        async with self.uow() as uow:
            found = await uow.together.by_invite(invite)
            if found is None:
                raise NotFoundError("together-link-unknown")
            petition = await uow.petitions.lock(found.petition_id)
            policy.ensure_consented(await uow.residents.get(actor.resident_id))
            ensure_open(petition)
            await add_signer(uow, petition, actor, self.clock.now(), self.ids.new())
            await uow.commit()
        return petition.id

    async def leave(self, actor: ResidentActor, petition_id: PetitionId) -> None:
        """Sign no more, as long as it is open. The author stays: they withdraw the whole."""
        async with self.uow() as uow:
            petition = await uow.petitions.lock(petition_id)
            mine = await uow.together.signature(petition_id, actor.resident_id)
            if mine is None or petition.resident_id == actor.resident_id:
                raise NotFoundError("case-unknown")
            ensure_open(petition)
            await uow.together.leave(petition_id, mine.person)
            merge = await uow.together.merge_of(petition_id)
            told_of = {petition_id} if merge is None else {petition_id, merge.main_id}
            await uow.persons.unlink(told_of, actor.telegram_id)
            await count_changed(uow, petition, f"left:{self.ids.new()}")
            await uow.commit()

    async def ask(self, actor: ResidentActor, petition_id: PetitionId, person: str) -> str:
        """A speaker asks a signer to speak, too; return their name. Raises DomainError("together-speakers-full")."""
        async with self.uow() as uow:
            petition = await access_own_case(uow, actor, petition_id)
            ensure_open(petition)
            signers = await uow.together.signers([petition_id])
            whom = next((each for each in signers if each.signature.person == person), None)
            if whom is None or whom.telegram_id is None:
                raise NotFoundError("together-person-gone")
            if whom.signature.part is Part.SIGNER:
                ensure_room([each.signature for each in signers])
                await uow.together.save(replace(whom.signature, part=Part.ASKED))
                code = ActionCode(Action.SPEAK, petition_id).pack()
                rows = [[Button("button-together-speak", code)], *show(petition_id)]
                uow.outbox.add(word(petition, whom, "together-asked", f"speak:{self.ids.new()}", rows))
                await uow.commit()
        return whom.name

    async def speak(self, actor: ResidentActor, petition_id: PetitionId) -> None:
        """Whoever was asked agrees to speak. Raises NotFoundError to anybody else."""
        async with self.uow() as uow:
            petition = await uow.petitions.lock(petition_id)
            mine = await uow.together.signature(petition_id, actor.resident_id)
            if mine is None or mine.part is Part.SIGNER:
                raise NotFoundError("case-unknown")
            if mine.part is Part.ASKED:
                ensure_open(petition)
                await uow.together.save(replace(mine, part=Part.SPEAKER))
                await count_changed(uow, petition, f"speaks:{self.ids.new()}")
                await uow.commit()


async def open_to_others(uow: UnitOfWork, was: Petition, *, clock: Clock, ids: IdSource) -> Petition:
    """Let others join a locked case; its author is the first who signs and speaks. Return it; commit required."""
    author, now = was.resident_id or "", clock.now()
    await uow.together.open(Collective(petition_id=was.id, invite=ids.new(), since=now))
    await sign_author(uow, was, now_part=Part.SPEAKER, clock=clock, ids=ids)
    petition = replace(was, version=was.version + 1)
    uow.history.append(
        HistoryRow(
            petition_id=was.id,
            event=Event.COLLECTIVE,
            actor_kind="resident",
            actor_id=author,
            actor_name="",
            at=now,
            from_stage=was.stage,
            to_stage=was.stage,
        )
    )
    uow.audit.record("petition.collective", RESIDENT, was.id, at=now)
    await uow.petitions.save(petition)
    for item in messages.refresh_cards(petition, await uow.links.cards(petition.id)):
        uow.outbox.add(item)
    return petition


async def add_signer(uow: UnitOfWork, petition: Petition, actor: ResidentActor, at: datetime, occasion: str) -> None:
    """Count somebody among those who sign a locked case; a second time, or of the author, it changes nothing."""
    if petition.resident_id == actor.resident_id:
        return
    who = actor.resident_id
    signature = Signature(petition_id=petition.id, person=who, resident_id=who, part=Part.SIGNER, at=at)
    if await uow.together.sign(signature):
        await count_changed(uow, petition, f"signed:{occasion}")


async def sign_author(uow: UnitOfWork, petition: Petition, *, now_part: Part, clock: Clock, ids: IdSource) -> None:
    """Count the author of a case among those who sign it; one without a name counts by chance. Commit required."""
    author = petition.resident_id
    signature = Signature(
        petition_id=petition.id, person=author or ids.new(), resident_id=author, part=now_part, at=clock.now()
    )
    await uow.together.sign(signature)


def ensure_handles(petition: Petition, actor: StaffActor) -> None:
    """Raises DomainError("signers-not-yours") to anybody but the handler."""
    if petition.handler is None or petition.handler.user_id != actor.user_id:
        raise DomainError("signers-not-yours", number=petition.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeSigners:
    """The handler's look at who signs: written down before anything is shown, and shown to the presser alone."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def pages(self, actor: StaffActor, petition_id: PetitionId) -> tuple[Petition, int]:
        """Return the case and on how many pages its names stand. Raises DomainError("signers-not-yours")."""
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            ensure_handles(petition, actor)
            return petition, -(-len(await uow.together.signers([petition_id])) // SHOWN)

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, page: int) -> Sequence[Signer]:
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            ensure_handles(petition, actor)
            found = (await uow.together.signers([petition_id]))[page * SHOWN : (page + 1) * SHOWN]
            detail = f"{Reason.CHECK} {actor.name[:40]}"
            uow.audit.record(LOOKED, str(actor.user_id), petition.id, at=self.clock.now(), detail=detail)
            await uow.commit()
        return found
