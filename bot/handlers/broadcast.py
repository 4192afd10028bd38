"""What residents do about broadcasts: `/subscribe`, and the buttons under each of them."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from core.broadcast.model import Rhythm
from core.shared.actions import Action, ActionCode
from dialogs.albums import show_below
from dialogs.broadcast.door import open_subscription
from dialogs.pages import Visit

ACTIONS = {Action.SUBSCRIPTION, Action.STOP_BROADCASTS}


class BroadcastCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in ACTIONS else False


async def subscribe(_message: Message, dialog_manager: DialogManager) -> None:
    show_below(dialog_manager)
    await open_subscription(Visit.of(dialog_manager))


async def broadcast_pressed(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:
    """Stop means stop: no question back, and a page on which to change one's mind."""
    show_below(dialog_manager)
    visit = Visit.of(dialog_manager)
    if code.action is Action.STOP_BROADCASTS:
        await visit.use.broadcast.subscribe.rhythm(visit.actor, Rhythm.NEVER)
        visit.flash("subscription-stopped")
    await open_subscription(visit)
    await callback.answer()


def build_broadcast_router() -> Router:
    """Before the other handlers of private chats, which know no command and no button of these."""
    router = Router(name="broadcast")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.message.register(subscribe, ~NotConsented(), Command("subscribe"))
    router.callback_query.register(broadcast_pressed, ~NotConsented(), BroadcastCode())
    return router
