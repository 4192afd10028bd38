"""Which case a command in a staff group is about: its topic's, the one whose card is answered, or one by its number."""

import re
from dataclasses import dataclass

from aiogram.filters import CommandObject
from aiogram.types import Message

from core.app import UseCases
from core.petitions.words import StaffWords
from core.shared.actor import StaffActor
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import AttachmentId, ChatId, MessageId, PetitionId, ThreadId
from dialogs.incoming import read_message, without_person

_NUMBER_FIRST = re.compile(r"\s*((?:(?:XF|No)\W*)?(?:20\d\d\W+)?0*\d{1,6})(?![\d\w])\W*", re.IGNORECASE)
"""The number a command begins with, written as people write it; a word or more digits right behind it is none."""


@dataclass(frozen=True, slots=True)
class Aimed:
    """The case a command is about, and what is written behind it."""

    petition_id: PetitionId
    words: StaffWords


async def aim(message: Message, command: CommandObject, actor: StaffActor, use_cases: UseCases) -> Aimed:
    """In a case's topic or in answer to what stands about a case that case is meant; elsewhere the number says it.

    Raises DomainError("command-which", command=…) where nothing says it, NotFoundError("command-number", command=…)
    for a number of no case of this chat.
    """
    text = (command.args or "").strip()
    found = await _by_place(message, use_cases)
    if found is None:
        number = _NUMBER_FIRST.match(text)
        if number is None:
            raise DomainError("command-which", command=command.command)
        named = await use_cases.find.by_number(number[1], actor.chat_id)
        if named is None:
            raise NotFoundError("command-number", command=command.command)
        found, text = named.id, text[number.end() :]
    files = without_person(read_message(message)).files
    kept = tuple(file.kept_as(AttachmentId(use_cases.ids.new())) for file in files)
    return Aimed(found, StaffWords(text, MessageId(message.message_id), kept, message.media_group_id or ""))


async def _by_place(message: Message, use_cases: UseCases) -> PetitionId | None:
    chat, answered = ChatId(message.chat.id), message.reply_to_message
    if answered is not None and answered.forum_topic_created is None:
        found = await use_cases.find.by_message(chat, MessageId(answered.message_id))
        if found is not None:
            return found[0]
    if message.is_topic_message and message.message_thread_id is not None:
        return await use_cases.find.by_topic(chat, ThreadId(message.message_thread_id))
    return None
