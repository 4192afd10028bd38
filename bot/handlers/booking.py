"""Booking in private chats: `/book`, and buttons under what was sent; each press reads the place anew."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from core.shared.actions import Action, ActionCode
from core.shared.ids import BookingId
from dialogs.albums import show_below
from dialogs.booking.door import open_booking, open_month
from dialogs.booking.mine import ask_decline, take_offer
from dialogs.pages import Visit

ACTIONS = {Action.SHOW_BOOKING, Action.TAKE_OFFER, Action.DECLINE_OFFER}


class BookingCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in ACTIONS else False


async def book(_message: Message, dialog_manager: DialogManager) -> None:
    show_below(dialog_manager)
    await open_month(Visit.of(dialog_manager))


async def booking_pressed(
    callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode, pressed_again: bool = False
) -> None:
    if pressed_again:
        await callback.answer()
        return
    show_below(dialog_manager)
    visit, booking_id = Visit.of(dialog_manager), BookingId(code.subject)
    if code.action is Action.TAKE_OFFER:
        await take_offer(visit, booking_id)
    elif code.action is Action.DECLINE_OFFER:
        await ask_decline(visit, booking_id)
    else:
        await open_booking(visit, booking_id)
    await callback.answer()


def build_booking_router() -> Router:
    """Before the other handlers of private chats, which know no command and no button of these."""
    router = Router(name="booking")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.message.register(book, ~NotConsented(), Command("book"))
    router.callback_query.register(booking_pressed, ~NotConsented(), BookingCode())
    return router
