"""Looks at a person's identity: for a reason, written down, and read by the supervision committee (DOMAIN §8)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from core.people.model import Purpose, RosterEntry, Unit
from core.people.ports import Secrets
from core.petitions.access import ensure_not_own, see_desk_case
from core.petitions.masking import masks, numbers_in
from core.petitions.model import Petition
from core.privacy.model import LOOKED, Identity, Looked, LookFilter, Reason
from core.privacy.sealing import SHOWN
from core.shared.actor import StaffActor
from core.shared.clock import Clock
from core.shared.errors import DomainError
from core.shared.ids import PetitionId, UnitId
from core.uow import UnitOfWork, UnitOfWorkFactory

PAGE = 10
"""Looks on one page."""
LONGEST_NAME = 40
"""Characters of a staff member's name in the audit."""
_MONTH = re.compile(r"(20\d\d)[-./](\d{1,2})")
_CASE = re.compile(r"(?:XF-?)?(?:(20\d\d)-)?0*(\d{1,6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAtIdentity:
    """Show who filed a case to one member of the desk that works on it."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    async def may(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Return the case, to ask for a reason.

        Raises NotFoundError("case-unknown"), DomainError("identity-none") where it bears no name, "you-recused", or
        "own-case" to a party of it.
        """
        async with self.uow.reading() as uow:
            return await _named(uow, actor, petition_id)

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, reason: Reason) -> Identity:
        """Write the look down, then tell; nothing is told that is not written down. Raises as `may`.

        The phone number and the door are the roster's, where the person is bound to it.
        """
        async with self.uow() as uow:
            petition = await _named(uow, actor, petition_id)
            resident_id = petition.resident_id
            if resident_id is None:
                raise DomainError("identity-none", number=petition.number)
            resident = await uow.residents.get(resident_id)
            entry = await uow.roster.of_resident(resident_id)
            chat = await uow.staff_chats.get(actor.chat_id)
            above = chat is not None and masks((await uow.units.get(chat.unit_id)).level)
            detail = f"{reason} {actor.name[:LONGEST_NAME]}"
            uow.audit.record(LOOKED, str(actor.user_id), petition.id, at=self.clock.now(), detail=detail)
            await uow.commit()
        return Identity(
            number=petition.number,
            name=entry.name if entry else resident.name,
            phone=self.secrets.open(entry.phone_cipher) if entry and entry.phone_cipher else "",
            home=_home(entry),
            told=tuple(numbers_in(petition)) if above else (),
        )


async def _named(uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId) -> Petition:
    petition = await see_desk_case(uow, actor, petition_id)
    if await uow.history.recused(petition_id, actor.user_id):
        raise DomainError("you-recused", number=petition.number)
    await ensure_not_own(uow, actor, petition)
    if petition.resident_id is None:
        raise DomainError("identity-none", number=petition.number)
    return petition


def _home(entry: RosterEntry | None) -> str:
    return " ".join(filter(None, (entry.building, entry.room))) if entry else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookPage:
    """A page of the log, from 0; `seal` is the beginning of the newest seal over it."""

    looks: Sequence[Looked]
    wanted: LookFilter
    page: int
    pages: int
    seal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLooks:
    """The log of looks, for the supervision committee: of the cases of its own unit and those below."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, typed: str, page: int = 0) -> LookPage:
        """`typed`: words in any order: a case's number, a month (2026-03), the name of somebody on the staff.

        Raises DomainError("audit-elsewhere") in any other chat, NotFoundError for an unknown case.
        """
        async with self.uow.reading() as uow:
            chat = await uow.staff_chats.get(actor.chat_id)
            if chat is None or Purpose.SUPERVISION not in chat.purposes:
                raise DomainError("audit-elsewhere")
            units = below(await uow.units.all(), chat.unit_id)
            wanted = await self._read(uow, typed, LookFilter(units=units))
            pages = max(1, -(-await uow.trail.count_looks(wanted) // PAGE))
            page = min(max(page, 0), pages - 1)
            looks = await uow.trail.looks(wanted, page * PAGE, PAGE)
            newest = await uow.trail.last_seal()
        return LookPage(looks=looks, wanted=wanted, page=page, pages=pages, seal=newest.seal[:SHOWN] if newest else "—")

    async def _read(self, uow: UnitOfWork, typed: str, wanted: LookFilter) -> LookFilter:
        names: list[str] = []
        for word in unicodedata.normalize("NFKC", typed).split():
            if found := _MONTH.fullmatch(word):
                since, until = _month(int(found[1]), int(found[2]), self.clock.zone)
                wanted = replace(wanted, since=since, until=until)
            elif found := _CASE.fullmatch(word):
                year = found[1] or str(self.clock.now().astimezone(self.clock.zone).year)
                case = await uow.petitions.by_number(f"XF-{year}-{int(found[2]):06d}")
                if case is None or case.unit_id not in wanted.units:
                    raise DomainError("audit-case-unknown")
                wanted = replace(wanted, petition_id=case.id)
            else:
                names.append(word)
        return replace(wanted, name=" ".join(names)[:LONGEST_NAME])


def _month(year: int, month: int, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return the beginning and the end of a month; raises DomainError("audit-month") if there is none such."""
    if not 1 <= month <= 12:  # noqa: PLR2004 - months
        raise DomainError("audit-month")
    following = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 - December
    return datetime(year, month, 1, tzinfo=zone), datetime(*following, 1, tzinfo=zone)


def below(units: Sequence[Unit], top: UnitId) -> frozenset[UnitId]:
    """Return a unit and all below it; `units` have parents before children."""
    found = {top}
    for unit in units:
        if unit.parent_id in found:
            found.add(unit.id)
    return frozenset(found)
