"""Who somebody is on the roster, in private chats: the button under what was told about it, and links of slips."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import CommandObject, CommandStart, Filter
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from core.shared.actions import Action, ActionCode
from dialogs.albums import show_below
from dialogs.identity.door import open_identity
from dialogs.identity.links import SLIP, open_slip, unit_of_slip
from dialogs.pages import Visit
from dialogs.start import open_onboarding, remember_wanted


class IdentityCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.WHO_I_AM else False


async def identity_pressed(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:  # noqa: ARG001 - the trace reads it
    show_below(dialog_manager)
    await open_identity(Visit.of(dialog_manager))
    await callback.answer()


async def follow_slip(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """The QR code of a slip. Before both consents the link waits; a code of an anonymous case is never kept so."""
    show_below(dialog_manager)
    visit, link = Visit.of(dialog_manager), command.args or ""
    if visit.actor.consented:
        await open_slip(visit, link)
    elif unit := await unit_of_slip(visit, link):
        await remember_wanted(visit, link, unit)
        await open_onboarding(visit)
    else:
        visit.flash("code-after-consent")
        await open_onboarding(visit)


def build_identity_router() -> Router:
    router = Router(name="identity")
    router.message.filter(F.chat.type == ChatType.PRIVATE)
    router.message.register(follow_slip, CommandStart(deep_link=True, magic=F.args.startswith(SLIP)))
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(identity_pressed, ~NotConsented(), IdentityCode())
    return router
