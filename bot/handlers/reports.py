"""Reports: the resident's door, the link that opens one in private, and what a committee's group is shown."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, CommandStart, Filter
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram_dialog import DialogManager

from bot.handlers.private import NotConsented
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_sheets import deep_link
from core.app import UseCases
from core.reports.messages import LINK, open_button
from core.reports.usecases.review import FEW
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.messages import MessageSpec
from dialogs.albums import show_below
from dialogs.pages import Visit
from dialogs.reports.door import open_report, open_review
from dialogs.speech import Speech

SHOWN = 20
"""Openings listed, the latest."""


class ReportCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.OPEN_REPORT else False


async def report(_message: Message, dialog_manager: DialogManager) -> None:
    show_below(dialog_manager)
    await open_report(Visit.of(dialog_manager))


async def report_linked(_message: Message, command: CommandObject, dialog_manager: DialogManager) -> None:
    """Whoever followed the button of a committee's group."""
    show_below(dialog_manager)
    await open_review(Visit.of(dialog_manager), (command.args or "").removeprefix(LINK).replace("_", "-"))


async def report_pressed(callback: CallbackQuery, dialog_manager: DialogManager, code: ActionCode) -> None:
    show_below(dialog_manager)
    await open_review(Visit.of(dialog_manager), code.subject)
    await callback.answer()


async def report_in_group(callback: CallbackQuery, code: ActionCode) -> None:
    """Lead everybody who presses into their private chat, and nobody any further here."""
    await callback.answer(url=await deep_link(callback.bot, LINK + code.subject.replace("-", "_")))


async def reports(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    """Numbers and dates of what is open; of what is over, who opened it and on which day."""
    found = await use_cases.reports.supervised(actor)
    rows = [MessageSpec("report-list-row", {"number": each.number, "day": day}) for each, day in found.open]
    over = "few" if found.over is None else "many"
    rows.append(MessageSpec("report-list-over", {"over": over, "count": found.over or FEW}))
    rows += [MessageSpec("report-list-opener", {"name": name}) for name in found.openers]
    rows += [
        MessageSpec("report-list-opened", {"number": number, "name": name, "day": day})
        for number, name, day in found.opened[-SHOWN:]
    ]
    buttons = [open_button(each, numbered=True) for each, _ in found.open]
    markup = [[InlineKeyboardButton(text=button.label, callback_data=button.action)] for button in buttons]
    said = speech.spec(MessageSpec("report-list", {"count": len(found.open)}, more=rows))
    await message.reply(said, reply_markup=InlineKeyboardMarkup(inline_keyboard=markup))


def build_reports_router() -> Router:
    """Before the other handlers of private chats, which know no command, link and button of these."""
    router = Router(name="reports")
    private = F.chat.type == ChatType.PRIVATE
    linked = CommandStart(deep_link=True, magic=F.args.startswith(LINK))
    router.message.register(report, private, ~NotConsented(), Command("report"))
    router.message.register(report_linked, private, ~NotConsented(), linked)
    router.message.register(reports, ~private, Command("reports"), IsStaff())
    in_private = F.message.chat.type == ChatType.PRIVATE
    router.callback_query.register(report_pressed, in_private, ~NotConsented(), ReportCode())
    router.callback_query.register(report_in_group, ~in_private, ReportCode())
    return router
