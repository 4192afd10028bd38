import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from core.petitions.access import see_desk_case, speaks_for
from core.petitions.asking import takes
from core.petitions.case_found import case_found
from core.petitions.intent import Intent
from core.petitions.model import Author, CaseMessage, Petition, Stage
from core.petitions.parts import NEAR, SPLIT
from core.petitions.queries import CaseReader, CaseView
from core.petitions.usecases.resident import OpenByCode
from core.shared.actor import ResidentActor, StaffActor
from core.shared.clock import Clock
from core.shared.errors import NotFoundError
from core.shared.ids import ChatId, MessageId, PetitionId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.text import utf16_len
from core.uow import UnitOfWorkFactory

_NUMBER = re.compile(r"(?<!\d)(?:(20\d\d)(?:\D+|(?=\d{6}\D*$)))?0*(\d{1,6})\D*$")
"""A year counts as one only before a separator or six digits: 20261 is a number of this year."""

_NOTHING_ELSE = re.compile(r"\W*(?:(?:XF|No)\W*)?(?:(20\d\d)(?:\W+|(?=\d{6}\W*$)))?0*(\d{1,6})\W*", re.IGNORECASE)
"""A text that is a number and nothing besides: among free words only such a one can be meant."""

_LETTERS = re.compile(r"(?<=[\d\-])[oO]+(?![^\W\d_])|(?<![^\W\d_])[oO]+(?=[\doO]*\d)")
"""The letter where a nought is meant: among digits, or before them."""
MOST_PARTS = 4
"""XF 2026 No 123: so many words a number may take."""
_NUMBER_FIRST = re.compile(r"\W*(?:(?:XF|No)\W*)?(?:(20\d\d)\W+)?0*(\d{1,6})(?!\w)", re.IGNORECASE)
"""The number a text begins with."""

_BARE = re.compile(r"\W*\d{1,5}\W*")
"""A number without year or leading zeros: it may as well answer a question."""

_SAID = {LinkRole.PROMPT_ASK: Stage.MORE_INFO, LinkRole.PROMPT_ANSWER: Stage.ANSWERED}
"""Where a case stands once it has been said."""

SPLIT_WITHIN = timedelta(minutes=1)
AT_ONCE = timedelta(seconds=5)
"""Nobody reads what he has sent and writes something else so fast."""


def _number_in(plain: str) -> re.Match[str] | None:
    """Return the number a text begins with, in as many words as it takes; else the last one in it."""
    words = _LETTERS.sub(lambda found: "0" * len(found[0]), plain).split()
    for count in range(min(len(words), MOST_PARTS), 0, -1):
        if match := _NOTHING_ELSE.fullmatch(" ".join(words[:count])):
            return match
    return _NUMBER.search(" ".join(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class FindCase:
    """Find the case a message or topic belongs to, or the one a person means by a number."""

    uow: UnitOfWorkFactory
    clock: Clock

    async def by_message(self, chat_id: ChatId, message_id: MessageId) -> tuple[PetitionId, LinkRole] | None:
        async with self.uow.reading() as uow:
            return await uow.links.find(chat_id, message_id)

    async def by_topic(self, chat_id: ChatId, thread_id: ThreadId) -> PetitionId | None:
        async with self.uow.reading() as uow:
            return await uow.links.by_topic(chat_id, thread_id)

    async def said(self, chat_id: ChatId, message_id: MessageId) -> CaseMessage | None:
        """Return what a message in a chat said in a case, as it was first said; None if it was nothing of a case."""
        async with self.uow.reading() as uow:
            return await uow.messages.by_source(f"tg:{chat_id}:{message_id}")

    async def said_last(self, chat_id: ChatId, message_id: MessageId) -> CaseMessage | None:
        """Return what a message in a chat says in a case after all its edits; None if it was nothing of a case."""
        async with self.uow.reading() as uow:
            return await uow.messages.latest_edition(f"tg:{chat_id}:{message_id}")

    async def meant(self, actor: StaffActor, petition_id: PetitionId, album: str) -> LinkRole | None:
        """Return what this person's words in a case are meant to be: asked for by a button, or like their album.

        What a button asked for and the case can take no longer, because a colleague was faster, is not meant any more.
        Raises NotFoundError if the case is none of this chat's.
        """
        who = (actor.chat_id, actor.user_id, petition_id)
        async with self.uow.reading() as uow:
            begun = await uow.intents.of(*who, album) if album else None
            intent = begun or await uow.intents.of(*who)
            if intent is None or not intent.covers(album, self.clock.now()):
                return None
            petition = await see_desk_case(uow, actor, petition_id)
        return intent.role if takes(petition.stage, intent.role) else None

    async def is_met(self, actor: StaffActor, petition_id: PetitionId, role: LinkRole) -> bool:
        """Tell whether what a prompt asked this person for has been said: what answers it now is something more."""
        async with self.uow.reading() as uow:
            waits = await uow.intents.of(actor.chat_id, actor.user_id, petition_id)
            petition = await see_desk_case(uow, actor, petition_id)
        return (waits is None or waits.role is not role) and petition.stage is _SAID.get(role)

    async def begun(self, actor: StaffActor, album: str) -> PetitionId | None:
        """Return the case into which a part of this album of this person has gone already."""
        async with self.uow.reading() as uow:
            intent = await uow.intents.of_album(actor.chat_id, actor.user_id, album) if album else None
        return intent.petition_id if intent else None

    async def began_as(self, actor: StaffActor, petition_id: PetitionId, album: str) -> LinkRole | None:
        """Return as what a part of this album has gone into a case already, wherever the case is now."""
        async with self.uow.reading() as uow:
            intent = await uow.intents.of_album(actor.chat_id, actor.user_id, album) if album else None
        return intent.role if intent is not None and intent.petition_id == petition_id else None

    async def waits_for(self, actor: StaffActor, petition_id: PetitionId) -> LinkRole | None:
        """Return what a button asked this person for in a case and has not got yet, however long ago."""
        async with self.uow.reading() as uow:
            intent = await uow.intents.of(actor.chat_id, actor.user_id, petition_id)
        return intent.role if intent is not None else None

    async def awaited(self, actor: StaffActor) -> Intent | None:
        """Return what a button of this chat still waits for from this person."""
        async with self.uow.reading() as uow:
            intent = await uow.intents.asked_last(actor.chat_id, actor.user_id)
        return intent if intent and intent.covers("", self.clock.now()) else None

    async def part_before(self, actor: StaffActor, message_id: MessageId, written: datetime) -> CaseMessage | None:
        """Return the long words of which a message `written` then (aware) may be a part that Telegram has split off.

        Parts follow each other closely, in number and in time.
        """
        async with self.uow.reading() as uow:
            for back in range(1, NEAR):
                before = await uow.messages.by_source(f"tg:{actor.chat_id}:{message_id - back}")
                if before is None or before.author_name != actor.name:
                    continue
                near = written <= before.at + SPLIT_WITHIN  # `at` is when it was read, after an outage much later
                return before if near and utf16_len(before.text) >= SPLIT else None
        return None

    async def goes_on_with_note(self, actor: StaffActor, message_id: MessageId, written: datetime) -> bool:
        """Tell whether a message is a further part of a note: it must not reach the author of the case."""
        before = await self.part_before(actor, message_id, written)
        return before is not None and before.author is Author.NOTE

    async def goes_on(self, actor: StaffActor, message_id: MessageId, written: datetime) -> PetitionId | None:
        """Return the case of which a message that answers nothing speaks, because it is a further part of other words.

        A part of a note stays inside, so it may be taken for one in doubt. What would reach a resident must leave none:
        it follows the first part at once, and with no other message between.
        """
        before = await self.part_before(actor, message_id, written)
        if before is None:
            return None
        next_to_it = before.source == f"tg:{actor.chat_id}:{message_id - 1}"
        certain = next_to_it and abs(written - before.at) <= AT_ONCE
        return before.petition_id if certain or before.author is Author.NOTE else None

    async def by_number(self, typed: str, chat_id: ChatId) -> Petition | None:
        """Read `XF-2026-000123`, `2026-123` or just `123` (this year); only cases with a card in `chat_id`."""
        match = _number_in(unicodedata.normalize("NFKC", typed))
        if match is None:
            return None
        async with self.uow.reading() as uow:
            found = await uow.petitions.by_number(self._number(match))
            if found is None:
                return None
            cards = await uow.links.cards(found.id)
            seen = {card.chat_id for card in cards} | {await uow.seats.lends_to(found.id)}
            return found if chat_id in seen else None

    async def anywhere(self, typed: str) -> PetitionId | None:
        """Return the case whose number a text begins with, whoever's it is: for rules, never to be shown."""
        match = _NUMBER_FIRST.match(unicodedata.normalize("NFKC", typed))
        if match is None:
            return None
        async with self.uow.reading() as uow:
            found = await uow.petitions.by_number(self._number(match))
        return None if found is None else found.id

    async def own(self, actor: ResidentActor, typed: str, *, bare: bool = True) -> PetitionId | None:
        """Return the actor's own case if `typed` is its number, written in any of these ways, and nothing else.

        `bare` False asks for a number written out, `XF-2026-000123`, `2026-123` or `000123`.
        """
        plain = unicodedata.normalize("NFKC", typed)
        match = _NOTHING_ELSE.fullmatch(plain)
        if match is None or (not bare and _BARE.fullmatch(plain)):
            return None
        async with self.uow.reading() as uow:
            found = await uow.petitions.by_number(self._number(match))
        return found.id if found is not None and found.resident_id == actor.resident_id else None

    def is_number(self, typed: str) -> bool:
        """Tell whether a text is the number of some case, written as we write it, and nothing else."""
        plain = unicodedata.normalize("NFKC", typed)
        return "XF" in plain.upper() and _NOTHING_ELSE.fullmatch(plain) is not None

    def _number(self, match: re.Match[str]) -> str:
        year = match[1] or str(self.clock.now().astimezone(self.clock.zone).year)
        return f"XF-{year}-{int(match[2]):06d}"

    async def card_link(self, petition_id: PetitionId, chat_id: ChatId) -> str | None:
        """Return the address of the case's card, as Telegram links messages of a supergroup; None if not sent yet."""
        async with self.uow.reading() as uow:
            cards = await uow.links.cards(petition_id)
        card = next((card for card in cards if card.chat_id == chat_id and card.message_id), None)
        if card is None:
            return None
        inner = str(chat_id).removeprefix("-100")
        return f"https://t.me/c/{inner}/{card.message_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowToStaff:
    """Say in a staff chat where a case stands; whatever answers this word is about the case."""

    uow: UnitOfWorkFactory
    find: FindCase

    async def __call__(self, actor: StaffActor, typed: str, asked_by: MessageId, thread_id: ThreadId | None) -> bool:
        """Answer the message `asked_by`; False if `typed` names no case of this chat. Once for each message.

        Where nothing is typed the case of the topic is meant.
        """
        if typed.strip():
            petition = await self.find.by_number(typed, actor.chat_id)
        else:
            petition = await self._of_topic(actor.chat_id, thread_id)
        if petition is None:
            return False
        link = await self.find.card_link(petition.id, actor.chat_id)
        async with self.uow() as uow:
            chat = await uow.staff_chats.get(actor.chat_id)
            petition = replace(petition, handler=petition.taken_in(chat.unit_id) if chat else None)
            lent = await uow.seats.lends_to(petition.id) == actor.chat_id
            found = case_found(petition, actor.chat_id, asked_by, thread_id, link or "", with_team=lent)
            uow.outbox.add(found)
            await uow.commit()
        return True

    async def _of_topic(self, chat_id: ChatId, thread_id: ThreadId | None) -> Petition | None:
        if thread_id is None:
            return None
        async with self.uow.reading() as uow:
            found = await uow.links.by_topic(chat_id, thread_id)
            return None if found is None else await uow.petitions.get(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeCase:
    """Show a case to its author, or who speaks for its signers: by who they are, or by the code of an anonymous one."""

    cases: CaseReader
    open_by_code: OpenByCode

    async def own(self, actor: ResidentActor, petition_id: PetitionId) -> CaseView:
        """Raises NotFoundError("case-unknown") for absent and not yours alike."""
        view = await self.cases.view(petition_id)
        if view is None or (view.petition.resident_id != actor.resident_id and not await self._speaks(actor, view)):
            raise NotFoundError("case-unknown")
        return view

    async def _speaks(self, actor: ResidentActor, view: CaseView) -> bool:
        async with self.open_by_code.uow.reading() as uow:
            return await speaks_for(uow, actor, view.petition.id)

    async def by_code(self, code: str) -> CaseView:
        """Raises DomainError("code-short") or NotFoundError("code-unknown")."""
        view = await self.cases.view(await self.open_by_code(code))
        if view is None:
            raise NotFoundError("code-unknown")
        return view
