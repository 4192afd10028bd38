"""What neighbours are told: below a card the staff's line, in private chats the author's yes and no."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from core.app import UseCases
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import PetitionId
from core.together import menus
from dialogs.albums import show_below
from dialogs.pages import Visit
from dialogs.speech import Speech
from dialogs.together.neighbours import open_neighbours


async def neighbours(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Show what neighbours read; take it down first where that was pressed."""
    case, show = PetitionId(code.subject), use_cases.together.show
    if code.action is Action.NEIGHBOURS_DOWN:
        await show.take_down(actor, case)
    await turn(callback, speech, menus.neighbours(*await show.see(actor, case)))
    await callback.answer()


async def mine(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:
    show_below(dialog_manager)
    await open_neighbours(Visit.of(dialog_manager), PetitionId(code.subject))
    await callback.answer()


def build_neighbours_router() -> Router:
    router = Router(name="neighbours")
    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    of_staff = DeedCode(Action.NEIGHBOURS, Action.NEIGHBOURS_DOWN)
    router.callback_query.register(neighbours, groups, of_staff, IsStaff())
    private = F.message.chat.type == ChatType.PRIVATE
    router.callback_query.register(mine, private, ~NotConsented(), DeedCode(Action.NEIGHBOURS_MINE))
    return router
