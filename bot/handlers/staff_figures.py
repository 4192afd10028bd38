"""`/figures` in the desk's group: months, quarters and years, files of them, and the words of the week."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_lists import reply_with, show_again
from bot.handlers.staff_news import show_below
from core.app import UseCases
from core.disclosure.usecases.drafting import Material
from core.figures import pages
from core.figures.report import Report
from core.figures.spans import Span, spans_of
from core.figures.usecases import Form
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.ids import MessageId, UnitId
from core.shared.marks import Marked
from dialogs.speech import Speech


class FiguresCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.FIGURES else False


class FileCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.FIGURES_FILE else False


def _read(code: ActionCode, use_cases: UseCases) -> tuple[Span, UnitId | None, str]:
    """Return span, unit and what is wanted of them; what is none of ours means this month of the asker's unit."""
    key, _, rest = code.subject.partition(".")
    unit, _, what = rest.partition(".")
    month, *_ = spans_of(local_day(use_cases.clock.now(), use_cases.clock.zone))
    return Span.parse(key) or month, UnitId(unit) if unit else None, what


async def figures(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    today = local_day(use_cases.clock.now(), use_cases.clock.zone)
    report = await use_cases.figures.see(actor, None, spans_of(today)[0])
    await reply_with(message, pages.show(report, today), speech)


async def figures_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    span, unit_id, what = _read(code, use_cases)
    if what == "w":
        unit, words = await use_cases.figures.see.hot_words(actor, unit_id)
        listed = pages.show_words(unit, span, words)
    else:
        report = await use_cases.figures.see(actor, unit_id, span)
        if what == "p":
            await _draft(callback, actor, speech, use_cases, report)
            await callback.answer()
            return
        today = local_day(use_cases.clock.now(), use_cases.clock.zone)
        listed = pages.choose_unit(report) if what == "u" else pages.show(report, today)
    await callback.answer()
    await show_again(callback, listed, speech)


async def _draft(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, report: Report
) -> None:
    """Begin a draft for the board with what is for everybody; it is reviewed as any other."""
    message = callback.message
    if not isinstance(message, Message):
        return
    text = "\n".join(speech.plain(line.key, **line.args) for line in pages.public_lines(report))
    material = Material(MessageId(message.message_id), Marked(text))
    title = speech.plain("figures-head-plain", **report.heading())
    source = f"figures:{actor.chat_id}:{callback.id}"
    seen = await use_cases.disclosure.begin(actor, source, title=title, material=material)
    await show_below(message, actor, seen, speech, use_cases)


async def file_pressed(callback: CallbackQuery, actor: StaffActor, use_cases: UseCases, code: ActionCode) -> None:
    span, unit_id, what = _read(code, use_cases)
    form = next((form for form in Form if form.value == what), Form.PICTURE)
    await use_cases.figures.send(actor, unit_id, span, form, f"{actor.chat_id}:{callback.id}")
    await callback.answer()


def build_staff_figures_router() -> Router:
    router = Router(name="staff-figures")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(figures, Command("figures"), IsStaff())
    router.callback_query.register(figures_pressed, FiguresCode(), IsStaff())
    router.callback_query.register(file_pressed, FileCode(), IsStaff())
    return router
