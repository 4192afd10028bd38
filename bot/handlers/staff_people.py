"""People of the roster in a desk's group: binding somebody on paper whose papers the staff have seen."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_cards import IsStaff
from core.app import UseCases
from core.people.identity import OnPaper
from core.people.model import RosterEntry
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import RosterId
from core.shared.messages import Arg, MessageSpec
from core.shared.text import fold, one_line
from dialogs.speech import Speech

WORDS = 2
"""The code, and whom it is for."""


class PersonCode(Filter):
    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and code.action is Action.BIND_PERSON else False


async def bind_person(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/bindperson CODE NAME [HOME]`: say whom that is; nothing is done before somebody presses."""
    typed = (command.args or "").split(maxsplit=1)
    if len(typed) < WORDS:
        await message.reply(speech.html("person-usage"))
        return
    code, who = typed
    found = await use_cases.people.find_on_paper(actor, code, who)
    await message.reply(speech.spec(_question(found)), reply_markup=_people(found, code, speech))


def _question(found: OnPaper) -> MessageSpec:
    more = [MessageSpec("person-more", {"count": found.more})] if found.more else []
    if found.bound is not None:
        return MessageSpec("person-which-helped", {"name": one_line(found.bound.name)}, more=more)
    return MessageSpec("person-which", more=more)


def _people(found: OnPaper, code: str, speech: Speech) -> InlineKeyboardMarkup:
    label = "button-person-help" if found.bound is not None else "button-person-bind"
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [
                InlineKeyboardButton(
                    text=speech.plain(label, **_args(entry)),
                    callback_data=ActionCode(Action.BIND_PERSON, f"{entry.id}.{fold(code)[:12]}").pack(),
                )
            ]
            for entry in found.found
        ]
    )


def _args(entry: RosterEntry) -> dict[str, Arg]:
    home = " ".join(filter(None, (entry.building, entry.room))) or entry.household or "—"
    return {"name": one_line(entry.name)[:24], "home": one_line(home)[:24]}


async def person_pressed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    entry_id, _, paper = code.subject.partition(".")
    entry, helps = await use_cases.people.bind_on_paper(actor, paper, RosterId(entry_id))
    key = "person-helped" if helps else "person-bound"
    await callback.answer()
    if isinstance(callback.message, Message):
        await callback.message.edit_text(speech.html(key, by=actor.name, **_args(entry)))


def build_staff_people_router() -> Router:
    router = Router(name="staff-people")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(bind_person, Command("bindperson"), IsStaff())
    router.callback_query.register(person_pressed, PersonCode(), IsStaff())
    return router
