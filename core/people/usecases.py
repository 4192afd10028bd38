from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.people.model import (
    Level,
    Newcomer,
    Resident,
    StaffChat,
    Unit,
)
from core.people.moving import move_resident
from core.people.ports import NewcomerStore
from core.petitions.model import Petition
from core.shared.actor import ResidentActor
from core.shared.clock import Clock
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import ChatId, IdSource, ResidentId, TelegramUserId, UnitId
from core.shared.language import Language
from core.uow import UnitOfWork, UnitOfWorkFactory


async def home_unit(uow: UnitOfWork) -> Unit:
    """Return the unit of people who came by no poster: the first community, else the first unit."""
    units = await uow.units.all()
    if not units:
        raise DomainError("no-units")
    return next((unit for unit in units if unit.level is Level.COMMUNITY), units[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetResident:
    """Know the person behind a private chat; writes only what changed, and nothing of who has not agreed yet."""

    uow: UnitOfWorkFactory
    ids: IdSource
    newcomers: NewcomerStore

    async def __call__(
        self, telegram_id: TelegramUserId, name: str, language_code: str | None, *, reachable: bool = True
    ) -> Resident:
        """Return a newcomer as they would be if they agreed now. Who is not `reachable` just blocks us.

        Raises DomainError("no-units") while there is nobody who could serve them.
        """
        async with self.uow() as uow:
            known = await uow.residents.by_telegram(telegram_id)
            if known is None:
                known = Resident(
                    id=ResidentId(self.ids.new()),
                    telegram_id=telegram_id,
                    name=name,
                    language=Language.from_telegram(language_code),
                    language_chosen=False,
                    unit_id=(await home_unit(uow)).id,
                )
            if not known.ever_agreed:
                return _as_chosen(replace(known, name=name), await self.newcomers.get(telegram_id))
            since = None if reachable else known.unreachable_since
            resident = replace(known, name=name, unreachable_since=since)
            if resident != known:
                await uow.residents.save(resident)
                await uow.commit()
        return resident


def _as_chosen(resident: Resident, newcomer: Newcomer | None) -> Resident:
    if newcomer is None:
        return resident
    chosen = resident if newcomer.language is None else resident.speaks(newcomer.language, chosen=True)
    return replace(chosen, unit_id=newcomer.poster or chosen.unit_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseLanguage:
    uow: UnitOfWorkFactory
    newcomers: NewcomerStore

    async def __call__(self, actor: ResidentActor, language: Language) -> None:
        """Raises NotFoundError("resident-unknown")."""
        if not actor.known:
            newcomer = await self.newcomers.get(actor.telegram_id) or Newcomer()
            await self.newcomers.put(actor.telegram_id, replace(newcomer, language=language))
            return
        async with self.uow() as uow:
            resident = await uow.residents.get(actor.resident_id)
            await uow.residents.save(resident.speaks(language, chosen=True))
            await uow.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveConsent:
    """Two consents, asked and kept apart: processing (PI 13, 29) and transfer abroad (PI 39).

    The first one makes a newcomer a resident.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    newcomers: NewcomerStore

    async def __call__(self, actor: ResidentActor, *, transfer: bool) -> Resident:
        """Raises DomainError("consent-order") if transfer is agreed to before processing, or before its newer text."""
        try:
            return await self._agree(actor, transfer=transfer)
        except ConflictError:  # the same press in another process: that one has made the resident
            return await self._agree(actor, transfer=transfer)

    async def _agree(self, actor: ResidentActor, *, transfer: bool) -> Resident:
        async with self.uow() as uow:
            known = await uow.residents.by_telegram(actor.telegram_id)
            now = self.clock.now()
            if transfer and (known is None or not known.agreed):
                raise DomainError("consent-order")
            resident = known if known is not None and known.ever_agreed else await self._newcomer(uow, actor, known)
            resident = resident.agrees_to_transfer(now) if transfer else resident.agrees(now)
            await uow.residents.save(resident)
            action = "consent.transfer" if transfer else "consent.processing"
            uow.audit.record(action, resident.id, resident.id, at=now)
            await uow.commit()
        return resident

    async def _newcomer(self, uow: UnitOfWork, actor: ResidentActor, early: Resident | None) -> Resident:
        resident = Resident(
            id=actor.resident_id,
            telegram_id=actor.telegram_id,
            name=actor.name,
            language=actor.language,
            language_chosen=actor.language_chosen,
            unit_id=(await home_unit(uow)).id if early is None else early.unit_id,
        )
        return _as_chosen(resident, await self.newcomers.get(actor.telegram_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseConsent:
    """Forget somebody who does not agree (PI 16, 47); what they filed under an earlier text stays theirs."""

    uow: UnitOfWorkFactory
    newcomers: NewcomerStore

    async def __call__(self, telegram_id: TelegramUserId) -> None:
        await self.newcomers.delete(telegram_id)
        async with self.uow() as uow:
            known = await uow.residents.by_telegram(telegram_id)
            if known is not None:
                await uow.residents.forget(known.id)
                await uow.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStaffLanguage:
    """A staff chat has a language of its own."""

    uow: UnitOfWorkFactory

    async def __call__(self, chat_id: ChatId, language: Language) -> None:
        """Raises NotFoundError("chat-not-bound")."""
        async with self.uow() as uow:
            await uow.staff_chats.hold()
            chat = await uow.staff_chats.get(chat_id)
            if chat is None:
                raise NotFoundError("chat-not-bound")
            await uow.staff_chats.save(replace(chat, language=language))
            await uow.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowChat:
    """Keep what we know of a bound group true: title, topics on or off, migration to a supergroup."""

    uow: UnitOfWorkFactory

    async def __call__(
        self, chat_id: ChatId, *, is_forum: bool | None = None, moved_to: ChatId | None = None
    ) -> StaffChat | None:
        async with self.uow() as uow:
            await uow.staff_chats.hold()
            chat = await uow.staff_chats.get(chat_id)
            if chat is None:
                return None
            if moved_to is not None:
                await uow.staff_chats.move(chat_id, moved_to)
                await uow.commit()
                return replace(chat, chat_id=moved_to)
            if is_forum is not None and is_forum != chat.is_forum:
                chat = replace(chat, is_forum=is_forum)
                await uow.staff_chats.save(chat)
                await uow.commit()
            return chat


@dataclass(frozen=True, slots=True, kw_only=True)
class FindStaffChat:
    uow: UnitOfWorkFactory

    async def __call__(self, chat_id: ChatId) -> StaffChat | None:
        async with self.uow.reading() as uow:
            return await uow.staff_chats.get(chat_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeOffice:
    """A person's own unit, with the office of the nearest unit above if it has none itself."""

    uow: UnitOfWorkFactory

    async def __call__(self, resident_id: ResidentId) -> Unit:
        async with self.uow.reading() as uow:
            own = await uow.units.get((await uow.residents.get(resident_id)).unit_id)
            return await self._with_office(uow, own)

    async def of_unit(self, unit_id: UnitId | None) -> Unit:
        """Return the same of a unit, None for that of people who came by no poster, for somebody we do not know.

        Raises NotFoundError("unit-unknown"), DomainError("no-units").
        """
        async with self.uow.reading() as uow:
            return await self._with_office(uow, await (uow.units.get(unit_id) if unit_id else home_unit(uow)))

    async def _with_office(self, uow: UnitOfWork, own: Unit) -> Unit:
        unit = own
        while not unit.office and unit.parent_id is not None:
            unit = await uow.units.get(unit.parent_id)
        if not unit.office:
            return own  # nobody has one: what the own unit says, a phone perhaps, stays
        return replace(own, office=unit.office, phone=unit.phone, hours=unit.hours)


@dataclass(frozen=True, slots=True, kw_only=True)
class Communities:
    """What a person who came by no poster has to choose from."""

    uow: UnitOfWorkFactory

    async def __call__(self) -> list[Unit]:
        """Return the communities in the order of their names."""
        async with self.uow.reading() as uow:
            found = [unit for unit in await uow.units.all() if unit.level is Level.COMMUNITY]
        return sorted(found, key=lambda unit: unit.name)

    async def invited(self, code: str) -> Unit | None:
        """Return the unit whose poster has this code."""
        async with self.uow.reading() as uow:
            return await uow.units.by_invite(code) if code else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseUnit:
    """A person says which unit is theirs; new matters go there, old ones stay where they are."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, resident_id: ResidentId, unit_id: UnitId) -> Sequence[Petition]:
        """Return the open cases that stay where they are. Raises NotFoundError("unit-unknown")."""
        async with self.uow() as uow:
            stay = await move_resident(uow, resident_id, unit_id, self.clock.now(), by=resident_id)
            await uow.commit()
        return stay
