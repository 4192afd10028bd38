from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.petitions import messages
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.masking import masks
from core.petitions.model import Event, Petition
from core.petitions.usecases.deeds import Doing
from core.petitions.usecases.desk import record
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import PetitionId
from core.together.model import Merge, Part, ensure_alike, ensure_open
from core.together.parting import dates_again, lock_family
from core.together.signing import sign_author
from core.together.similar import nearest
from core.together.telling import count_changed
from core.uow import UnitOfWork

MOST_ALIKE = 5
MOST_READ = 500
"""Open cases of a unit that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A case, and the open ones like it, the nearest first; or what it is answered with."""

    petition: Petition
    cases: Sequence[Petition] = ()
    main: Petition | None = None
    hidden: bool = False
    """Whether words are masked in this chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeCases(Doing):
    """Find cases of the same matter, answer one with another, and take that back with a reason."""

    async def alike(self, actor: StaffActor, petition_id: PetitionId) -> Alike:
        """Return the open cases of its unit that are like it and worked on in this chat."""
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            if merge := await uow.together.merge_of(petition_id):
                return Alike(petition=petition, main=await uow.petitions.get(merge.main_id))
            texts = {str(key): tokens for key, tokens in await uow.together.alike(petition, MOST_READ)}
            found = []
            for key in nearest(petition.id, texts, MOST_ALIKE) if petition.id in texts else ():
                other = await uow.petitions.get(PetitionId(key))
                chats = {card.chat_id for card in await uow.links.cards(other.id)}
                if other.kind is petition.kind and actor.chat_id in chats:
                    found.append(other)
            desk = await self.unit_of(uow, actor)
        return Alike(petition=petition, cases=found, hidden=masks(desk.level))

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, main: str) -> tuple[Petition, Petition]:
        """Let a case be answered with another, of whose id `main` is the beginning; return both.

        Raises DomainError("together-kind", "merge-kinds", "together-closed", "merge-main"),
        ConflictError("together-merged", "case-changed"), and NotFoundError("case-unknown") where they are of different
        units or chats.
        """
        async with self.uow() as uow:
            texts = await uow.together.alike(await see_desk_case(uow, actor, petition_id), MOST_READ)
            chosen = next((key for key, _ in texts if key.startswith(main) and key != petition_id), None)
            if chosen is None:
                raise NotFoundError("case-unknown")
            root = await uow.together.merge_of(chosen)
            pair = sorted({petition_id, root.main_id if root else chosen})
            if len(pair) == 1:
                raise DomainError("merge-main")
            await lock_family(uow, *pair)
            cases = {each: await access_desk_case(uow, actor, each) for each in pair}
            was = cases.pop(petition_id)
            target = next(iter(cases.values()))
            for each in (was, target):
                ensure_open(each)
            ensure_alike(was, target)
            if await uow.together.members(was.id) or await uow.together.merge_of(target.id):
                raise DomainError("merge-main")
            now = self.clock.now()
            await uow.together.merge(Merge(petition_id=was.id, main_id=target.id, at=now, by=actor.name))
            for each in (was, target):
                await sign_author(uow, each, now_part=Part.SPEAKER, clock=self.clock, ids=self.ids)
            petition = await self._note(uow, was, Event.MERGE, actor, target.number)
            target = await self._note(uow, target, Event.MERGE, actor, f"← {was.number}")
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-merged"))
            await uow.commit()
        return petition, target

    async def undo(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Let a case stand for itself again; the words are the reason. Raises DomainError("merge-none")."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, was, words):
                return was
            merge = await uow.together.merge_of(petition_id)
            if merge is None:
                raise DomainError("merge-none", number=was.number)
            ensure_open(was)
            await uow.together.unmerge(petition_id)
            petition = await self._note(uow, was, Event.UNMERGE, actor, words.text)
            dates = dates_again(petition, self.clock.zone)
            main = await uow.petitions.get(merge.main_id)
            await count_changed(uow, main, f"unmerged:{petition.id}:{petition.version}")
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(messages.notice(petition, chat, "notice-unmerged", **dates))
            self.answered(uow, petition, actor, words, "staff-unmerged", **dates)
            await uow.commit()
        return petition

    async def _note(self, uow: UnitOfWork, was: Petition, event: Event, actor: StaffActor, reason: str) -> Petition:
        petition = replace(was, version=was.version + 1)
        record(uow, was, petition, event, actor, self.clock.now(), reason)
        uow.audit.record(f"petition.{event}d", str(actor.user_id), petition.id, at=self.clock.now())
        await uow.petitions.save(petition)
        await self.refresh(uow, petition)
        return petition
