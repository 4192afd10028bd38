"""`/why` in private chats: how the person's last free text was understood."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode

from bot.handlers.private import NotConsented
from dialogs.albums import show_below
from dialogs.pages import Visit
from dialogs.start import open_home
from dialogs.why import why


async def tell_why(_message: Message, dialog_manager: DialogManager) -> None:
    """Say it on top of the window that is open, which stays as it is."""
    show_below(dialog_manager)
    visit = Visit.of(dialog_manager)
    visit.flash(await why(visit))
    if dialog_manager.has_context():
        await dialog_manager.show(ShowMode.SEND)
    else:
        await open_home(visit)


def build_why_router() -> Router:
    """Before the other handlers of private chats, which do not know the command."""
    router = Router(name="why")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(tell_why, ~NotConsented(), Command("why"))
    return router
