"""Notices and campaigns in a desk's group: one message each, edited as it is pressed.

What a press may do is decided by the use case, from the rows, at this moment.
"""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, CommandObject, Filter
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.handlers.staff_cards import IsStaff
from core.app import UseCases
from core.broadcast import lists
from core.broadcast.lists import Listed
from core.broadcast.model import CampaignEvent, CampaignKind
from core.shared.actions import Action, ActionCode
from core.shared.actor import StaffActor
from core.shared.ids import CampaignId, MessageId
from dialogs.speech import Speech

STEERING = {
    Action.PAUSE_CAMPAIGN: CampaignEvent.PAUSE,
    Action.RESUME_CAMPAIGN: CampaignEvent.RESUME,
    Action.STOP_CAMPAIGN: CampaignEvent.STOP,
}
KINDS = {"n": CampaignKind.NOTICE, "u": CampaignKind.URGENT}


class CampaignDeed(Filter):
    """A button of a notice, or of a campaign under way."""

    async def __call__(self, callback: CallbackQuery) -> bool | dict[str, ActionCode]:
        code = ActionCode.parse(callback.data)
        return {"code": code} if code and (code.action in STEERING or code.action is Action.NOTICE) else False


async def notice(
    message: Message, command: CommandObject, actor: StaffActor, speech: Speech, use_cases: UseCases
) -> None:
    """`/notice WORDS`, or `/notice` in answer to a message whose words are meant."""
    answered = message.reply_to_message
    text = command.args or (answered and (answered.text or answered.caption)) or ""
    meant = message if command.args or answered is None else answered
    more = "" if meant.text or meant.forum_topic_created else "\n\n" + speech.html("notice-words-only")
    if not text.strip():
        await message.reply(speech.html("notice-usage") + more)
        return
    sheet = await use_cases.broadcast.draft(actor, text, MessageId(message.message_id))
    listed = lists.aim(sheet)
    await message.reply(speech.spec(listed.spec) + more, reply_markup=_markup(listed, speech))


async def campaign_deed(
    callback: CallbackQuery, actor: StaffActor, speech: Speech, use_cases: UseCases, code: ActionCode
) -> None:
    """Do what the button says, answer, and let the message show how it is now."""
    message = callback.message
    if code.action in STEERING:
        sheet = await use_cases.broadcast.steer(actor, CampaignId(code.subject), STEERING[code.action])
        listed = lists.under_way(sheet)
    else:
        at = MessageId(0 if message is None else message.message_id)
        listed = await _notice_step(code, actor, use_cases, at)
    await callback.answer()
    if isinstance(message, Message):
        try:
            await message.edit_text(speech.spec(listed.spec), reply_markup=_markup(listed, speech))
        except TelegramBadRequest as error:
            if "message is not modified" not in error.message:
                raise


async def _notice_step(code: ActionCode, actor: StaffActor, use_cases: UseCases, at: MessageId) -> Listed:
    use = use_cases.broadcast
    subject, _, step = code.subject.partition(".")
    campaign_id, what = CampaignId(subject), step[1:]
    match step[:1]:
        case lists.UNIT:
            return lists.aim(await use.aim.unit(actor, campaign_id, what))
        case lists.ROLE:
            return lists.aim(await use.aim.role(actor, campaign_id, what))
        case lists.KIND if what in KINDS:
            return lists.look(await use.aim.kind(actor, campaign_id, KINDS[what]))
        case lists.YES:
            await use.confirm(actor, campaign_id, at, code.version)
        case lists.DROP:
            await use.aim.drop(actor, campaign_id, use_cases.clock)
            return lists.dropped()
    sheet = await use.notice(actor, campaign_id)
    if not lists.is_draft(sheet):
        return lists.under_way(await use.see(actor, campaign_id))
    pages = {lists.LOOK: lists.look, lists.SURE: lists.sure}
    return pages.get(step, lists.aim)(sheet)


def _markup(listed: Listed, speech: Speech) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=speech.plain(p.key, **p.args), callback_data=p.action) for p in row]
            for row in listed.rows
        ]
    )


def build_staff_broadcasts_router() -> Router:
    router = Router(name="staff-broadcasts")
    groups = F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP})
    router.message.filter(groups)
    router.callback_query.filter(F.message.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.message.register(notice, Command("notice"), IsStaff())
    router.callback_query.register(campaign_deed, CampaignDeed(), IsStaff())
    return router
