"""Who filed a case, shown to one person for a reason; and the log of such looks, for the supervision committee."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_aim import aim
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode
from core.app import UseCases
from core.privacy.looking import LookPage
from core.privacy.model import Identity, Reason
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import NotFoundError
from core.shared.ids import PetitionId
from core.shared.messages import MessageSpec, Term
from core.shared.text import excerpt
from dialogs.speech import Speech

ALERT = 200
"""UTF-16 units that Telegram shows the presser alone."""
NAME, HOME = 40, 60
"""UTF-16 units of a name and of a door; the number to dial stands whole."""


async def identity(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/identity`, in a case's topic, in answer to its card, or with its number: ask for the reason."""
    aimed = await aim(message, command, actor, use_cases)
    await _ask(message, aimed.petition_id, actor, speech, use_cases)


async def ask_identity(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """The same from a button."""
    if isinstance(callback.message, Message):
        await _ask(callback.message, PetitionId(code.subject), actor, speech, use_cases)
    await callback.answer()


async def _ask(message: Message, case: PetitionId, actor: StaffActor, speech: Speech, use_cases: UseCases) -> None:
    petition = await use_cases.privacy.look.may(actor, case)
    rows = [
        [
            InlineKeyboardButton(
                text=speech.plain(f"identity-reason-{reason}"),
                callback_data=ActionCode(Action.IDENTITY, f"{case}.{reason}").pack(),
            )
        ]
        for reason in Reason
    ]
    html = speech.html("identity-why", number=petition.number)
    await message.reply(html, reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


async def show_identity(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """The presser alone sees it; the chat keeps nothing of it."""
    case, _, reason = code.subject.partition(".")
    if reason not in list(Reason):
        raise NotFoundError("case-unknown")  # forged
    seen = await use_cases.privacy.look(actor, PetitionId(case), Reason(reason))
    await callback.answer(shown(seen, speech), show_alert=True)


def shown(identity: Identity, speech: Speech) -> str:
    """Return an identity in as many words as an alert takes."""
    text = speech.plain(
        "identity-shown",
        number=identity.number,
        name=excerpt(identity.name, NAME),
        phone=identity.phone or "—",
        home=excerpt(identity.home, HOME) or "—",
    )
    told = [speech.plain("identity-told", told=" · ".join(identity.told))] if identity.told else []
    return excerpt("\n".join([text, *told]), ALERT)


async def audit(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/audit [case] [month] [name]`, in the supervision committee's chat."""
    typed = command.args or ""
    page = await use_cases.privacy.looks(actor, typed)
    await message.reply(speech.spec(_log(page)), reply_markup=_turn(page, typed, speech))


async def turn_page(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    page = await use_cases.privacy.looks(actor, code.subject, code.version)
    await callback.answer()
    if isinstance(callback.message, Message):
        await callback.message.edit_text(speech.spec(_log(page)), reply_markup=_turn(page, code.subject, speech))


def _log(page: LookPage) -> MessageSpec:
    rows = [
        MessageSpec(
            "audit-row",
            {
                "number": look.number,
                "name": look.name or "—",
                "at": look.at,
                "reason": Term(f"identity-reason-{look.reason}"),
            },
        )
        for look in page.looks
    ]
    foot = MessageSpec("audit-seal", {"page": page.page + 1, "pages": page.pages, "seal": page.seal})
    return MessageSpec("audit-log" if rows else "audit-empty", more=[*rows, foot])


def _turn(page: LookPage, typed: str, speech: Speech) -> InlineKeyboardMarkup | None:
    """A filter too long for a button has its first page only; a shorter name or a month makes it shorter."""
    subject = " ".join(typed.replace(":", " ").split())
    buttons = []
    for label, there in (("button-newer", page.page - 1), ("button-older", page.page + 1)):
        if 0 <= there < page.pages:
            try:
                data = ActionCode(Action.LOOKS, subject, there).pack()
            except ValueError:
                return None
            buttons.append(InlineKeyboardButton(text=speech.plain(label), callback_data=data))
    return InlineKeyboardMarkup(inline_keyboard=[buttons]) if buttons else None


def build_staff_identity_router() -> Router:
    router = Router(name="staff-identity")
    router.message.filter(F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(identity, Command("identity"), IsStaff())
    router.message.register(audit, Command("audit"), IsStaff())
    router.callback_query.register(ask_identity, DeedCode(Action.ASK_IDENTITY), IsStaff())
    router.callback_query.register(show_identity, DeedCode(Action.IDENTITY), IsStaff())
    router.callback_query.register(turn_page, DeedCode(Action.LOOKS), IsStaff())
    return router
