"""Staff keep an author from writing for a while: `/block` or the menu of a card, and `/blocked` for the list."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_aim import aim
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from core.abuse.messages import CANCEL, block_days, block_reasons
from core.abuse.model import BlockedPerson
from core.app import UseCases
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.clock import local_day
from core.shared.ids import PetitionId, ResidentId
from core.shared.messages import MessageSpec, Term
from dialogs.speech import Speech

LISTED = 20
"""People shown with a button each; whose block ends first stands first."""


async def block_command(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/block` at a case, elsewhere `/block NUMBER`: ask why."""
    aimed = await aim(message, command, actor, use_cases)
    spec = block_reasons(await use_cases.abuse.block.begin(actor, aimed.petition_id), menu=False)
    rows = speech.renderer.buttons(spec.buttons, speech.language)
    keys = [[InlineKeyboardButton(text=b.text, callback_data=b.action) for b in row] for row in rows]
    await message.reply(speech.spec(spec), reply_markup=InlineKeyboardMarkup(inline_keyboard=keys))


async def block(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Ask why, then for how long, then do it; what was chosen stands in the code, `CASE.REASON.DAYS`."""
    case, *chosen = code.subject.split(".")
    petition = await use_cases.abuse.block.begin(actor, PetitionId(case))
    if chosen == [CANCEL]:
        spec = MessageSpec("block-cancelled", {"number": petition.number})
    elif not chosen:
        spec = block_reasons(petition, menu=True)
    elif len(chosen) == 1:
        spec = block_days(petition, chosen[0][:2])
    else:
        reason, days = (int(part) if part.isdecimal() else -1 for part in chosen[:2])
        made = await use_cases.abuse.block(actor, petition.id, reason, days)
        day, why = local_day(made.until, use_cases.clock.zone), Term(f"block-reason-{made.reason}")
        spec = MessageSpec("block-done", {"number": petition.number, "day": day, "reason": why})
    await turn(callback, speech, spec)
    await callback.answer()


async def lift(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    await use_cases.abuse.lift(actor, ResidentId(code.subject))
    await callback.answer(speech.plain("block-lifted"))
    if isinstance(callback.message, Message):
        html, keyboard = await _listed(actor, speech, use_cases)
        await callback.message.edit_text(html, reply_markup=keyboard)


async def blocked(message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    """`/blocked`: who may not write to this desk just now, why and until when."""
    html, keyboard = await _listed(actor, speech, use_cases)
    await message.reply(html, reply_markup=keyboard)


async def _listed(actor: StaffActor, speech: Speech, use_cases: UseCases) -> tuple[str, InlineKeyboardMarkup | None]:
    people = (await use_cases.abuse.blocked(actor))[:LISTED]
    rows = [_row(person, use_cases) for person in people]
    html = speech.spec(MessageSpec("blocked" if people else "blocked-nobody", {"count": len(people)}, more=rows))
    buttons = [
        [
            InlineKeyboardButton(
                text=speech.plain("button-unblock", name=one.name)[:64],
                callback_data=ActionCode(Action.LIFT_BLOCK, one.block.resident_id).pack(),
            )
        ]
        for one in people
    ]
    return html, InlineKeyboardMarkup(inline_keyboard=buttons) if buttons else None


def _row(person: BlockedPerson, use_cases: UseCases) -> MessageSpec:
    block = person.block
    return MessageSpec(
        "blocked-row",
        {
            "name": person.name,
            "number": person.number,
            "reason": Term(f"block-reason-{block.reason}"),
            "day": local_day(block.until, use_cases.clock.zone),
            "by": block.by_name,
        },
    )


def build_staff_blocks_router() -> Router:
    router = Router(name="staff-blocks")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(block_command, Command("block"), IsStaff())
    router.message.register(blocked, Command("blocked"), IsStaff())
    router.callback_query.register(block, DeedCode(Action.BLOCK), IsStaff())
    router.callback_query.register(lift, DeedCode(Action.LIFT_BLOCK), IsStaff())
    return router
