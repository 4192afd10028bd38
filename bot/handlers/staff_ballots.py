"""Ballots in the supervision committee's group: a list, a ballot, and what is done with it. One message, edited.

What a press may do is decided by the use case, from the rows, at this moment.
"""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, Filter
from aiogram.types import BufferedInputFile, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_cards import IsStaff
from core.app import UseCases
from core.ballots import lists
from core.ballots.lists import Listed
from core.ballots.model import BallotState
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import BallotId
from dialogs.speech import Speech

ACTIONS = {
    Action.BALLOTS,
    Action.BALLOT,
    Action.PROPOSE_BALLOT,
    Action.APPROVE_BALLOT,
    Action.SEND_BACK_BALLOT,
    Action.CANCEL_BALLOT,
    Action.READ_BALLOT,
    Action.BALLOT_FILE,
}


class BallotDeed(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action in ACTIONS else False


async def ballots(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    listed = lists.list_ballots(await use_cases.ballots.see(actor))
    await message.reply(speech.spec(listed.spec), reply_markup=_markup(listed, speech))


async def ballot_deed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Do what the button says, answer, and let the message show how it is now."""
    use = use_cases.ballots
    subject, _, rest = code.subject.partition(".")
    ballot_id, said = BallotId(subject), ""
    if code.action is Action.BALLOTS:
        listed = lists.list_ballots(await use.see(actor))
    elif code.action is Action.CANCEL_BALLOT and not rest:
        listed = lists.ask_sure(await use.see.one(actor, ballot_id))
    elif code.action is Action.READ_BALLOT:
        listed = lists.show_report(await use.see.one(actor, ballot_id), int(rest) if rest.isdecimal() else -1)
    else:
        match code.action:
            case Action.PROPOSE_BALLOT:
                await use.propose(actor, ballot_id, code.version)
                said = "ballot-done-propose"
            case Action.APPROVE_BALLOT:
                await use.approve(actor, ballot_id, code.version)
                said = "ballot-done-approve"
            case Action.SEND_BACK_BALLOT:
                await use.send_back(actor, ballot_id)
                said = "ballot-done-send_back"
            case Action.CANCEL_BALLOT:
                off = await use.cancel(actor, ballot_id, code.version)
                said = "ballot-done-cancel" if off.state is BallotState.CANCELLED else "ballot-done-cancel-wished"
        listed = lists.show_ballot(await use.see.one(actor, ballot_id))
    await callback.answer(speech.plain(said) if said else None)
    if isinstance(callback.message, Message):
        await callback.message.edit_text(speech.spec(listed.spec), reply_markup=_markup(listed, speech))


async def ballot_file(callback: CallbackQuery, actor: StaffActor, use_cases: UseCases, code: ActionCode) -> None:
    """Send a file that belongs to a ballot below its sheet."""
    subject, _, number = code.subject.partition(".")
    sheet = await use_cases.ballots.see.one(actor, BallotId(subject))
    found = (
        sheet.ballot.paper.subjects[int(number)]
        if number.isdecimal() and int(number) < len(sheet.ballot.paper.subjects)
        else None
    )
    await callback.answer()
    if found is not None and found.file is not None and isinstance(callback.message, Message):
        file = BufferedInputFile(await use_cases.blobs.get(found.file), found.file_name or "report")
        await callback.message.reply_document(file)


class _File(Filter):
    async def __call__(self, _callback: CallbackQuery, code: ActionCode) -> bool:
        return code.action is Action.BALLOT_FILE


def _markup(listed: Listed, speech: Speech) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=speech.plain(p.key, **p.args), callback_data=p.action) for p in row]
            for row in listed.rows
        ]
    )


def build_staff_ballots_router() -> Router:
    router = Router(name="staff-ballots")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(ballots, Command("ballots"), IsStaff())
    router.callback_query.register(ballot_file, BallotDeed(), _File(), IsStaff())
    router.callback_query.register(ballot_deed, BallotDeed(), IsStaff())
    return router
