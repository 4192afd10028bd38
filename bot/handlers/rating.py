"""The grades under an answer and its reminder; they work for ever, each press reads the case anew."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from bot.handlers.staff_flow import DeedCode
from core.answers.ratings import Grade
from core.shared.actions import Action, ActionCode
from core.shared.ids import PetitionId
from dialogs.albums import show_below
from dialogs.cases.rating import rate
from dialogs.pages import Visit
from dialogs.states import CasesSG


async def rated(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:
    case, _, named = code.subject.partition(".")
    grade = next((each for each in Grade if each == named), None)
    show_below(dialog_manager)
    visit = Visit.of(dialog_manager)
    if grade is None:
        await visit.begin(CasesSG.view, case=case)
    else:
        await rate(visit, PetitionId(case), grade)
    await callback.answer()


async def quiet(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:
    show_below(dialog_manager)
    visit = Visit.of(dialog_manager)
    await visit.use.answers.rate.quiet(visit.actor, refuses=True)
    visit.flash("rate-quiet")
    await visit.begin(CasesSG.view, case=code.subject)
    await callback.answer()


def build_rating_router() -> Router:
    router = Router(name="rating")
    router.callback_query.filter(F.message.chat.type == ChatType.PRIVATE)
    router.callback_query.register(rated, ~NotConsented(), DeedCode(Action.RATE))
    router.callback_query.register(quiet, ~NotConsented(), DeedCode(Action.RATE_QUIET))
    return router
