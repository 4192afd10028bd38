"""Petitions of several: links and buttons in private chats; signers, similar cases and merging in staff groups."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from core.app import UseCases
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import NotFoundError
from core.shared.ids import PetitionId
from core.shared.text import excerpt
from core.together import menus
from dialogs.albums import show_below
from dialogs.pages import Visit
from dialogs.speech import Speech
from dialogs.start import open_home, open_onboarding, remember_wanted
from dialogs.together.door import open_together
from dialogs.together.links import JOIN, open_invite, unit_of_invite

ALERT = 200
"""UTF-16 units that Telegram shows the presser alone."""
NAME = 24


async def follow_invite(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """A link to join. Before both consents it waits."""
    show_below(dialog_manager)
    visit, link = Visit.of(dialog_manager), command.args or ""
    if visit.actor.consented and await open_invite(visit, link):
        return
    unit = None if visit.actor.consented else await unit_of_invite(visit, link)
    if unit is None:
        visit.flash("error-together-link-unknown")
        await (open_home(visit) if visit.actor.consented else open_onboarding(visit))
    else:
        await remember_wanted(visit, link, unit)
        await open_onboarding(visit)


async def together_pressed(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:
    show_below(dialog_manager)
    visit = Visit.of(dialog_manager)
    if code.action is Action.SPEAK:
        await visit.use.together.sign.speak(visit.actor, PetitionId(code.subject))
        visit.flash("together-speaks")
    await open_together(visit, PetitionId(code.subject))
    await callback.answer()


async def signers(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """The handler chooses a page of names; the presser alone sees it, and each look is written down."""
    case, _, page = code.subject.partition(".")
    use = use_cases.together.signers
    if not page.isdecimal():
        petition, pages = await use.pages(actor, PetitionId(case))
        await turn(callback, speech, menus.pages(petition, pages))
        await callback.answer()
        return
    named = [
        speech.plain(
            "signer-row",
            name=excerpt(each.name, NAME) or "—",
            part=speech.plain(f"together-part-{each.signature.part}"),
        )
        for each in await use(actor, PetitionId(case), int(page))
    ]
    await callback.answer(excerpt("\n".join(named) or "—", ALERT), show_alert=True)


async def similar(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    await turn(callback, speech, menus.alike(await use_cases.together.merge.alike(actor, PetitionId(code.subject))))
    await callback.answer()


async def merge(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    case, _, main = code.subject.partition(".")
    if not main:
        raise NotFoundError("case-unknown")  # forged
    petition, target = await use_cases.together.merge(actor, PetitionId(case), main)
    await turn(callback, speech, menus.merged(petition, target))
    await callback.answer()


def build_together_router() -> Router:
    router = Router(name="together")
    private = F.message.chat.type == ChatType.PRIVATE
    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    invited = CommandStart(deep_link=True, magic=F.args.startswith(JOIN))
    router.message.register(follow_invite, F.chat.type == ChatType.PRIVATE, invited)
    mine = DeedCode(Action.TOGETHER, Action.SPEAK)
    router.callback_query.register(together_pressed, private, ~NotConsented(), mine)
    router.callback_query.register(signers, groups, DeedCode(Action.SIGNERS), IsStaff())
    router.callback_query.register(similar, groups, DeedCode(Action.SIMILAR), IsStaff())
    router.callback_query.register(merge, groups, DeedCode(Action.MERGE), IsStaff())
    return router
