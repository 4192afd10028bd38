"""Commands in a staff group. Lists show numbers and beginnings only; what they open is checked again."""

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_marks import LooksLikeCommand
from bot.membership import chat_facts, is_administrator
from core.app import UseCases
from core.people.binding import BIND_LINK, bound_message
from core.shared.actor import StaffActor
from core.shared.errors import NotFoundError
from core.shared.ids import MessageId, TelegramUserId, ThreadId
from core.shared.language import Language
from core.shared.messages import MessageSpec
from core.shared.tries import GUEST_WORDS, WRONG_BINDS
from dialogs.speech import Speech


async def bind(message: Message, command: CommandObject, bot: Bot, speech: Speech, use_cases: UseCases) -> None:
    """`/bind CODE` by an administrator: refused until the bot has the rights it needs, naming each that is missing.

    A link that adds the bot says `/start bind_CODE` instead, in the name of whoever followed it.
    """
    if message.sender_chat is not None or message.from_user is None:
        await message.reply(speech.html("staff-anonymous-admin"))
        return
    if not command.args:
        await message.reply(speech.html("bind-usage"))
        return
    code, by = command.args.removeprefix(BIND_LINK), TelegramUserId(message.from_user.id)
    facts = await chat_facts(bot, message.chat.id)
    if not facts.is_supergroup:
        await message.reply(speech.html("bind-basic-group"))
        return
    if facts.missing_rights:
        await use_cases.refused_binds.note(code, facts.chat_id, by)
        lines = [MessageSpec(f"right-{right.replace('_', '-')}") for right in facts.missing_rights]
        await message.reply(speech.spec(MessageSpec("bind-rights", more=[*lines, MessageSpec("bind-rights-how")])))
        return  # before anything is asked that only an administrator is told
    if not await is_administrator(bot, message.chat.id, by):
        await message.reply(speech.html("bind-not-administrator"))
        return
    tries = use_cases.tries
    if tries.used_up(WRONG_BINDS, message.chat.id) or tries.used_up(WRONG_BINDS, by):
        await message.reply(speech.html("too-many-tries"))
        return
    try:
        chat, unit = await use_cases.bind(code, facts, by, speech.language)
    except NotFoundError:
        tries.count(WRONG_BINDS, message.chat.id)
        tries.count(WRONG_BINDS, by)
        raise
    await use_cases.seat_cases.anew(f"bound:{message.chat.id}:{message.message_id}")
    await use_cases.refused_binds.forget(code)
    await message.reply(speech.spec(bound_message(chat, unit)))


async def show_case(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/case N`: say where the card stands, so that it can be worked on; typing errors in N are forgiven.

    In a case's topic `/case` alone is about that case.
    """
    typed = command.args or ""
    if not await use_cases.show_to_staff(actor, typed, MessageId(message.message_id), _topic_of(message)):
        await message.reply(speech.html("case-not-found" if typed else "case-which"))


async def undo(message: Message, actor: StaffActor, use_cases: UseCases) -> None:
    """`/undo`, best in answer to the message that was too quick: it waits some seconds before it goes out."""
    answered = message.reply_to_message
    meant = MessageId(answered.message_id) if answered is not None else None
    await use_cases.undo(actor, MessageId(message.message_id), meant, _topic_of(message))


def _topic_of(message: Message) -> ThreadId | None:
    return ThreadId(message.message_thread_id) if message.is_topic_message and message.message_thread_id else None


async def staff_help(message: Message, speech: Speech, use_cases: UseCases) -> None:
    seconds = round(use_cases.undo.grace.seconds)
    more = [MessageSpec("staff-help-undo", {"seconds": seconds})] if seconds else []
    more += [MessageSpec("staff-help-queue"), MessageSpec("staff-help-find")]
    more += [MessageSpec("staff-help-figures"), MessageSpec("staff-help-commands")]
    await message.reply(speech.spec(MessageSpec("staff-help", more=more)))


async def unbound_help(message: Message, speech: Speech, use_cases: UseCases) -> None:
    """Whatever is asked in a group that nobody has bound: one sentence an hour."""
    if not use_cases.tries.used_up(GUEST_WORDS, message.chat.id):
        use_cases.tries.count(GUEST_WORDS, message.chat.id)
        await message.reply(speech.html("bind-usage"))


async def staff_language(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/language zh-CN|zh-TW|en`: a staff chat has a language of its own."""
    wanted = (command.args or "").strip().casefold()
    language = next((one for one in Language if one.value.casefold() == wanted), None)
    if language is None:
        await message.reply(speech.html("staff-language-usage"))
        return
    await use_cases.set_staff_language(actor.chat_id, language)
    await message.reply(Speech(speech.renderer, language).html("language-changed"))


async def unknown(message: Message, bot: Bot, speech: Speech) -> None:
    """A slip in a command must not reach a resident as a reply; what another bot is told is none of ours."""
    typed = (message.text or message.caption or "").split(maxsplit=1)
    if not typed:
        return  # a further picture of an album: it is said in answer to the one that has the words
    _, at, name = typed[0].partition("@")
    if at and name.casefold() != ((await bot.me()).username or "").casefold():
        return
    await message.reply(speech.html("staff-command-unknown"))


def build_staff_commands_router() -> Router:
    router = Router(name="staff-commands")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(bind, Command("bind"))
    router.message.register(bind, Command("start", magic=F.args.startswith(BIND_LINK)))
    router.message.register(show_case, Command("case"), IsStaff())
    router.message.register(undo, Command("undo"), IsStaff())
    router.message.register(staff_language, Command("language"), IsStaff())
    router.message.register(staff_help, Command("help", "start"), IsStaff())
    router.message.register(
        unbound_help, Command("help", "start", "queue", "mine", "overdue", "case", "find", "stats", "figures", "undo")
    )
    router.message.register(unknown, LooksLikeCommand(), IsStaff())
    return router
