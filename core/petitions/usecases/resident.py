from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import partial

from core.abuse.rules import ensure_may_write, keep_pace
from core.mediation.access import access_party_case, is_other, noted
from core.mediation.model import Side
from core.mediation.steps import By, leave_with_petition
from core.mediation.telling import tell
from core.people.ports import Secrets
from core.petitions import messages, passing_on, policy
from core.petitions.access import access_by_code, access_own_case
from core.petitions.gathering import Gathering, Turn, family_of
from core.petitions.model import Attachment, Author, CaseMessage, Event, HistoryRow, Petition, Stage
from core.petitions.parts import ALBUM_PATIENCE, without_pencil
from core.petitions.places import CardPlace
from core.petitions.ports import FileIntake
from core.petitions.usecases.overtaking import overtake
from core.petitions.usecases.submit import access_hash
from core.shared.actor import RESIDENT, ResidentActor
from core.shared.clock import Clock, Elapsed, local_day
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import AttachmentId, CaseMessageId, ChatId, IdSource, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from core.shared.marks import Marked, without_people
from core.shared.tries import CASE_FILES, CASE_STICKERS, CASE_WORDS
from core.together.parting import lock_family, part_if_over
from core.together.telling import tell_stage
from core.uow import UnitOfWork, UnitOfWorkFactory
from core.volunteers.ending import end_call


def _history(petition: Petition, event: Event, was: Petition, actor_id: str, at: datetime) -> HistoryRow:
    return HistoryRow(
        petition_id=petition.id,
        event=event,
        actor_kind="resident" if actor_id else "anonymous",
        actor_id=actor_id,
        actor_name="",
        at=at,
        from_stage=was.stage,
        to_stage=petition.stage,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AddToCase:
    """Put a further message of the author into the case and before the staff.

    `source` is unique per message, so a repeated update adds nothing. With `code` the case is the anonymous one the
    code opens; neither the sender nor Telegram's ids are kept, and of `source` only a keyed hash.
    """

    uow: UnitOfWorkFactory
    clock: Clock
    ids: IdSource
    secrets: Secrets
    files: FileIntake
    elapsed: Elapsed
    gathering: Gathering

    async def __call__(
        self,
        actor: ResidentActor,
        petition_id: PetitionId | None,
        said: Marked | str,
        attachments: Sequence[Attachment],
        *,
        source: str,
        code: str = "",
        said_in: MessageId | None = None,
        answers: bool = False,
        album: str = "",
    ) -> str:
        """Return the case number; the author's message `said_in` leads to the case from now on.

        What `answers` a message about the case is taken also once it is closed, and told to the staff without a sound;
        so is what corrects that.
        What came in one `album` goes on as one.

        Raises NotFoundError, DomainError("case-stage-…") once it is closed, ("writing-paused"), ("pace-…").
        """
        words = said if isinstance(said, Marked) else Marked(said)
        policy.ensure_says_something(words.text, len(attachments))
        files = await self._clean(attachments) if code else tuple(attachments)
        if code:
            source = "code:" + self.secrets.keyed_hash("code-add", source)
            album = album and self.secrets.keyed_hash("code-album", album)[:32]
        async with self.uow() as uow:
            was = await self._access(uow, actor, petition_id, code)
            if await uow.messages.by_source(source):
                return was.number
            if not code and was.stage is not Stage.MORE_INFO:  # whoever is asked may answer, however much it is
                await self._keep_peace(uow, actor, was, files)
            before = await self._before(uow, actor, said_in, source) if said_in is not None and not code else []
            after = answers or any(was.has_ended_by(earlier.at) for earlier in before)
            event = Event.AFTERWORD if after and was.stage is Stage.CLOSED else Event.RESIDENT_ADDS
            other = not code and await is_other(uow, actor, was)
            event = Event.GM_ADDS if other else event
            petition = noted(was) if other else was.apply(event)
            at = self.clock.now()
            if was.anonymous:
                at = datetime.combine(local_day(at, self.clock.zone), time(0), tzinfo=self.clock.zone)
            message = CaseMessage(
                id=CaseMessageId(self.ids.new()),
                petition_id=petition.id,
                author=Author.OTHER if other else Author.RESIDENT,
                author_name=(was.party.name if was.party else "") if code else actor.name,
                text=words.text,
                marks=without_people(words.marks) if code else words.marks,
                at=at,
                source=source,
                attachments=files,
            )
            uow.messages.add(message)
            if said_in is not None and not code:
                chat = ChatId(actor.telegram_id)
                await uow.links.add(chat, said_in, petition.id, LinkRole.RESIDENT_MESSAGE, message.id)
            uow.history.append(_history(petition, event, was, "" if code else actor.resident_id, at))
            places = await uow.links.cards(petition.id)
            waits = self.elapsed.seconds() + ALBUM_PATIENCE if album else 0.0
            turn = self.gathering.turn(petition.id, family_of(message), album)
            await _tell_staff(uow, petition, message, before, places, turn, album=album, waits=waits)
            for item in messages.refresh_cards(petition, places, not_before=turn.not_before):
                uow.outbox.add(item)
            await uow.petitions.save(petition)
            await uow.commit()
        return petition.number

    async def _keep_peace(
        self, uow: UnitOfWork, actor: ResidentActor, was: Petition, files: Sequence[Attachment]
    ) -> None:
        """Whoever writes is meant, also where they speak for somebody else's petition."""
        who = actor.resident_id
        await ensure_may_write(uow, who, was.unit_id, self.clock)
        now, wordless = self.elapsed.seconds(), sum(file.kind in policy.WORDLESS for file in files)
        await keep_pace(uow, CASE_WORDS, who, now)
        if wordless:
            await keep_pace(uow, CASE_STICKERS, who, now, wordless)
        if len(files) > wordless:
            await keep_pace(uow, CASE_FILES, who, now, len(files) - wordless)

    async def _before(
        self, uow: UnitOfWork, actor: ResidentActor, said_in: MessageId, source: str
    ) -> Sequence[CaseMessage]:
        """Return what an edited message has said before, oldest first; nothing if this is no edit."""
        first = f"tg:{actor.telegram_id}:{said_in}"
        return [] if source == first else await uow.messages.editions(first)

    async def _access(
        self, uow: UnitOfWork, actor: ResidentActor, petition_id: PetitionId | None, code: str
    ) -> Petition:
        if code:
            return await access_by_code(uow, access_hash(self.secrets, code))
        if petition_id is None:
            raise NotFoundError("case-unknown")
        return await access_party_case(uow, actor, petition_id)

    async def _clean(self, attachments: Sequence[Attachment]) -> tuple[Attachment, ...]:
        cleaned = []
        for file in attachments:
            blob = await self.files.anonymise(file.kind, file.file_id)
            cleaned.append(Attachment(id=AttachmentId(self.ids.new()), kind=file.kind, blob_id=blob))
        return tuple(cleaned)


async def _tell_staff(
    uow: UnitOfWork,
    petition: Petition,
    message: CaseMessage,
    before: Sequence[CaseMessage],
    places: Sequence[CardPlace],
    turn: Turn,
    *,
    album: str,
    waits: float,
) -> None:
    """Words that correct others take their place as far as the staff have not seen them: what came later stays later.

    Of what nobody has seen any of, nothing is corrected: the staff read the last words alone. A correction of what they
    have seen goes alone, without its album.
    """
    waiting = {place.chat_id: await uow.outbox.words_waiting(petition.id, place.chat_id) for place in places}
    turns = {chat: passing_on.in_turn(words_before) for chat, words_before in waiting.items()}
    going = partial(passing_on.to_staff, petition, places=places, turns=turns, afterword=not petition.open)
    going = partial(going, gathered=turn)
    if before:
        plain = without_pencil(message.words)
        uncorrected = replace(message, text=plain.text, marks=plain.marks)
        items = going(uncorrected, album=album, not_before=waits)
        if await uow.outbox.put_unseen([earlier.id for earlier in before], items):
            return
        album, waits = "", 0.0
    items = going(message, album=album, not_before=waits)
    if not before or not await uow.outbox.put_unseen([before[-1].id], items):
        for item in items:
            uow.outbox.add(item)


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPetition:
    """The author takes the petition back; staff are told. Withdrawing twice is one withdrawal."""

    uow: UnitOfWorkFactory
    clock: Clock
    secrets: Secrets

    async def __call__(self, actor: ResidentActor, petition_id: PetitionId | None, *, code: str = "") -> str:
        """Return the case number. Raises NotFoundError, or DomainError("case-stage-closed")."""
        async with self.uow() as uow:
            if code:
                found = await uow.petitions.by_access_hash(access_hash(self.secrets, code))
                petition_id = found.id if found else None
            if petition_id is None:
                raise NotFoundError("code-unknown" if code else "case-unknown")
            await lock_family(uow, petition_id)
            was = await (
                access_by_code(uow, access_hash(self.secrets, code))
                if code
                else access_own_case(uow, actor, petition_id)
            )
            if was.stage == "withdrawn":
                return was.number
            now = self.clock.now()
            if was.anonymous:
                now = datetime.combine(local_day(now, self.clock.zone), time(0), tzinfo=self.clock.zone)
            petition = replace(was.apply(Event.WITHDRAW), closed_at=now)
            author = "" if code else actor.resident_id
            left = await leave_with_petition(uow, was, By("resident", author), now)
            uow.history.append(_history(petition, Event.WITHDRAW, was, author, now))
            if author:  # the order of the audit's rows would date an anonymous act; the history has its day
                uow.audit.record("petition.withdrawn", RESIDENT, petition.id, at=now)
            await uow.answers.drop(petition.id)
            await overtake(uow, petition, self.clock)
            await end_call(uow, petition)
            places = await uow.links.cards(petition.id)
            for place in places:
                word = messages.staff_word(
                    petition, place.chat_id, "staff-withdrawn", f"withdrawn:{petition.id}:{place.chat_id}"
                )
                turn = passing_on.in_turn(await uow.outbox.words_waiting(petition.id, place.chat_id))
                uow.outbox.add(replace(word, priority=turn))
            for item in messages.refresh_cards(petition, places):
                uow.outbox.add(item)
            await uow.petitions.save(petition)
            petition = await part_if_over(uow, petition, now, self.clock.zone)
            await tell_stage(uow, petition)
            if left is not None:
                await tell(uow, petition, left, "gm-left", Side.OTHER)
            await uow.commit()
        return petition.number


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenByCode:
    """Find the anonymous case a code opens; nothing about who asks is kept."""

    uow: UnitOfWorkFactory
    secrets: Secrets

    async def __call__(self, code: str) -> PetitionId:
        """Raises DomainError("code-short") or NotFoundError("code-unknown")."""
        if len(code) < 8:  # noqa: PLR2004 - codes have 12 characters; anything this short is a slip of the finger
            raise DomainError("code-short")
        async with self.uow.reading() as uow:
            found = await uow.petitions.by_access_hash(access_hash(self.secrets, code))
        if found is None:
            raise NotFoundError("code-unknown")
        return found.id
