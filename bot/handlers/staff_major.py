"""Major cases in a staff group: the pages below the card, `/major`, and what is answered from the level above."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_aim import aim
from bot.handlers.staff_cards import IsStaff
from bot.handlers.staff_flow import DeedCode, turn
from bot.handlers.staff_marks import LooksLikeCommand
from bot.handlers.staff_messages import words_of
from core.app import UseCases
from core.petitions import major_pages as pages
from core.petitions.major import user_of
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.errors import DomainError
from core.shared.ids import ChatId, MessageId, PetitionId
from core.shared.link_roles import LinkRole
from dialogs.speech import Speech


async def major(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Show a page, or do what the button says and show how it stands then."""
    subject, _, rest = code.subject.partition(".")
    case, use, step = PetitionId(subject), use_cases.major.handle, rest[:1]
    who = user_of(rest[1:]) if rest[1:] else None
    if rest[1:] and who is None:
        raise DomainError("duty-person-unknown", name="?")
    if step == pages.LEAD and who is not None:
        spec = pages.page(await use.mark(actor, case, who))
    elif step == pages.TEAM and who is not None:
        spec = pages.team(await use.team(actor, case, who))
    elif step == pages.LOOK:
        sheet = await use.see(actor, case)
        spec = pages.look(sheet, await use_cases.major.report_up.look(actor, case))
    else:
        page = {pages.LEAD: pages.leads, pages.TEAM: pages.team}.get(step, pages.page)
        spec = page(await use.see(actor, case))
    await turn(callback, speech, spec)
    await callback.answer()


async def major_command(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/major` about a case: the same page, in answer."""
    aimed = await aim(message, command, actor, use_cases)
    spec = pages.page(await use_cases.major.handle.see(actor, aimed.petition_id))
    rows = speech.renderer.buttons(spec.buttons, speech.language)
    keys = [[InlineKeyboardButton(text=b.text, callback_data=b.action) for b in row] for row in rows]
    await message.reply(speech.spec(spec), reply_markup=InlineKeyboardMarkup(inline_keyboard=keys))


class AnswersFromAbove(Filter):
    """An answer to what was told of a case here, where it is not worked on."""

    async def __call__(self, message: Message, use_cases: UseCases) -> bool | dict[str, PetitionId]:
        answered = message.reply_to_message
        if answered is None or answered.forum_topic_created is not None:
            return False
        found = await use_cases.find.by_message(ChatId(message.chat.id), MessageId(answered.message_id))
        return {"about": found[0]} if found is not None and found[1] is LinkRole.UPWARD else False


async def from_above(
    message: Message, actor: StaffActor, speech: Speech, use_cases: UseCases, about: PetitionId
) -> None:
    words = words_of(message, use_cases)
    if words is None:
        await message.reply(speech.html("staff-unreadable"))
        return
    await use_cases.major.from_above(actor, about, words)


def build_staff_major_router() -> Router:
    router = Router(name="staff-major")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(major_command, Command("major"), IsStaff())
    router.message.register(from_above, ~LooksLikeCommand(), IsStaff(), AnswersFromAbove())
    router.callback_query.register(major, DeedCode(Action.MAJOR), IsStaff())
    return router
