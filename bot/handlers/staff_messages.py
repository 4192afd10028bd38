"""What staff write in their group: replies, notes, answers to a prompt. Found by message id or topic, never by text."""

from dataclasses import dataclass

from aiogram import Bot, F, Router
from aiogram.enums import ChatType, ContentType
from aiogram.filters import Filter
from aiogram.types import Message

from bot.handlers.staff_albums import meant_in_album
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_marks import IsNote, LooksLikeCommand, without_note_mark
from core.app import UseCases
from core.petitions.asking import ASKED
from core.petitions.intent import Intent
from core.petitions.model import Author
from core.petitions.usecases.desk import StaffWords
from core.shared.actor import StaffActor
from core.shared.ids import AttachmentId, ChatId, MessageId, PetitionId, TelegramUserId, ThreadId
from core.shared.link_roles import LinkRole
from core.shared.text import fold
from dialogs.incoming import read_message, without_person
from dialogs.speech import Speech
from dialogs.stray import words_of as words_of_choice

WORDS = {
    ContentType.TEXT,
    ContentType.ANIMATION,
    ContentType.AUDIO,
    ContentType.CHECKLIST,
    ContentType.CONTACT,
    ContentType.DICE,
    ContentType.DOCUMENT,
    ContentType.GAME,
    ContentType.INVOICE,
    ContentType.LIVE_PHOTO,
    ContentType.LOCATION,
    ContentType.PAID_MEDIA,
    ContentType.PHOTO,
    ContentType.POLL,
    ContentType.RICH_MESSAGE,
    ContentType.STICKER,
    ContentType.STORY,
    ContentType.UNKNOWN,
    ContentType.VENUE,
    ContentType.VIDEO,
    ContentType.VIDEO_NOTE,
    ContentType.VOICE,
}
"""What people send; of kinds younger than our library we are told nothing but that there is something."""
OWN = {role for role, asked in ASKED.items() if asked.own}
"""Prompts that only whom they ask may answer."""
ONCE = {role for role, asked in ASKED.items() if asked.once}
"""What a case gets once, however many pictures come with it."""


@dataclass(frozen=True, slots=True)
class Target:
    """The case a group message is about, and what the message it answers asked for."""

    petition_id: PetitionId
    role: LinkRole


class AboutCase(Filter):
    """In a case's topic every message is about the case; elsewhere replies to what we posted, with all their parts."""

    async def __call__(
        self, message: Message, use_cases: UseCases, actor: StaffActor | None = None
    ) -> bool | dict[str, Target]:
        chat = ChatId(message.chat.id)
        answered = message.reply_to_message
        found = None
        if answered is not None and answered.forum_topic_created is None:
            found = await use_cases.find.by_message(chat, MessageId(answered.message_id))
        if found is not None and found[1] is not LinkRole.STAFF_MESSAGE:
            return {"target": Target(*found)}
        if message.is_topic_message and message.message_thread_id is not None:
            topic = await use_cases.find.by_topic(chat, ThreadId(message.message_thread_id))
            if topic is not None:
                return {"target": Target(topic, LinkRole.CARD)}
        begun = await use_cases.find.begun(actor, message.media_group_id or "") if actor else None
        if begun is None and actor is not None and answered is None:
            begun = await use_cases.find.goes_on(actor, MessageId(message.message_id), message.date)
        return {"target": Target(begun, LinkRole.CARD)} if begun else False


def words_of(message: Message, use_cases: UseCases) -> StaffWords | None:
    """Read what a staff member wrote; None if it cannot be passed on."""
    incoming = without_person(read_message(message))
    if incoming.unreadable:
        return None
    files = tuple(file.kept_as(AttachmentId(use_cases.ids.new())) for file in incoming.files)
    said = incoming.words
    album = message.media_group_id or ""
    answers = message.reply_to_message.message_id if message.reply_to_message else 0
    quotes = bool(incoming.quoted) and not incoming.elsewhere
    where = MessageId(message.message_id)
    return StaffWords(said.text, where, files, album, marks=said.marks, answers=answers, quotes=quotes)


async def stays_inside(message: Message, use_cases: UseCases, actor: StaffActor, words: StaffWords) -> bool:
    """Tell whether words go on with a note: in its text that Telegram split, or in answer to it."""
    find = use_cases.find
    if await find.goes_on_with_note(actor, words.message_id, message.date):
        return True
    answered = message.reply_to_message
    said = await find.said_last(ChatId(message.chat.id), MessageId(answered.message_id)) if answered else None
    return said is not None and said.author is Author.NOTE


def asked_another(message: Message, actor: StaffActor) -> bool:
    """Tell whether the message answers a prompt that mentions somebody else."""
    answered = message.reply_to_message
    asked = [e.user.id for e in (answered.entities if answered else None) or () if e.user is not None]
    return bool(asked) and actor.user_id not in asked


async def write(
    message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, target: Target, album_caption: str
) -> None:
    """Say it as it is meant: inside by its strokes, else as the prompt it answers asks, else as was asked for last."""
    words = words_of(message, use_cases)
    if words is None:
        await message.reply(speech.html("staff-unreadable"))
        return
    inside = without_note_mark(words.text)
    if inside is not None:
        await use_cases.note(actor, target.petition_id, words.saying(words.said.only(inside)))
        return
    meant, awaited = target.role, False
    begun = await use_cases.find.begun(actor, words.album) == target.petition_id
    part = await meant_in_album(use_cases, actor, target.petition_id, meant, words, album_caption)
    if (
        without_note_mark(album_caption) is not None
        or part is LinkRole.PROMPT_NOTE
        or (part is None and not begun and await stays_inside(message, use_cases, actor, words))
    ):
        meant = LinkRole.PROMPT_NOTE
    elif meant in ASKED and (meant in OWN or takes_it_back(words, speech)) and asked_another(message, actor):
        await message.reply(speech.html("staff-prompt-of-other"))
        return
    elif part is not None:
        meant = part
    elif meant not in ASKED:
        asked = await use_cases.find.meant(actor, target.petition_id, words.album)
        meant = meant if asked in ONCE and answers_words(message, target) else asked or meant
        awaited = meant in ASKED
    if (target.role in ASKED or awaited) and takes_it_back(words, speech):
        await use_cases.cancel_prompt(actor, target.petition_id, words.message_id)
        return
    if meant in ONCE and await is_mere_more(use_cases, actor, target, words, album_caption, meant):
        meant = LinkRole.PROMPT_REPLY
    say = ASKED[meant if meant in ASKED else LinkRole.PROMPT_REPLY].use(use_cases)
    await say(actor, target.petition_id, words)


def takes_it_back(words: StaffWords, speech: Speech) -> bool:
    """Tell whether words say that a button was pressed by mistake; nobody tells a resident that and nothing else."""
    return not words.attachments and fold(words.text) in words_of_choice(("names-cancel",), speech)


def answers_words(message: Message, target: Target) -> bool:
    """Tell whether a message answers words of the case: then it is about them, and not the question or the answer."""
    answered = message.reply_to_message
    return answered is not None and answered.forum_topic_created is None and target.role is not LinkRole.CARD


async def is_mere_more(
    use_cases: UseCases, actor: StaffActor, target: Target, words: StaffWords, album_caption: str, meant: LinkRole
) -> bool:
    """Tell whether the question or the answer has been said, or will be in another part of the album."""
    begun = await use_cases.find.begun(actor, words.album) == target.petition_id
    if words.album and not words.text and (album_caption or begun):
        return True
    return not begun and await use_cases.find.is_met(actor, target.petition_id, meant)


class AnswersUs(Filter):
    """An answer to a message of ours, or to what went to a resident: meant for somebody, and of no case we can tell."""

    async def __call__(self, message: Message, bot: Bot, use_cases: UseCases) -> bool:
        answered = message.reply_to_message
        if answered is None or answered.forum_topic_created is not None:
            return False
        if answered.from_user is not None and answered.from_user.id == bot.id:
            return True
        return await use_cases.find.by_message(ChatId(message.chat.id), MessageId(answered.message_id)) is not None


class ForgotPrompt(Filter):
    """Words outside of any case by somebody whom a button has just asked for some: for a case, or talk? Asked once."""

    def __init__(self) -> None:
        self._told: dict[tuple[ChatId, TelegramUserId], Intent] = {}

    async def __call__(self, message: Message, actor: StaffActor, use_cases: UseCases) -> bool:
        awaited = None if message.reply_to_message else await use_cases.find.awaited(actor)
        who = (actor.chat_id, actor.user_id)
        if awaited is None or self._told.get(who) == awaited:
            return False
        self._told[who] = awaited
        return True


async def stray(message: Message, speech: Speech) -> None:
    """Nothing a staff member may take for sent vanishes without a word."""
    await message.reply(speech.html("staff-stray-reply"))


async def unanswered(message: Message, speech: Speech) -> None:
    await message.reply(speech.html("staff-prompt-unanswered"))


class MayGoOn(Filter):
    """Perhaps the rest of long words, perhaps talk: too far from them, in time or in number, to be sent on."""

    async def __call__(self, message: Message, actor: StaffActor, use_cases: UseCases) -> bool:
        if message.reply_to_message is not None or not message.text:
            return False
        return await use_cases.find.part_before(actor, MessageId(message.message_id), message.date) is not None


async def perhaps_rest(message: Message, speech: Speech) -> None:
    await message.reply(speech.html("staff-rest-unsent"))


class Spoken(Filter):
    """What a person has put there, known to us or not; all else (joined, pinned, topic closed …) Telegram says."""

    async def __call__(self, message: Message) -> bool:
        return message.content_type in WORDS


def build_staff_messages_router() -> Router:
    router = Router(name="staff-messages")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}), IsStaff(), Spoken())
    router.message.register(write, ~LooksLikeCommand(), AboutCase())
    router.message.register(stray, ~LooksLikeCommand(), AnswersUs())
    router.message.register(stray, IsNote())
    router.message.register(perhaps_rest, ~LooksLikeCommand(), MayGoOn())
    router.message.register(unanswered, ~LooksLikeCommand(), ForgotPrompt())
    return router
