"""Saying whether one was content with an answer, by who one is or by the code of an anonymous case."""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from core.answers.ratings import (
    LEAST,
    MOST_WORDS,
    OPEN_DAYS,
    REMIND_AFTER,
    Grade,
    Rates,
    Rating,
    buttons,
    is_open,
    rates,
)
from core.people.model import Level
from core.people.ports import Secrets
from core.petitions import messages
from core.petitions.access import access_by_code, access_own_case
from core.petitions.model import Petition
from core.petitions.usecases.submit import access_hash
from core.shared.actions import Action, ActionCode
from core.shared.actor import ResidentActor
from core.shared.clock import Clock, local_day
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ChatId, PetitionId, ResidentId, UnitId
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.outbox import Priority
from core.shared.periods import Daily, Period, Schedule, Turn
from core.shared.text import excerpt
from core.uow import UnitOfWork, UnitOfWorkFactory

__all__ = ["LEAST", "RateAnswer", "RemindRatings", "SeeRates", "Standing"]
CIVIL_HOUR = time(10)
AT_ONCE = 500
"""Reminders of one day; the others are due the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What somebody thinks of an answer, and what is left to them."""

    petition: Petition
    level: Level
    rating: Rating | None
    open: bool
    """Whether it can be rated now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateAnswer:
    """One tap, open for 14 days from the answer and changed as often as one likes. Staff are told nothing of it."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    async def see(self, actor: ResidentActor, petition_id: PetitionId | None, *, code: str = "") -> Standing:
        """Raises NotFoundError("case-unknown", "code-unknown")."""
        async with self.uow.reading() as uow:
            if code:
                petition = await uow.petitions.by_access_hash(access_hash(self.secrets, code))
                if petition is None:
                    raise NotFoundError("code-unknown")
            else:
                petition = await uow.petitions.get(petition_id or PetitionId(""))
                if petition.resident_id != actor.resident_id:
                    raise NotFoundError("case-unknown")
            return await self._standing(uow, petition)

    async def __call__(
        self, actor: ResidentActor, petition_id: PetitionId | None, grade: Grade, *, code: str = ""
    ) -> Standing:
        """The same grade twice is one. Raises NotFoundError, or DomainError("rating-over")."""
        return await self._rate(actor, petition_id, code, grade)

    async def say_why(
        self, actor: ResidentActor, petition_id: PetitionId | None, why: str, *, code: str = ""
    ) -> Standing:
        """Keep why somebody is not content, without a name beside it. Raises what rating raises."""
        return await self._rate(actor, petition_id, code, Grade.UNSATISFIED, excerpt(why.strip(), MOST_WORDS))

    async def _rate(
        self, actor: ResidentActor, petition_id: PetitionId | None, code: str, grade: Grade, why: str = ""
    ) -> Standing:
        async with self.uow() as uow:
            if code:
                petition = await access_by_code(uow, access_hash(self.secrets, code))
            else:
                petition = await access_own_case(uow, actor, petition_id or PetitionId(""))
            before = await self._standing(uow, petition)
            if not before.open or before.rating is None:
                raise DomainError("rating-over", number=petition.number, days=OPEN_DAYS)
            if before.rating.grade is grade and not why:
                return before
            await uow.ratings.rate(petition.id, grade, why, local_day(self.clock.now(), self.clock.zone))
            after = await self._standing(uow, petition)
            await uow.commit()
        return after

    async def _standing(self, uow: UnitOfWork, petition: Petition) -> Standing:
        rating = await uow.ratings.of(petition.id)
        today, zone = local_day(self.clock.now(), self.clock.zone), self.clock.zone
        return Standing(
            petition=petition,
            level=(await uow.units.get(petition.unit_id)).level,
            rating=rating,
            open=is_open(petition, rating, today, zone),
        )

    async def quiet(self, actor: ResidentActor, *, refuses: bool) -> None:
        """Be reminded of rating no more, or again; twice is once."""
        async with self.uow() as uow:
            await uow.ratings.refuse(actor.resident_id, refuses=refuses)
            await uow.commit()

    async def is_quiet(self, actor: ResidentActor) -> bool:
        async with self.uow.reading() as uow:
            return await uow.ratings.refuses(actor.resident_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindRatings:
    """Once for each answer, some days after it: ask what its reader thought of it. Whoever does not want it is left."""

    clock: Clock

    @property
    def name(self) -> str:
        return "remind-ratings"

    @property
    def schedule(self) -> Schedule:
        return Daily(CIVIL_HOUR)

    async def prepare(self, period: Period) -> None:
        """Nothing: a reminder is rows alone."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:  # noqa: ARG002 - what is due is asked of the rows
        now, zone = self.clock.now(), self.clock.zone
        first = local_day(now, zone) - timedelta(days=OPEN_DAYS - 1)
        since = datetime.combine(first, time(), tzinfo=zone)
        for rating in await uow.ratings.to_remind(since, now - REMIND_AFTER, AT_ONCE):
            petition = await uow.petitions.get(rating.petition_id)
            resident = await uow.residents.get(petition.resident_id or ResidentId(""))
            last: dict[str, Arg] = {"day": rating.last_day(zone)}
            item = messages.notice(petition, resident.telegram_id, "rating-reminder", **last)
            quiet = [Button("button-rate-quiet", ActionCode(Action.RATE_QUIET, petition.id).pack())]
            args: dict[str, Arg] = {"number": petition.number, **last}
            spec = MessageSpec("rating-reminder", args, buttons=[*buttons(petition.id), quiet], quiet=True)
            dedupe = f"rate:{petition.id}:{rating.answered_at.isoformat()}"
            uow.outbox.add(replace(item, spec=spec, dedupe=dedupe, priority=Priority.BRIEF))
            await uow.ratings.reminded(petition.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeRates:
    """How content people were with the answers of some units, as far as it tells nothing of anybody."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, units: frozenset[UnitId], since: datetime) -> Rates:
        """Count from the day of `since` (aware) to the end of yesterday: whoever looks twice a day learns nothing."""
        zone = self.clock.zone
        async with self.uow.reading() as uow:
            days = (local_day(since, zone), local_day(self.clock.now(), zone))
            return rates(await uow.ratings.counts(units, *days))

    async def of_desk(self, chat_id: ChatId) -> MessageSpec | None:
        """Return the line of `/stats`, this year's; None for a chat of no unit."""
        async with self.uow.reading() as uow:
            chat = await uow.staff_chats.get(chat_id)
            if chat is None:
                return None
        year = datetime(local_day(self.clock.now(), self.clock.zone).year, 1, 1, tzinfo=self.clock.zone)
        whole = (await self(frozenset({chat.unit_id}), year)).whole
        if whole is None:
            return MessageSpec("stats-ratings-few", {"count": LEAST})
        args: dict[str, Arg] = {grade.value: whole.grades.get(grade, 0) for grade in Grade}
        tenths = (2_000 * whole.content + whole.total) // (2 * whole.total)
        return MessageSpec("stats-ratings", {**args, "rate": f"{tenths // 10}.{tenths % 10}"})
