"""Days in the desk's group: a list, a day's list, and what is done with it. One message, edited and not repeated.

What a press may do is decided by the use case, from the rows, at this moment.
"""

from datetime import date, datetime, timedelta

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import CallbackQuery, Message

from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_lists import markup_of
from core.app import UseCases
from core.booking import lists, policy
from core.booking.lists import REASONS
from core.booking.model import MAX_OPENS, Reason
from core.booking.places import BookingEvent
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.errors import NotFoundError
from core.shared.ids import BookingId, DayId
from core.shared.listed import Listed
from core.shared.messages import Arg, MessageSpec
from dialogs.speech import Speech

SHOWN_DAYS = timedelta(days=28)
ACTIONS = {
    Action.DAYS,
    Action.DAY,
    Action.ARRIVED,
    Action.NO_SHOW,
    Action.WALK_IN,
    Action.MOVE_DAY,
    Action.CLOSE_DAY,
}
MARKS = {Action.ARRIVED: BookingEvent.ARRIVE, Action.NO_SHOW: BookingEvent.MISS}


class DayCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in ACTIONS else False


async def days(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    listed = await _days(actor, use_cases)
    await message.reply(speech.spec(listed.spec), reply_markup=markup_of(listed, speech))


async def day_pressed(
    callback: CallbackQuery,
    actor: StaffActor,
    speech: Speech,
    use_cases: UseCases,
    code: ActionCode,
    pressed_again: bool = False,
) -> None:
    """Do what the button says, answer, and let the message show how it is now.

    Only a day is moved or called off once for two presses: two people may each draw a number by the same button.
    """
    if pressed_again and code.subject.endswith(lists.SURE):
        await callback.answer()
        return
    subject, *more = code.subject.split(".")
    said: MessageSpec | None = None
    match code.action:
        case Action.DAYS:
            listed = await _days(actor, use_cases, _page([subject]))
        case Action.ARRIVED | Action.NO_SHOW:
            booking = await use_cases.booking.mark(actor, BookingId(subject), MARKS[code.action])
            listed = await _day(actor, use_cases, booking.day_id, _page(more))
        case Action.WALK_IN:
            drawn = await use_cases.booking.draw_number(actor, DayId(subject), code.version)
            said = MessageSpec("day-drawn", {"number": drawn.walk_in or 0})
            listed = await _day(actor, use_cases, DayId(subject), _page(more))
        case Action.MOVE_DAY | Action.CLOSE_DAY:
            listed, said = await _change(actor, use_cases, code.action, DayId(subject), more)
        case _:
            listed = await _day(actor, use_cases, DayId(subject), _page(more))
    await callback.answer(None if said is None else speech.plain(said.key, **said.args))
    if isinstance(callback.message, Message):
        words = [speech.spec(said)] if said is not None else []
        html = "\n\n".join([*words, speech.spec(listed.spec)])
        await callback.message.edit_text(html, reply_markup=markup_of(listed, speech))


async def _change(
    actor: StaffActor, use_cases: UseCases, action: Action, day_id: DayId, given: list[str]
) -> tuple[Listed, MessageSpec | None]:
    """Ask for the date, for the reason, and whether they are sure; then do it."""
    use, moves = use_cases.booking, action is Action.MOVE_DAY
    found = await use.see_day(actor, day_id)
    day = found.view.day
    if moves and not given:
        today = local_day(use_cases.clock.now(), use_cases.clock.zone)
        others = await use.reader.days([day.unit_id], today, today + timedelta(days=MAX_OPENS))
        return lists.ask_date(day, use.move_day.dates(day, others)), None
    to = _date(given.pop(0)) if moves else None
    if not given:
        return lists.ask_reason(day, action, to), None
    reason = _known(REASONS, _number(given[0]))
    if len(given) == 1:
        people = len(policy.to_come(found.bookings, found.view.slots, use_cases.clock.now()))
        return lists.ask_sure(day, action, to, reason, people), None
    if to is None:
        told = await use.close_day(actor, day_id, reason)
    else:
        told = await use.move_day(actor, day_id, to, reason)
    args: dict[str, Arg] = {"count": told, "to": to or day.held_on}
    return await _day(actor, use_cases, day_id), MessageSpec("day-moved" if moves else "day-closed", args)


async def _days(actor: StaffActor, use_cases: UseCases, page: int = 0) -> Listed:
    today = local_day(use_cases.clock.now(), use_cases.clock.zone)
    found = await use_cases.booking.reader.days_of_desk(actor.chat_id, today, today + SHOWN_DAYS)
    return lists.list_days(found, page)


async def _day(actor: StaffActor, use_cases: UseCases, day_id: DayId, page: int = 0) -> Listed:
    found = await use_cases.booking.see_day(actor, day_id)
    day_off = not use_cases.booking.calendar.is_workday(found.view.day.held_on)
    return lists.list_day(found, use_cases.clock.now(), use_cases.clock.zone, page, day_off=day_off)


def _page(given: list[str]) -> int:
    """Return the page a code leads to; the first one if it names none."""
    return _number(given[0]) if given and given[0] else 0


def _number(text: str) -> int:
    """Read a number of a code; what is none was forged."""
    if not text.isdecimal():
        raise NotFoundError("day-unknown")
    return int(text)


def _known(reasons: tuple[Reason, ...], number: int) -> Reason:
    if number >= len(reasons):
        raise NotFoundError("day-unknown")
    return reasons[number]


def _date(text: str) -> date:
    try:
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007 - a date has no zone
    except ValueError:
        raise NotFoundError("day-unknown") from None


def build_staff_days_router() -> Router:
    router = Router(name="staff-days")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(days, Command("days"), IsStaff())
    router.callback_query.register(day_pressed, DayCode(), IsStaff())
    return router
