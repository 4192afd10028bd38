"""What happens to a group: we are added, lose rights or are put out, members come and go, it becomes a supergroup."""

import asyncio
import logging
from contextlib import suppress

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import ChatMemberUpdated, Message, Update

from bot.membership import ADMINISTRATOR, Membership, chat_facts, is_inside, stands_firm
from core.app import UseCases
from core.people.model import StaffChat
from core.shared.ids import ChatId, TelegramUserId
from core.shared.messages import MessageSpec
from core.shared.tries import NEWCOMINGS
from dialogs.speech import Speech

_log = logging.getLogger(__name__)
MIGRATION = 3.0
"""Elapsed seconds within which Telegram tells the old group that it has become the new one."""
INSIDE = {"member", "administrator", "creator", "restricted"}


async def ourselves(
    event: ChatMemberUpdated, event_update: Update, bot: Bot, speech: Speech, use_cases: UseCases
) -> None:
    """Added to a group: say how to bind it. Put out of a bound one, or less than we need to be: others stand in."""
    occasion = str(event_update.update_id)
    chat_id = ChatId(event.chat.id)
    bound = await use_cases.staff_chat(chat_id)
    if event.new_chat_member.status not in INSIDE:
        if bound is not None:
            await use_cases.seat_cases(chat_id, able=False, occasion=occasion)
        return
    comes = event.old_chat_member.status not in INSIDE
    again = use_cases.tries.used_up(NEWCOMINGS, event.from_user.id)  # such a one we neither wait for nor answer
    if bound is None and comes and not again:
        use_cases.tries.count(NEWCOMINGS, event.from_user.id)
        if event.chat.type == ChatType.SUPERGROUP:
            await asyncio.sleep(MIGRATION)  # a staff group that has just become this one? We hear so a moment later
            bound = await use_cases.staff_chat(chat_id)
    if bound is not None:
        await take_stock(bound, bot, speech, use_cases, occasion)
    elif comes:
        await use_cases.stay_as_guest(chat_id, occasion)
        if not again:
            await bot.send_message(chat_id, speech.html("bind-usage"))


async def take_stock(bound: StaffChat, bot: Bot, speech: Speech, use_cases: UseCases, occasion: str) -> None:
    """See what we may do in a staff chat, and tell whom it concerns."""
    facts = await chat_facts(bot, bound.chat_id)
    able = ADMINISTRATOR not in facts.missing_rights
    await use_cases.seat_cases(bound.chat_id, able=able, occasion=occasion, missing=facts.missing_rights)
    if not facts.missing_rights:
        return
    lines = [MessageSpec(f"right-{right.replace('_', '-')}") for right in facts.missing_rights]
    spec = MessageSpec("rights-lost", more=[*lines, MessageSpec("rights-how")])
    try:
        await bot.send_message(bound.chat_id, Speech(speech.renderer, bound.language).spec(spec))
    except (TelegramBadRequest, TelegramForbiddenError) as error:  # we may not even speak there: the others know
        _log.warning("a staff chat was not told which rights are missing: %s", type(error).__name__)


async def refused(bot: Bot, use_cases: UseCases, chat_id: ChatId, row_id: int) -> None:
    """Telegram refused a message to a group: if we are no administrator there, others stand in."""
    if not await stands_firm(bot, chat_id):
        await use_cases.seat_cases(chat_id, able=False, occasion=f"row{row_id}")


async def channel(event: ChatMemberUpdated, bot: Bot) -> None:
    """Nobody works in a channel, and what we would say there all its readers would see."""
    if event.new_chat_member.status in INSIDE:
        with suppress(TelegramBadRequest, TelegramForbiddenError):  # gone already
            await bot.leave_chat(event.chat.id)


def build_groups_router(membership: Membership) -> Router:
    async def member(event: ChatMemberUpdated, event_update: Update, use_cases: UseCases) -> None:
        chat_id, who = ChatId(event.chat.id), event.new_chat_member.user
        membership.forget(chat_id)
        if who.is_bot:
            return
        inside = is_inside(event.new_chat_member)
        await use_cases.duty.know(chat_id, TelegramUserId(who.id), who.full_name, who.username or "", inside=inside)
        if not inside:
            occasion = str(event_update.update_id)
            await use_cases.queue.free(chat_id, TelegramUserId(who.id), who.full_name, occasion=occasion)

    async def migrated(message: Message, use_cases: UseCases) -> None:
        if message.migrate_to_chat_id is not None:
            await use_cases.follow_chat(ChatId(message.chat.id), moved_to=ChatId(message.migrate_to_chat_id))

    router = Router(name="groups")
    router.my_chat_member.register(ourselves, F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.my_chat_member.register(channel, F.chat.type == ChatType.CHANNEL)
    router.chat_member.register(member)
    router.message.register(migrated, F.migrate_to_chat_id)
    return router
