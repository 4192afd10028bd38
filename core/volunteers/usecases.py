"""Signing up, calling, answering, thanking. A volunteer's name is seen only by the desk they said yes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.people.model import Purpose, StaffChat
from core.petitions.access import access_desk_case
from core.shared.actions import Action, ActionCode
from core.shared.actor import ResidentActor, StaffActor
from core.shared.clock import Clock
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import CallId, ChatId, IdSource, MessageId, UnitId
from core.shared.messages import Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.text import is_blank, utf16_len
from core.uow import UnitOfWork, UnitOfWorkFactory
from core.volunteers.for_cases import ensure_helped, spec_of, tell_case
from core.volunteers.model import LONGEST, MAX_WANTED, Asked, Call, CallState, Reply, Skill, Times, Volunteer, rates


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """A resident says with what and when they would help; they can take it back at any time."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def see(self, actor: ResidentActor) -> Volunteer | None:
        async with self.uow.reading() as uow:
            return await uow.volunteers.of(actor.resident_id)

    async def toggle(self, actor: ResidentActor, what: Skill | Times | None = None) -> Volunteer:
        """Become a volunteer, and choose a skill or a time, or not; that is the consent to be asked."""
        async with self.uow() as uow:
            known = await uow.volunteers.of(actor.resident_id)
            was = known or Volunteer(resident_id=actor.resident_id, since=self.clock.now())
            if isinstance(what, Skill):
                was = replace(was, skills=was.skills ^ {what})
            elif isinstance(what, Times):
                was = replace(was, times=was.times ^ {what})
            await uow.volunteers.save(was)
            await uow.commit()
        return was

    async def withdraw(self, actor: ResidentActor) -> None:
        async with self.uow() as uow:
            await uow.volunteers.withdraw(actor.resident_id)
            await uow.commit()


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """A call with how it stands; `yes` are named, of the others only how many."""

    call: Call
    unit_name: str
    ready: int
    yes: Sequence[Asked] = ()
    no: int = 0
    asked: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    unit_name: str
    volunteers: int
    rates: Mapping[str, str]
    calls: Sequence[Call]


async def _desk(uow: UnitOfWork, actor: StaffActor) -> StaffChat:
    chat = await uow.staff_chats.get(actor.chat_id)
    if chat is None or Purpose.DESK not in chat.purposes:
        raise DomainError("call-elsewhere")
    return chat


async def _below(uow: UnitOfWork, unit_id: UnitId) -> list[UnitId]:
    found: list[UnitId] = []
    for unit in await uow.units.all():
        if unit.id == unit_id or unit.parent_id in found:
            found.append(unit.id)
    return found


async def _ready(uow: UnitOfWork, call: Call) -> list[Asked]:
    """Return who is asked: of a case its author is not."""
    people = await uow.volunteers.ready(await _below(uow, call.unit_id), call.skill)
    author = None if call.petition_id is None else (await uow.petitions.get(call.petition_id)).resident_id
    return [each for each in people if each.resident_id != author]


async def _sheet(uow: UnitOfWork, call: Call) -> CallSheet:
    asked = await uow.volunteers.asked(call.id)
    ready = await _ready(uow, call)
    return CallSheet(
        call=call,
        unit_name=(await uow.units.get(call.unit_id)).name,
        ready=len(ready),
        yes=[each for each in asked if each.reply is Reply.YES],
        no=len([each for each in asked if each.reply is Reply.NO]),
        asked=len(asked),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class CallVolunteers:
    """The desk's side: write, look, send, stop, thank."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def overview(self, actor: StaffActor) -> Overview:
        """Raises DomainError("call-elsewhere")."""
        async with self.uow.reading() as uow:
            desk = await _desk(uow, actor)
            units = await _below(uow, desk.unit_id)
            counts = await uow.volunteers.counts(units)
            return Overview(
                unit_name=(await uow.units.get(desk.unit_id)).name,
                volunteers=counts["residents"][0],
                rates=rates(counts),
                calls=await uow.volunteers.calls(desk.unit_id),
            )

    async def draft(self, actor: StaffActor, wanted: int, text: str, source: MessageId) -> CallSheet:
        """The same message twice is one call. Raises DomainError("call-usage", "call-long", "call-elsewhere")."""
        text = text.strip()
        if is_blank(text) or not 1 <= wanted <= MAX_WANTED:
            raise DomainError("call-usage")
        if utf16_len(text) > LONGEST:
            raise DomainError("call-long", count=LONGEST)
        async with self.uow() as uow:
            desk = await _desk(uow, actor)
            call = Call(
                id=CallId(self.ids.new()),
                unit_id=desk.unit_id,
                source=f"{actor.chat_id}:{source}",
                text=text,
                wanted=wanted,
                by=actor.user_id,
                chat_id=actor.chat_id,
                made_at=self.clock.now(),
            )
            if not await uow.volunteers.add(call):
                calls = await uow.volunteers.calls(desk.unit_id)
                call = next((each for each in calls if each.source == call.source), call)
            sheet = await _sheet(uow, call)
            await uow.commit()
        return sheet

    async def see(self, actor: StaffActor, call_id: CallId) -> CallSheet:
        """Raises NotFoundError("call-unknown")."""
        async with self.uow() as uow:
            return await _sheet(uow, await self._own(uow, actor, call_id))

    async def with_skill(self, actor: StaffActor, call_id: CallId, skill: Skill | None) -> CallSheet:
        return await self._change(actor, call_id, (CallState.DRAFT,), skill=skill)

    async def send(self, actor: StaffActor, call_id: CallId) -> CallSheet:
        """Ask everybody who would help, privately; raises DomainError("call-nobody") or ("call-not-for-case")."""
        async with self.uow() as uow:
            was = await self._own(uow, actor, call_id)
            if was.state is not CallState.DRAFT:
                raise ConflictError("call-changed")
            if was.petition_id is not None:
                ensure_helped(await uow.petitions.get(was.petition_id))
            people = await _ready(uow, was)
            if not people:
                raise DomainError("call-nobody")
            call = replace(was, state=CallState.OPEN, version=was.version + 1)
            await uow.volunteers.save_call(call)
            await uow.volunteers.ask(call, people)
            unit = await uow.units.get(call.unit_id)
            for each in people:
                uow.outbox.add(_invitation(call, unit.name, each))
            uow.audit.record("volunteers.called", str(actor.user_id), call.id, at=self.clock.now())
            sheet = await _sheet(uow, call)
            await uow.commit()
        return sheet

    async def drop(self, actor: StaffActor, call_id: CallId) -> CallSheet:
        return await self._change(actor, call_id, (CallState.DRAFT,), state=CallState.DROPPED)

    async def thank(self, actor: StaffActor, call_id: CallId) -> CallSheet:
        """End a call, and thank everybody who said yes."""
        async with self.uow() as uow:
            was = await self._own(uow, actor, call_id)
            if was.state not in {CallState.OPEN, CallState.ENOUGH}:
                raise ConflictError("call-changed")
            call = replace(was, state=CallState.OVER, version=was.version + 1)
            await uow.volunteers.save_call(call)
            sheet = await _sheet(uow, call)
            for each in sheet.yes:
                spec = spec_of(call, "volunteer-thanks", {"unit": sheet.unit_name})
                uow.outbox.add(_private(f"thanks:{call.id}:{each.resident_id}", each, spec))
            await uow.commit()
        return sheet

    async def _change(
        self, actor: StaffActor, call_id: CallId, states: Sequence[CallState], **changes: object
    ) -> CallSheet:
        async with self.uow() as uow:
            was = await self._own(uow, actor, call_id)
            if was.state not in states:
                raise ConflictError("call-changed")
            call = replace(was, version=was.version + 1, **changes)  # type: ignore[arg-type]  # fields of a call
            await uow.volunteers.save_call(call)
            sheet = await _sheet(uow, call)
            await uow.commit()
        return sheet

    async def _own(self, uow: UnitOfWork, actor: StaffActor, call_id: CallId) -> Call:
        case = await uow.volunteers.case_of(call_id)
        if case is not None:
            await access_desk_case(uow, actor, case)  # first the case, as whoever closes it does
            return await uow.volunteers.lock(call_id)
        call = await uow.volunteers.lock(call_id)
        desk = await _desk(uow, actor)
        if call.unit_id != desk.unit_id:
            raise NotFoundError("call-unknown")
        return call


def _private(dedupe: str, to: Asked, spec: MessageSpec) -> OutboxItem:
    return OutboxItem(
        dedupe=dedupe,
        operation=Operation.SEND,
        chat_id=ChatId(to.telegram_id),
        priority=Priority.BRIEF,
        spec=spec,
    )


def _invitation(call: Call, unit_name: str, to: Asked) -> OutboxItem:
    rows = [
        [
            Button("button-volunteer-yes", ActionCode(Action.VOLUNTEER_YES, call.id).pack()),
            Button("button-volunteer-no", ActionCode(Action.VOLUNTEER_NO, call.id).pack()),
        ]
    ]
    spec = spec_of(call, "volunteer-call", {"unit": unit_name, "count": call.wanted})
    return _private(f"call:{call.id}:{to.resident_id}", to, replace(spec, buttons=rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCall:
    """A volunteer says yes or no. When enough have said yes the desk is told, and nobody more is taken."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def __call__(self, actor: ResidentActor, call_id: CallId, reply: Reply) -> str:
        """Return the key of what they are told; raises NotFoundError("call-unknown") for whoever was not asked."""
        async with self.uow() as uow:
            call = await uow.volunteers.lock(call_id)
            asked = {each.resident_id: each for each in await uow.volunteers.asked(call_id)}
            mine = asked.get(actor.resident_id)
            if mine is None:
                raise NotFoundError("call-unknown")
            if call.state is CallState.OVER:
                return "volunteer-over"
            if mine.reply is reply:
                return f"volunteer-said-{reply}"
            if reply is Reply.YES and call.state is CallState.ENOUGH:
                return "volunteer-enough"
            await uow.volunteers.answer(call_id, actor.resident_id, reply)
            yes = [each.resident_id for each in asked.values() if each.reply is Reply.YES]
            count = len(yes) + 1 if reply is Reply.YES else len([each for each in yes if each != actor.resident_id])
            state = CallState.ENOUGH if count >= call.wanted else CallState.OPEN
            await tell_case(uow, call, mine, reply, count, self.clock)
            if state is not call.state:
                call = replace(call, state=state, version=call.version + 1)
                await uow.volunteers.save_call(call)
                if state is CallState.ENOUGH and call.petition_id is None:  # a case is told of each
                    uow.outbox.add(
                        OutboxItem(
                            dedupe=f"enough:{call.id}:{call.version}",
                            operation=Operation.SEND,
                            chat_id=call.chat_id,
                            priority=Priority.REPLY,
                            spec=MessageSpec("call-enough", {"count": count, "text": call.text[:60]}),
                        )
                    )
            await uow.commit()
        return f"volunteer-said-{reply}"
