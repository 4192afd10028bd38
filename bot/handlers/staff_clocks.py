"""How dates were computed, and more time: asked for in words, agreed to by a second person."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, Message

from bot.handlers.staff_aim import aim
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from core.app import UseCases
from core.petitions.extension import ExtensionState
from core.petitions.menu import BACK
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import ExtensionId, PetitionId
from core.shared.messages import Arg, Button, MessageSpec
from dialogs.speech import Speech


async def dates(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    spec = await use_cases.clocks.dates.at_desk(actor, PetitionId(code.subject))
    back = Button("button-menu-back", ActionCode(Action.MORE, f"{code.subject}.{BACK}", code.version).pack())
    await turn(callback, speech, MessageSpec(spec.key, spec.args, buttons=[[back]], more=spec.more))
    await callback.answer()


async def dates_command(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/dates`: in a case's topic, in answer to its card, or with its number."""
    aimed = await aim(message, command, actor, use_cases)
    await message.reply(speech.spec(await use_cases.clocks.dates.at_desk(actor, aimed.petition_id)))


async def decide(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    asked, _, days = code.subject.partition(".")
    given = int(days) if days.isdecimal() else 0
    petition, decided = await use_cases.clocks.decide(actor, ExtensionId(asked), given)
    key = "extension-overtaken" if decided.state is ExtensionState.OVERTAKEN else f"extension-{decided.state}"
    args: dict[str, Arg] = {
        "number": petition.number,
        "name": decided.decided_name,
        "by": decided.proposed_name,
        "days": decided.days,
    }
    await turn(callback, speech, MessageSpec(key, args))
    await callback.answer()


def build_staff_clocks_router() -> Router:
    router = Router(name="staff-clocks")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(dates_command, Command("dates", ignore_case=True), IsStaff())
    router.callback_query.register(dates, DeedCode(Action.DATES), IsStaff())
    router.callback_query.register(decide, DeedCode(Action.DECIDE_EXTENSION), IsStaff())
    return router
