"""The third step: groups in which the staff work. What is pressed in Telegram is seen here as it happens."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError

from bot.commands.check import rights_named
from bot.config import Settings
from bot.foundation import Foundation, open_foundation
from bot.membership import chat_facts, is_administrator
from bot.reach import telegram
from bot.setup.asking import section
from bot.setup.child import RunningBot
from bot.setup.qr import show_link
from bot.terminal import listed, say, sentence_of, spoken, words
from core.people.binding import BIND_LINK, ChatFacts, bind_hash
from core.people.model import Purpose, StaffChat, Unit
from core.people.refused import RefusedBind
from core.petitions.usecases import SeatCases
from core.shared.errors import DomainError, NotFoundError
from core.shared.ids import ChatId

LOOK_EVERY = 1.0
"""Seconds between two looks at what happens in Telegram."""
RIGHTS = "manage_topics+delete_messages+pin_messages"


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """Binds groups of one bot, waiting for a person's hands in Telegram. Ctrl-C leaves the code as good as before."""

    settings: Settings
    username: str
    running: RunningBot

    def bind(self, unit: Unit, purpose: Purpose, *, replaces: bool = False) -> StaffChat:
        """Issue a code, show what to press, and return the group once it serves."""
        return asyncio.run(self._bind(unit, purpose, replaces=replaces))

    async def _bind(self, unit: Unit, purpose: Purpose, *, replaces: bool) -> StaffChat:
        async with open_foundation(self.settings) as ground, self._telegram() as bot:
            await self.running.start()
            code = await ground.issue_bind_code()(unit.id, purpose, replaces=replaces)
            section("cli-setup-group", name=unit.name, purpose=words(f"cli-purpose-{purpose}"))
            say(f"cli-setup-for-{purpose}")
            say("cli-setup-group-steps", code=code)
            show_link(f"https://t.me/{self.username}?startgroup={BIND_LINK}{code}&admin={RIGHTS}")
            say("cli-setup-group-waiting")
            chat = await self._bound(ground, bot, code)
        say("cli-setup-group-done", title=chat.title, name=unit.name, purpose=words(f"cli-purpose-{purpose}"))
        return chat

    async def _bound(self, ground: Foundation, bot: Bot, code: str) -> StaffChat:
        """Wait until the code is used; where only rights are missing, name them and bind when they are there."""
        told = ""
        while True:
            async with ground.uow() as uow:
                issued = await uow.bind_codes.by_hash(bind_hash(ground.secrets, code))
                used_by = issued.used_by if issued else None
                chat = await uow.staff_chats.get(used_by) if used_by else None
            if chat is not None:
                return chat
            refused = await ground.refused_binds().latest(code)
            if refused is not None:
                told = await self._help(ground, bot, code, refused, told)
            await self._pause()

    async def _help(self, ground: Foundation, bot: Bot, code: str, refused: RefusedBind, told: str) -> str:
        """Say what the refused group lacks, if it is not what was said last; lacks it nothing, bind it."""
        facts = await look_at(bot, refused.chat_id)
        if facts is None:
            return told
        if facts.missing_rights:
            rights = rights_named(facts.missing_rights)
            return _say_once(told, words("cli-setup-rights", title=facts.title, rights=rights))
        if not await _may_bind(bot, refused):
            return _say_once(told, words("cli-setup-send-again", code=code))
        try:
            await ground.bind_staff_chat()(code, facts, refused.by, spoken(), tell=True)
            await SeatCases(uow=ground.uow, clock=ground.clock).anew(f"bound:{ground.ids.new()}")
        except (DomainError, NotFoundError) as error:
            told = _say_once(told, sentence_of(error))
        await ground.refused_binds().forget(code)
        return told

    def see(self, unit: Unit, chat: StaffChat) -> bool:
        """Wait until a bound group gives all rights; False if we are not in it any more."""
        return asyncio.run(self._see(unit, chat))

    async def _see(self, unit: Unit, chat: StaffChat) -> bool:
        told = ""
        async with self._telegram() as bot:
            while True:
                facts = await look_at(bot, chat.chat_id)
                if facts is None or "administrator" in facts.missing_rights:
                    return False
                if not facts.missing_rights:
                    break
                rights = rights_named(facts.missing_rights)
                told = _say_once(told, words("cli-setup-rights", title=facts.title, rights=rights))
                await self._pause()
        purposes = listed(words(f"cli-purpose-{purpose}") for purpose in sorted(chat.purposes))
        say("cli-setup-group-done", title=chat.title, name=unit.name, purpose=purposes)
        return True

    def _telegram(self) -> Bot:
        return telegram(self.settings.api_url, self.settings.token())

    async def _pause(self) -> None:
        await self.running.check()
        await asyncio.sleep(LOOK_EVERY)


async def _may_bind(bot: Bot, refused: RefusedBind) -> bool:
    try:
        return await is_administrator(bot, refused.chat_id, refused.by)
    except TelegramAPIError:  # they have left, or Telegram is away: then somebody sends the code again
        return False


def _say_once(told: str, sentence: str) -> str:
    if sentence != told:
        say("cli-setup-line", text=sentence)
    return sentence


async def look_at(bot: Bot, chat_id: ChatId) -> ChatFacts | None:
    """Return what the group is and lacks; None if Telegram does not show it to us."""
    while True:
        try:
            return await chat_facts(bot, chat_id)
        except TelegramNetworkError:
            await asyncio.sleep(LOOK_EVERY)
        except TelegramAPIError:
            return None


def serving(chats: Sequence[StaffChat], unit: Unit, purpose: Purpose) -> StaffChat | None:
    return next((chat for chat in chats if chat.unit_id == unit.id and purpose in chat.purposes), None)
