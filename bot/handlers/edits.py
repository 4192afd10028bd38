"""Edited messages. What is not handed in yet changes; what is out already is corrected by a new word with a pencil.

A case is append-only: both versions stand in it, and nobody has to wonder what the other side has read.
"""

from collections.abc import Sequence
from dataclasses import replace

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Filter
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from bot.handlers.private import COMMAND
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_marks import is_command, without_note_mark
from bot.handlers.staff_messages import AboutCase, takes_it_back, words_of
from bot.handlers.staff_news import amended
from core.app import UseCases
from core.petitions.draft import DraftFile
from core.petitions.model import Attachment, Author, CaseMessage
from core.petitions.parts import PENCIL, without_pencil
from core.shared.actor import StaffActor
from core.shared.ids import ChatId, MessageId
from core.shared.link_roles import LinkRole
from core.shared.text import is_blank
from dialogs.cases.pages import add_to_case
from dialogs.held import amend_held
from dialogs.incoming import Incoming, read_message
from dialogs.pages import Visit
from dialogs.petition.drafting import amend_unsent
from dialogs.speech import Speech
from dialogs.start import open_home
from dialogs.states import CasesSG

CODED = {CasesSG.coded, CasesSG.coded_write, CasesSG.coded_withdraw}


def same_files(before: CaseMessage, files: Sequence[DraftFile | Attachment]) -> bool:
    """Tell whether an edit left the files as they were; Telegram's file ids may change without the file."""
    return len(before.attachments) == len(files) and all(map(same_file, before.attachments, files))


def same_file(one: Attachment, other: DraftFile | Attachment) -> bool:
    """Tell whether two files are one: by the name Telegram has for it, else by what is seen of it."""
    if one.unique_id and other.unique_id:
        return one.unique_id == other.unique_id
    return (one.kind, one.name, one.size) == (other.kind, other.name, other.size)


class IsEdit(Filter):
    """Telegram says that a message of before has changed; see `bot.dispatcher.feed`."""

    async def __call__(self, _event: Message, edition: int = 0) -> bool:
        return edition != 0


async def by_resident(
    message: Message, dialog_manager: DialogManager, use_cases: UseCases, speech: Speech, edition: int
) -> None:
    """An edit of the draft changes the draft; of words in a case it adds the new words to the case."""
    dialog_manager.show_mode = ShowMode.SEND
    visit = Visit.of(dialog_manager)
    incoming = read_message(message)
    if incoming.unreadable or incoming.latitude is not None:
        return  # a position that moves on its way, a poll that got votes: nobody wrote anything
    nothing = is_blank(incoming.text) and not incoming.files
    told = None if nothing else await _amend(visit, incoming)
    if told is not None:
        visit.flash(told)
        if dialog_manager.has_context():
            await dialog_manager.show(ShowMode.SEND)
        else:
            await open_home(visit)
        return
    chat, message_id = ChatId(message.chat.id), MessageId(message.message_id)
    found = await use_cases.find.by_message(chat, message_id)
    if found is None or found[1] is not LinkRole.RESIDENT_MESSAGE or not visit.actor.consented:
        await message.reply(speech.html("edit-coded" if opened_by_code(visit) else "edit-unknown"))
        return
    before = await use_cases.find.said_last(chat, message_id)
    same = before is not None and without_pencil(before.words) in (incoming.words, incoming.told)
    if before is not None and same and same_files(before, incoming.files):
        return
    said = incoming.words.behind(PENCIL)
    pencilled = Incoming(said.text, incoming.files, message_id=incoming.message_id, marks=said.marks)
    await add_to_case(visit, found[0], pencilled, edition=edition)


async def _amend(visit: Visit, incoming: Incoming) -> str | None:
    """Take an edit of something not handed in yet, or held for its code; return the sentence to say, if it was."""
    return "edit-kept" if await amend_held(visit, incoming) else await amend_unsent(visit, incoming)


def opened_by_code(visit: Visit) -> bool:
    """Tell whether an anonymous case is open before them: what they edit is probably of it, and nobody may know."""
    manager = visit.manager
    there = manager.has_context() and manager.current_context().state in CODED
    return there and visit.use.codes.code_of(visit.actor.telegram_id) is not None


async def by_staff(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, edition: int) -> None:
    """A corrected reply goes to the resident as a further one; a corrected note stays inside."""
    if message.location is not None:
        return  # a position that moves on its way
    if await amended(message, actor, speech, use_cases):
        return
    before = await use_cases.find.said(ChatId(message.chat.id), MessageId(message.message_id))
    words, text = words_of(message, use_cases), message.text or message.caption or ""
    if words is None or before is None:
        if before is None and not is_command(text) and await AboutCase()(message, use_cases):
            await message.reply(speech.html("staff-edit-unsent"))
        return
    if is_command(text):
        if before.author is not Author.NOTE:
            await message.reply(speech.html("staff-edit-command"))
        return
    was_note, inside = before.author is Author.NOTE, without_note_mark(words.text)
    said = words.said if inside is None else words.said.only(inside)
    latest = await use_cases.find.said_last(ChatId(message.chat.id), MessageId(message.message_id)) or before
    if takes_it_back(words, speech) and await _never_mind(message, actor, speech, use_cases, edition):
        return
    made_a_note = inside is not None and latest.author is not Author.NOTE
    if not made_a_note and without_pencil(latest.words) == said and same_files(latest, words.attachments):
        return
    words = replace(words.saying(said), edition=edition)
    if was_note or inside is not None:
        await use_cases.note(actor, before.petition_id, words)
    else:
        await use_cases.reply(actor, before.petition_id, words)


async def _never_mind(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, edition: int) -> bool:
    """Take back what is held of a message that now says it was a mistake, or say that it is out; False for a note."""
    where = ChatId(message.chat.id), MessageId(message.message_id)
    first, latest = await use_cases.find.said(*where), await use_cases.find.said_last(*where)
    taken_back = await use_cases.undo.edited(actor, where[1], edition)
    if first is None or first.author is Author.NOTE:
        return taken_back
    if not taken_back or latest != first:
        await message.reply(speech.html("staff-edit-cancelled"))
    return True


async def passed_over(_message: Message) -> None:
    """Edits of commands, and in groups that are none of ours: what they did is done."""


def build_edits_router() -> Router:
    """The first router: no other handler takes an edited message for a new one."""
    router = Router(name="edits")
    router.message.filter(IsEdit())
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.register(by_staff, groups, IsStaff())
    router.message.register(passed_over, F.text.regexp(COMMAND))
    router.message.register(by_resident, F.chat.type == ChatType.PRIVATE)
    router.message.register(passed_over)
    return router
