"""What a resident chooses to be told. Nothing is subscribed to unless they say so."""

from dataclasses import dataclass, replace

from core.broadcast.model import QUIET, Quiet, Rhythm, Subscription, Topic
from core.broadcast.usecases.tending import RHYTHMS
from core.shared.actor import ResidentActor
from core.shared.clock import Clock
from core.uow import UnitOfWork, UnitOfWorkFactory


async def _choice(uow: UnitOfWork, actor: ResidentActor, clock: Clock) -> Subscription:
    known = await uow.subscriptions.of(actor.resident_id)
    return known or Subscription(resident_id=actor.resident_id, quiet=QUIET, since=clock.now())


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeSubscription:
    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor) -> Subscription:
        """Return what the person has chosen, or what holds for whoever has chosen nothing."""
        async with self.uow.reading() as uow:
            return await _choice(uow, actor, self.clock)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribe:
    """Change one thing a person has chosen; chosen again it stays as it is."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def rhythm(self, actor: ResidentActor, rhythm: Rhythm) -> Subscription:
        """What is on its way already and not wanted any more does not come."""
        unwanted = [kind for kind, rhythms in RHYTHMS.items() if rhythm not in rhythms]
        async with self.uow() as uow:
            choice = await _choice(uow, actor, self.clock)
            if rhythm is not choice.rhythm:
                choice = replace(choice, rhythm=rhythm, since=self.clock.now())
                await uow.subscriptions.save(choice)
                await uow.campaigns.spare(actor.resident_id, unwanted)
            return await self._keep(uow, choice)

    async def topic(self, actor: ResidentActor, topic: Topic, *, wanted: bool) -> Subscription:
        async with self.uow() as uow:
            choice = await _choice(uow, actor, self.clock)
            topics = choice.topics | {topic} if wanted else choice.topics - {topic}
            return await self._keep(uow, replace(choice, topics=topics))

    async def quiet(self, actor: ResidentActor, quiet: Quiet | None) -> Subscription:
        async with self.uow() as uow:
            return await self._keep(uow, replace(await _choice(uow, actor, self.clock), quiet=quiet))

    async def _keep(self, uow: UnitOfWork, choice: Subscription) -> Subscription:
        await uow.subscriptions.save(choice)
        await uow.commit()
        return choice
