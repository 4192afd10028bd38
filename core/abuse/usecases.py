"""Staff keep somebody from writing for a while, see whom they do, and lift it again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from core.abuse.model import DAYS, REASONS, Block, BlockedPerson, BlockReason
from core.people.model import StaffChat, Unit
from core.petitions import messages
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.model import Petition
from core.shared.actor import StaffActor
from core.shared.clock import Clock, Elapsed, local_day
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ChatId, PetitionId, ResidentId, TelegramUserId
from core.shared.messages import MessageSpec, Term
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.periods import Daily, Period, Schedule, Turn
from core.shared.tries import LIMITS
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockAuthor:
    """Keep the author of a case from writing to the unit of this desk, for a reason and until a day.

    They are told once, in one sentence, with the office and the phone. The same block twice is one.
    """

    uow: UnitOfWorkFactory
    clock: Clock

    async def begin(self, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Return the case whose author could be blocked; raises as the deed does."""
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            _author(petition)
        return petition

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, reason: int, days: int) -> Block:
        """`reason` counts in REASONS, `days` is one of DAYS; commits.

        Raises NotFoundError("case-unknown"), or DomainError("block-anonymous"): there is nobody whom we know.
        """
        if not 0 <= reason < len(REASONS) or days not in DAYS:
            raise NotFoundError("case-unknown")  # forged
        async with self.uow() as uow:
            petition = await access_desk_case(uow, actor, petition_id)
            author, now = _author(petition), self.clock.now()
            chat = await _chat(uow, actor)
            last = local_day(now, self.clock.zone) + timedelta(days=days)
            block = Block(
                resident_id=author,
                unit_id=chat.unit_id,
                petition_id=petition.id,
                reason=REASONS[reason],
                by_id=actor.user_id,
                by_name=actor.name,
                since=now,
                until=datetime.combine(last, time(0), tzinfo=self.clock.zone),
            )
            for known in await uow.blocks.of(author, [chat.unit_id]):
                if (known.reason, known.until) == (block.reason, block.until):
                    return known
            await uow.blocks.put(block)
            uow.audit.record(
                "resident.blocked", str(actor.user_id), author, at=now, detail=f"{block.reason} {last.isoformat()}"
            )
            await self._tell(uow, actor, petition, block)
            await uow.commit()
        return block

    async def _tell(self, uow: UnitOfWork, actor: StaffActor, petition: Petition, block: Block) -> None:
        resident = await uow.residents.get(block.resident_id)
        unit = await _with_office(uow, await uow.units.get(block.unit_id))
        day, reason = local_day(block.until, self.clock.zone), Term(f"block-reason-{block.reason}")
        once = f"blocked:{block.resident_id}:{block.unit_id}:{block.since.isoformat()}"
        told = MessageSpec(
            "blocked-notice",
            {"unit": unit.name, "day": day, "reason": reason, "office": unit.office or "—", "phone": unit.phone or "—"},
        )
        uow.outbox.add(_to_person(resident.telegram_id, once, told))
        word = messages.staff_word(
            petition, actor.chat_id, "staff-blocked", f"{once}:desk", name=actor.name, day=day, reason=reason
        )
        uow.outbox.add(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeBlocks:
    """Whom a desk keeps from writing now."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor) -> Sequence[BlockedPerson]:
        """Return them, whose block ends first before the rest. Raises NotFoundError("chat-not-bound")."""
        async with self.uow.reading() as uow:
            chat, now = await _chat(uow, actor), self.clock.now()
            return [each for each in await uow.blocks.in_unit(chat.unit_id) if each.block.lasts(now)]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiftBlock:
    """Let somebody write again before the day; they are told. Twice is once."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: StaffActor, resident_id: ResidentId) -> None:
        """Raises NotFoundError("chat-not-bound") or ("block-over"): there is none any more."""
        async with self.uow() as uow:
            chat, now = await _chat(uow, actor), self.clock.now()
            blocks = [each for each in await uow.blocks.of(resident_id, [chat.unit_id]) if each.lasts(now)]
            if not blocks:
                raise NotFoundError("block-over")
            await uow.blocks.lift(resident_id, chat.unit_id)
            uow.audit.record("resident.unblocked", str(actor.user_id), resident_id, at=now)
            resident, unit = await uow.residents.get(resident_id), await uow.units.get(chat.unit_id)
            once = f"unblocked:{resident_id}:{unit.id}:{blocks[0].since.isoformat()}"
            uow.outbox.add(_to_person(resident.telegram_id, once, MessageSpec("unblocked-notice", {"unit": unit.name})))
            await uow.commit()


LONGEST = max(limit.seconds for limit in LIMITS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetBlocks:
    """Nightly: what is over is forgotten, blocks and counts."""

    clock: Clock
    elapsed: Elapsed

    @property
    def name(self) -> str:
        return "blocks"

    @property
    def schedule(self) -> Schedule:
        return Daily(time(3, 30))

    async def prepare(self, period: Period) -> None:
        """Nothing: it is all in the turn's transaction."""

    async def run(self, uow: UnitOfWork, turn: Turn) -> None:  # noqa: ARG002 - what is over is asked of the rows
        await uow.blocks.forget(self.clock.now())
        await uow.paces.forget(self.elapsed.seconds() - LONGEST)


def _author(petition: Petition) -> ResidentId:
    if petition.resident_id is None:
        raise DomainError("block-anonymous", number=petition.number)
    return petition.resident_id


async def _chat(uow: UnitOfWork, actor: StaffActor) -> StaffChat:
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None:
        raise NotFoundError("chat-not-bound")
    return chat


async def _with_office(uow: UnitOfWork, own: Unit) -> Unit:
    """Return the unit, or the nearest above that has a counter, under the unit's own name."""
    unit = own
    while not unit.office and unit.parent_id is not None:
        unit = await uow.units.get(unit.parent_id)
    return unit


def _to_person(chat: TelegramUserId, once: str, spec: MessageSpec) -> OutboxItem:
    return OutboxItem(dedupe=once, operation=Operation.SEND, chat_id=ChatId(chat), priority=Priority.REPLY, spec=spec)


__all__ = ["BlockAuthor", "BlockReason", "ForgetBlocks", "LiftBlock", "SeeBlocks"]
