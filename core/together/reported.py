"""Before somebody files what others have reported: they may join those instead, and lose no word of theirs."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.abuse.rules import ensure_may_write, keep_pace
from core.petitions import messages, policy
from core.petitions.draft import Draft
from core.petitions.model import Author, CaseMessage, Event, HistoryRow, Petition
from core.petitions.moving import BY_SIGNER, by_signer
from core.shared.actor import ResidentActor
from core.shared.clock import Clock, Elapsed
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import AttachmentId, CaseMessageId, IdSource, PetitionId, UnitId
from core.shared.tries import CASE_FILES, CASE_WORDS
from core.together.model import JOINABLE, ensure_open
from core.together.neighbours import MOST_SHOWN, Shown, way_up
from core.together.signing import add_signer
from core.together.similar import nearest
from core.uow import UnitOfWork, UnitOfWorkFactory

MOST_READ = 500
"""Open cases of a unit and those above it that are compared."""
_OWN = ""
"""Stands for what is about to be filed, among ids of cases."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinReported:
    """The residents' side of what neighbours are shown."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    elapsed: Elapsed

    async def like(self, actor: ResidentActor, draft: Draft) -> Sequence[Shown]:
        """Return the lines about what is like a draft, the nearest first: of others' cases, with one's own units.

        Whoever leaves their name out is shown none: who joins is known to representatives and staff.
        """
        if draft.anonymous or draft.kind not in JOINABLE:
            return []
        async with self.uow.reading() as uow:
            units = await self._units(uow, actor)
            lines = {each.petition_id: each for each in await uow.together.lines(units)}
            mine = {*await uow.together.joined(actor.resident_id)}
            theirs = [key for key, each in lines.items() if each.resident_id != actor.resident_id and key not in mine]
            if not theirs:
                return []
            texts = {str(key): tokens for key, tokens in await uow.together.texts(units, theirs, MOST_READ)}
            texts[_OWN] = await uow.search.tokens(f"{draft.words.title}\n{draft.where.text}")
            approved = {str(key): await uow.search.tokens(lines[key].line) for key in theirs if key in texts}
        found = [key for key in nearest(_OWN, texts, len(texts), also=approved) if key in theirs]
        return [lines[PetitionId(key)] for key in found[:MOST_SHOWN]]

    async def __call__(self, actor: ResidentActor, petition_id: PetitionId) -> Petition:
        """Sign with the others; twice is once. Raises DomainError("reported-gone") where it is shown no more."""
        async with self.uow() as uow:
            petition = await uow.petitions.lock(petition_id)
            policy.ensure_consented(await uow.residents.get(actor.resident_id))
            line = await uow.together.line_of(petition_id)
            if line is None or not line.stands(petition) or petition.unit_id not in await self._units(uow, actor):
                raise DomainError("reported-gone")
            await add_signer(uow, petition, actor, self.clock.now(), self.ids.new())
            await uow.commit()
        return petition

    async def add_words(self, actor: ResidentActor, petition_id: PetitionId, draft: Draft) -> None:
        """Give the staff what a signer had written, without a name; of one draft once. It stays inside the desk.

        Raises NotFoundError("case-unknown"), DomainError("together-closed", "writing-paused" or "pace-…").
        """
        policy.ensure_says_something(draft.text, len(draft.files))
        source = f"{BY_SIGNER}{draft.id}"
        async with self.uow() as uow:
            was = await uow.petitions.lock(petition_id)
            if await uow.together.signature(petition_id, actor.resident_id) is None:
                raise NotFoundError("case-unknown")
            if await uow.messages.by_source(source):
                return
            ensure_open(was)
            await self._keep_peace(uow, actor, was, len(draft.files))
            note = CaseMessage(
                id=CaseMessageId(self.ids.new()),
                petition_id=was.id,
                author=Author.NOTE,
                author_name="",
                text=draft.text,
                marks=draft.words.marks,
                at=self.clock.now(),
                source=source,
                attachments=tuple(file.kept_as(AttachmentId(self.ids.new())) for file in draft.files),
            )
            uow.messages.add(note)
            await self._record(uow, was, note)
            await uow.commit()

    async def _record(self, uow: UnitOfWork, was: Petition, note: CaseMessage) -> None:
        petition = was.apply(Event.NOTE)
        uow.history.append(
            HistoryRow(
                petition_id=was.id,
                event=Event.NOTE,
                actor_kind="resident",
                actor_id="",
                actor_name="",
                at=note.at,
                from_stage=was.stage,
                to_stage=was.stage,
            )
        )
        await uow.petitions.save(petition)
        places = await uow.links.cards(petition.id)
        for place in places:
            for item in by_signer(petition, note, place.chat_id):
                uow.outbox.add(item)
        for item in messages.refresh_cards(petition, places):
            uow.outbox.add(item)

    async def _keep_peace(self, uow: UnitOfWork, actor: ResidentActor, was: Petition, files: int) -> None:
        await ensure_may_write(uow, actor.resident_id, was.unit_id, self.clock)
        await keep_pace(uow, CASE_WORDS, actor.resident_id, self.elapsed.seconds())
        if files:
            await keep_pace(uow, CASE_FILES, actor.resident_id, self.elapsed.seconds(), files)

    async def _units(self, uow: UnitOfWork, actor: ResidentActor) -> list[UnitId]:
        units = await uow.units.all()
        own = (await uow.residents.get(actor.resident_id)).unit_id
        return way_up(next(each for each in units if each.id == own), units)
