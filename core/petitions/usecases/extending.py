from dataclasses import dataclass, replace
from datetime import tzinfo

from core.petitions import messages, policy
from core.petitions.above import desk_above
from core.petitions.access import access_desk_case
from core.petitions.clocks import extended
from core.petitions.extension import CHOICES, Extension, ExtensionState
from core.petitions.masking import masked_spec
from core.petitions.model import Event, Petition
from core.petitions.usecases.deeds import Doing
from core.petitions.usecases.desk import Desk, record
from core.petitions.words import StaffWords
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import Calendar, local_day
from core.shared.errors import ConflictError, DomainError, NotFoundError
from core.shared.ids import ChatId, ExtensionId, PetitionId
from core.shared.messages import Arg, Button, MessageSpec
from core.shared.outbox import Operation, OutboxItem, Priority
from core.shared.text import excerpt
from core.uow import UnitOfWork

REASON = 600
"""UTF-16 units of a reason in a message; all of it stands in the history."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposeExtension(Doing):
    """Whoever has a case asks for more time, with the reason; a second person of the desk, or the level above, decides.

    Of two who ask at once one is heard.
    """

    async def __call__(self, actor: StaffActor, petition_id: PetitionId, words: StaffWords) -> Petition:
        """Raises DomainError("extension-not-yours" | "extension-late"), ConflictError("extension-exists")."""
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if not await self.heard(uow, actor, was, words):
                return was
            policy.ensure_may_extend(was, actor, self.clock)
            if await uow.extensions.of(petition_id):
                raise ConflictError("extension-exists")
            petition, now = was.apply(Event.PROPOSE_EXTENSION), self.clock.now()
            extension = Extension(
                id=ExtensionId(self.ids.new()),
                petition_id=petition_id,
                reason=words.text,
                proposed_by=actor.user_id,
                proposed_name=actor.name,
                proposed_at=now,
            )
            uow.extensions.add(extension)
            record(uow, was, petition, Event.PROPOSE_EXTENSION, actor, now, words.text)
            uow.audit.record("petition.extension-proposed", str(actor.user_id), petition_id, at=now)
            spec = asking(petition, extension, self.clock.zone)
            uow.outbox.add(messages.in_case(petition, actor.chat_id, f"extension:{extension.id}", spec))
            if above := await desk_above(uow, actor.chat_id):
                uow.outbox.add(_to_above(petition, extension, above, spec))
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition


def asking(petition: Petition, extension: Extension, zone: tzinfo) -> MessageSpec:
    """Return the question before whoever may decide, with a button for each number of days."""
    args: dict[str, Arg] = {
        "number": petition.number,
        "name": extension.proposed_name,
        "reason": excerpt(extension.reason, REASON),
        "answer": local_day(petition.promises.answer_by, zone),
    }

    def code(days: int) -> str:
        return ActionCode(Action.DECIDE_EXTENSION, f"{extension.id}.{days}").pack()

    yes = [Button(f"button-extend-{days}", code(days)) for days in CHOICES]
    return MessageSpec("extension-asked", args, buttons=[yes, [Button("button-extend-no", code(0))]])


def _to_above(petition: Petition, extension: Extension, chat: ChatId, spec: MessageSpec) -> OutboxItem:
    """The level above has no card of the case; it is told what was asked for, and no more."""
    return OutboxItem(
        dedupe=f"extension:{extension.id}:above",
        operation=Operation.SEND,
        chat_id=chat,
        priority=Priority.CARD,
        spec=masked_spec(spec),
        purge_at_once=petition.anonymous,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideExtension(Desk):
    """A second person agrees to some days or refuses; whoever proposed cannot. What came too late says so."""

    calendar: Calendar

    async def __call__(self, actor: StaffActor, extension_id: ExtensionId, days: int) -> tuple[Petition, Extension]:
        """Return the case and what has become of the proposal; `days` 0 refuses.

        Raises DomainError("extension-own" | "extension-late"), ConflictError("extension-decided", name=…),
        NotFoundError("extension-unknown").
        """
        async with self.uow() as uow:
            found = await uow.extensions.get(extension_id)
            if found.state is ExtensionState.OVERTAKEN:  # wherever the case is now
                return await uow.petitions.get(found.petition_id), found
            was = await self._access(uow, actor, found.petition_id)
            asked, now = await uow.extensions.get(extension_id), self.clock.now()
            if asked.state is ExtensionState.PROPOSED and not was.can(Event.EXTEND):
                await uow.extensions.save(asked.overtaken(now))
                await uow.commit()
                return was, asked.overtaken(now)
            state = ExtensionState.APPROVED if days in CHOICES else ExtensionState.REFUSED
            decided = asked.decided(state, actor.user_id, actor.name, now, days if days in CHOICES else 0)
            petition = self._extended(was, decided) if decided.days else was.apply(Event.REFUSE_EXTENSION)
            event = Event.EXTEND if decided.days else Event.REFUSE_EXTENSION
            await uow.extensions.save(decided)
            record(uow, was, petition, event, actor, now, f"{decided.days} {asked.reason}".removeprefix("0 "))
            uow.audit.record(f"petition.extension-{state}", str(actor.user_id), petition.id, at=now)
            await self._tell(uow, petition, decided)
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition, decided

    async def _access(self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId) -> Petition:
        """Return the case, locked: to its desk, and to the desk of the level above."""
        desks = {place.chat_id for place in await uow.links.cards(petition_id)}
        if actor.chat_id not in desks and actor.chat_id in {await desk_above(uow, desk) for desk in desks}:
            if await uow.history.recused(petition_id, actor.user_id):
                raise NotFoundError("extension-unknown")
            return await uow.petitions.lock(petition_id)
        return await access_desk_case(uow, actor, petition_id)

    def _extended(self, was: Petition, decided: Extension) -> Petition:
        if policy.is_over(was, self.clock):
            raise DomainError("extension-late")
        promises = extended(was.promises, decided.days, self.calendar, self.clock)
        return replace(was.apply(Event.EXTEND), promises=promises)

    async def _tell(self, uow: UnitOfWork, petition: Petition, decided: Extension) -> None:
        zone = self.clock.zone
        args: dict[str, Arg] = {
            "days": decided.days,
            "reason": excerpt(decided.reason, REASON),
            "name": decided.decided_name,
            "by": decided.proposed_name,
            "reply": local_day(petition.promises.reply_by, zone),
            "answer": local_day(petition.promises.answer_by, zone),
        }
        chat = await self.chat_of(uow, petition)
        if decided.days and chat:
            uow.outbox.add(messages.notice(petition, chat, "notice-extended", **args))
        key = "staff-extended" if decided.days else "staff-extension-refused"
        for place in await uow.links.cards(petition.id):
            dedupe = f"extension-decided:{decided.id}:{place.chat_id}"
            uow.outbox.add(messages.staff_word(petition, place.chat_id, key, dedupe, None, **args))
