"""Voting in private chats: `/vote`, and the button under what was told about a ballot."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from core.shared.actions import Action, ActionCode
from core.shared.ids import BallotId
from dialogs.albums import show_below
from dialogs.ballots.door import open_ballot, open_votes
from dialogs.pages import Visit


class BallotCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.SHOW_BALLOT else False


async def vote(_message: Message, dialog_manager: DialogManager) -> None:
    show_below(dialog_manager)
    await open_votes(Visit.of(dialog_manager))


async def ballot_pressed(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:
    show_below(dialog_manager)
    await open_ballot(Visit.of(dialog_manager), BallotId(code.subject))
    await callback.answer()


def build_ballots_router() -> Router:
    """Before the other handlers of private chats, which know no command and no button of these."""
    router = Router(name="ballots")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.message.register(vote, ~NotConsented(), Command("vote"))
    router.callback_query.register(ballot_pressed, ~NotConsented(), BallotCode())
    return router
