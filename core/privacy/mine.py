"""What is known of a person, on one page (PI 45)."""

from dataclasses import dataclass

from core.broadcast.model import Rhythm, Subscription
from core.people.model import Resident
from core.privacy.model import Counts
from core.shared.actor import ResidentActor
from core.uow import UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    resident: Resident
    unit_name: str
    verified: bool
    """Whether the account is bound to a line of the roster."""
    subscription: Subscription | None
    counts: Counts
    mediations: int = 0
    """Cases of others in which they are the other party."""

    @property
    def rhythm(self) -> Rhythm:
        return self.subscription.rhythm if self.subscription else Rhythm.NOTICES


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeMe:
    uow: UnitOfWorkFactory

    async def __call__(self, actor: ResidentActor) -> Mine:
        """Raises NotFoundError("resident-unknown")."""
        async with self.uow.reading() as uow:
            resident = await uow.residents.get(actor.resident_id)
            return Mine(
                resident=resident,
                unit_name=(await uow.units.get(resident.unit_id)).name,
                verified=await uow.roster.of_resident(resident.id) is not None,
                subscription=await uow.subscriptions.of(resident.id),
                counts=await uow.persons.counts(resident.id),
                mediations=len(await uow.mediations.with_other(resident.id)),
            )
