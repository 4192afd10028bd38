"""An author lets neighbours know of a case, staff write the one line these read; each can take it back."""

from dataclasses import dataclass, replace

from core.petitions import messages
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.model import Petition
from core.petitions.naming import names_in
from core.petitions.usecases.deeds import Doing
from core.petitions.words import StaffWords
from core.shared.actions import Action, ActionCode
from core.shared.actor import RESIDENT, ResidentActor, StaffActor
from core.shared.clock import Clock
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import IdSource, PetitionId, TelegramUserId
from core.shared.messages import Button
from core.shared.outbox import OutboxItem
from core.together.model import ensure_joinable
from core.together.neighbours import NeighbourLine, line_of
from core.together.signing import open_to_others
from core.uow import UnitOfWork, UnitOfWorkFactory


def _own(actor: ResidentActor, petition: Petition) -> Petition:
    """Only its author decides; raises NotFoundError("case-unknown")."""
    if petition.resident_id != actor.resident_id:
        raise NotFoundError("case-unknown")
    return petition


def _notice(petition: Petition, chat: TelegramUserId, key: str, line: str, occasion: str) -> OutboxItem:
    item = messages.notice(petition, chat, key, line=line)
    button = [Button("button-neighbours-mine", ActionCode(Action.NEIGHBOURS_MINE, petition.id).pack())]
    spec = item.spec and replace(item.spec, buttons=[button])
    return replace(item, dedupe=f"neighbours:{occasion}", spec=spec)  # the case keeps its version


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowNeighbours:
    """The author lets neighbours know, and takes that back at any time: then nobody is shown anything any more."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def see(self, actor: ResidentActor, petition_id: PetitionId) -> tuple[Petition, NeighbourLine | None]:
        """Return the case, and what neighbours are shown of it; None where its author has not allowed that."""
        async with self.uow.reading() as uow:
            petition = _own(actor, await uow.petitions.get(petition_id))
            return petition, await uow.together.line_of(petition_id)

    async def __call__(self, actor: ResidentActor, petition_id: PetitionId) -> None:
        """Allow it, and with it that neighbours join; the desk is told. Twice is once. Raises as `ensure_joinable`."""
        async with self.uow() as uow:
            petition = _own(actor, await uow.petitions.lock(petition_id))
            if await uow.together.line_of(petition_id) is not None:
                return
            ensure_joinable(petition)
            if await uow.together.of(petition_id) is None:
                petition = await open_to_others(uow, petition, clock=self.clock, ids=self.ids)
            now = self.clock.now()
            await uow.together.allow(NeighbourLine(petition_id=petition_id, since=now))
            uow.audit.record("petition.neighbours-allowed", RESIDENT, petition_id, at=now)
            await _tell_desk(uow, petition, "staff-neighbours-allowed", self.ids.new())
            await uow.commit()

    async def take_back(self, actor: ResidentActor, petition_id: PetitionId) -> None:
        """Twice is once. Who has joined stays."""
        async with self.uow() as uow:
            petition = _own(actor, await uow.petitions.lock(petition_id))
            was = await uow.together.line_of(petition_id)
            if was is None:
                return
            await uow.together.hide(petition_id)
            uow.audit.record("petition.neighbours-refused", RESIDENT, petition_id, at=self.clock.now())
            if was.stands(petition):
                await _tell_desk(uow, petition, "staff-neighbours-refused", self.ids.new())
            await uow.commit()


async def _tell_desk(uow: UnitOfWork, petition: Petition, key: str, occasion: str) -> None:
    for place in await uow.links.cards(petition.id):
        uow.outbox.add(messages.staff_word(petition, place.chat_id, key, f"neighbours:{occasion}:{place.chat_id}"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowToNeighbours(Doing):
    """Staff write the line that neighbours read, which its author reads at once, and take it down."""

    async def see(self, actor: StaffActor, petition_id: PetitionId) -> tuple[Petition, NeighbourLine | None]:
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            return petition, await uow.together.line_of(petition_id)

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """The words are the line, without what would name somebody. Another one takes the place of the first.

        Raises DomainError("neighbours-not-allowed"), those of `line_of` and of `ensure_joinable`.
        """
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, petition, words):
                return petition
            was = await uow.together.line_of(petition_id)
            ensure_joinable(petition)
            if was is None or petition.resident_id is None:
                raise DomainError("neighbours-not-allowed", number=petition.number)
            author = await uow.residents.get(petition.resident_id)
            line = line_of(words.text, await names_in(uow, petition))
            await uow.together.put_line(replace(was, line=line, unit_id=petition.unit_id, by=actor.name))
            uow.audit.record("petition.neighbours-shown", str(actor.user_id), petition_id, at=self.clock.now())
            uow.outbox.add(_notice(petition, author.telegram_id, "notice-neighbours-shown", line, self.ids.new()))
            self.answered(uow, petition, actor, words, "staff-neighbours-shown", line=line)
            await uow.commit()
        return petition

    async def take_down(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Twice is once; what the author has allowed stays."""
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            was = await uow.together.line_of(petition_id)
            if was is None or not was.line:
                return petition
            await uow.together.put_line(replace(was, line="", unit_id=None, by=""))
            uow.audit.record("petition.neighbours-hidden", str(actor.user_id), petition_id, at=self.clock.now())
            if chat := await self.chat_of(uow, petition):
                uow.outbox.add(_notice(petition, chat, "notice-neighbours-hidden", was.line, self.ids.new()))
            await uow.commit()
        return petition
