"""Recognising people of the roster by their phone number (DOMAIN §1)."""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from core.people.model import RosterEntry
from core.people.moving import move_resident
from core.people.ports import Secrets
from core.shared.actor import ResidentActor
from core.shared.clock import Clock
from core.shared.errors import DomainError
from core.shared.ids import ResidentId
from core.uow import UnitOfWork, UnitOfWorkFactory

PHONE_PURPOSE = "phone"
"""The keyed hash under which a phone number is found again."""


def normal_phone(phone: str) -> str:
    """Return a number as +<country><number>; a Chinese mobile or landline number without country gets +86."""
    digits = re.sub(r"\D", "", phone)
    if not digits:
        return ""
    if phone.strip().startswith(("+", "00")):
        return "+" + digits.removeprefix("00")
    if len(digits) > len("13800001001") and digits.startswith("86"):
        return "+" + digits
    return "+86" + digits.removeprefix("0")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyResident:
    """Bind a line of the roster to the account that has proved to have its phone number, for good."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    async def __call__(self, actor: ResidentActor, phone: str) -> RosterEntry:
        """`phone` is what Telegram itself vouches for. Who is bound already stays so.

        The roster says where they live from now on. Raises DomainError("phone-unknown") where the number is on no line,
        "phone-shared" where it is on several, and "phone-taken" where somebody else's account is bound to it.
        """
        hashed = self.secrets.keyed_hash(PHONE_PURPOSE, normal_phone(phone))
        async with self.uow() as uow:
            own = await uow.roster.of_resident(actor.resident_id)
            if own is not None:
                return own
            found = await uow.roster.by_phone_hash(hashed)
            if not found:
                raise DomainError("phone-unknown")
            if len(found) > 1:
                raise DomainError("phone-shared")
            now = self.clock.now()
            if not await uow.roster.bind(found[0].id, actor.resident_id):
                raise DomainError("phone-taken")
            await live_where_written(uow, actor.resident_id, found[0], now)
            uow.audit.record("person.verified", actor.resident_id, found[0].id, at=now)
            await uow.commit()
        return replace(found[0], resident_id=actor.resident_id)


async def live_where_written(uow: UnitOfWork, resident_id: ResidentId, entry: RosterEntry, now: datetime) -> None:
    """Let somebody belong to the unit of their line; who has said a unit below it, more exactly, stays there."""
    unit = await uow.units.get((await uow.residents.get(resident_id)).unit_id)
    while unit.id != entry.unit_id and unit.parent_id is not None:
        unit = await uow.units.get(unit.parent_id)
    if unit.id != entry.unit_id:
        await move_resident(uow, resident_id, entry.unit_id, now, by="roster")
