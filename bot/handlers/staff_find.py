"""`/find WORDS` in the desk's group. What was looked for is read again from the command that the page answers."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_lists import reply_with, show_again
from core.app import UseCases
from core.petitions.found_pages import list_found
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import NotFoundError
from core.shared.listed import Listed
from core.shared.text import is_blank
from dialogs.speech import Speech


class FoundCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.FOUND else False


async def find(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    if is_blank(command.args or ""):
        await message.reply(speech.html("find-usage"))
        return
    await reply_with(message, await _found(actor, use_cases, command.args or "", 0), speech)


async def found_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Turn the page. Raises NotFoundError where the command it answers is gone."""
    asked = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    typed = ((asked.text if asked else None) or "").split(maxsplit=1)
    words = typed[1] if len(typed) > 1 else ""
    if is_blank(words) or not code.subject.isdecimal():
        raise NotFoundError("command-gone")
    listed = await _found(actor, use_cases, words, int(code.subject))
    await callback.answer()
    await show_again(callback, listed, speech)


async def _found(actor: StaffActor, use_cases: UseCases, words: str, page: int) -> Listed:
    found = await use_cases.queue.search(actor, words, page)
    if not found.hits and found.page:
        found = await use_cases.queue.search(actor, words)
    return list_found(found, use_cases.clock.zone, actor.chat_id)


def build_staff_find_router() -> Router:
    router = Router(name="staff-find")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(find, Command("find"), IsStaff())
    router.callback_query.register(found_pressed, FoundCode(), IsStaff())
    return router
