from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.duty.access import on_duty
from core.duty.messages import on_new_card
from core.people.model import Purpose, Unit
from core.petitions import flow, messages
from core.petitions.access import access_desk_case, see_desk_case
from core.petitions.clocks import Pledges, promise_after_move
from core.petitions.flow import Roads
from core.petitions.model import Event, Petition
from core.petitions.service import elsewhere
from core.petitions.usecases.calling_out import call_out
from core.petitions.usecases.deeds import Doing
from core.petitions.usecases.desk import record
from core.petitions.usecases.overtaking import overtake
from core.petitions.usecases.seats import retell, stand_in_for
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.clock import Calendar, Clock, local_day
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.shared.link_roles import LinkRole
from core.shared.messages import Arg, MessageSpec
from core.together.noticing import on_arrival
from core.together.parting import lock_family, part_if_over
from core.together.telling import tell_stage
from core.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class Rules:
    """What the side roads go by, besides the table."""

    calendar: Calendar
    pledges: Pledges
    roads: Roads


async def move(
    uow: UnitOfWork,
    was: Petition,
    event: Event,
    to: Unit,
    *,
    now: datetime,
    rules: Rules,
    clock: Clock,
    arrived: MessageSpec,
) -> Petition:
    """Let another unit have the case: the table's stage, nobody has it, our pledges begin anew, no date of law moves.

    The chat that works on it from now on is told all there is to know, and `arrived`, and whoever is on duty there is
    called as for a new case; the chats of before see where it went. The caller has locked the family, writes the
    history, and commits. Raises DomainError("no-desk-there", unit=…).
    """
    home = await uow.staff_chats.serving(to.id, Purpose.DESK)
    if home is None:
        raise DomainError("no-desk-there", unit=to.name)
    other = None if home.out_since is None else await stand_in_for(uow, home)
    works = home if other is None else other
    begun = promise_after_move(was.promises, now, clock, rules.calendar, rules.pledges, to.level)
    promises = elsewhere(was, begun, now)
    petition = replace(was.apply(event), unit_id=to.id, handler=None, closed_at=None, review_by=None, promises=promises)
    before = [place.chat_id for place in await uow.links.cards(was.id)]
    if works.chat_id not in before:
        await retell(uow, petition, works.chat_id)
    await uow.seats.settle(was.id, home.chat_id, works.chat_id)
    first = works.chat_id not in before
    duty = None if was.urgent or not first else on_new_card(await on_duty(uow, works.unit_id, now, clock.zone))
    said = await on_arrival(uow, petition, works.chat_id, duty) if first else None
    uow.outbox.add(messages.card(petition, works.chat_id, first=first, said=said, ahead=True))
    word = f"arrived:{petition.id}:{petition.version}:{works.chat_id}"
    uow.outbox.add(messages.in_case(petition, works.chat_id, word, arrived))
    await call_out(uow, petition, works.chat_id, clock)
    for chat_id in before:
        if chat_id != works.chat_id:
            uow.outbox.add(messages.card(petition, chat_id))
    await overtake(uow, petition, clock, before)
    await uow.petitions.save(petition)
    return petition


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving(Doing):
    """What desks share that send a case elsewhere."""

    rules: Rules

    async def send(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords, event: Event) -> Petition:
        """Do it, or raise DomainError and change nothing."""
        async with self.uow() as uow:
            await lock_family(uow, petition_id)
            was = await access_desk_case(uow, actor, petition_id)
            if await uow.messages.by_source(words.source(actor.chat_id)):
                return was
            was.apply(event)
            to = await self._whither(uow, was, actor)  # before the words are taken: they forget what was chosen
            await self.heard(uow, actor, was, words)
            now, unit = self.clock.now(), await uow.units.get(was.unit_id)
            said: dict[str, Arg] = {"number": was.number, "unit": unit.name, "name": actor.name}
            arrived = MessageSpec(f"staff-arrived-{event.replace('_', '-')}", said)
            petition = await move(uow, was, event, to, now=now, rules=self.rules, clock=self.clock, arrived=arrived)
            if words.album:  # what was meant here went with the case: the album's other pictures are of the reason
                await self.intend(uow, actor, was.id, LinkRole.PROMPT_NOTE, words.album)
            record(uow, was, petition, event, actor, now, words.text, to.id)
            petition = await part_if_over(uow, petition, now, self.clock.zone)
            await tell_stage(uow, petition)
            uow.audit.record(f"petition.{event.replace('_', '-')}", str(actor.user_id), petition.id, at=now)
            if chat := await self.chat_of(uow, petition):
                claim = local_day(petition.promises.claim_by, self.clock.zone)
                key = f"notice-{event.replace('_', '-')}"
                uow.outbox.add(messages.notice(petition, chat, key, unit=to.name, reason=words.text, claim=claim))
            word = ("staff-sent-on", f"did:{actor.chat_id}:{words.message_id}", words.message_id)
            uow.outbox.add(messages.staff_word(petition, actor.chat_id, *word, unit=to.name))
            await uow.commit()
        return petition

    async def _whither(self, uow: UnitOfWork, was: Petition, actor: StaffActor) -> Unit:
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferCase(Moving):
    """Send a case to another unit of the tree, which was chosen before the reason was asked for."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("transfer-choose") where no unit has been chosen, or ("no-desk-there", unit=…)."""
        return await self.send(actor, petition_id, words, Event.TRANSFER)

    async def _whither(self, uow: UnitOfWork, was: Petition, actor: StaffActor) -> Unit:
        intent = await uow.intents.of(actor.chat_id, actor.user_id, was.id)
        chosen = intent.subject if intent is not None else ""
        units = flow.others_to_go_to(await uow.units.get(was.unit_id), await uow.units.all())
        found = [unit for unit in units if chosen and unit.id.startswith(chosen)]
        if len(found) != 1:
            raise DomainError("transfer-choose", number=was.number)
        return found[0]

    async def targets(self, actor: StaffActor, petition_id: PetitionId) -> tuple[Petition, Sequence[Unit]]:
        """Return the case and the units it can go to. Raises DomainError as the table does."""
        async with self.uow.reading() as uow:
            petition = await see_desk_case(uow, actor, petition_id)
            petition.apply(Event.TRANSFER)
            return petition, flow.others_to_go_to(await uow.units.get(petition.unit_id), await uow.units.all())


@dataclass(frozen=True, slots=True, kw_only=True)
class EscalateCase(Moving):
    """Send a case to the level above; one level at a time."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("escalate-top") at the street: what is above it is outside."""
        return await self.send(actor, petition_id, words, Event.ESCALATE)

    async def _whither(self, uow: UnitOfWork, was: Petition, actor: StaffActor) -> Unit:  # noqa: ARG002 - see Moving
        return flow.one_level_up(was, await uow.units.get(was.unit_id), await uow.units.all())


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectToCase(Moving):
    """Say within five working days that one is not competent: the case goes back to where it came from (XF 23)."""

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("object-nowhere") or ("object-too-late", days=…)."""
        return await self.send(actor, petition_id, words, Event.OBJECT)

    async def _whither(self, uow: UnitOfWork, was: Petition, actor: StaffActor) -> Unit:  # noqa: ARG002 - see Moving
        came = flow.arrival(await uow.history.of(was.id))
        today, zone = local_day(self.clock.now(), self.clock.zone), self.clock.zone
        return await uow.units.get(flow.ensure_may_object(was, came, today, self.rules.calendar, zone))
