"""The rota in a desk's group: `/duty`, `/swap`, `/away`, and what is pressed below them.

What a press may do is decided by the use case, from the rows, at this moment.
"""

import asyncio

from aiogram import Bot, F, Router
from aiogram.enums import ChatType, MessageEntityType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, Document, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.adapters.papers import LARGEST_TABLE, read_table
from bot.adapters.telegram_files import AiogramDownloader
from bot.handlers.staff_cards import IsStaff
from core.app import UseCases
from core.duty import lists
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.shared.ids import AwayId, MessageId, SwapId, TelegramUserId
from core.shared.listed import Listed
from dialogs.speech import Speech

ACTIONS = {Action.ROTA, Action.SWAP_YES, Action.SWAP_NO, Action.COME_BACK, Action.DUTY_PLAN}
IMPORT = "import"


class DutyCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in ACTIONS else False


async def duty(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases, bot: Bot
) -> None:
    """`/duty` shows the rota, `/duty DAYS PEOPLE` sets it, `/duty import` with a file takes a whole one."""
    use = use_cases.duty
    text, mentioned = named_in(message, command)
    if text.casefold() == IMPORT:
        listed = lists.plan(await use.plan.look(actor, await _rows(message, bot)))
    elif text or mentioned:
        sheet, slots = await use.set.words(actor, text, mentioned)
        listed = lists.overview(sheet, lists.set_news(slots))
    else:
        listed = lists.overview(await use.see(actor))
    await message.reply(speech.spec(listed.spec), reply_markup=markup(listed, speech))


async def swap(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/swap DAY @name [DAY]`: ask somebody to take one's day. They are asked in a message of its own."""
    text, mentioned = named_in(message, command)
    if not text:
        await message.reply(speech.html("swap-usage"))
        return
    await use_cases.duty.ask_swap(actor, text, MessageId(message.message_id), mentioned)


async def away(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/away DAYS`: I do not work then. Alone it lists one's own days off, to take them back."""
    use = use_cases.duty
    if command.args:
        listed = lists.gone(await use.go_away(actor, command.args), actor.name)
    else:
        sheet = await use.see(actor)
        listed = lists.aways([each for each in sheet.aways_of(actor.user_id) if each.last >= sheet.today])
    await message.reply(speech.spec(listed.spec), reply_markup=markup(listed, speech))


async def duty_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Do what the button says, answer, and let the message show how it is now."""
    use = use_cases.duty
    if code.action in {Action.SWAP_YES, Action.SWAP_NO}:
        await use.decide_swap(actor, SwapId(code.subject), accept=code.action is Action.SWAP_YES)
        await callback.answer()
        if isinstance(callback.message, Message):
            await callback.message.edit_reply_markup(reply_markup=None)
        return
    if code.action is Action.COME_BACK:
        listed = lists.overview(await use.come_back(actor, AwayId(code.subject)))
    elif code.action is Action.DUTY_PLAN:
        listed = lists.overview(await use.plan(actor))
    else:
        listed = await _step(code, actor, use_cases)
    await callback.answer()
    await show(callback, listed, speech)


async def _step(code: ActionCode, actor: StaffActor, use_cases: UseCases) -> Listed:
    use = use_cases.duty
    step, *more = code.subject.split(".")
    named = lists.checked(more[0]) if more else ""
    match step:
        case lists.WEEKS:
            return lists.weeks(await use.see(actor))
        case lists.DAYS:
            return lists.days(await use.see(actor))
        case lists.SLOT if named:
            return lists.slot(await use.see(actor), named)
        case lists.TOGGLE if named and more[1:] and more[1].isdecimal():
            return lists.slot(await use.set.toggle(actor, named, TelegramUserId(int(more[1]))), named)
        case lists.EVERY if named:
            return lists.slot(await use.set.as_every_week(actor, named), named)
    return lists.overview(await use.see(actor))


def named_in(message: Message, command: CommandObject) -> tuple[str, list[TelegramUserId]]:
    """Return a command's words without those who are mentioned in them, and who they are."""
    whole, typed = message.text or message.caption or "", command.args or ""
    mentioned = []
    for entity in (message.entities or message.caption_entities) or ():
        if entity.type == MessageEntityType.TEXT_MENTION and entity.user is not None:
            mentioned.append(TelegramUserId(entity.user.id))
            typed = typed.replace(entity.extract_from(whole), " ", 1)
    return " ".join(typed.split()), mentioned


async def _rows(message: Message, bot: Bot) -> list[tuple[str, ...]]:
    """Read the sheet that comes with a command, or that it answers; raises DomainError("duty-file")."""
    document = message.document or (message.reply_to_message and message.reply_to_message.document)
    if not isinstance(document, Document) or (document.file_size or 0) > LARGEST_TABLE:
        raise DomainError("duty-file")
    data = await AiogramDownloader(bot).download(document.file_id, LARGEST_TABLE)
    table = await asyncio.to_thread(read_table, document.file_name or "", data)
    if table is None or table.cut:
        raise DomainError("duty-file")
    return [*table.rows]


async def show(callback: CallbackQuery, listed: Listed, speech: Speech) -> None:
    """Let the message under whose button somebody pressed show a page."""
    if not isinstance(callback.message, Message):
        return
    try:
        await callback.message.edit_text(speech.spec(listed.spec), reply_markup=markup(listed, speech))
    except TelegramBadRequest as error:
        if "message is not modified" not in error.message:
            raise


def markup(listed: Listed, speech: Speech) -> InlineKeyboardMarkup | None:
    if not listed.rows:
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=speech.plain(p.key, **p.args), callback_data=p.action) for p in row]
            for row in listed.rows
        ]
    )


def build_staff_duty_router() -> Router:
    router = Router(name="staff-duty")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(duty, Command("duty"), IsStaff())
    router.message.register(swap, Command("swap"), IsStaff())
    router.message.register(away, Command("away"), IsStaff())
    router.callback_query.register(duty_pressed, DutyCode(), IsStaff())
    return router
