"""Mediations: the link for the other party and the button that confirms, in private; what the desk does, in groups."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from core.app import UseCases
from core.mediation import pages
from core.petitions.major import user_of
from core.petitions.menu import YES
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import NotFoundError
from core.shared.ids import PetitionId
from dialogs.albums import show_below
from dialogs.mediation.door import open_mediation
from dialogs.mediation.links import BEGIN, INVITE, open_mediation_link, remember_beginning, unit_of_mediation
from dialogs.mediation.pages import confirm
from dialogs.pages import Visit
from dialogs.speech import Speech
from dialogs.start import open_home, open_onboarding, remember_wanted


async def follow_mediation(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """A link for the other party, or to ask for mediation. Before both consents it waits."""
    show_below(dialog_manager)
    visit, link = Visit.of(dialog_manager), command.args or ""
    if visit.actor.consented and await open_mediation_link(visit, link):
        return
    if link == BEGIN:
        await remember_beginning(visit)
        await open_onboarding(visit)
        return
    unit = None if visit.actor.consented else await unit_of_mediation(visit, link)
    if unit is None:
        visit.flash("error-mediation-link-unknown")
        await (open_home(visit) if visit.actor.consented else open_onboarding(visit))
    else:
        await remember_wanted(visit, link, unit)
        await open_onboarding(visit)


async def confirm_pressed(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:
    show_below(dialog_manager)
    visit, case = Visit.of(dialog_manager), PetitionId(code.subject)
    await confirm(visit, case, code.version)
    await open_mediation(visit, case)
    await callback.answer()


async def mediation(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Show a page, or do what the button says and show how it stands then."""
    subject, _, rest = code.subject.partition(".")
    case, use, step, chosen = PetitionId(subject), use_cases.mediation.desk, rest[:1], rest[1:]
    if step == pages.CHOOSE and chosen:
        who = user_of(chosen)
        if who is None:
            raise NotFoundError("mediator-unfit")
        spec = pages.page(await use.mediator(actor, case, who))
    elif step == pages.PAPER and chosen == YES:
        spec = pages.page(await use.willing_on_paper(actor, case))
    elif (signed := pages.signed(rest)) is not None:
        spec = pages.page(await use.signed_on_paper(actor, case, *signed))
    else:
        sheet = await use.see(actor, case)
        ask = {pages.PAPER: "gm-sure-paper", pages.SIGNED: "gm-sure-signed"}.get(step)
        spec = pages.mediators(sheet) if step == pages.CHOOSE else pages.page(sheet)
        spec = pages.sure(sheet, rest, ask) if ask else spec
    await turn(callback, speech, spec)
    await callback.answer()


def build_mediation_router() -> Router:
    router = Router(name="mediation")
    private = F.message.chat.type == ChatType.PRIVATE
    groups = F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    invited = CommandStart(deep_link=True, magic=F.args.startswith(INVITE) | (F.args == BEGIN))
    router.message.register(follow_mediation, F.chat.type == ChatType.PRIVATE, invited)
    router.callback_query.register(confirm_pressed, private, ~NotConsented(), DeedCode(Action.GM_CONFIRM))
    router.callback_query.register(mediation, groups, DeedCode(Action.MEDIATION), IsStaff())
    return router
