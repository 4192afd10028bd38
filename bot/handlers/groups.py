"""What happens to a group: we are added or lose rights, members come and go, it becomes a supergroup."""

import asyncio

from aiogram import Bot, F, Router
from aiogram.enums import ChatType
from aiogram.types import ChatMemberUpdated, Message

from bot.membership import Membership, chat_facts
from core.app import UseCases
from core.shared.ids import ChatId
from core.shared.messages import MessageSpec
from dialogs.speech import Speech

MIGRATION = 3.0
"""Elapsed seconds within which Telegram tells the old group that it has become the new one."""
INSIDE = {"member", "administrator", "creator", "restricted"}


async def ourselves(event: ChatMemberUpdated, bot: Bot, speech: Speech, use_cases: UseCases) -> None:
    """Added to a group: say how to bind it. Rights lost in a bound one: say which, at once, in that chat."""
    if event.new_chat_member.status not in INSIDE:
        return
    bound = await use_cases.staff_chat(ChatId(event.chat.id))
    if bound is None and event.chat.type == ChatType.SUPERGROUP:
        await asyncio.sleep(MIGRATION)  # a staff group that has just become this supergroup? We hear so a moment later
        bound = await use_cases.staff_chat(ChatId(event.chat.id))
    if bound is None:
        if event.old_chat_member.status not in INSIDE:
            await bot.send_message(event.chat.id, speech.html("bind-usage"))
        return
    facts = await chat_facts(bot, event.chat.id)
    if facts.missing_rights:
        speech = Speech(speech.renderer, bound.language)
        lines = [MessageSpec(f"right-{right.replace('_', '-')}") for right in facts.missing_rights]
        spec = MessageSpec("rights-lost", more=[*lines, MessageSpec("rights-how")])
        await bot.send_message(event.chat.id, speech.spec(spec))


def build_groups_router(membership: Membership) -> Router:
    async def member(event: ChatMemberUpdated) -> None:
        membership.forget(ChatId(event.chat.id))

    async def migrated(message: Message, use_cases: UseCases) -> None:
        if message.migrate_to_chat_id is not None:
            await use_cases.follow_chat(ChatId(message.chat.id), moved_to=ChatId(message.migrate_to_chat_id))

    router = Router(name="groups")
    router.my_chat_member.register(ourselves, F.chat.type.in_({ChatType.GROUP, ChatType.SUPERGROUP}))
    router.chat_member.register(member)
    router.message.register(migrated, F.migrate_to_chat_id)
    return router
