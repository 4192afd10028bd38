from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.duty import messages
from core.duty.access import own_desk
from core.duty.model import Rota, Swap, SwapState, on_day
from core.duty.words import people_named, read_days, tokens_of, without_days
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import IdSource, MessageId, SwapId, TelegramUserId
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class AskSwap:
    """Ask a colleague to take one's day, for one of theirs if a second day is named. They answer by a button."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def __call__(
        self, actor: StaffActor, text: str, source: MessageId, mentioned: Sequence[TelegramUserId] = ()
    ) -> Swap:
        """The same message twice asks once.

        Raises DomainError("swap-usage", "swap-past", "swap-self", "swap-not-yours", "swap-not-theirs", "swap-away",
        "duty-person-unknown").
        """
        now = self.clock.now()
        today = local_day(now, self.clock.zone)
        days = [first for first, last in read_days(text, today) if first == last]
        if not 1 <= len(days) <= 2:  # noqa: PLR2004 - mine, and yours
            raise DomainError("swap-usage")
        if min(days) < today:
            raise DomainError("swap-past")
        async with self.uow() as uow:
            desk = await own_desk(uow, actor)
            await uow.duty.lock(desk.unit_id)
            people = [each for each in await uow.duty.people(desk.unit_id) if not each.gone]
            named, unknown = people_named(tokens_of(without_days(text, today)), people)
            found = [each for each in people if each.user_id in mentioned] + named
            if unknown and not found:
                raise DomainError("duty-person-unknown", name=unknown[0])
            if len(found) != 1:
                raise DomainError("swap-usage")
            swap = Swap(
                id=SwapId(self.ids.new()),
                unit_id=desk.unit_id,
                day=days[0],
                other=days[1] if len(days) > 1 else None,
                asker=actor.user_id,
                asked=found[0].user_id,
                asked_at=now,
            )
            _ensure_fits(await uow.duty.rota(desk.unit_id, today), swap)
            await uow.duty.add_swap(swap)
            uow.outbox.add(messages.swap_asked(swap, actor, found[0], source))
            await uow.commit()
        return swap


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideSwap:
    """Accept or decline; only whoever was asked can. Both are told, in the chat where it was asked."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, swap_id: SwapId, *, accept: bool) -> Swap:
        """Raises NotFoundError("swap-unknown"), DomainError("swap-not-asked") for anybody else.

        And ConflictError("swap-over") if it has ended, or does not fit any more.
        """
        now = self.clock.now()
        async with self.uow() as uow:
            desk = await own_desk(uow, actor)
            await uow.duty.lock(desk.unit_id)
            swap = await uow.duty.swap(swap_id)
            if swap.unit_id != desk.unit_id:
                raise NotFoundError("swap-unknown")
            if swap.asked != actor.user_id:
                raise DomainError("swap-not-asked")
            today = local_day(now, self.clock.zone)
            if accept:
                await self._exchange(uow, swap, today)
            done = replace(swap, state=SwapState.ACCEPTED if accept else SwapState.DECLINED)
            if not await uow.duty.save_swap(done):
                raise ConflictError("swap-over")
            detail = f"{swap.day.isoformat()} {swap.other.isoformat() if swap.other else ''} {swap.asker} {swap.asked}"
            uow.audit.record(f"duty.swap.{done.state}", str(actor.user_id), desk.unit_id, at=now, detail=detail)
            people = {each.user_id: each for each in await uow.duty.people(desk.unit_id)}
            uow.outbox.add(messages.swap_decided(done, actor, people[swap.asker]))
            await uow.commit()
        return done

    async def _exchange(self, uow: UnitOfWork, swap: Swap, today: date) -> None:
        rota = await uow.duty.rota(swap.unit_id, today)
        try:
            _ensure_fits(rota, swap)
        except DomainError:
            raise ConflictError("swap-over") from None
        if min(filter(None, (swap.day, swap.other))) < today:
            raise ConflictError("swap-over")
        pairs = [(swap.day, swap.asker, swap.asked), *([(swap.other, swap.asked, swap.asker)] if swap.other else [])]
        for day, goes, comes in pairs:
            people = [comes if each == goes else each for each in rota.named(day)]
            await uow.duty.put(swap.unit_id, on_day(day), people)


def _ensure_fits(rota: Rota, swap: Swap) -> None:
    if swap.asker == swap.asked:
        raise DomainError("swap-self")
    if swap.asker not in rota.named(swap.day) or swap.asked in rota.named(swap.day):
        raise DomainError("swap-not-yours")
    if swap.other and (swap.asked not in rota.named(swap.other) or swap.asker in rota.named(swap.other)):
        raise DomainError("swap-not-theirs")
    if rota.is_away(swap.asked, swap.day) or (swap.other and rota.is_away(swap.asker, swap.other)):
        raise DomainError("swap-away")
