"""`/me`: what is known of the person who asks."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command
from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from dialogs.albums import show_below
from dialogs.me.door import open_me
from dialogs.pages import Visit


async def me(_message: Message, dialog_manager: DialogManager) -> None:
    show_below(dialog_manager)
    await open_me(Visit.of(dialog_manager))


def build_me_router() -> Router:
    router = Router(name="me")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(me, ~NotConsented(), Command("me"))
    return router
