"""The board in private chats: `/news`, with words to look for, and buttons that open an item."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, CommandStart, Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from core.shared.actions import Action, ActionCode
from core.shared.ids import ItemId
from core.shared.text import excerpt
from core.shared.tries import WRONG_POSTERS
from dialogs.albums import show_below
from dialogs.disclosure.board import MAX_QUERY
from dialogs.disclosure.door import open_board, open_item, search_board
from dialogs.disclosure.links import BOARD, ITEM, item_behind, open_link, unit_behind
from dialogs.pages import Visit
from dialogs.start import open_home, open_onboarding, remember_wanted


class ItemCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.SHOW_ITEM else False


async def follow(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """Links of sheets on the wall. Whoever tries link after link is told to wait, as with posters."""
    show_below(dialog_manager)
    visit, link = Visit.of(dialog_manager), command.args or ""
    tries, who = visit.use.tries, visit.actor.telegram_id
    unit = None if tries.used_up(WRONG_POSTERS, who) else await unit_behind(visit, link)
    if unit is None:
        visit.flash("too-many-tries" if tries.used_up(WRONG_POSTERS, who) else "news-link-unknown")
        tries.count(WRONG_POSTERS, who)
        await (open_home(visit) if visit.actor.consented else open_onboarding(visit))
    elif visit.actor.consented:
        await open_link(visit, link)
    else:
        await remember_wanted(visit, link, unit)
        await open_onboarding(visit)


async def news(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """`/news`, `/news GK-2026-12`, or `/news` and what to look for."""
    show_below(dialog_manager)
    visit, typed = Visit.of(dialog_manager), (command.args or "").strip()
    found = await item_behind(visit, f"{ITEM}{typed}") if typed else None
    if found is not None:
        await open_item(visit, found)
    elif typed:
        await search_board(visit, excerpt(typed, MAX_QUERY))
    else:
        await open_board(visit)


async def item_pressed(
    callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode, pressed_again: bool = False
) -> None:
    if not pressed_again:
        show_below(dialog_manager)
        await open_item(Visit.of(dialog_manager), ItemId(code.subject))
    await callback.answer()


def build_disclosure_router() -> Router:
    """Before the other handlers of private chats, which know no command and no button of these."""
    router = Router(name="disclosure")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.message.register(follow, CommandStart(deep_link=True, magic=F.args.startswith((ITEM, BOARD))))
    router.message.register(news, ~NotConsented(), Command("news"))
    router.callback_query.register(item_pressed, ~NotConsented(), ItemCode())
    return router
