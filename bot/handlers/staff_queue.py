"""The queue in the desk's group: `/queue`, `/mine`, `/overdue`, and what is done with several cases at once.

Which page somebody looks at stands in the buttons, and what they have chosen in the boxes: nothing is kept anywhere, so
a page of last year works as one of today. What may be done is decided by the use cases, from the rows, at this moment.
"""

from collections.abc import Sequence

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, Message

from bot.errors import FOR_STAFF
from bot.handlers.queue_words import read_filter
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_lists import reply_with, show_again
from core.app import UseCases
from core.petitions import queue_pages
from core.petitions.categories import CATEGORIES
from core.petitions.queue import QueueFilter, QueuePage, QueueView, Scope, unpacked_number
from core.petitions.queue_pages import ON_A_PAGE, Deed
from core.petitions.usecases.bulk import Outcome
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.shared.ids import PetitionId
from core.shared.listed import Listed, Press
from core.shared.messages import MessageSpec, Term
from dialogs.speech import Speech

ACTIONS = {Action.QUEUE, Action.QUEUE_BY, Action.QUEUE_PICK, Action.QUEUE_ALL}
WHY = {**FOR_STAFF, "case-unknown": "case-not-found"}
SURE = "y"


class QueueCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in ACTIONS else False


class CategoryCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.CATEGORY else False


async def queue(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/queue`, and what of it is looked for: 投诉, 环境, mine, unclaimed, overdue, 7天."""
    read = await read_filter(command.args or "", speech, use_cases.queue.categorise)
    listed = await _listed(actor, use_cases, QueueView(wanted=read.wanted))
    if read.unread:
        spec = MessageSpec("queue-unread", {"words": " ".join(read.unread)})
        await message.reply(speech.spec(spec))
    await reply_with(message, listed, speech)


async def mine(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    await reply_with(message, await _listed(actor, use_cases, _only(Scope.MINE)), speech)


async def overdue(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    await reply_with(message, await _listed(actor, use_cases, _only(Scope.OVERDUE)), speech)


def _only(scope: Scope) -> QueueView:
    return QueueView(wanted=QueueFilter(scope=scope))


async def _page(actor: StaffActor, use_cases: UseCases, view: QueueView) -> QueuePage:
    now = use_cases.clock.now()
    return await use_cases.queue.reader.page(actor.chat_id, actor.user_id, view, now, ON_A_PAGE)


async def _listed(actor: StaffActor, use_cases: UseCases, view: QueueView) -> Listed:
    page = await _page(actor, use_cases, view)
    return queue_pages.list_queue(page, use_cases.clock.zone, actor.chat_id)


async def queue_pressed(
    callback: CallbackQuery,
    actor: StaffActor,
    speech: Speech,
    use_cases: UseCases,
    code: ActionCode,
    pressed_again: bool = False,
) -> None:
    """Turn the page, look for less, choose, ask, and do. What is no page of ours leads to the first."""
    packed, *more = code.subject.split(".")
    view = QueueView.parse(packed) or QueueView()
    said: MessageSpec | None = None
    match code.action:
        case Action.QUEUE_BY:
            listed = queue_pages.menu(view, more[0] if more else "")
        case Action.QUEUE_PICK:
            page = await _page(actor, use_cases, view)
            picked = _toggled(_picked(callback), more)
            listed = queue_pages.choose(page, use_cases.clock.zone, actor.chat_id, picked)
        case Action.QUEUE_ALL if pressed_again and SURE in more:
            await callback.answer()
            return
        case Action.QUEUE_ALL:
            listed, said = await _several(callback, actor, speech, use_cases, view, more)
        case _:
            listed = await _listed(actor, use_cases, view)
    await callback.answer()
    await show_again(callback, listed, speech, said)


async def _several(
    callback: CallbackQuery,
    actor: StaffActor,
    speech: Speech,
    use_cases: UseCases,
    view: QueueView,
    more: Sequence[str],
) -> tuple[Listed, MessageSpec | None]:
    """Ask whether they are sure; then do it to what is chosen, as the presser saw it."""
    deed = next((deed for deed in Deed if more[:1] == [deed.value]), None)
    picked = _picked(callback)
    if deed is None or not picked:
        raise DomainError("nothing-chosen")
    if SURE not in more:
        rows = await use_cases.queue.reader.by_numbers(actor.chat_id, picked)
        return queue_pages.ask_deed(view, rows, deed, use_cases.clock.zone, actor.chat_id), None
    press = f"{actor.chat_id}:{callback.id}"
    outcome = await use_cases.queue.several(actor, deed, picked, press=press)
    return await _listed(actor, use_cases, view), told(outcome, deed, speech)


def told(outcome: Outcome, deed: Deed, speech: Speech) -> MessageSpec:
    """Say how many were done, and of each other one why not."""
    args = {"count": len(outcome.done), "refused": len(outcome.refused)}
    return MessageSpec(f"queue-done-{deed.name.lower()}", args, more=refusals(outcome, speech))


def refusals(outcome: Outcome, speech: Speech) -> list[MessageSpec]:
    """Return a line for each case to which a deed was not done, which says why."""
    lines: list[MessageSpec] = []
    for refusal in outcome.refused:
        error = refusal.error
        why = speech.plain(WHY.get(error.code, f"error-{error.code}"), **error.args_for_text)
        lines.append(MessageSpec("queue-not-done", {"number": refusal.number, "why": why}))
    return lines


def _picked(callback: CallbackQuery) -> list[str]:
    """Return the numbers in whose boxes there is a tick, as Telegram says that the message looked."""
    if not isinstance(callback.message, Message) or callback.message.reply_markup is None:
        return []
    codes = [
        ActionCode.parse(button.callback_data)
        for row in callback.message.reply_markup.inline_keyboard
        for button in row
    ]
    boxes = [code.subject.split(".") for code in codes if code is not None and code.action is Action.QUEUE_PICK]
    return [unpacked_number(box[1]) for box in boxes if box[2:] == ["1"]]


def _toggled(picked: list[str], box: Sequence[str]) -> list[str]:
    """Return what is chosen after a press of a box; a code that names none only shows the boxes."""
    if len(box) < 2 or not box[0]:  # noqa: PLR2004 - number and tick
        return picked
    try:
        number = unpacked_number(box[0])
    except ValueError:
        return picked
    return [each for each in picked if each != number] if box[1] == "1" else [*picked, number]


async def category_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Offer the categories, then put the one that was chosen in place of the router's."""
    case_id, _, chosen = code.subject.partition(".")
    if chosen.isdecimal() and int(chosen) < len(CATEGORIES):
        category = CATEGORIES[int(chosen)]
        petition = await use_cases.queue.set_category(actor, PetitionId(case_id), category)
        await callback.answer(speech.plain("category-set", number=petition.number, name=Term(f"category-{category}")))
        return
    presses = [
        Press("button-queue-named", code_of(case_id, place), {"name": Term(f"category-{each}")})
        for place, each in enumerate(CATEGORIES)
    ]
    rows = [presses[at : at + 2] for at in range(0, len(presses), 2)]
    await callback.answer()
    if isinstance(callback.message, Message):
        await reply_with(callback.message, Listed(MessageSpec("category-which"), rows), speech)


def code_of(case_id: str, place: int) -> str:
    return ActionCode(Action.CATEGORY, f"{case_id}.{place}").pack()


def build_staff_queue_router() -> Router:
    router = Router(name="staff-queue")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(queue, Command("queue"), IsStaff())
    router.message.register(mine, Command("mine"), IsStaff())
    router.message.register(overdue, Command("overdue"), IsStaff())
    router.callback_query.register(queue_pressed, QueueCode(), IsStaff())
    router.callback_query.register(category_pressed, CategoryCode(), IsStaff())
    return router
