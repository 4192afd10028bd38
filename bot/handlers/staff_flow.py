"""The menu below a card, the deeds in it, and the commands that do the same."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_aim import aim
from bot.handlers.staff_cards import IsStaff
from core.app import UseCases
from core.petitions.asking import ASKED, COMMANDS
from core.petitions.menu import BACK, YES, menu, targets
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec
from core.shared.text import is_blank
from dialogs.speech import Speech


class DeedCode(Filter):
    """A button of one of these actions."""

    def __init__(self, *actions: Action) -> None:
        self._actions = actions

    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code is not None and code.action in self._actions else False


def markup(speech: Speech, spec: MessageSpec) -> InlineKeyboardMarkup | None:
    rows = speech.renderer.buttons(spec.buttons, speech.language)
    keys = [[InlineKeyboardButton(text=b.text, callback_data=b.action) for b in row] for row in rows]
    return InlineKeyboardMarkup(inline_keyboard=keys) if keys else None


async def turn(callback: CallbackQuery, speech: Speech, spec: MessageSpec) -> None:
    """Let the message that bears the pressed button show something else, with its buttons."""
    if isinstance(callback.message, Message):
        await callback.message.edit_text(speech.spec(spec), reply_markup=markup(speech, spec))


async def more(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Below the card a new message; behind the case's id stands whether it is shown in the pressed one."""
    case, _, rest = code.subject.partition(".")
    if rest == BACK:
        await turn(callback, speech, menu(await use_cases.flow.menu.see(actor, PetitionId(case))))
    else:
        await use_cases.flow.menu(actor, PetitionId(case), press=f"{actor.chat_id}:{callback.id}")
    await callback.answer()


async def transfer(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Ask to which unit; the reason is asked for when one is chosen, like any words a button asks for."""
    petition, units = await use_cases.flow.transfer.targets(actor, PetitionId(code.subject))
    await turn(callback, speech, targets(petition, units))
    await callback.answer()


async def transfer_command(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    aimed = await aim(message, command, actor, use_cases)
    petition, units = await use_cases.flow.transfer.targets(actor, aimed.petition_id)
    spec = targets(petition, units)
    await message.reply(speech.spec(spec), reply_markup=markup(speech, spec))


async def recuse(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    case, _, rest = code.subject.partition(".")
    if rest == YES:
        petition = await use_cases.flow.recuse(actor, PetitionId(case))
        await turn(callback, speech, MessageSpec("recuse-done", {"number": petition.number, "name": actor.name}))
    else:
        await turn(callback, speech, await use_cases.flow.recuse.ask(use_cases.flow.menu, actor, PetitionId(case)))
    await callback.answer()


async def recuse_command(message: Message, command: CommandObject, actor: StaffActor, use_cases: UseCases) -> None:
    aimed = await aim(message, command, actor, use_cases)
    await use_cases.flow.recuse(actor, aimed.petition_id)


async def say(message: Message, command: CommandObject, actor: StaffActor, use_cases: UseCases) -> None:
    """`/command words` does what the command's button asks words for; `/command` alone asks for them."""
    role = COMMANDS[command.command.casefold()]
    aimed = await aim(message, command, actor, use_cases)
    if is_blank(aimed.words.text):
        press = f"{actor.chat_id}:m{message.message_id}"
        await use_cases.prompt(actor, aimed.petition_id, role, press=press)
    else:
        await ASKED[role].use(use_cases)(actor, aimed.petition_id, aimed.words)


def build_staff_flow_router() -> Router:
    router = Router(name="staff-flow")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(say, Command(*COMMANDS, ignore_case=True), IsStaff())
    router.message.register(recuse_command, Command("recuse"), IsStaff())
    router.callback_query.register(more, DeedCode(Action.MORE), IsStaff())
    router.message.register(transfer_command, Command("transfer"), IsStaff())
    router.callback_query.register(transfer, DeedCode(Action.TRANSFER), IsStaff())
    router.callback_query.register(recuse, DeedCode(Action.RECUSE), IsStaff())
    return router
