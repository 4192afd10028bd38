"""`/stats` and `/handover` in the desk's group."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_lists import reply_with, show_again
from bot.handlers.staff_queue import refusals
from core.app import UseCases
from core.petitions import shift_pages
from core.petitions.desk_stats import stats as stats_of
from core.petitions.handover import HandoverId
from core.petitions.queue import unpacked_number
from core.petitions.shift_pages import GIVE, LEAVE, PICK, SURE
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.errors import DomainError, NotFoundError
from core.shared.listed import Listed
from core.shared.messages import MessageSpec
from dialogs.speech import Speech

BOX = 3
"""Parts of a box's code: what it is, a number, a tick."""


class ShiftCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.HAND_OVER else False


class TakeCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.TAKE_HANDOVER else False


async def stats(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    """How the desk stands; this week may have begun in the month before."""
    now, zone = use_cases.clock.now(), use_cases.clock.zone
    today = local_day(now, zone)
    first = min(today.replace(day=1), today - timedelta(days=today.weekday()))
    since = datetime.combine(first, time(0), tzinfo=zone)
    counts = await use_cases.queue.stats.open_counts(actor.chat_id, now)
    happened = await use_cases.queue.stats.happened(actor.chat_id, since)
    spec = stats_of(counts, happened, now, zone)
    rated = await use_cases.answers.rates.of_desk(actor.chat_id)
    await message.reply(speech.spec(replace(spec, more=[*spec.more, rated] if rated else spec.more)))


async def handover(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """Sum up what the asker leaves; what is written behind the command is told to whoever takes over."""
    await reply_with(message, await _shift(actor, use_cases, command.args or "", []), speech)


async def _shift(actor: StaffActor, use_cases: UseCases, words: str, left_out: list[str]) -> Listed:
    shift = await use_cases.queue.see_shift(actor)
    return shift_pages.list_shift(shift, actor.name, words, left_out, use_cases.clock.zone, actor.chat_id)


async def shift_pressed(
    callback: CallbackQuery,
    actor: StaffActor,
    speech: Speech,
    use_cases: UseCases,
    code: ActionCode,
    pressed_again: bool = False,
) -> None:
    """Tick a case or leave it out, offer what is ticked, or give it back to the queue. Whoever presses hands over."""
    _ensure_whose(callback, actor)
    what, *more = code.subject.split(".")
    boxes, said = _boxes(callback), None
    ticked = [number for number, tick in boxes.items() if tick]
    queue, zone = use_cases.queue, use_cases.clock.zone
    if pressed_again and what != PICK:
        await callback.answer()
        return
    if what == GIVE:
        offered = await queue.offer(actor, ticked)
        rows = [row for row in await queue.reader.by_numbers(actor.chat_id, ticked) if row.id in offered.cases]
        listed = shift_pages.offer(offered, rows, _words(callback), zone)
    elif what == LEAVE and SURE not in more:
        rows = [r for r in await queue.reader.by_numbers(actor.chat_id, ticked) if r.handler_id == actor.user_id]
        if not rows:
            raise DomainError("nothing-chosen")
        listed = shift_pages.ask_leave(rows, zone, actor.chat_id)
    elif what == LEAVE:
        outcome = await queue.leave(actor, ticked)
        said = MessageSpec("handover-left", {"count": len(outcome.done)}, more=refusals(outcome, speech))
        listed = await _shift(actor, use_cases, _words(callback), [])
    else:
        left_out = [number for number, tick in boxes.items() if not tick]
        pressed = unpacked_number(more[0]) if len(more) == BOX - 1 else ""
        left_out = [n for n in left_out if n != pressed] if pressed in left_out else [*left_out, pressed]
        listed = await _shift(actor, use_cases, _words(callback), left_out)
    await callback.answer()
    await show_again(callback, listed, speech, said)


async def handover_taken(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    offered, outcome = await use_cases.queue.take_handover(actor, HandoverId(code.subject))
    rows = await use_cases.queue.reader.by_numbers(actor.chat_id, outcome.done)
    why = refusals(outcome, speech)
    await callback.answer()
    await show_again(callback, shift_pages.taken(offered, actor.name, rows, why, use_cases.clock.zone), speech)


def _ensure_whose(callback: CallbackQuery, actor: StaffActor) -> None:
    """Only whoever asked for it hands over by it. Raises NotFoundError("command-gone") where nobody can tell."""
    asked = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    if asked is None or asked.from_user is None:
        raise NotFoundError("command-gone")
    if asked.from_user.id != actor.user_id:
        raise DomainError("handover-of-other", name=asked.from_user.full_name)


def _boxes(callback: CallbackQuery) -> dict[str, bool]:
    """Return the cases in the message's boxes, and whether there is a tick, as Telegram says that it looked."""
    if not isinstance(callback.message, Message) or callback.message.reply_markup is None:
        return {}
    buttons = [button for row in callback.message.reply_markup.inline_keyboard for button in row]
    codes = [ActionCode.parse(button.callback_data) for button in buttons]
    parts = [code.subject.split(".") for code in codes if code is not None and code.action is Action.HAND_OVER]
    return {unpacked_number(part[1]): part[2] == "1" for part in parts if part[0] == PICK and len(part) == BOX}


def _words(callback: CallbackQuery) -> str:
    """Return what was written behind the command that the message answers."""
    asked = callback.message.reply_to_message if isinstance(callback.message, Message) else None
    typed = ((asked.text if asked else None) or "").split(maxsplit=1)
    return typed[1] if len(typed) > 1 else ""


def build_staff_shifts_router() -> Router:
    router = Router(name="staff-shifts")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(stats, Command("stats"), IsStaff())
    router.message.register(handover, Command("handover"), IsStaff())
    router.callback_query.register(shift_pressed, ShiftCode(), IsStaff())
    router.callback_query.register(handover_taken, TakeCode(), IsStaff())
    return router
