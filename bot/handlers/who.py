"""`/who`, and `/who` with words to look up, in a private chat."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from dialogs.albums import show_below
from dialogs.directory.door import open_who
from dialogs.pages import Visit


async def who(_message: Message, dialog_manager: DialogManager, command: CommandObject) -> None:
    show_below(dialog_manager)
    await open_who(Visit.of(dialog_manager), command.args or "")


def build_who_router() -> Router:
    """Before the other handlers of private chats, which know no command of these."""
    router = Router(name="who")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(who, ~NotConsented(), Command("who"))
    return router
