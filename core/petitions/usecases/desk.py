from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.petitions import messages, policy
from core.petitions.access import access_desk_case
from core.petitions.clocks import promise_after_acceptance
from core.petitions.intent import ASKED, Intent
from core.petitions.model import Attachment, Author, CaseMessage, Event, Handler, HistoryRow, Petition, Stage
from core.shared.actor import StaffActor
from core.shared.clock import Clock, local_day
from core.shared.ids import CaseMessageId, ChatId, IdSource, MessageId, PetitionId, TelegramUserId
from core.shared.outbox import LinkRole
from core.uow import UnitOfWork, UnitOfWorkFactory


@dataclass(frozen=True, slots=True)
class StaffWords:
    """What a staff member wrote in the group, and where: the message that gets the tick when it has arrived."""

    text: str
    message_id: MessageId
    attachments: Sequence[Attachment] = ()
    album: str = ""
    """The album the message is a part of; all parts are meant alike."""
    edition: int = 0
    """Of an edited message the number of its update: each edit is something new to say, the same one twice is not."""

    def source(self, chat_id: ChatId) -> str:
        """Name what was said: the same message, or the same edit of it, twice is one."""
        return f"tg:{chat_id}:{self.message_id}" + (f":{self.edition}" if self.edition else "")


def record(uow: UnitOfWork, was: Petition, petition: Petition, event: Event, actor: StaffActor, at: datetime) -> None:
    uow.history.append(
        HistoryRow(
            petition_id=petition.id,
            event=event,
            actor_kind="staff",
            actor_id=str(actor.user_id),
            actor_name=actor.name,
            at=at,
            from_stage=was.stage,
            to_stage=petition.stage,
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What the desk's use cases share: how a case is taken, and how words reach its author."""

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource

    async def chat_of(self, uow: UnitOfWork, petition: Petition) -> TelegramUserId | None:
        if petition.resident_id is None:
            return None
        return (await uow.residents.get(petition.resident_id)).telegram_id

    async def take(self, uow: UnitOfWork, was: Petition, actor: StaffActor, now: datetime) -> Petition:
        """Claim and accept; the resident is told who has the case and until when (XF 22–23: written notice)."""
        petition = replace(
            was.apply(Event.CLAIM),
            handler=Handler(user_id=actor.user_id, name=actor.name),
            accepted_at=now,
            promises=promise_after_acceptance(was.promises, now, self.clock),
        )
        record(uow, was, petition, Event.CLAIM, actor, now)
        uow.audit.record("petition.claimed", str(actor.user_id), petition.id, at=now)
        if chat := await self.chat_of(uow, petition):
            unit = await uow.units.get(petition.unit_id)
            days = {
                "reply": local_day(petition.promises.reply_by, self.clock.zone),
                "answer": local_day(petition.promises.answer_by, self.clock.zone),
            }
            uow.outbox.add(messages.notice(petition, chat, "notice-accepted", unit=unit.name, name=actor.name, **days))
        await uow.petitions.save(petition)
        return petition

    async def meant(
        self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId, words: StaffWords, event: Event
    ) -> None:
        """What a button asked for has been said; further parts of an album are meant like this one."""
        if words.edition:
            return  # a correction of before is not what the button asked for
        who = (actor.chat_id, actor.user_id, petition_id)
        asked = await uow.intents.of(*who)
        if words.album:
            role = next(role for role, meant in ASKED.items() if meant is event)
            begun = await uow.intents.of(*who, words.album) or asked
            if event is not Event.NOTE and begun is not None and begun.covers(words.album, self.clock.now()):
                role = begun.role  # a picture of the album may go out as a mere reply before its words as the answer
            await self.intend(uow, actor, petition_id, role, words.album)
        if asked is not None and ASKED[asked.role] is event:
            await uow.intents.drop(*who)  # anything else said in the meantime leaves the button waiting

    async def intend(
        self, uow: UnitOfWork, actor: StaffActor, petition_id: PetitionId, role: LinkRole, album: str = ""
    ) -> None:
        intent = Intent(
            chat_id=actor.chat_id,
            user_id=actor.user_id,
            petition_id=petition_id,
            role=role,
            at=self.clock.now(),
            album=album,
        )
        await uow.intents.put(intent)

    async def refresh(self, uow: UnitOfWork, petition: Petition) -> None:
        for item in messages.refresh_cards(petition, await uow.links.cards(petition.id)):
            uow.outbox.add(item)

    async def say(
        self, actor: StaffActor, petition_id: PetitionId, words: StaffWords, event: Event, key: str
    ) -> Petition:
        """Carry a staff message to the resident; unclaimed cases are taken by whoever speaks first."""
        policy.ensure_says_something(words.text, len(words.attachments))
        source = words.source(actor.chat_id)
        async with self.uow() as uow:
            was = await access_desk_case(uow, actor, petition_id)
            if await uow.messages.by_source(source):
                return was
            now = self.clock.now()
            if was.stage is Stage.SUBMITTED:
                was = await self.take(uow, was, actor, now)
            petition = was.apply(event)
            message = CaseMessage(
                id=CaseMessageId(self.ids.new()),
                petition_id=petition.id,
                author=Author.STAFF,
                author_name=actor.name,
                text=words.text,
                at=now,
                source=source,
                attachments=tuple(words.attachments),
            )
            uow.messages.add(message)
            record(uow, was, petition, event, actor, now)
            await self._deliver(uow, petition, message, actor, words.message_id, key)
            await self.meant(uow, actor, petition_id, words, event)
            await uow.links.add(actor.chat_id, words.message_id, petition.id, LinkRole.STAFF_MESSAGE, message.id)
            await uow.petitions.save(petition)
            await self.refresh(uow, petition)
            await uow.commit()
        return petition

    async def _deliver(
        self,
        uow: UnitOfWork,
        petition: Petition,
        message: CaseMessage,
        actor: StaffActor,
        origin: MessageId,
        key: str,
    ) -> None:
        chat = await self.chat_of(uow, petition)
        if chat is None:
            word = messages.staff_word(petition, actor.chat_id, "staff-kept-for-code", f"kept:{message.id}", origin)
            uow.outbox.add(word)
            return
        unit = await uow.units.get(petition.unit_id)
        for item in messages.to_resident(petition, message, chat, key, unit.name, (actor.chat_id, origin)):
            uow.outbox.add(item)
